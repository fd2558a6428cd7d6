"""A list that goes out as a table and comes back says the same, or exactly the edit."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.export.office_tables import list_sheet
from generator.importing.list_changes import ListChanges, compare
from generator.importing.targets import Target
from generator.loading.load import load
from generator.model.fields import Record, Value
from generator.model.lists import STANDARD, Change, ListKey
from generator.pipeline import Examined, examine
from generator.problems import Problem
from generator.tables import SheetOut, open_tables, write_csv, write_docx, write_xlsx
from generator.understanding.understand import understand
from tests.accept import SAMPLE, TODAY
from tests.calling import ON, Call
from tests.conftest import REPO
from tests.table_editing import open_sheet
from tests.table_edits import EDITS, NEW, Edit

WRITERS: dict[str, Callable[[SheetOut], bytes]] = {
    ".csv": write_csv,
    ".xlsx": write_xlsx,
    ".docx": write_docx,
}
LIST = "dongmen/services"
DAY = date(2026, 12, 1)


@cache
def examined(root: Path) -> Examined:
    """Examine a tree once."""
    return examine(root, TODAY)


def lists_of(root: Path) -> list[ListKey]:
    """Name every list of a tree that is in force."""
    resolved = examined(root).resolved
    keys = (*resolved.lists, *resolved.standards)
    return [key for key in keys if resolved.on(key, TODAY)]


def there_and_back(root: Path, key: ListKey, ending: str) -> ListChanges:
    """Export a list, read the file again, and compare."""
    tree = examined(root)
    current = tree.resolved.on(key, TODAY)
    assert current
    office = tree.resolved.catalog.offices.get(key.owner)
    grids = open_tables(f"list{ending}", WRITERS[ending](list_sheet(current, office)))
    understood = understand(grids, tree.loaded.settings, kind=current.kind.id)
    assert understood.heading.title == current.title
    target = Target(key, TODAY, current, is_new_day=False)
    return compare(understood, tree.resolved, target, {})


@pytest.mark.parametrize("ending", WRITERS)
def test_every_sample_list_comes_back_unchanged(ending: str) -> None:
    """All kinds, in every form of file: nothing is changed, added, missing or unsure."""
    for key in lists_of(SAMPLE):
        back = there_and_back(SAMPLE, key, ending)
        assert (key, back.is_empty) == (key, True), back
        assert (key, back.unsure, back.faults) == (key, (), ())


def test_lists_of_the_demo_come_back_unchanged() -> None:
    """All of two streets and the standard lists, in the plainest form of file.

    The other streets adopt the same standard lists.
    """
    owners = {STANDARD, "jintang", "wuqiao"}
    keys = [key for key in lists_of(REPO) if key.owner in owners]
    assert len(keys) > 20
    for key in keys:
        back = there_and_back(REPO, key, ".csv")
        assert (key, back.is_empty) == (key, True), back
        assert (key, back.unsure, back.faults) == (key, (), ())


def test_a_list_comes_back_unchanged_through_the_commands(
    tmp_path: Path, sample: Path, call: Call
) -> None:
    """`qingdan export` and `qingdan import` say so themselves, and write nothing."""
    before = sorted(sample.rglob("*.yml"))
    file = exported(call, sample, LIST, ".xlsx", tmp_path)
    said = call("import", file, "--root", sample, "--office", "dongmen", "--yes", *ON)
    assert said.code == 0, said.err
    assert "没有改动" in said.out + said.err
    assert sorted(sample.rglob("*.yml")) == before


def exported(call: Call, root: Path, address: str, ending: str, folder: Path) -> Path:
    """Export a list by the command and name the file."""
    arguments = ("--format", ending[1:], "--root", root, "--out", folder / "out")
    said = call("export", address, *arguments, *ON)
    assert said.code == 0, said.err
    (file,) = (folder / "out").rglob(f"*{ending}")
    return Path(file)


def imported(
    call: Call, sample: Path, folder: Path, ending: str, edits: tuple[Edit, ...]
) -> tuple[Change, ...]:
    """Export the services, edit them, import them; give the changes that were written."""
    file = exported(call, sample, LIST, ending, folder)
    sheet = open_sheet(file.name, file.read_bytes())
    for edit in edits:
        edit(sheet)
    file.write_bytes(sheet.save())
    before = errors_of(sample)
    arguments = ("--root", sample, "--office", "dongmen", "--list", "services")
    said = call(
        "import", file, *arguments, "--effective", DAY.isoformat(), "--yes", *ON
    )
    assert said.code == 0, said.out + said.err
    assert errors_of(sample) == before
    versions = load(sample).catalog.lists[ListKey("dongmen", "services")]
    (written,) = (version for version in versions if version.effective == DAY)
    return written.changes


def errors_of(root: Path) -> list[Problem]:
    """Give the errors of a tree."""
    return [problem for problem in examine(root, TODAY).problems if problem.is_error]


def plain(changes: tuple[Change, ...]) -> dict[tuple[str, str], dict[str, Value]]:
    """Give the fields that changes set, by verb and item."""
    return {(c.verb, c.item): dict(c.fields) for c in changes}


def expected(ending: str) -> dict[tuple[str, str], dict[str, Value]]:
    """Give what the twelve edits change; in a CSV file a merged cell is an empty one."""
    added: dict[str, Value] = {
        "id": "gao-ling-jin-tie",
        "title": NEW["事项名称"],
        "category": "养老服务",
        "unit": "service-center",
        "basis": (Record({"document": "《某市高龄津贴办法》", "article": "第三条"}),),
    }
    if ending == ".csv":
        del added["category"]
    return {
        ("add", "gao-ling-jin-tie"): added,
        ("revise", "dibao"): {
            "conditions": "本街道户籍，家庭人均收入低于标准。",
            "hotline": "000-8800 1299",
            "fee": None,
        },
        ("revise", "elder-card"): {"time_limit": "3个工作日"},
        ("withdraw", "birth-package"): {},
    }


@pytest.mark.parametrize("ending", WRITERS)
def test_twelve_edits_are_exactly_these_changes(
    call: Call, sample: Path, tmp_path: Path, ending: str
) -> None:
    """Twelve edits of a clerk, in every form of file, make one amendment."""
    found = plain(imported(call, sample, tmp_path, ending, EDITS))
    assert found == expected(ending)
