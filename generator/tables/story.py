"""A document or page as the order of its paragraphs and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.tables.grid import Fault, Grid
from generator.tables.rectangles import Span, lay_out

_ENOUGH, _PLENTY = 2, 3
"""Filled cells that make a table more than a frame: in two rows, or in one."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table of a document: its rows of cells; `faults` and `hidden` by row."""

    rows: Sequence[Sequence[Span]]
    name: str = ""
    faults: tuple[Fault, ...] = ()
    hidden: frozenset[int] = frozenset()


def is_frame(rows: Iterable[Sequence[str]]) -> bool:
    """Tell a table that only places other tables (版式表格) by its own texts."""
    filled = [sum(1 for text in row if text) for row in rows]
    several = sum(1 for count in filled if count >= _ENOUGH)
    return several < _ENOUGH and max(filled, default=0) < _PLENTY


def to_grids(blocks: Iterable[str | TableBlock]) -> list[Grid]:
    """Make a grid of each table; paragraphs go to the table that follows them."""
    grids: list[Grid] = []
    waiting: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            grids.append(_grid(block, len(grids) + 1, tuple(waiting)))
            waiting = []
        elif block.strip():
            waiting.append(block.strip())
    if grids:
        grids[-1] = replace(grids[-1], after=tuple(waiting))
    return grids


def _grid(block: TableBlock, number: int, before: tuple[str, ...]) -> Grid:
    texts, merges = lay_out(block.rows)
    return Grid(
        block.name or f"第 {number} 个表格",
        tuple(tuple(row) for row in texts),
        tuple(merges),
        before=before,
        faults=block.faults,
        hidden=block.hidden,
    )
