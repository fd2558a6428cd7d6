"""Names of units and posts in a table to the ids of the office's file (机构、岗位)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.importing.alike import fold_cell
from generator.importing.unit_names import bare_name
from generator.model.fields import Field, Shape
from generator.model.office import Office, Unit
from generator.resolution.contacts import find_unit
from generator.understanding.understood import CellPlace, Plain, Remark, Row

_NEAR = 0.75
_OUTSIDE = re.compile("(?:[\u4e00-\u9fff]{2,4})?(?:[区县旗州省]|市(?![场政容民]))")
"""Begins a body above the street, as 区民政局 and 某县司法局 do."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row's values with ids for names, and what could not be found."""

    values: dict[str, Plain]
    remarks: tuple[Remark, ...]


def with_ids(
    row: Row,
    fields: Mapping[str, Field],
    office: Office | None,
    sheet: str,
    unit: str = "",
) -> Placed:
    """Put ids for the names of units and posts; `unit` is the item's own until now.

    A name-plate stays as it is written, since that is what residents see then. What
    is no unit of the office stays text; a post that is not found goes to `note`.
    """
    values = dict(row.values)
    remarks: list[Remark] = []
    if office is None:
        return Placed(values, ())
    for name, value in row.values.items():
        field = fields.get(name)
        if field and field.shape is Shape.UNIT and isinstance(value, str):
            found = _unit(office, value)
            values[name] = found or value
            if not found:
                remarks += _unknown(
                    office,
                    CellPlace(sheet, row.number, row.headings.get(name, "")),
                    value,
                )
    remarks += _posts(row, fields, office, sheet, values, unit)
    return Placed(values, tuple(remarks))


def unit_named(office: Office, text: str) -> Unit | None:
    """Find a unit by any of its names, written with the street's name or without."""
    wanted = _bare(office, text)
    for unit in office.units.values():
        names = (unit.id, unit.name, *unit.nameplates, *unit.formerly)
        if wanted in {_bare(office, name) for name in names}:
            return unit
    return None


def _unit(office: Office, text: str) -> str:
    """How a file names the unit that a cell means; empty where there is none."""
    unit = unit_named(office, text)
    if unit is None:
        return ""
    plates = {_bare(office, plate): plate for plate in unit.nameplates}
    return plates.get(_bare(office, text), unit.id)


def _bare(office: Office, text: str) -> str:
    """A unit's name without the street's in front of it."""
    return bare_name(text, {fold_cell(n) for n in (office.full_name, office.name)})


def _unknown(office: Office, place: CellPlace, text: str) -> Iterator[Remark]:
    """Say what is no unit, where the office has one that is nearly called so."""
    names = [n for u in office.units.values() for n in (u.name, *u.nameplates)]
    near = get_close_matches(text, names, 1, _NEAR) or [
        name for name in names if _abbreviates(_bare(office, text), _bare(office, name))
    ]
    if near and not _OUTSIDE.match(text):
        yield Remark(
            place,
            f"{office.name}没有“{text}”这个机构，先按原文录入。",
            f"是不是“{near[0]}”？是的话请在表格里改成这个名称，再导入一次；"
            "若是街道以外的单位，请写全称，例如“区民政局”。",
            is_doubt=True,
        )


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether a short name has the characters of a long one in their order."""
    left = iter(long)
    return len(short) > 1 and all(character in left for character in short)


def _posts(
    row: Row,
    fields: Mapping[str, Field],
    office: Office,
    sheet: str,
    values: dict[str, Plain],
    unit: str,
) -> Iterator[Remark]:
    """Put ids for the titles of posts; what is no post of the unit goes to `note`."""
    stated = values.get("unit")
    handles = find_unit(office, stated if isinstance(stated, str) else unit)
    for name, field in fields.items():
        value = values.get(name)
        if field.shape is not Shape.POST or not isinstance(value, str):
            continue
        posts = handles.posts if handles else {}
        wanted = fold_cell(value)
        found = [p.id for p in posts.values() if wanted in {p.id, fold_cell(p.title)}]
        if found:
            values[name] = found[0]
            continue
        del values[name]
        note = values.get("note")
        kept = f"{row.headings.get(name, field.label)}：{value}"
        values["note"] = f"{note}\n{kept}" if isinstance(note, str) else kept
        whose = f"“{handles.name}”" if handles else "承办机构"
        known = "、".join(post.title for post in posts.values())
        yield Remark(
            CellPlace(sheet, row.number, row.headings.get(name, "")),
            f"{whose}没有“{value}”这个岗位，原文放进了备注。",
            f"这个机构的岗位有：{known}。请照着写，或先在街道文件里加上这个岗位。"
            if known
            else "请先在街道文件里给这个机构写上岗位（posts）。",
        )
