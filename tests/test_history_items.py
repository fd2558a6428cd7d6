"""The timeline of one item: its list's, its standard list's and its unit's changes."""

import shutil

import pytest

from generator.history.changes import Source
from generator.history.joining import build_history
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.history.timelines import Told
from generator.model.lists import ListKey
from tests.repositories import new_repository
from tests.trees import SHIPPED, TODAY, read

SERVICES = ListKey("jiyue", "services")


@pytest.fixture(scope="module")
def dibao(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """The timeline of 最低生活保障 at one street, whose unit got another phone."""
    root = tmp_path_factory.mktemp("demo") / "tree"
    shutil.copytree(SHIPPED / "content", root / "content")
    shutil.copyfile(SHIPPED / "site_config.yml", root / "site_config.yml")
    repository = new_repository(root)
    repository.commit(on="2025-02-01")
    office = root / "content/offices/jiyue.yml"
    before = office.read_text(encoding="utf-8")
    assert before.count("000-8801 1203") >= 1
    office.write_text(before.replace("000-8801 1203", "000-8801 1293"), "utf-8")
    repository.commit(on="2026-05-06")
    recorded = read_recorded(root, Memory())
    return build_history(read(root), recorded, TODAY).of_items(SERVICES)[
        "dibao-application"
    ]


def test_it_has_its_own_its_standards_and_its_units_changes(dibao: list[Told]) -> None:
    """Each comes from where it was made, in order of time."""
    told = [
        (line.entry.day.isoformat(), line.entry.source, line.change.kind.value)
        for line in dibao
    ]
    assert told == [
        ("2021-12-24", Source.LIST, "added"),
        ("2023-07-01", Source.LIST, "revised"),
        ("2024-12-20", Source.STANDARD, "revised"),
        ("2025-01-01", Source.LIST, "revised"),
        ("2026-05-06", Source.OFFICE, "corrected"),
    ]


def test_the_phone_is_told_with_both_numbers(dibao: list[Told]) -> None:
    """A reader sees which number was right until when."""
    (field,) = dibao[-1].change.fields
    assert field.name == "phones"
    assert "000-8801 1203" in str(field.old)
    assert "000-8801 1293" in str(field.new)
