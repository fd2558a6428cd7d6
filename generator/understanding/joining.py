"""Tables that are one: continued on another page or sheet with the same headings."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.understanding.above import read_above
from generator.understanding.bodies import is_body
from generator.understanding.filling import LEADING_INDEX, section_name
from generator.understanding.regions import Line, Region

Meaning = Callable[[str], frozenset[str]]
"""The fields that a heading may fill."""

_UNIT = "承办机构"
_NAMELESS = re.compile(
    r"(?:sheet|表|表格|table|工作表)?\s*\d*|第\s*\d+\s*(?:个表格|页)", re.IGNORECASE
)
_A_LIST = re.compile(r"(?:清单|目录|一览表|指南)(?:[（(].*[)）])?$")


def joined(regions: Sequence[Region], meaning: Meaning) -> list[tuple[Region, ...]]:
    """Group tables that are one, in the order of their first parts."""
    groups: list[list[Region]] = []
    for region in regions:
        group = next((g for g in groups if _continues(g, region, meaning)), None)
        if group is None:
            groups.append([region])
        else:
            group.append(region)
    return [tuple(group) for group in groups]


def _continues(group: Sequence[Region], region: Region, meaning: Meaning) -> bool:
    """Tell whether a table goes on: same headings, and no other list's title."""
    first = group[0]
    if region.key != first.key:
        return region.sheet == first.sheet and _is_alike(region, first, meaning)
    title = read_above(region.above).title
    if any(part.sheet == region.sheet for part in group) or not title:
        return not _A_LIST.search(region.sheet) or region.sheet == first.sheet
    own, theirs = _stem(title), _stem(read_above(first.above).title)
    return (
        own == theirs or not _A_LIST.search(title) or bool(LEADING_INDEX.match(title))
    )


def _is_alike(one: Region, other: Region, meaning: Meaning) -> bool:
    """Tell whether headings differ in words only, column by column."""
    if len(one.headings) != len(other.headings):
        return False
    pairs = zip(one.headings, other.headings, strict=True)
    return all(a == b or meaning(a) & meaning(b) for a, b in pairs)


def _stem(title: str) -> str:
    return re.sub(r"[（(]?续(?:表|\d*)?[)）]?|\s", "", title)


def one_table(parts: Sequence[Region], meaning: Meaning) -> Region:
    """Join the parts of a table; what stands above a later part heads a section.

    Sheets that are called after units say whose their items are.
    """
    if _are_of_units(parts, meaning):
        parts = [_of_unit(part) for part in parts]
    first = parts[0]
    if len(parts) == 1:
        return first
    return replace(
        first,
        lines=tuple(line for part in parts for line in _with_section(part, parts)),
        below=tuple(dict.fromkeys(t for part in parts for t in part.below)),
        merged=frozenset[int]().union(*(part.merged for part in parts)),
        repeats=tuple(n for part in parts for n in part.repeats),
        faults=tuple(f for part in parts for f in part.faults),
        hidden=tuple(n for part in parts for n in part.hidden),
    )


def _are_of_units(parts: Sequence[Region], meaning: Meaning) -> bool:
    """Tell whether each sheet is called after a unit, and no column names units."""
    sheets = {part.sheet.strip() for part in parts}
    if len(sheets) == 1 or not all(map(is_body, sheets)):
        return False
    return not any("unit" in meaning(h) for part in parts for h in part.headings if h)


def _of_unit(part: Region) -> Region:
    """A part with one column more: the unit that its sheet is called after."""
    unit = part.sheet.strip()
    lines = (replace(line, texts=(*line.texts, unit)) for line in part.lines)
    return replace(
        part,
        headings=(*part.headings, _UNIT),
        lines=tuple(replace(x, texts=_blank_aside(x)) for x in lines),
        above=tuple(text.removeprefix(unit) for text in part.above),
    )


def _blank_aside(line: Line) -> tuple[str, ...]:
    """The texts of a row; one that says nothing but its unit is no item."""
    own = [text for text in line.texts[:-1] if text.strip()]
    return line.texts if len(own) > 1 else (*line.texts[:-1], "")


def _with_section(part: Region, parts: Sequence[Region]) -> Iterator[Line]:
    """The rows of a part in the columns of the first, below the title of the part."""
    first = parts[0]
    title = _section_of(part, parts)
    if title:
        texts = (title, *[""] * (len(first.headings) - 1))
        number = max(part.start - 1, 1)
        yield Line(part.sheet, number, texts, is_across=True)
    places = [
        part.headings.index(h) if h in part.headings else -1 for h in first.headings
    ]
    for line in part.lines:
        if part.headings == first.headings or part.key != first.key:
            yield line
            continue
        texts = tuple(line.texts[i] if i >= 0 else "" for i in places)
        tied = frozenset(i for i, old in enumerate(places) if old in line.tied)
        yield replace(line, texts=texts, tied=tied)


def _section_of(part: Region, parts: Sequence[Region]) -> str:
    """What a part is called: its title where it is numbered, else its sheet."""
    numbered = [t for t in part.above if LEADING_INDEX.match(t)]
    if numbered:
        return section_name(numbered[-1])
    first = parts[0]
    if _UNIT in part.headings[-1:]:
        return ""
    if part is not first and part.sheet == first.sheet:
        return next(iter(reversed(part.above)), "")
    name = part.sheet.strip()
    is_named = not _NAMELESS.fullmatch(name) and not _A_LIST.search(name)
    several = any(other.sheet != first.sheet for other in parts)
    return name if is_named and several else ""
