"""Rows of spanning cells laid out as a rectangle, and rectangles cut to what they hold."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.tables.grid import Fault, Grid, Merge

MOST_ROWS, MOST_COLUMNS = 100_000, 500


class Span(NamedTuple):
    """A cell of a document or a page: its text and how far it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


Laid = tuple[list[list[str]], list[Merge]]


def lay_out(rows: Sequence[Sequence[Span]]) -> Laid:
    """Lay spanning cells out on a grid (合并单元格), as a browser does."""
    taken: dict[tuple[int, int], str] = {}
    merges = []
    for top, spans in enumerate(rows):
        left = 0
        for span in spans:
            while (top, left) in taken:
                left += 1
            bottom = min(top + max(span.rows, 1), len(rows)) - 1
            right = min(left + max(span.columns, 1), MOST_COLUMNS) - 1
            if right < left:
                break
            for place in _places(top, left, bottom, right):
                taken.setdefault(place, "")
            taken[top, left] = span.text
            if (bottom, right) != (top, left):
                merges.append(Merge(top, left, bottom, right))
            left = right + 1
    width = max((column for _, column in taken), default=-1) + 1
    texts = [
        [taken.get((row, column), "") for column in range(width)]
        for row in range(len(rows))
    ]
    return texts, merges


def _places(top: int, left: int, bottom: int, right: int) -> Iterable[tuple[int, int]]:
    return (
        (row, column)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    )


def cut(grid: Grid) -> Grid | None:
    """Leave out empty rows and columns at the end (空行空列); None if nothing is left.

    Rows and columns before the first text stay, so that numbers remain true.
    """
    height = max((i + 1 for i, row in enumerate(grid.rows) if any(row)), default=0)
    width = max((_width(row) for row in grid.rows), default=0)
    for fault in grid.faults:
        height, width = max(height, fault.row + 1), max(width, fault.column + 1)
    if not height or not width:
        return None
    rows = tuple(tuple(_padded(row, width)) for row in grid.rows[:height])
    return Grid(
        grid.name,
        rows + tuple(("",) * width for _ in range(height - len(rows))),
        tuple(sorted(_within(grid.merges, height, width))),
        grid.first_row,
        grid.before,
        grid.after,
        tuple(sorted(grid.faults, key=_place)),
        frozenset(row for row in grid.hidden if row < height),
        grid.is_hidden,
    )


def _place(fault: Fault) -> tuple[int, int, str]:
    return fault.row, fault.column, fault.sentence


def _width(row: Sequence[str]) -> int:
    return max((i + 1 for i, text in enumerate(row) if text), default=0)


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row[:width], *("" for _ in range(width - len(row)))]


def _within(merges: Iterable[Merge], height: int, width: int) -> Iterable[Merge]:
    """Merges cut at the edge; a single cell is no merge."""
    for merge in merges:
        bottom, right = min(merge.bottom, height - 1), min(merge.right, width - 1)
        if (
            merge.top <= bottom
            and merge.left <= right
            and (merge.top, merge.left) != (bottom, right)
        ):
            yield Merge(merge.top, merge.left, bottom, right)
