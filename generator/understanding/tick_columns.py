"""Columns of ticks below one parent heading (勾选列) as one column of what is ticked."""

from collections.abc import Sequence
from dataclasses import replace

from generator.understanding.headers import JOINT
from generator.understanding.regions import Line, Region
from generator.understanding.ticks import is_tick, is_tick_or_blank

_TWO = 2


def join_ticks(region: Region) -> tuple[Region, tuple[str, ...]]:
    """Make one column of each group of ticks; also gives the headings of the groups.

    The first column of a group takes its parent's heading, the others become empty.
    """
    headings = list(region.headings)
    rows = [list(line.texts) for line in region.lines]
    names: list[str] = []
    for parent, columns in _groups(region.headings):
        cells = [row[i] for row in rows for i in columns]
        is_ticks = all(map(is_tick_or_blank, cells)) and any(map(is_tick, cells))
        if not is_ticks:
            continue
        names.append(parent)
        children = [headings[i].rpartition(JOINT)[2] for i in columns]
        for row in rows:
            ticked = [
                c for i, c in zip(columns, children, strict=True) if is_tick(row[i])
            ]
            for i in columns:
                row[i] = ""
            row[columns[0]] = "、".join(ticked)
        for i in columns:
            headings[i] = ""
        headings[columns[0]] = parent
    return replace(
        region, headings=tuple(headings), lines=tuple(_with(region.lines, rows))
    ), tuple(names)


def _groups(headings: Sequence[str]) -> list[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        parent, joint, child = heading.rpartition(JOINT)
        if joint and parent and child:
            groups.setdefault(parent, []).append(index)
    return [(p, columns) for p, columns in groups.items() if len(columns) >= _TWO]


def _with(lines: Sequence[Line], rows: Sequence[Sequence[str]]) -> list[Line]:
    return [
        replace(line, texts=tuple(row)) for line, row in zip(lines, rows, strict=True)
    ]
