"""Tables of every form come out as grids of the texts that their readers see."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.tables import Grid, Merge, open_tables

TABLES = Path(__file__).parent / "tables"


def only(name: str, data: bytes) -> Grid:
    """Open a file that holds one table."""
    (grid,) = open_tables(name, data)
    return grid


def book(fill: dict[str, object], **formats: str) -> openpyxl.Workbook:
    """Make a workbook with these cells and number formats."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for place, value in fill.items():
        sheet[place].value = value
    for place, pattern in formats.items():
        sheet[place].number_format = pattern
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    """Give the bytes of a workbook."""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_numbers_and_days_are_texts() -> None:
    """Whole numbers have no point, long ones no exponent, days no clock."""
    made = book(
        {
            "A1": 1.0,
            "B1": 88001234.0,
            "C1": 990101001001,
            "D1": 12.5,
            "A2": dt.datetime(2026, 1, 1),  # noqa: DTZ001 # sheets have no zones
            "B2": dt.datetime(2026, 1, 1, 9, 30),  # noqa: DTZ001 - spreadsheets know no zones
            "C2": True,
            "D2": dt.time(9, 30),
            "A3": 5,
            "B3": 88001234,
            "C3": 0.3,
            "D3": " 字\r\n字\n",
        },
        D1="0.00",
        A3="0000",
        B3='"000"\\-00000000',
        C3="0%",
    )
    assert only("a.xlsx", saved(made)).rows == (
        ("1", "88001234", "990101001001", "12.50"),
        ("2026-01-01", "2026-01-01 09:30", "是", "09:30"),
        ("0005", "000-88001234", "30%", " 字\n字"),
    )


def test_what_cannot_be_read_is_told() -> None:
    """Errors stay in their cells; numbers too long and formulas never run are told."""
    made = book({"A1": "=1/0", "B2": 10**17 + 1, "C3": "#REF!"})
    made.worksheets[0]["C3"].data_type = "e"
    grid = only("a.xlsx", saved(made))
    assert [(fault.row, fault.column) for fault in grid.faults] == [
        (0, 0),
        (1, 1),
        (2, 2),
    ]
    assert grid.rows[2][2] == "#REF!"
    assert "15 位" in grid.faults[1].sentence


def test_sheets_keep_what_they_hide() -> None:
    """Hidden rows and sheets are read and marked; merged cells have one text."""
    made = book({"B3": "类别", "C3": "名称", "C4": "乙"})
    sheet = made.worksheets[0]
    sheet.merge_cells("B3:B4")
    sheet.row_dimensions[4].hidden = True
    other = made.create_sheet("旧表")
    other.sheet_state = "hidden"
    other["A1"] = "旧"
    first, second = open_tables("b.xls", saved(made))  # the name says nothing
    assert first.merges == (Merge(2, 1, 3, 1),)
    assert first.hidden == {3}
    assert first.rows[2:] == (("", "类别", "名称"), ("", "", "乙"))
    assert (second.name, second.is_hidden) == ("旧表", True)


def test_old_excel() -> None:
    """A true .xls file: merges, whole numbers, days, errors, a hidden row."""
    grid = only("旧.xls", (TABLES / "old.xls").read_bytes())
    assert grid.rows == (
        ("街道事项清单", "", "", ""),
        ("序号", "事项名称", "电话", "日期"),
        ("1", "低保申请", "0123", "2026-01-03"),
        ("2", "高龄津贴", "#DIV/0!", ""),
        ("0003", "临时救助", "88001234", ""),
    )
    assert grid.merges == (Merge(0, 0, 0, 3),)
    assert grid.hidden == {3}
    assert [(fault.row, fault.column) for fault in grid.faults] == [(3, 2)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_texts(encoding: str, delimiter: str) -> None:
    """Cells with line breaks, delimiters and quotes, in the encodings in use."""
    text = delimiter.join(["序号", "事项名称", '"一，\r\n二"']) + "\r\n"
    text += delimiter.join(["1", f'"a{delimiter}b"', '"说""好"""']) + "\r\n,,\r\n"
    grid = only("清单.csv", text.encode(encoding))
    assert grid.name == "清单"
    assert grid.rows[:2] == (
        ("序号", "事项名称", "一，\n二"),
        ("1", f"a{delimiter}b", '说"好"'),
    )


def test_word_tables() -> None:
    """Merged cells both ways, a table in a cell, and the paragraphs around."""
    made = docx.Document()
    made.add_paragraph("附件 1")
    made.add_heading("街道清单")
    table = made.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    for covered in (table.cell(0, 2), table.cell(2, 0)):
        covered.text = ""
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 2).paragraphs[0].add_run().add_break()
    inner = table.cell(1, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "层"
    made.add_paragraph("注：以上。")
    buffer = io.BytesIO()
    made.save(buffer)
    grid = only("清单.docx", buffer.getvalue())
    assert grid.rows == (
        ("00", "01", ""),
        ("10", "11", "12\n内 层"),
        ("", "21", "22"),
    )
    assert grid.merges == (Merge(0, 1, 0, 2), Merge(1, 0, 2, 0))
    assert (grid.before, grid.after) == (("附件 1", "街道清单"), ("注：以上。",))


def test_word_numbers_are_counted() -> None:
    """Numbers that Word counts itself are texts like any other."""
    made = docx.Document()
    table = made.add_table(0, 2)
    for name in ("低保", "高龄"):
        cells = table.add_row().cells
        cells[0].paragraphs[0].style = made.styles["List Number"]
        cells[1].text = name
    buffer = io.BytesIO()
    made.save(buffer)
    assert only("a.docx", buffer.getvalue()).rows == (("1.", "低保"), ("2.", "高龄"))


def test_saved_pages() -> None:
    """A page as Word saves it: GB2312, a frame around, spans, wrapped source."""
    grid = only("清单.xls", (TABLES / "word.htm").read_bytes())
    assert grid.rows == (
        ("序号", "主体", ""),
        ("", "实施\n主体", "承接 单位"),
        ("1", "街道办事处", "区民政局"),
        ("2", "■ 街道\n□ 社区", "区司法局"),
    )
    assert grid.merges == (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2))
    assert grid.before == ("街道事项清单", "自2026年1月1日起施行")
    assert grid.after == ("打印本页",)
    assert grid.hidden == {3}


def test_excel_xml() -> None:
    """The XML of Excel 2003 under the name of .xls."""
    grid = only("导出.xls", (TABLES / "excel2003.xml").read_bytes())
    assert grid.name == "清单"
    assert grid.rows == (
        ("序号", "事项名称", "", "日期"),
        ("1", "低保\n申请", "", "2026-01-01"),
        ("", "", "#N/A", ""),
    )
    assert grid.merges == (Merge(0, 1, 0, 2),)
    assert len(grid.faults) == 1


def test_open_document() -> None:
    """An .ods file, as LibreOffice and some WPS versions write it."""
    rows = "".join(
        f"<table:table-row><table:table-cell office:value-type='string'><text:p>{a}"
        "</text:p></table:table-cell><table:table-cell office:value-type='float' "
        f"office:value='{b}'/></table:table-row>"
        for a, b in (("甲", "1"), ("乙", "2.5"))
    )
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f"<office:document-content xmlns:office='{office}office:1.0' "
        f"xmlns:table='{office}table:1.0' xmlns:text='{office}text:1.0'><office:body>"
        f"<office:spreadsheet><table:table table:name='表'>{rows}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    grid = only("a.ods", buffer.getvalue())
    assert grid.rows == (("甲", "1"), ("乙", "2.5"))
