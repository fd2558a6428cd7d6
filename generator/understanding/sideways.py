"""Tables whose headings stand in a column (竖排): one matter as a page or a form."""

from collections.abc import Sequence

from generator.tables.grid import Grid
from generator.understanding.headers import Known, tidy
from generator.understanding.synonyms import EXACT

_FEWEST = 3
_SHARE = 0.6
_LONGEST = 16


def turned(grid: Grid, known: Known) -> Grid | None:
    """The same table with its headings in a row; None where they do so already.

    A form with several names and values in a row becomes one row too.
    """
    labels = [tidy(row[0]) for row in grid.rows]
    first = next((i for i, t in enumerate(labels) if _is_label(t, known)), -1)
    if first < 0 or len(grid.rows[0]) < 2:  # noqa: PLR2004 # a name and its value
        return None
    below = [t for t in labels[first:] if t]
    named = [t for t in below if _is_label(t, known)]
    beside = [t for c in grid.rows[first][1:] if (t := tidy(c))]
    is_header = bool(beside) and all(_is_label(t, known) for t in beside)
    if len(named) < _FEWEST or len(named) < _SHARE * len(below) or is_header:
        return None
    rows = grid.rows[first:]
    items = _as_form(rows, known) or _as_columns(rows)
    return Grid(
        grid.name,
        tuple(tuple(row) for row in zip(*items, strict=True)),
        first_row=grid.first_row + first,
        before=(*grid.before, *(t for row in grid.rows[:first] if (t := _line(row)))),
        after=grid.after,
    )


def _is_label(text: str, known: Known) -> bool:
    return 0 < len(text) <= _LONGEST and known(text) >= EXACT


def _line(row: Sequence[str]) -> str:
    return "  ".join(dict.fromkeys(t for c in row if (t := c.strip())))


def _as_form(rows: Sequence[Sequence[str]], known: Known) -> list[tuple[str, str]]:
    """Names and their values where they stand side by side, twice or more in a row."""
    pairs: list[tuple[str, str]] = []
    is_form = False
    for row in rows:
        filled = [(i, c) for i, c in enumerate(row) if c.strip()]
        for index, (column, text) in enumerate(filled):
            is_label = index % 2 == 0 and (column == 0 or _is_label(tidy(text), known))
            if not is_label:
                continue
            is_form = is_form or column > 1
            value = filled[index + 1][1] if index + 1 < len(filled) else ""
            pairs.append((text, value))
    return pairs if is_form else []


def _as_columns(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Each further column is a matter, below each other in one row of ours."""
    wide = range(1, len(rows[0]))
    kept = [i for i in wide if any(row[i].strip() for row in rows)]
    return [(row[0], *(row[i] for i in kept)) for row in rows if any(row)]
