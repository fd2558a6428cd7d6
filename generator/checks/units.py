"""The units that items name exist in their office."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.checked import Checked, about, at
from generator.model.fields import Record, text_of
from generator.model.office import Office
from generator.problems import Problem, Severity
from generator.resolution.contacts import find_unit
from generator.resolution.resolved import ResolvedList
from generator.resolution.state import in_force

_SLUG = re.compile(r"[a-z0-9-]+", re.ASCII)


def units_exist(checked: Checked) -> Iterator[Problem]:
    """A unit named by id exists; a unit named almost like another is pointed out."""
    good: set[tuple[str, str]] = set()
    for version, record in checked.office_records():
        office = checked.catalog.offices.get(version.key.owner)
        for key in ("unit", "accept_unit", "approve_unit", "issue_unit"):
            name = text_of(record, key)
            if not name or office is None or (office.id, name) in good:
                continue
            # A unit whose own line is mistaken is not unknown as well.
            if f"content/offices/{office.id}.yml" in checked.broken:
                continue
            if find_unit(office, name):
                good.add((office.id, name))
                continue
            problem = _unknown_unit(office, record, key, name)
            if problem:
                yield problem


def _unknown_unit(
    office: Office, record: Record, key: str, name: str
) -> Problem | None:
    if _SLUG.fullmatch(name):
        near = get_close_matches(name, office.units, 1, 0.6)
        guess = f"最接近的是“{near[0]} {office.units[near[0]].name}”。" if near else ""
        known = "、".join(office.units)
        return at(
            record,
            key,
            "unknown-unit",
            f"{office.name}没有机构“{name}”。",
            guess or f"可用的机构编号：{known or '（还没有机构）'}。",
        )
    names = [n for u in office.units.values() for n in (u.name, *u.nameplates)]
    near = get_close_matches(name, names, 1, 0.75)
    if near:
        return at(
            record,
            key,
            "unknown-unit",
            f"{office.name}没有机构“{name}”。",
            f"最接近的是“{near[0]}”；若是街道以外的单位，可以不改。",
            Severity.REMINDER,
        )
    return None


def adopted_units_exist(checked: Checked) -> Iterator[Problem]:
    """A unit that a standard list names by id is there in every office that adopts it."""
    said: set[tuple[str, str, str]] = set()
    for key, moments in checked.resolved.lists.items():
        office = checked.catalog.offices.get(key.owner)
        latest = in_force(moments, checked.today)
        if office is None or latest is None or latest.standard is None:
            continue
        for item in latest.items.values():
            name = text_of(item.fields, "unit")
            by_standard = item.adopted and "unit" not in item.own
            unknown = (
                by_standard and _SLUG.fullmatch(name) and not find_unit(office, name)
            )
            if unknown and (office.id, str(latest.standard), name) not in said:
                said.add((office.id, str(latest.standard), name))
                yield _missing_in_office(latest, item.id, office, name)


def _missing_in_office(
    latest: ResolvedList, item: str, office: Office, name: str
) -> Problem:
    sentence = f"标准清单的承办机构“{name}”，{office.name}没有。"
    cure = "请写机构名称，或在这个街道自己的清单里写明承办机构。"
    stated = latest.base.items[item].fields if latest.base else {}
    if isinstance(stated, Record):
        return at(stated, "unit", "unknown-unit", sentence, cure, Severity.REMINDER)
    path = latest.base.source.path if latest.base else latest.source.path
    return about(path, "unknown-unit", sentence, cure, Severity.REMINDER)
