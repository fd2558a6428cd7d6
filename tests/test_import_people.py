"""Names of people in a table: written where the office shows them, in a note never."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.calling import Call
from tests.import_samples import district

WriteTree = Callable[[Mapping[str, str]], Path]
FILE = "content/lists/a/services/2026-12-01.yml"
TABLE = """甲街道公共服务事项清单
施行日期：2026年12月1日
序号,事项名称,承办科室,责任人,B岗,B岗电话,分管领导,设定依据
1,阳台花箱领取,城市管理办公室,张某某,李某某,000-8800 1111,王某某,《绿化条例》
2,树木修剪申请,城市管理办公室,张某某,李某某,000-8800 1111,王某某,同上
"""


@pytest.mark.parametrize(("names", "shown"), [("post", False), ("surname", True)])
def test_names_follow_the_policy(
    write_tree: WriteTree, tmp_path: Path, call: Call, names: str, *, shown: bool
) -> None:
    """The field of names holds one where the site shows it; the note holds none."""
    files = district()
    office = files["content/offices/a.yml"]
    files["content/offices/a.yml"] = office.replace("units:", f"names: {names}\nunits:")
    root = write_tree(files)
    table = tmp_path / "新增事项.csv"
    table.write_text(TABLE, encoding="utf-8")
    said = call(
        *("import", table, "--root", root, "--on", "2026-11-22", "--office", "a"),
        *("--part", "--yes"),
    )
    assert said.code == 0, said.out + said.err
    text = (root / FILE).read_text(encoding="utf-8")
    assert ("person: 张某某" in text) is shown
    assert "李某某" not in text + said.err
    assert "王某某" not in text
    assert "hotline: 000-8800 1111" in text
    assert "第 4 行“B岗”、第 4 行“分管领导”：这一栏像是姓名，没有写进文件" in said.out
    assert ("这里只公开岗位，不公开姓名" in said.out) is not shown


def test_the_same_as_above_is_written_out(
    write_tree: WriteTree, tmp_path: Path, call: Call
) -> None:
    """同上 means the cell above, and it is told."""
    root = write_tree(district())
    table = tmp_path / "新增事项.csv"
    table.write_text(TABLE, encoding="utf-8")
    said = call(
        *("import", table, "--root", root, "--on", "2026-11-22", "--office", "a"),
        *("--part", "--yes"),
    )
    assert "“同上”照上一行写出来" in said.out
    assert (root / FILE).read_text(encoding="utf-8").count("《绿化条例》") == 2
