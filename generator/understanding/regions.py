"""The tables of a sheet (区域): where each begins and ends, with merged cells undone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.tables.grid import Fault, Grid, Merge
from generator.understanding.headers import Header, Known, find_header, header_at, tidy
from generator.understanding.synonyms import EXACT

_STRONG = 3
_NUMBERED = re.compile(r"第 \d+ 个表格")


@dataclass(frozen=True, slots=True)
class Line:
    """One physical row below a header: sheet, number as people see it, its texts.

    With `is_across` one merged cell goes across the row. `tied` are columns whose
    cell is merged with the one above.
    """

    sheet: str
    number: int
    texts: tuple[str, ...]
    is_across: bool = False
    tied: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Region:
    """One table: its headings and rows, the lines above and below, what was merged.

    `start` is the number of its header row as people see it, `merged` the columns
    with cells merged downwards, `repeats` the numbers of header rows met again.
    """

    sheet: str
    start: int
    headings: tuple[str, ...]
    score: float
    lines: tuple[Line, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()
    repeats: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()
    hidden: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tables must have in common to be one."""
        return tuple(sorted({h for h in self.headings if h}))


def regions_of(grid: Grid, known: Known) -> list[Region]:
    """Every table of a sheet in order; none where no header was found."""
    header = find_header(grid.rows, grid.merges, known)
    found: list[Region] = []
    above = (*grid.before, *_texts(grid.rows[: _head(header, grid)])) if header else ()
    while header is not None:
        following = _next_header(grid, known, header)
        end = following.top if following else len(grid.rows)
        stop = _titles_before(grid, header, end) if following else end
        found.append(_region(grid, header, stop, above))
        above, header = tuple(_texts(grid.rows[stop:end])), following
    if found:
        found[-1] = replace(found[-1], below=grid.after)
    return found


def continued(grid: Grid, region: Region) -> Region | None:
    """A table without a header as what goes on from the one before it in a document."""
    wide = len(region.headings)
    is_page = _NUMBERED.fullmatch(grid.name) and _NUMBERED.fullmatch(region.sheet)
    if not is_page or wide < _STRONG or grid.before or len(grid.rows[0]) != wide:
        return None
    header = Header(-1, -1, region.headings, region.score)
    return _region(grid, header, len(grid.rows), ())


def _head(header: Header, grid: Grid) -> int:
    """The first row of a header, with the row of merged parents above it."""
    return header.top - 1 if header.has_parents and grid.rows else header.top


def _texts(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [
        "  ".join(dict.fromkeys(t for c in row if (t := c.strip()))) for row in rows
    ]
    return [line for line in lines if line]


def _next_header(grid: Grid, known: Known, header: Header) -> Header | None:
    """A header with other headings further down: another table begins there."""
    for row in range(header.bottom + 1, len(grid.rows)):
        if sum(1 for c in grid.rows[row] if c.strip()) < _STRONG:
            continue
        other = header_at(grid.rows, grid.merges, known, row)
        if other is None or set(other.headings) == set(header.headings):
            continue
        exact = sum(1 for h in set(other.headings) if h and known(h) >= EXACT)
        if exact >= _STRONG and 2 * exact >= sum(1 for h in other.headings if h):
            return other
    return None


def _titles_before(grid: Grid, header: Header, end: int) -> int:
    """The row where the title above the next table begins: lines of one text."""
    stop = end
    while stop > header.bottom + 1:
        filled = [c for c in grid.rows[stop - 1] if c.strip()]
        if len(filled) > 1 or (filled and len(filled[0].strip()) <= 1):
            break
        stop -= 1
    return stop


def _region(grid: Grid, header: Header, stop: int, above: tuple[str, ...]) -> Region:
    start = header.bottom + 1
    lines, repeats = _lines(grid, header, stop)
    inside = [m for m in grid.merges if start <= m.top < stop and m.bottom > m.top]
    return Region(
        sheet=grid.name,
        start=grid.first_row + header.top,
        headings=header.headings,
        score=header.score,
        lines=tuple(lines),
        above=above,
        merged=frozenset(m.left for m in inside),
        repeats=tuple(repeats),
        faults=tuple(
            replace(f, row=grid.first_row + f.row)
            for f in grid.faults
            if start <= f.row < stop
        ),
        hidden=tuple(
            grid.first_row + r for r in sorted(grid.hidden) if start <= r < stop
        ),
    )


def _lines(grid: Grid, header: Header, stop: int) -> tuple[list[Line], list[int]]:
    """The rows of a table; a header met again is left out, the title above it kept."""
    texts, across, tied = _unmerged(grid, header.bottom + 1, stop)
    depth = header.bottom - header.top + 1
    head = [_tidied(row) for row in grid.rows[header.top : header.bottom + 1]]
    titles = {tidy(text) for text in _texts(grid.rows[: header.top])}
    lines: list[Line] = []
    repeats: list[int] = []
    row = header.bottom + 1
    while row < stop:
        number = grid.first_row + row
        if [_tidied(r) for r in grid.rows[row : row + depth]] == head:
            repeats.append(number)
            if not _drop_title(lines, titles):
                _mark_title(lines)
            row += depth
            continue
        lines.append(
            Line(
                grid.name,
                number,
                tuple(texts[row]),
                row in across,
                frozenset(tied.get(row, ())),
            )
        )
        row += 1
    return lines, repeats


def _tidied(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(tidy, row))


def _drop_title(lines: list[Line], titles: set[str]) -> bool:
    """Leave out the title that is printed again on each page; tell whether it was."""
    kept = len(lines)
    while kept and _says_only(lines[kept - 1], titles):
        kept -= 1
    is_title = any(any(line.texts) for line in lines[kept:])
    if is_title:
        del lines[kept:]
    return is_title


def _says_only(line: Line, titles: set[str]) -> bool:
    said = {tidy(text) for text in line.texts if text.strip()}
    return len(said) <= 1 and said <= titles


def _mark_title(lines: list[Line]) -> None:
    """A line of one text right above a repeated header is the title of what follows."""
    if lines and sum(1 for c in lines[-1].texts if c.strip()) == 1:
        lines[-1] = replace(lines[-1], is_across=True)


def _unmerged(
    grid: Grid, start: int, stop: int
) -> tuple[dict[int, list[str]], set[int], dict[int, set[int]]]:
    """Undo what is merged.

    Gives the rows with each text in every row it reaches, the rows that one cell
    goes across, and by row the columns whose cell is merged with the one above.
    """
    rows = {i: list(grid.rows[i]) for i in range(start, stop)}
    across: set[int] = set()
    tied: dict[int, set[int]] = {}
    for m in grid.merges:
        if not start <= m.top < stop:
            continue
        text = grid.rows[m.top][m.left]
        for row in range(m.top + 1, min(m.bottom + 1, stop)):
            rows[row][m.left] = text
            tied.setdefault(row, set()).add(m.left)
        if m.top == m.bottom and _goes_across(m, grid.rows[m.top]):
            across.add(m.top)
    return rows, across, tied


def _goes_across(m: Merge, row: Sequence[str]) -> bool:
    others = [c for i, c in enumerate(row) if c.strip() and not m.left <= i <= m.right]
    return m.right > m.left and not others and 2 * (m.right - m.left + 1) > len(row)
