"""Columns that hold two things (责任科室及联系电话) as two columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.folding import squash
from generator.settings import Settings
from generator.understanding.compound_cells import Part, Role, divide
from generator.understanding.people import names_people
from generator.understanding.regions import Region
from generator.understanding.synonyms import EXACT, Name, fits, names_for
from generator.understanding.understood import Subject

_JOINTS = re.compile(r"以及|及其|[及和与并、/+，（）()]")
_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("hotline", "lead_phone", "receiving_phone"), Role.PHONE),
    **dict.fromkeys(("unit", "enforcing_body", "accept_unit"), Role.BODY),
    **dict.fromkeys(("lead_department", "receiving_department"), Role.BODY),
    **dict.fromkeys(("guiding_department", "original_department"), Role.BODY),
    "method": Role.METHOD,
    "window": Role.PLACE,
}
_DEPARTMENTS = frozenset({"lead_department", "receiving_department"})


def divide_columns(
    region: Region, settings: Settings
) -> tuple[Region, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Make a column of each thing; also gives what was divided, and into what.

    The first part stays where the column was, the others stand at the right end.
    """
    names = names_for(Subject.ITEMS, settings)
    divided = []
    for index, heading in enumerate(region.headings):
        parts = _parts(heading, names)
        if parts:
            region = _divided(region, index, parts)
            divided.append((heading, tuple(part.heading for part in parts)))
    return region, tuple(divided)


def _parts(heading: str, names: tuple[Name, ...]) -> list[Part]:
    """The things a heading names; none where it is one, or one of them is unknown."""
    texts = [text for text in _JOINTS.split(heading) if text]
    is_known = any(name.folded == squash(heading) for name in names)
    if is_known or len(texts) <= 1 or any(map(names_people, texts)):
        return []
    parts = [part for text in texts if (part := _part(text, names))]
    roles = {part.role for part in parts}
    is_place = roles == {Role.PLACE, Role.PHONE}
    if len(parts) < len(texts) or len(roles) < len(parts):
        return []
    if Role.BODY not in roles and not is_place:
        return []
    return [_with_owner(part, parts) for part in parts]


def _part(text: str, names: tuple[Name, ...]) -> Part | None:
    for fit in fits(text, names):
        for field in fit.name.fields:
            if fit.quality >= EXACT and not fit.name.when and field in _ROLES:
                return Part(text, _ROLES[field], field)
    return None


def _with_owner(part: Part, parts: Sequence[Part]) -> Part:
    """电话 beside 主管部门 is 主管部门电话, the phone of no unit of the street."""
    bodies = [one for one in parts if one.field in _DEPARTMENTS]
    if part.role is Role.PHONE and bodies:
        return replace(part, heading=f"{bodies[0].heading}电话")
    return part


def _divided(region: Region, index: int, parts: Sequence[Part]) -> Region:
    wide = len(region.headings)
    added = range(wide, wide + len(parts) - 1)
    lines = []
    for line in region.lines:
        first, *others = divide(line.texts[index], parts)
        if line.is_across:
            first, others = line.texts[index], [""] * len(others)
        texts = (*line.texts[:index], first, *line.texts[index + 1 :], *others)
        tied = line.tied | set(added) if index in line.tied else line.tied
        lines.append(replace(line, texts=texts, tied=frozenset(tied)))
    headings = list(region.headings)
    headings[index] = parts[0].heading
    return replace(
        region,
        headings=(*headings, *(part.heading for part in parts[1:])),
        lines=tuple(lines),
        merged=region.merged | (set(added) if index in region.merged else set()),
    )
