"""Tables as .xlsx files, ready to be printed on A4 (XlsxWriter)."""

import io
from datetime import UTC, datetime
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.problems import GeneratorError
from generator.tables.guarding import guard_stored
from generator.tables.sheets import SheetOut, lines_of, sheet_names

_A4 = 9
_LONGEST = 32_767
_LINE, _TALLEST = 15, 409  # points; no spreadsheet shows a higher row
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TEXTS_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_SONG = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True}
# Text format: phones and codes keep their zeros when somebody edits the cell.
_CELL = {**_SONG, "num_format": "@", "border": 1, "valign": "vcenter"}


class _Looks(NamedTuple):
    """How the parts of a sheet look."""

    title: Format
    line: Format
    head: Format
    cell: Format
    centred: Format


def write_xlsx(*sheets: SheetOut) -> bytes:
    """Write a workbook with one sheet for each table; same tables, same bytes.

    Raises GeneratorError for a cell longer than a spreadsheet can hold.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _TEXTS_ONLY)
    book.set_properties({"title": sheets[0].titles[0], "created": _MADE})
    looks = _looks(book)
    for sheet, name in zip(sheets, sheet_names(sheets), strict=True):
        _write(book.add_worksheet(name), sheet, looks)
    book.close()
    return buffer.getvalue()


def _looks(book: Workbook) -> _Looks:
    black = {"font_name": "黑体", "align": "center", "valign": "vcenter"}
    return _Looks(
        title=book.add_format({**black, "font_size": 18, "text_wrap": True}),
        line=book.add_format(_SONG),
        head=book.add_format({**_CELL, **black, "bg_color": "#EDEDED"}),
        cell=book.add_format({**_CELL, "quote_prefix": True}),
        centred=book.add_format({**_CELL, "quote_prefix": True, "align": "center"}),
    )


def _write(page: Worksheet, sheet: SheetOut, looks: _Looks) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    top = _write_lines(page, sheet, 0, sheet.titles, looks)
    for cells in sheet.header:
        page.set_row(top, _height(cells, sheet.widths))
        for column, text in enumerate(cells):
            page.write_string(top, column, text, looks.head)
        top += 1
    _write_body(page, sheet, top, looks)
    _write_lines(page, sheet, top + len(sheet.rows), ("", *sheet.notes), looks)
    _set_page(page, sheet, top)


def _write_lines(
    page: Worksheet, sheet: SheetOut, top: int, lines: tuple[str, ...], looks: _Looks
) -> int:
    """Write lines across the whole table; return the row after them."""
    last = len(sheet.widths) - 1
    for number, text in enumerate(lines, start=top):
        look = looks.line if number else looks.title
        if not text:
            continue
        page.set_row(number, max(lines_of(text, sum(sheet.widths)) * _LINE, _LINE + 3))
        if not number:
            page.set_row(number, 36)
        if last:
            page.merge_range(number, 0, number, last, "", look)
        page.write_string(number, 0, _stored(text), look)
    return top + len(lines)


def _write_body(page: Worksheet, sheet: SheetOut, top: int, looks: _Looks) -> None:
    for number, cells in enumerate(sheet.rows):
        page.set_row(top + number, _height(cells, sheet.widths))
    for merge in sheet.merges:
        page.merge_range(
            top + merge.top,
            merge.left,
            top + merge.bottom,
            merge.right,
            "",
            looks.centred,
        )
    covered = {
        (row, column)
        for merge in sheet.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    } - {(merge.top, merge.left) for merge in sheet.merges}
    firsts = {(merge.top, merge.left) for merge in sheet.merges}
    for number, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            if (number, column) not in covered:
                middle = not column or (number, column) in firsts
                look = looks.centred if middle else looks.cell
                page.write_string(top + number, column, _stored(text), look)


def _set_page(page: Worksheet, sheet: SheetOut, top: int) -> None:
    """A4 landscape, one page wide, headings on each page, page numbers below."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.center_horizontally()
    page.repeat_rows(top - len(sheet.header), top - 1)
    page.freeze_panes(top, 0)
    page.set_footer("&C第 &P 页 共 &N 页")
    # Phones and numbers are texts on purpose: no green corners.
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _height(cells: tuple[str, ...], widths: tuple[int, ...]) -> int:
    """The height in points that shows all lines of a row, as far as there is one."""
    lines = max(
        lines_of(text, max(width - 1, 2))
        for text, width in zip(cells, widths, strict=True)
    )
    return min(lines * _LINE + 6, _TALLEST)


def _stored(text: str) -> str:
    if len(text) > _LONGEST:
        message = (
            f"“{text[:20]}……”有 {len(text)} 字，Excel 的一格最多 {_LONGEST} 字。"
            "请导出成 docx 或 csv。"
        )
        raise GeneratorError(message)
    return guard_stored(text)
