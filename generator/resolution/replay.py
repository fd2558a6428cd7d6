"""Replay the versions of a list: what it said from each of its dates on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.fields import Record, Value, records_of, text_of, words_of
from generator.model.lists import STANDARD, Catalog, Change, ListKey, Version
from generator.problems import Problem
from generator.resolution.misfits import (
    add_twice,
    no_title,
    no_whole,
    not_adopted,
    not_in_force,
)
from generator.resolution.resolved import Declined, Ended, ResolvedItem, ResolvedList

Moments = tuple[ResolvedList, ...]
Standards = Mapping[ListKey, Moments]


@dataclass(slots=True)
class _State:
    """An office's own part of a list while it is replayed."""

    overlay: dict[str, Mapping[str, Value]] = field(default_factory=dict)
    declined: dict[str, str] = field(default_factory=dict)
    causes: dict[str, Change] = field(default_factory=dict)
    whole: Version | None = None
    version: Version | None = None
    standard: ListKey | None = None


def replay_standards(
    catalog: Catalog, problems: list[Problem]
) -> dict[ListKey, Moments]:
    """Replay every standard list."""
    return {
        key: replay(catalog, key, {}, problems)
        for key in catalog.lists
        if key.owner == STANDARD
    }


def list_keys(catalog: Catalog, standards: Standards, office: str) -> list[ListKey]:
    """Every list an office has: its own, and the standard lists that apply to it."""
    own = [key for key in catalog.lists if key.owner == office]
    applied = [
        ListKey(office, key.id)
        for key, moments in standards.items()
        if any(applies(moment, catalog, office) for moment in moments)
    ]
    return list(dict.fromkeys([*own, *applied]))


def replay(
    catalog: Catalog, key: ListKey, standards: Standards, problems: list[Problem]
) -> Moments:
    """Say what a list was from each date on: its own versions' and its standard's."""
    kind = catalog.kind_of(key) or catalog.kind_of(ListKey(STANDARD, key.id))
    if kind is None:
        return ()
    state = _State()
    moments: list[ResolvedList] = []
    own = {version.effective: version for version in catalog.lists.get(key, ())}
    for day in sorted({*own, *_standard_days(catalog, key, standards)}):
        base = None
        if day in own:
            _apply(state, own[day], standards, problems)
        elif not own and key.owner != STANDARD:
            state.standard = ListKey(STANDARD, key.id)
        if state.standard:
            base = in_force(standards.get(state.standard, ()), day)
        if state.whole is None and not _applied(base, catalog, key.owner, own):
            continue
        items = dict(_items(state, base, problems if day in own else []))
        previous = moments[-1] if moments else None
        moments.append(
            ResolvedList(
                key=key,
                kind=kind,
                day=day,
                title=_title(state, base, kind.label),
                version=state.version,
                whole=state.whole,
                standard=state.standard,
                standard_version=base.version if base else None,
                items=items,
                declined=tuple(_declined(state, base)),
                ended=_ended(previous, items, state, day, own.get(day)),
            )
        )
    return tuple(moments)


def in_force(moments: Moments, day: date) -> ResolvedList | None:
    """Pick what is in force on a day; None before the first version."""
    return next((m for m in reversed(moments) if m.day <= day), None)


def applies(moment: ResolvedList, catalog: Catalog, office: str) -> bool:
    """Tell whether a standard list applies to an office without a file of its own."""
    whole = moment.whole
    rule = whole.header.get("applies_to") if whole else None
    if not isinstance(rule, Record) or office not in catalog.offices:
        return False
    classes = words_of(rule, "class") or (text_of(rule, "class"),)
    known = catalog.offices[office].office_class
    return office in words_of(rule, "offices") or (bool(known) and known in classes)


def _applied(
    base: ResolvedList | None,
    catalog: Catalog,
    office: str,
    own: Mapping[date, Version],
) -> bool:
    return base is not None and not own and applies(base, catalog, office)


def _standard_days(
    catalog: Catalog, key: ListKey, standards: Standards
) -> Iterator[date]:
    """Dates on which the adopted standard list changes under the office's list."""
    versions = catalog.lists.get(key, ())
    if not versions:
        for moment in standards.get(ListKey(STANDARD, key.id), ()):
            yield moment.day
        return
    wholes = [v for v in versions if v.is_whole]
    for index, whole in enumerate(wholes):
        until = wholes[index + 1].effective if index + 1 < len(wholes) else date.max
        for moment in standards.get(standard_of(whole), ()):
            if whole.effective < moment.day < until:
                yield moment.day


