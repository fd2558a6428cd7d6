"""Tables as offices send them (难看的表格): a table, and what is done to it.

A `Table` knows which field each column fills; a distortion makes an uglier one of it
that says the same. `ugly_files.py` writes it as a real file, and `test_ugly_tables.py`
asks that it is understood as the plain one is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum


class Mark(Enum):
    """A cell that belongs to its neighbour, because the two are merged (合并)."""

    UP = "up"
    LEFT = "left"


Cell = str | float | Mark
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table before it is a file.

    `fields` names what each column fills, empty where it fills nothing. `headings` are
    one or two rows, `rows` the matters and whatever stands among them. `above` are
    title lines, each across the whole width, `below` whole rows. `sheets` stand before
    the table in a workbook: name and lines. `hidden` are indexes of `rows`.
    """

    fields: tuple[str, ...]
    headings: tuple[Cells, ...]
    rows: tuple[Cells, ...]
    above: tuple[str, ...] = ()
    below: tuple[Cells, ...] = ()
    sheets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hidden: frozenset[int] = frozenset()
    comment: str = ""

    @property
    def width(self) -> int:
        """Count the columns."""
        return len(self.fields)

    def column(self, field: str) -> int | None:
        """Find the column of a field."""
        return self.fields.index(field) if field in self.fields else None

    def lines(self) -> tuple[Cells, ...]:
        """Give the whole sheet, row by row."""
        across: Cells = (Mark.LEFT,) * (self.width - 1)
        titles: tuple[Cells, ...] = tuple(
            (line, *across) if line else self.blank() for line in self.above
        )
        return (*titles, *self.headings, *self.rows, *self.below)

    def blank(self) -> Cells:
        """Make a row of empty cells."""
        return ("",) * self.width

    def before(self, index: int) -> Cells:
        """Make the empty row that may stand before a row: merges run through it."""
        if index >= len(self.rows):
            return self.blank()
        return tuple(Mark.UP if cell is Mark.UP else "" for cell in self.rows[index])


Distortion = Callable[[Table, int], Table]
"""Make a table uglier; the number decides where and how, so that all is repeatable."""


def every(table: Table, change: Callable[[str, str], str]) -> Table:
    """Change the text of every matter's cells by a function of field and text."""
    rows = (
        tuple(
            change(field, cell) if isinstance(cell, str) and cell else cell
            for field, cell in zip(table.fields, row, strict=True)
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def merged_down(table: Table, field: str) -> Table:
    """Merge the equal cells of a column that stand below each other."""
    column = table.column(field)
    if column is None:
        return table
    rows: list[Cells] = []
    last: Cell = ""
    for row in table.rows:
        same = row[column] == last != ""
        last = row[column]
        rows.append(put(row, column, Mark.UP) if same else row)
    return replace(table, rows=tuple(rows))


def put(row: Cells, column: int, cell: Cell) -> Cells:
    """Put a cell into a row."""
    return (*row[:column], cell, *row[column + 1 :])


def apply(table: Table, distortions: Sequence[Distortion], seed: int) -> Table:
    """Apply distortions one after another."""
    for number, distortion in enumerate(distortions):
        table = distortion(table, seed + 7 * number)
    return table
