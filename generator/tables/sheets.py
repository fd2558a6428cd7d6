"""A table to be written: what stands above it, its cells, what is merged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

from generator.tables.grid import Merge

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class SheetOut:
    """One table in the layout of a government document (公文表格).

    `titles` are the lines above the table, the first one being its title; `header`
    are the rows of headings, `rows` those of the body, all equally long. `merges`
    are by 0-based row and column of the body; the text of a merged range stands in
    its first cell. `widths` are in half-width characters, one for each column.
    `notes` stand below.
    """

    name: str
    titles: tuple[str, ...]
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    merges: tuple[Merge, ...] = ()
    notes: tuple[str, ...] = ()


def width_of(text: str) -> int:
    """The room a line needs, in half-width characters."""
    return sum(2 if east_asian_width(mark) in "WFA" else 1 for mark in text)


def lines_of(text: str, width: int) -> int:
    """Count the lines a text takes in a column of so many half-width characters."""
    return sum(-(-max(width_of(line), 1) // width) for line in text.split("\n"))


def sheet_names(sheets: Iterable[SheetOut]) -> list[str]:
    """Names that a workbook can have (工作表名): short, plain, each once."""
    names: list[str] = []
    for sheet in sheets:
        plain = _NOT_IN_NAMES.sub(" ", sheet.name).strip() or "表格"
        name, number = plain[:_LONGEST_NAME], 2
        while name.casefold() in {known.casefold() for known in names}:
            tail = f"（{number}）"
            name, number = plain[: _LONGEST_NAME - len(tail)] + tail, number + 1
        names.append(name)
    return names