def standard_of(version: Version) -> ListKey:
    """The key of the standard list that a version adopts; an empty key for none."""
    owner, _, name = text_of(version.header, "based_on").partition("/")
    return ListKey(owner, name)


def _apply(
    state: _State, version: Version, standards: Standards, problems: list[Problem]
) -> None:
    if version.items is not None:
        key = standard_of(version)
        state.overlay = {text_of(item, "id"): item for item in version.items}
        state.declined = {
            text_of(d, "id"): text_of(d, "reason")
            for d in records_of(version.header, "declined")
        }
        state.causes = {}
        state.whole = state.version = version
        state.standard = key if key in standards else None
        return
    if state.whole is None:
        problems.append(no_whole(version))
        return
    state.version = version
    base = (
        in_force(standards.get(state.standard, ()), version.effective)
        if (state.standard)
        else None
    )
    adopted = base.items if base else {}
    for change in version.changes:
        _change(state, change, adopted, version, problems)


def _change(
    state: _State,
    change: Change,
    adopted: Mapping[str, ResolvedItem],
    version: Version,
    problems: list[Problem],
) -> None:
    item = change.item
    present = {*adopted, *state.overlay} - set(state.declined)
    if change.verb == "add":
        if item in present:
            problems.append(add_twice(change, version))
            return
        state.declined.pop(item, None)
        state.overlay[item] = change.fields
        return
    if item not in present:
        problems.append(not_in_force(change, version, present, adopted, state.overlay))
        return
    state.causes[item] = change
    if change.verb == "revise":
        state.overlay[item] = {**state.overlay.get(item, {}), **change.fields}
    elif item in adopted:
        state.declined[item] = change.note or change.reason
        state.overlay.pop(item, None)
    else:
        del state.overlay[item]


def _items(
    state: _State, base: ResolvedList | None, problems: list[Problem]
) -> Iterator[tuple[str, ResolvedItem]]:
    adopted = base.items if base else {}
    for name, item in adopted.items():
        if name in state.declined:
            continue
        own = state.overlay.get(name)
        if own is None:
            yield name, ResolvedItem(name, item.fields, adopted=True)
        else:
            merged = {k: v for k, v in {**item.fields, **own}.items() if v is not None}
            stated = frozenset(own) - {"id"}
            yield name, ResolvedItem(name, merged, adopted=True, own=stated)
    for name, own in state.overlay.items():
        if name in adopted or name in state.declined:
            continue
        if not own.get("title"):
            # A missing standard list is one mistake, not one per item.
            unknown = state.whole and "based_on" in state.whole.header and not base
            if isinstance(own, Record) and not unknown:
                problems.append(_untitled(own, state, base))
            continue
        if None in own.values():
            own = {k: v for k, v in own.items() if v is not None}
        yield name, ResolvedItem(name, own, adopted=False)


def _untitled(own: Record, state: _State, base: ResolvedList | None) -> Problem:
    return not_adopted(own, state.standard, base) if state.standard else no_title(own)


def _title(state: _State, base: ResolvedList | None, label: str) -> str:
    for version in (state.version, state.whole, base.version if base else None):
        title = text_of(version.header, "title") if version else ""
        if title:
            return title
    return label


def _declined(state: _State, base: ResolvedList | None) -> Iterator[Declined]:
    adopted = base.items if base else {}
    for name, reason in state.declined.items():
        if name in adopted:
            yield Declined(name, text_of(adopted[name].fields, "title"), reason)


def _ended(
    previous: ResolvedList | None,
    items: Mapping[str, ResolvedItem],
    state: _State,
    day: date,
    version: Version | None,
) -> dict[str, Ended]:
    if previous is None:
        return {}
    ended = {name: end for name, end in previous.ended.items() if name not in items}
    for name, item in previous.items.items():
        if name not in items:
            cause = state.causes.get(name)
            change = cause if cause and cause.verb == "withdraw" else None
            ended[name] = Ended(item, day, change, version)
    return ended
