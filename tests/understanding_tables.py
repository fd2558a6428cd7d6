"""Tables as they come (invented), for the tests of understanding."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.loading.config import settings_without_config
from generator.settings import Settings
from generator.tables.grid import Grid, Merge
from generator.understanding.understand import understand
from generator.understanding.understood import Understood


@cache
def settings() -> Settings:
    """The kinds that ship, and one column of the site's own."""
    return replace(settings_without_config(), columns={"牵头股室": "unit"})


def grid(
    text: str,
    *merges: tuple[int, int, int, int],
    name: str = "表",
    before: Sequence[str] = (),
) -> Grid:
    """A table from lines of cells divided by |; ↵ is a break inside a cell."""
    rows = [
        [cell.strip(" ").replace("↵", "\n") for cell in line.split("|")]
        for line in text.strip("\n").split("\n")
    ]
    wide = max(map(len, rows))
    return Grid(
        name,
        tuple((*row, *[""] * (wide - len(row))) for row in rows),
        tuple(Merge(*merge) for merge in merges),
        before=tuple(before),
    )


def read(*grids: Grid, kind: str = "", sheet: str = "") -> Understood:
    """Understand the tables of one file."""
    return understand(grids, settings(), kind=kind, sheet=sheet)


def cells(understood: Understood, *names: str) -> list[tuple[str, ...]]:
    """The texts of these fields, row by row."""
    return [tuple(row.cells.get(name, "") for name in names) for row in understood.rows]


def said(understood: Understood) -> str:
    """All remarks and repairs in one text."""
    remarks = (f"{r.place.words()}：{r.sentence}{r.cure}" for r in understood.remarks)
    repairs = (f"{r.place.words()}：{r.why}" for r in understood.repairs)
    return "\n".join((*remarks, *repairs))
