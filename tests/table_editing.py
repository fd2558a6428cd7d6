"""Editing an exported table as a clerk does: in a workbook, a document, a CSV file.

Rows and columns count from 0. A clerk who moves or deletes rows first undoes merged
cells (取消合并) and fills them; so does opening a table here.
"""

import copy
import csv
import io
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class XlsxSheet:
    """A workbook, edited through openpyxl."""

    book: Workbook
    sheet: Worksheet

    def rows(self) -> list[list[str]]:
        """Give the texts of all cells."""
        values = self.sheet.iter_rows(values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in values]

    def write(self, row: int, column: int, text: str) -> None:
        """Write into a cell; an empty text clears it."""
        self.sheet.cell(row + 1, column + 1).value = text or None

    def insert(self, row: int, texts: list[str]) -> None:
        """Insert a row before another."""
        self.sheet.insert_rows(row + 1)
        self._shift(row + 1, 1)
        for column, text in enumerate(texts):
            self.write(row, column, text)

    def delete(self, row: int) -> None:
        """Delete a row."""
        self.sheet.delete_rows(row + 1)
        self._shift(row + 1, -1)

    def _shift(self, first: int, rows: int) -> None:
        # Excel moves merged cells along with their rows; openpyxl leaves them behind.
        ranges = [copy.copy(merged) for merged in self.sheet.merged_cells.ranges]
        for merged in ranges:
            if merged.min_row >= first:
                merged.shift(row_shift=rows)
        self.sheet.merged_cells.ranges = set(ranges)

    def merge_down(self, column: int, top: int, bottom: int) -> None:
        """Merge cells of a column."""
        self.sheet.merge_cells(
            None,
            start_row=top + 1,
            start_column=column + 1,
            end_row=bottom + 1,
            end_column=column + 1,
        )

    def save(self) -> bytes:
        """Give the file."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class DocxSheet:
    """A document with one table, edited through python-docx."""

    document: WordDocument
    table: WordTable

    def rows(self) -> list[list[str]]:
        """Give the texts of all cells."""
        return [[cell.text for cell in row.cells] for row in self.table.rows]

    def write(self, row: int, column: int, text: str) -> None:
        """Write into a cell."""
        self.table.rows[row].cells[column].text = text

    def insert(self, row: int, texts: list[str]) -> None:
        """Insert a row before another: a copy of it, overwritten."""
        at = min(row, len(self.table.rows) - 1)
        model = self.table.rows[at]._tr  # noqa: SLF001 - python-docx cannot insert rows
        made = copy.deepcopy(model)
        (model.addprevious if at == row else model.addnext)(made)
        # From the right, since the cells of a merged line are all its first one.
        for column in range(len(texts) - 1, -1, -1):
            self.write(row, column, texts[column])

    def delete(self, row: int) -> None:
        """Delete a row."""
        gone = self.table.rows[row]._tr  # noqa: SLF001 - python-docx cannot delete rows
        self.table._tbl.remove(gone)  # noqa: SLF001 - as above

    def merge_down(self, column: int, top: int, bottom: int) -> None:
        """Merge cells of a column, keeping the text of the first."""
        first = self.table.cell(top, column)
        text = first.text
        first.merge(self.table.cell(bottom, column)).text = text

    def save(self) -> bytes:
        """Give the file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class CsvSheet:
    """Comma-separated text."""

    lines: list[list[str]]

    def rows(self) -> list[list[str]]:
        """Give the texts of all cells."""
        return self.lines

    def write(self, row: int, column: int, text: str) -> None:
        """Write into a cell."""
        self.lines[row][column] = text

    def insert(self, row: int, texts: list[str]) -> None:
        """Insert a row before another."""
        self.lines.insert(row, list(texts))

    def delete(self, row: int) -> None:
        """Delete a row."""
        del self.lines[row]

    def merge_down(self, column: int, top: int, bottom: int) -> None:
        """Leave only the first cell, as a merged range is saved."""
        for row in range(top + 1, bottom + 1):
            self.lines[row][column] = ""

    def save(self) -> bytes:
        """Give the file, in the encoding that Excel in Chinese saves."""
        out = io.StringIO()
        csv.writer(out).writerows(self.lines)
        return out.getvalue().encode("gb18030")


Sheet = XlsxSheet | DocxSheet | CsvSheet


def open_sheet(name: str, data: bytes) -> Sheet:
    """Open an exported file by the end of its name, without merged cells in its body."""
    if name.endswith(".xlsx"):
        return _open_xlsx(data)
    if name.endswith(".docx"):
        return _open_docx(data)
    return CsvSheet(list(csv.reader(io.StringIO(data.decode("utf-8-sig")))))


def _open_xlsx(data: bytes) -> XlsxSheet:
    book = load_workbook(io.BytesIO(data))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row == merged.max_row:
            continue
        text = sheet.cell(merged.min_row, merged.min_col).value
        sheet.unmerge_cells(merged.coord)
        for row in range(merged.min_row, merged.max_row + 1):
            sheet.cell(row, merged.min_col).value = text
    return XlsxSheet(book, sheet)


def _open_docx(data: bytes) -> DocxSheet:
    document = Document(io.BytesIO(data))
    table = document.tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    for merge in table._tbl.findall(f".//{qn('w:vMerge')}"):  # noqa: SLF001 - it has no way to undo a merge
        if (properties := merge.getparent()) is not None:
            properties.remove(merge)
    sheet = DocxSheet(document, table)
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            if sheet.table.cell(row, column).text != text:
                sheet.write(row, column, text)
    return sheet
