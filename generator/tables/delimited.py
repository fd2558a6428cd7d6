"""Texts with delimiters: .csv, .tsv and what was copied out of a spreadsheet."""

import csv
import io
from collections import Counter
from pathlib import PurePath

from generator.problems import GeneratorError
from generator.tables.cell_texts import cell_text
from generator.tables.encodings import decode
from generator.tables.grid import Grid
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS

_DELIMITERS = ",\t;|"
_SAMPLE = 60
_LONGEST = 131_072


def read_delimited(name: str, data: bytes) -> list[Grid]:
    """Read a text as one table (逗号或制表符分隔); cells may hold line breaks."""
    text = (decode(data) or "").lstrip("\ufeff")
    delimiter = _delimiter(text)
    if delimiter is None and not name.lower().endswith((".csv", ".tsv")):
        message = f"“{name}”读不了：这是一篇文字，里面没有表格。请导入 Excel 表格、.csv，或有表格的 Word 文件。"
        raise GeneratorError(message)
    rows = _rows(name, text, delimiter or ",")
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        message = f"“{name}”读不了：表格太大，请删去用不着的行和列再导入。"
        raise GeneratorError(message)
    width = max(map(len, rows), default=0)
    return [
        Grid(
            PurePath(name).stem,
            tuple((*row, *("" for _ in range(width - len(row)))) for row in rows),
        )
    ]


def _rows(name: str, text: str, delimiter: str) -> list[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[str, ...]] = []
    while True:
        begin = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            message = (
                f"“{name}”读不了：第 {begin} 行起有一格长得不正常，"
                "多半是少了一个英文双引号，请补上再导入。"
            )
            raise GeneratorError(message) from error
        if row is None:
            return rows
        rows.append(tuple(cell_text(cell) for cell in row))


def _delimiter(text: str) -> str | None:
    """Find the delimiter that cuts most rows into the same number of cells."""
    best = max(_DELIMITERS, key=lambda mark: (_evenness(text, mark), mark == ","))
    return best if _evenness(text, best) > 0 else None


def _evenness(text: str, delimiter: str) -> float:
    """Rows with the commonest number of cells, two at least, of all that have text."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths = []
    try:
        for row in reader:
            if any(row):
                widths.append(len(row))
            if len(widths) == _SAMPLE:
                break
    except csv.Error:
        return 0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0
    width, count = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return count / len(widths) + min(width, 20) / 1000
