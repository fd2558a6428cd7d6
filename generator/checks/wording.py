"""Wording: near-equal titles, plain words that only repeat, what is expected."""

import re
from collections.abc import Iterator

from generator.checks.checked import Checked, about, at, stated
from generator.model.fields import Record, text_of
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.problems import Problem, Severity
from generator.resolution.contacts import handling
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.resolution.state import in_force

_DROPPED = re.compile(r"[\W_]|[的和与及或]")

_NAMED = 3
"""Items that a gap names; the rest is counted."""


def titles_differ(checked: Checked) -> Iterator[Problem]:
    """Two items of one list have titles that differ in more than punctuation."""
    everything = {**checked.resolved.standards, **checked.resolved.lists}
    for moments in everything.values():
        if not moments:
            continue
        latest = in_force(moments, checked.today) or moments[0]
        seen: dict[str, ResolvedItem] = {}
        for item in latest.items.values():
            title = text_of(item.fields, "title")
            if not title:
                continue
            other = seen.setdefault(_DROPPED.sub("", title) or title, item)
            here, like = _stated_here(latest, item), other
            if here is None:
                here, like = _stated_here(latest, other), item
            if other is not item and here is not None:
                yield at(
                    here,
                    "title",
                    "near-duplicate-title",
                    f"事项名称与“{text_of(like.fields, 'title')}”（{like.id}）几乎相同。",
                    "若是同一件事，请合并；若不同，请把名称写得分得清。",
                    Severity.REMINDER,
                )


def _stated_here(latest: ResolvedList, item: ResolvedItem) -> Record | None:
    """Find where this list, not its standard, writes an item's title."""
    if not item.adopted:
        return item.fields if isinstance(item.fields, Record) else None
    own = (latest.whole.items or ()) if latest.whole else ()
    titled = (r for r in own if text_of(r, "id") == item.id and text_of(r, "title"))
    return next(titled, None)


def plain_is_not_title(checked: Checked) -> Iterator[Problem]:
    """Everyday words say something that the official title does not."""
    for version in checked.versions():
        for record in stated(version):
            plain = text_of(record, "plain")
            if plain and _DROPPED.sub("", plain) == _DROPPED.sub(
                "", text_of(record, "title")
            ):
                yield at(
                    record,
                    "plain",
                    "plain-repeats-title",
                    "大白话（plain）和事项名称（title）一样。",
                    "请写居民平时的说法，或删去这一行。",
                    Severity.REMINDER,
                )


def expected_fields_are_there(checked: Checked) -> Iterator[Problem]:
    """Say per list what residents need and the list does not have (gaps)."""
    for key, moments in checked.resolved.lists.items():
        latest = in_force(moments, checked.today)
        office = checked.catalog.offices.get(key.owner)
        if latest is None or office is None or not checked.is_sound(*_keys(latest)):
            continue
        required = checked.settings.require.get(latest.kind.id, ())
        wanted = dict.fromkeys((*required, *latest.kind.expects))
        gaps: dict[str, list[str]] = {}
        for item in latest.items.values():
            for field in missing_fields(office, item, tuple(wanted)):
                gaps.setdefault(field, []).append(item.id)
        yield from _gaps(latest, gaps, required)


def _keys(latest: ResolvedList) -> tuple[ListKey, ...]:
    return (latest.key, latest.standard) if latest.standard else (latest.key,)


def missing_fields(
    office: Office, item: ResolvedItem, wanted: tuple[str, ...]
) -> tuple[str, ...]:
    """Name the wanted fields that neither the item nor its unit provides."""
    lacking = [field for field in wanted if not item.fields.get(field)]
    if "hotline" in lacking and handling(office, item.fields).phones:
        lacking.remove("hotline")
    # A standard list may name a unit that this office does not have.
    unit = text_of(item.fields, "unit")
    unknown = unit.isascii() and unit and unit not in office.units
    if "unit" in wanted and unknown and not handling(office, item.fields).unit_name:
        lacking.append("unit")
    return tuple(lacking)


def _some(items: list[str]) -> str:
    more = "等" if len(items) > _NAMED else ""
    return "、".join(items[:_NAMED]) + more


def _gaps(
    latest: ResolvedList, gaps: dict[str, list[str]], required: tuple[str, ...]
) -> Iterator[Problem]:
    for severity in Severity:
        fields = [
            field
            for field in gaps
            if (field in required) == (severity is Severity.ERROR)
        ]
        if fields:
            parts = "、".join(
                f"{len(gaps[f])} 项没有{latest.kind.fields[f].label}（{_some(gaps[f])}）"
                for f in sorted(fields, key=lambda f: (-len(gaps[f]), f))
                if f in latest.kind.fields
            )
            owner = "" if latest.version else f"（{latest.key.owner} 直接适用）"
            cure = "请补上。"
            if "hotline" in fields:
                cure = "请补上；承办机构有咨询电话的，事项里可以不写电话。"
            yield about(
                (latest.version or latest.source).path,
                "missing-expected",
                f"{latest.title}{owner}：{parts}，页面会写“尚未公布”。",
                cure,
                severity,
            )
