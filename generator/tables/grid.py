"""A table as its file holds it: rows of texts, what was merged, what was unreadable."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Merge(NamedTuple):
    """A merged range (合并单元格): 0-based rows and columns of the grid, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell whose content could not be read: 0-based place in the grid, and why."""

    row: int
    column: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One table (工作表、文中的表格).

    `rows` is rectangular; a cell is the text a reader of the table sees, line breaks
    as line feeds, empty where there is nothing. A merged range has its text in the first
    cell only. `first_row` is what the program that made the file calls the first
    row, so that row `i` is shown to people as `first_row + i`. `before` are the
    paragraphs that stand above the table outside of it (documents, pages), `after`
    those that follow the last table. `hidden` are 0-based rows the file hides,
    `is_hidden` tells that it hides the whole sheet.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    first_row: int = 1
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    hidden: frozenset[int] = field(default_factory=frozenset)
    is_hidden: bool = False
