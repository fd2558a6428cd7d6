"""Tables written and read back are the same, byte for byte each time, and harmless."""

import io
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import GeneratorError
from generator.tables import (
    Merge,
    SheetOut,
    open_tables,
    write_csv,
    write_docx,
    write_xlsx,
)
from generator.tables.guarding import guard, guard_stored, unguard

FORMULAS = (
    "=1+1",
    "+86",
    "-5",
    "@x",
    "\t=1",
    "\uff1d1",
    " =1",
    "'=1",
    "''=1",
    "\u3000\uff0b1",
)
SHEET = SheetOut(
    name="公共/服务",
    titles=("街道公共服务清单", "文号：某编〔2026〕1号", "施行日期：2026-01-01"),
    header=(("序号", "类别", "事项名称", "电话"),),
    rows=(
        ("1", "社会救助", "低保申请", "000-8800 1234"),
        ("2", "", "临时\n救助", "0123456789012345678"),
        *((str(n), "公式", text, "5") for n, text in enumerate(FORMULAS, start=3)),
    ),
    widths=(6, 10, 24, 16),
    merges=(Merge(0, 1, 1, 1),),
    notes=("注：以上。",),
)
MADE = {
    form: write(SHEET)
    for form, write in (("xlsx", write_xlsx), ("docx", write_docx), ("csv", write_csv))
}


def parts_of(data: bytes, *parts: str) -> str:
    """Read the XML of some parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(part).decode() for part in parts)


@pytest.mark.parametrize("form", MADE)
def test_what_is_written_is_read(form: str) -> None:
    """Every text comes back as it was, formulas, zeros and line breaks too."""
    (grid,) = open_tables(f"a.{form}", MADE[form])
    top = grid.rows.index(SHEET.header[0])
    rows = grid.rows[top + 1 : top + 1 + len(SHEET.rows)]
    as_read = [
        [text.strip() if form == "docx" else text for text in row] for row in SHEET.rows
    ]
    if form == "csv":
        as_read[1][1] = "社会救助"  # what is merged is repeated
    assert [list(row) for row in rows] == as_read
    if form != "csv":
        assert Merge(top + 1, 1, top + 2, 1) in grid.merges
    texts = {text for row in grid.rows for text in row} | {*grid.before, *grid.after}
    assert {*SHEET.titles, *SHEET.notes} <= texts


def test_same_table_same_bytes() -> None:
    """The time of day is in no file."""
    started = time.time()
    while int(time.time()) // 2 == int(started) // 2:  # zip files count two seconds
        time.sleep(0.05)
    assert write_xlsx(SHEET) == MADE["xlsx"]
    assert write_docx(SHEET) == MADE["docx"]


def test_formulas_are_harmless() -> None:
    """In .xlsx every cell is a text; in .csv none begins like a formula."""
    book = openpyxl.load_workbook(io.BytesIO(MADE["xlsx"]))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    rows = MADE["csv"].decode("utf-8-sig").split("\r\n")
    for text in FORMULAS:
        assert any(f",{guard(text)},5" in row for row in rows)


@given(st.text("'=+-@\uff1d\uff0b \t\u3000a\n1", max_size=8))
def test_guarding_is_undone_exactly(text: str) -> None:
    """Whatever a cell says, it says the same again, and never begins a formula."""
    assert unguard(guard(text)) == text
    assert unguard(guard_stored(text)) == text
    assert not guard(text).lstrip(" \t\u3000\n").startswith(tuple("=+-@\uff1d\uff0b"))


def test_ready_for_paper() -> None:
    """A4 landscape, headings on every page, page numbers, Chinese fonts."""
    sheet = parts_of(MADE["xlsx"], "xl/worksheets/sheet1.xml")
    assert 'paperSize="9" ' in sheet
    assert 'orientation="landscape"' in sheet
    assert "第 &amp;P 页 共 &amp;N 页" in sheet
    assert 'fitToPage="1"' in sheet
    book = parts_of(MADE["xlsx"], "xl/workbook.xml", "xl/styles.xml")
    assert "_xlnm.Print_Titles" in book
    assert "宋体" in book
    assert 'quotePrefix="1"' in book
    document = parts_of(MADE["docx"], "word/document.xml")
    assert 'w:orient="landscape"' in document
    assert "<w:tblHeader/>" in document
    footer = parts_of(MADE["docx"], "word/footer1.xml", "word/styles.xml")
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer
    assert 'w:eastAsia="宋体"' in footer
    assert MADE["csv"].startswith(b"\xef\xbb\xbf")


def test_names_of_sheets_are_ones_that_excel_takes() -> None:
    """Too long, forbidden or the same twice: still a workbook with all sheets."""
    long = "很长的清单名称" * 6
    sheets = [
        SheetOut(name, ("表",), (("甲",),), (("乙",),), (8,))
        for name in (long, long, "a/b", "")
    ]
    names = openpyxl.load_workbook(io.BytesIO(write_xlsx(*sheets))).sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert names[2] == "a b"


def test_too_much_for_a_cell_is_told() -> None:
    """A spreadsheet would drop the text; the sentence says what to take instead."""
    sheet = SheetOut("表", ("表",), (("甲",),), (("乙" * 40_000,),), (8,))
    with pytest.raises(GeneratorError, match="docx"):
        write_xlsx(sheet)
    (grid,) = open_tables("a.docx", write_docx(sheet))
    assert grid.rows[1] == ("乙" * 40_000,)
