"""Tables printed side by side (并排): the same headings again to the right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.understanding.regions import Line, Region

_FEWEST = 2
"""Headings that a table must have to stand beside itself."""


def side_by_side(region: Region) -> Iterator[Region]:
    """Give each of the tables that stand side by side; most stand alone."""
    blocks = _blocks(region.headings)
    if len(blocks) < _FEWEST:
        yield region
        return
    for order, columns in enumerate(blocks):
        yield _cut(region, columns, is_first=order == 0)


def _blocks(headings: Sequence[str]) -> list[tuple[int, ...]]:
    """The columns of each repeat of the headings; none where they do not repeat."""
    filled = [i for i, heading in enumerate(headings) if heading]
    names = [headings[i] for i in filled]
    for size in range(_FEWEST, len(names) // 2 + 1):
        block = names[:size]
        if len(set(block)) == size and names == block * (len(names) // size):
            return [tuple(filled[i : i + size]) for i in range(0, len(filled), size)]
    return []


def _cut(region: Region, columns: tuple[int, ...], *, is_first: bool) -> Region:
    places = {old: new for new, old in enumerate(columns)}
    return replace(
        region,
        headings=tuple(region.headings[i] for i in columns),
        lines=tuple(_lines(region.lines, columns, is_first=is_first)),
        above=region.above if is_first else (),
        below=region.below if is_first else (),
        repeats=region.repeats if is_first else (),
        hidden=region.hidden if is_first else (),
        merged=frozenset(places[i] for i in region.merged if i in places),
        faults=tuple(
            replace(fault, column=places[fault.column])
            for fault in region.faults
            if fault.column in places
        ),
    )


def _lines(
    lines: Sequence[Line], columns: tuple[int, ...], *, is_first: bool
) -> Iterator[Line]:
    """The rows of one table; what goes across all of them is said once."""
    places = {old: new for new, old in enumerate(columns)}
    for line in lines:
        if line.is_across and not is_first:
            continue
        texts = tuple(line.texts[i] for i in columns)
        if line.is_across:
            text = next((t for t in line.texts if t.strip()), "")
            texts = (text, *[""] * (len(columns) - 1))
        if any(text.strip() for text in texts):
            tied = frozenset(places[i] for i in line.tied if i in places)
            yield replace(line, texts=texts, tied=tied)
