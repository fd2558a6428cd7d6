"""Writing a table as offices do: workbook, document, comma-separated text, saved page."""

import csv
import io
from collections.abc import Callable, Iterator
from html import escape

from docx import Document
from docx.table import Table as WordTable
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.ugly import Cell, Cells, Mark, Table

Range = tuple[int, int, int, int]
"""Top, left, bottom and right of merged cells, from 0, both included."""


def as_xlsx(table: Table) -> bytes:
    """Write a workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "清单"
    for at, (name, texts) in enumerate(table.sheets):
        other = book.create_sheet(name, at)
        for text in texts:
            other.append([text])
    lines = table.lines()
    for number, row in enumerate(lines, start=1):
        for column, cell in enumerate(row, start=1):
            if not isinstance(cell, Mark) and cell != "":
                _fill(sheet, number, column, cell)
    for top, left, bottom, right in merges(lines):
        sheet.merge_cells(
            start_row=top + 1,
            start_column=left + 1,
            end_row=bottom + 1,
            end_column=right + 1,
        )
    first = len(table.above) + len(table.headings) + 1
    for index in table.hidden:
        sheet.row_dimensions[first + index].hidden = True
    if table.comment:
        sheet.cell(first, 1).comment = Comment(table.comment, "同事")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, row: int, column: int, cell: str | float) -> None:
    place = sheet.cell(row, column, cell)
    if isinstance(cell, str) and cell.startswith("="):
        place.data_type = "s"  # a text that looks like a formula, as '=1+1 is
        place.quotePrefix = True


def as_docx(table: Table) -> bytes:
    """Write a document with the table in it."""
    document = Document()
    for _, texts in table.sheets:
        for text in texts:
            document.add_paragraph(text)
    rows = table.lines()
    made: WordTable = document.add_table(rows=len(rows), cols=table.width)
    # Every cell is looked up once: python-docx counts them anew for each question.
    places = [list(row.cells) for row in made.rows]
    for line, cells in zip(rows, places, strict=True):
        for cell, place in zip(line, cells, strict=True):
            place.text = "" if isinstance(cell, Mark) else str(cell)
    for top, left, bottom, right in merges(rows):
        kept = places[top][left].text
        places[top][left].merge(places[bottom][right]).text = kept
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_csv(table: Table, encoding: str = "utf-8-sig") -> bytes:
    """Write comma-separated text; merged cells come out empty, as Excel writes them."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in table.lines():
        writer.writerow(["" if isinstance(cell, Mark) else cell for cell in row])
    return out.getvalue().encode(encoding, "replace")


def as_gbk(table: Table) -> bytes:
    """Write comma-separated text in the encoding of Chinese Windows."""
    return as_csv(table, "gb18030")


def as_html(table: Table) -> bytes:
    """Write a page as a browser saves it from a government site."""
    return "".join(_page(table)).encode()


def _page(table: Table) -> Iterator[str]:
    yield '<!DOCTYPE html><html><head><meta charset="utf-8"><title>清单</title></head>'
    yield "<body><div class='TRS_Editor'><table border=1><tbody>"
    rows = table.lines()
    spans = {(top, left): place for place in merges(rows) for top, left in [place[:2]]}
    for number, row in enumerate(rows):
        yield "<tr>"
        for column, cell in enumerate(row):
            if not isinstance(cell, Mark):
                yield _data(cell, spans.get((number, column)))
        yield "</tr>\n"
    yield "</tbody></table></div></body></html>"


def _data(cell: Cell, span: Range | None) -> str:
    top, left, bottom, right = span or (0, 0, 0, 0)
    text = escape(str(cell)).replace("\r\n", "\n").replace("\n", "<br>")
    return (
        f"<td rowspan={bottom - top + 1} colspan={right - left + 1}>"
        f"<p><span>{text}</span></p></td>"
    )


def merges(rows: tuple[Cells, ...]) -> list[Range]:
    """Find the merged ranges that the marks describe."""
    found = []
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            if isinstance(cell, Mark):
                continue
            right, bottom = left, top
            while right + 1 < len(row) and row[right + 1] is Mark.LEFT:
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][left] is Mark.UP:
                bottom += 1
            if (right, bottom) != (left, top):
                found.append((top, left, bottom, right))
    return found


WRITERS: dict[str, Callable[[Table], bytes]] = {
    "a.xlsx": as_xlsx,
    "b.xls": as_xlsx,  # renamed by somebody whose old computer wanted .xls
    "c.docx": as_docx,
    "d.csv": as_csv,
    "e.csv": as_gbk,
    "f.html": as_html,
}
