"""`qingdan import` with tables of contacts: as a clerk uses it, and what was exported."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.export.contact_tables import (
    communities_sheet,
    contacts_sheet,
    posts_sheet,
)
from generator.importing.offices.by_street import Wanted
from generator.importing.offices.files import OfficeFiles, offices_from
from generator.loading.load import Loaded, load
from generator.tables import (
    SheetOut,
    open_tables,
    write_csv,
    write_docx,
    write_xlsx,
)
from generator.understanding.understand import understand
from tests.accept import SAMPLE
from tests.calling import Call
from tests.conftest import REPO

CSV = """\
东门街道各科室联系方式,,,
单位,联系电话,办公地点,备注
社会事务办公室,000-8800 7234,办公楼二楼205,
便民服务中心,"000-8800 1200转801
000-8800 1201（周六）",一楼大厅,
司法所,13800138000,,
"""


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    """Write a table as the spreadsheet program of an office saves it."""
    path = tmp_path / "联系方式.csv"
    path.write_bytes(CSV.replace("\n", "\r\n").encode("gbk"))
    return path


def test_a_clerk_updates_phones(call: Call, sample: Path, contacts: Path) -> None:
    """Shown first, written with --yes, and then nothing is left to do."""
    file = sample / "content/offices/dongmen.yml"
    before = file.read_text("utf-8")
    command = ("import", contacts, "--root", sample, "--office", "东门街道")
    shown = call(*command)
    assert shown.code == 1
    assert file.read_text("utf-8") == before
    assert (
        "第 3 行“联系电话”：社会事务办公室的咨询电话 000-8800 1234 → 000-8800 7234"
        in shown.out
    )
    assert "第 5 行“联系电话”：这里有手机号码（138********）" in shown.out
    assert call(*command, "--yes").code == 0
    after = file.read_text("utf-8")
    kept = [line for line in before.split("\n") if line in after.split("\n")]
    gone = set(before.split("\n")) - set(kept)
    assert gone == {"      - number: 000-8800 1234", "        verified: 2026-10-08"}
    assert (
        "      - number: 000-8800 1201\n        kind: 咨询\n        note: 周六\n"
        in after
    )
    again = call(*command, "--yes")
    assert again.code == 0
    assert "没有改动" in again.out


def test_the_check_speaks_of_rows(call: Call, sample: Path, tmp_path: Path) -> None:
    """What the check finds in the new file is told by the row of the table."""
    path = tmp_path / "社区.csv"
    path.write_text("社区,地址,电话\n湖滨社区,湖滨路18号,8800 5199\n", "utf-8")
    said = call("import", path, "--root", sample, "--office", "nanhu")
    assert "第 2 行“电话”：提醒：电话“8800 5199”没有区号" in said.out


def sheets(loaded: Loaded) -> Iterator[tuple[str, SheetOut]]:
    """The tables of every office, with its id."""
    for office in loaded.catalog.offices.values():
        made = (contacts_sheet(office), posts_sheet(office), communities_sheet(office))
        yield from ((office.id, sheet) for sheet in made if sheet.rows)


def read_back(
    root: Path, loaded: Loaded, office: str, name: str, data: bytes
) -> OfficeFiles:
    """Import a file into the offices of a tree."""
    folder = root / "content/offices"
    files = {
        f"content/offices/{path.name}": path.read_text("utf-8")
        for path in folder.glob("*.yml")
    }
    understood = understand(open_tables(name, data), loaded.settings)
    return offices_from(understood, files, Wanted(office))


@pytest.mark.parametrize("root", [SAMPLE, REPO], ids=["sample", "demo"])
def test_what_was_exported_is_no_change(root: Path) -> None:
    """Units, phones, posts, hours, communities of every office, out and in again."""
    loaded = load(root)
    for office, sheet in sheets(loaded):
        offices = read_back(root, loaded, office, "表.csv", write_csv(sheet))
        assert (offices.changed, offices.remarks) == ((), ()), (office, sheet.name)


@pytest.mark.parametrize(
    ("name", "write"), [("表.xlsx", write_xlsx), ("表.docx", write_docx)]
)
def test_every_form_reads_back(name: str, write: Callable[..., bytes]) -> None:
    """The same through a workbook and a document."""
    loaded = load(SAMPLE)
    for office, sheet in sheets(loaded):
        offices = read_back(SAMPLE, loaded, office, name, write(sheet))
        assert (offices.changed, offices.remarks) == ((), ()), (office, sheet.name)
