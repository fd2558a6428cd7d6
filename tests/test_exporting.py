"""`qingdan export`: lists and contacts as tables that officials can open."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from generator.export.cells import cell_text, item_cell
from generator.export.office_files import contact_files, list_file, workbook
from generator.export.office_tables import list_sheet
from generator.model.fields import Field, Record, Shape
from generator.model.lists import ListKey
from generator.pipeline import Examined, examine
from generator.tables import open_tables
from tests.accept import SAMPLE, TODAY
from tests.calling import ON, Call
from tests.conftest import REPO

FORMS = ("xlsx", "docx", "csv", "json")


@pytest.fixture(scope="module")
def demo() -> Examined:
    """Examine the demo once."""
    return examine(REPO, TODAY)


def test_cells_say_what_people_write() -> None:
    """Names for ids, laws on lines, steps numbered, words joined."""
    steps = Field("steps", "办理步骤", Shape.WORDS, or_text=True)
    words = Field("audience", "办理对象", Shape.WORDS)
    law = (
        Field("document", "文件名称", Shape.LINE),
        Field("article", "条款", Shape.LINE),
    )
    basis = Field("basis", "依据", Shape.RECORDS, or_text=True, parts=law)
    limits = (
        Field("legal", "法定时限", Shape.LINE),
        Field("promised", "承诺时限", Shape.LINE),
    )
    limit = Field("time_limit", "办理时限", Shape.RECORD, or_text=True, parts=limits)
    laws = (
        Record({"document": "《甲办法》", "article": "第十条"}),
        Record({"document": "《乙条例》"}),
    )
    days = Record({"legal": "30日", "promised": "20日"})
    assert cell_text(steps, ("申请", "领取"), None) == "1. 申请\n2. 领取"
    assert cell_text(steps, ("1、申请", "2、领取"), None) == "1、申请\n2、领取"
    assert cell_text(steps, ("当场办",), None) == "当场办"
    assert cell_text(words, ("老人", "残疾人"), None) == "老人、残疾人"
    assert cell_text(words, ("老人、残疾人", "儿童"), None) == "老人、残疾人\n儿童"
    assert cell_text(basis, laws, None) == "《甲办法》第十条\n《乙条例》"
    assert cell_text(limit, days, None) == "法定时限：30日；承诺时限：20日"
    assert cell_text(limit, "当场", None) == "当场"
    assert cell_text(limit, None, None) == ""


def test_units_posts_and_phones_are_those_that_residents_see(demo: Examined) -> None:
    """Ids become names; a phone that the item lacks is its unit's."""
    office = demo.resolved.catalog.offices["jintang"]
    fields = demo.resolved.catalog.kinds["service"].fields
    item = {"unit": "city", "post": "head"}
    assert item_cell(fields["unit"], item, office) == "城市管理办公室"
    assert item_cell(fields["post"], item, office) == "主任"
    assert item_cell(fields["hotline"], item, office) == "000-8802 1200"
    own = {**item, "hotline": "12345"}
    assert item_cell(fields["hotline"], own, office) == "12345"
    assert item_cell(fields["unit"], {"unit": "区民政局"}, office) == "区民政局"


def test_every_list_of_the_demo_reads_back(demo: Examined) -> None:
    """Each list, own, adopted and standard, has the same cells in every form."""
    resolved = demo.resolved
    keys = [
        *resolved.standards,
        *(k for k in resolved.lists if k.owner in {"jintang", "wuqiao"}),
    ]
    assert len(keys) > 20
    for key in keys:
        current = resolved.on(key, TODAY)
        assert current is not None
        office = resolved.catalog.offices.get(key.owner)
        sheet = list_sheet(current, office)
        for form in ("xlsx", "csv"):
            (grid,) = open_tables(f"a.{form}", list_file(form, current, office))
            top = grid.rows.index(sheet.header[0])
            assert len(grid.rows) - top - 1 == len(current.items)
            for read, written in zip(grid.rows[top + 1 :], sheet.rows, strict=True):
                assert read[2:] == written[2:]
        assert grid.rows[0][0] == current.title


