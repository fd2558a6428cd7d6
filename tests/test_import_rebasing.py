"""A table that was exported before the list changed again brings only its edits."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.calling import Call, Said
from tests.import_samples import district
from tests.trees import amend

WriteTree = Callable[[Mapping[str, str]], Path]
FILE = "content/lists/a/services/2027-03-01.yml"
LATER = amend(
    "a/services",
    "2027-01-01",
    "{revise: dibao, set: {time_limit: 15个工作日}, reason: 法规变化}",
    "{withdraw: stall, reason: 收回}",
    "{add: {id: garden, title: 阳台花箱领取, unit: city}, reason: 下放}",
)
ON = ("--on", "2026-11-22")


@pytest.fixture
def root(write_tree: WriteTree) -> Path:
    """Write a list that an announced version changes, and what it says before that."""
    return write_tree(district(**LATER))


@pytest.fixture
def reimport(root: Path, call: Call) -> Callable[..., Said]:
    """Export the list of today, replace texts in it, and import it for a later day."""
    table = root.parent / "清单.csv"
    said = call("export", "a/services", "--root", root, *ON, "--out", table)
    assert said.code == 0, said.err

    def bring(*edits: tuple[str, str], drop: str = "") -> Said:
        lines = table.read_text(encoding="utf-8-sig").splitlines()
        text = "\n".join(line for line in lines if not drop or drop not in line)
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        table.write_text(text, encoding="utf-8")
        options = ("--office", "a", "--effective", "2027-03-01", "--yes")
        return call("import", table, "--root", root, *ON, *options)

    return bring


def test_what_nobody_edited_stays_as_it_has_become(
    reimport: Callable[..., Said], root: Path
) -> None:
    """The older table takes nothing back."""
    said = reimport()
    assert (said.code, "没有改动" in said.out) == (0, True)
    assert not (root / FILE).exists()


def test_an_edit_joins_the_later_changes(
    reimport: Callable[..., Said], root: Path
) -> None:
    """Only the edited cell is written; what was added or withdrawn since stays so."""
    said = reimport(("低保、吃低保", "低保、困难补助"))
    assert said.code == 0, said.out
    assert "表格是2025年1月1日那一版，只看在表格里改了什么" in said.out
    text = (root / FILE).read_text(encoding="utf-8")
    assert "keywords: [低保, 困难补助]" in text
    for untouched in ("time_limit", "withdraw", "add", "stall", "garden"):
        assert untouched not in text


def test_a_cell_that_both_changed_is_said(
    reimport: Callable[..., Said], root: Path
) -> None:
    """The table wins, and row and column are named."""
    said = reimport(("30个工作日", "10个工作日"))
    assert "第 4 行“办理时限”：这一栏2027年1月1日起已经改过" in said.out
    assert "time_limit: 10个工作日" in (root / FILE).read_text(encoding="utf-8")


def test_an_edit_that_was_made_already_is_none(reimport: Callable[..., Said]) -> None:
    """What the list says since then need not be said again."""
    assert "没有改动" in reimport(("30个工作日", "15个工作日")).out


def test_an_edit_of_a_withdrawn_item_is_said(
    reimport: Callable[..., Said], root: Path
) -> None:
    """It is not brought back behind anybody's back."""
    said = reimport(("早市", "早市和夜市"))
    assert "这一项2027年1月1日起已经取消，这一行的改动没有写进去" in said.out
    assert not (root / FILE).exists()


def test_a_row_that_is_gone_is_withdrawn_once(
    reimport: Callable[..., Said], root: Path
) -> None:
    """An item that has been withdrawn since is not withdrawn again."""
    assert reimport(drop="便民摊点登记").code == 0
    assert not (root / FILE).exists()
    assert reimport(drop="老年人优待证办理").code == 0
    assert "withdraw: old-card" in (root / FILE).read_text(encoding="utf-8")


def test_a_new_row_that_the_list_has_since(
    reimport: Callable[..., Said], root: Path
) -> None:
    """It is not added twice, and it is said."""
    said = reimport(("便民摊点登记", "阳台花箱领取"), ("stall", ""))
    assert "“阳台花箱领取”2027年1月1日起已经有了，没有再新增一次" in said.out
    assert not (root / FILE).exists()