def test_layout_of_a_list(demo: Examined) -> None:
    """Title, document, dates; 序号, merged 类别, 事项名称 first; the id last."""
    resolved = demo.resolved
    current = resolved.on(ListKey("jintang", "services"), TODAY)
    assert current is not None
    office = resolved.catalog.offices["jintang"]
    sheet = list_sheet(current, office)
    assert sheet.titles[0] == "锦棠街道公共服务事项清单"
    assert sheet.titles[1].startswith("文号：锦街发〔2026〕")
    assert f"施行日期：{current.day}" in sheet.titles[2]
    assert sheet.titles[2].endswith(f"项数：{len(current.items)}")
    assert sheet.header[0][:3] == ("序号", "类别", "事项名称")
    assert sheet.header[0][-1] == "事项编号"
    assert "责任人" not in sheet.header[0]
    assert sheet.merges
    for merge in sheet.merges:
        texts = [row[1] for row in sheet.rows[merge.top : merge.bottom + 1]]
        assert texts[0]
        assert not any(texts[1:])
    made = list_file("docx", current, office)
    assert made == list_file("docx", current, office)
    (grid,) = open_tables("a.docx", made)
    assert grid.before == sheet.titles
    assert grid.rows[1:] == sheet.rows


def test_names_of_people_follow_the_policy() -> None:
    """Only an office that shows whole names has them in its tables."""
    examined = examine(SAMPLE, TODAY)
    shown = set()
    for office in examined.resolved.catalog.offices.values():
        data = dict(contact_files("xlsx", office))["posts"]
        (grid,) = open_tables("a.xlsx", data)
        has_names = any("姓名" in row for row in grid.rows)
        assert has_names == (office.names == "full")
        people = {p.person for u in office.units.values() for p in u.posts.values()}
        for person in people - {None}:
            assert (str(person) in str(grid.rows)) == has_names
        shown.add(has_names)
        assert "person" not in str(dict(contact_files("json", office)))
    assert shown == {True, False}


def test_a_workbook_of_an_office(demo: Examined) -> None:
    """One sheet a list, then units, posts and communities; every cell is a text."""
    resolved = demo.resolved
    office = resolved.catalog.offices["wuqiao"]
    lists = [
        one
        for key in resolved.lists
        if key.owner == "wuqiao" and (one := resolved.on(key, TODAY))
    ]
    made = workbook(lists, office)
    assert made == workbook(lists, office)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert len(book.sheetnames) == len(lists) + 3
    assert book.sheetnames[-3:] == ["机构和电话", "岗位", "社区"]
    for sheet in book.worksheets:
        kinds = {
            cell.data_type for row in sheet.iter_rows() for cell in row if cell.value
        }
        assert kinds == {"s"}


def test_all_in_every_form(call: Call, sample: Path, tmp_path: Path) -> None:
    """Everything, twice: the same bytes, nothing written the second time."""
    for form in FORMS:
        folder = tmp_path / form
        options = ("--root", sample, *ON, "--format", form, "--out", folder)
        said = call("export", "all", *options)
        assert said.code == 0
        files = {
            path: path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }
        again = call("export", "all", *options, "--replace")
        assert "已导出" not in again.out
        assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == files
        assert {path.suffix for path in files} == {f".{form}"}
        assert len(files) == said.out.count("已导出")


def test_json_is_what_show_says(call: Call, sample: Path) -> None:
    """Fields as declared, each with its origin."""
    assert (
        call(
            "export", "dongmen/services", "--root", sample, *ON, "--format", "json"
        ).code
        == 0
    )
    made = (sample / "build/export/dongmen/services.json").read_text(encoding="utf-8")
    shown = call("show", "dongmen/services", "--root", sample, *ON, "--format", "json")
    assert made == shown.out
    assert {"list", "kind", "title", "effective", "items"} <= set(json.loads(made))


def test_what_somebody_edited_is_not_overwritten(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    """A file that differs stays until --replace says that it may go."""
    target = tmp_path / "清单.xlsx"
    options = ("export", "dongmen/services", "--root", sample, *ON, "--out", target)
    assert call(*options).code == 0
    target.write_bytes(b"edited")
    refused = call(*options)
    assert refused.code == 2
    assert "--replace" in refused.err
    assert target.read_bytes() == b"edited"
    assert call(*options, "--replace").code == 0
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dongmen/servces",), "是不是“dongmen/services”"),
        (("东门",), "没有街道或清单"),
        (("dongmen/services", "--on", "1999-01-01"), "--on 20"),
        (("dongmen", "--format", "csv", "--out", "a.docx"), "请改成一样的"),
    ],
)
def test_refusals_say_what_to_do(
    call: Call, sample: Path, arguments: tuple[str, ...], words: str
) -> None:
    """One sentence, exit code 2, nothing written."""
    said = call("export", *arguments, "--root", sample)
    assert said.code == 2
    assert words in said.err
    assert not (sample / "build").exists()


def test_announced_lists_are_told(call: Call, sample: Path) -> None:
    """An office exports what is in force; what is announced is said with its day."""
    said = call(
        "export", "东门街道", "--root", sample, "--on", "2024-01-01", "--format", "csv"
    )
    assert "还没有施行，没有导出" in said.err
    assert "--on 20" in said.err
