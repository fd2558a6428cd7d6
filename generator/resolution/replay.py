"""Replay the versions of a list: what it said from each of its dates on."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.fields import Record, text_of, words_of
from generator.model.lists import STANDARD, Catalog, ListKey, Version
from generator.problems import Problem
from generator.resolution.resolved import Declined, Ended, ResolvedItem, ResolvedList
from generator.resolution.state import (
    Moments,
    Standards,
    State,
    apply_version,
    base_on,
    items_of,
    standard_of,
    untitled,
)


def replay_standards(
    catalog: Catalog, problems: list[Problem]
) -> dict[ListKey, Moments]:
    """Replay every standard list that has a version at all."""
    replayed = {
        key: replay(catalog, key, {}, problems)
        for key in catalog.lists
        if key.owner == STANDARD
    }
    return {key: moments for key, moments in replayed.items() if moments}


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
    above = ListKey(STANDARD, key.id)
    kind = catalog.kind_of(key) or catalog.kind_of(above)
    if kind is None:
        return ()
    # Until the office has a file of its own, a standard list may apply to it.
    state = State(standard=above if above != key and above in standards else None)
    moments: list[ResolvedList] = []
    own = {version.effective: version for version in catalog.lists.get(key, ())}
    for day in sorted({*own, *_standard_days(catalog, key, standards)}):
        if day in own:
            apply_version(state, own[day], standards, problems)
        else:
            state.causes = {}
        base = base_on(state, standards, day)
        applied = base is not None and applies(base, catalog, key.owner)
        if state.whole is None and not applied and not (moments and moments[-1].items):
            continue
        held = state.whole is not None or applied
        items = dict(items_of(state, base)) if held else {}
        if day in own and held:
            problems.extend(untitled(state, base, own[day]))
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
                base=base,
                items=items,
                declined=tuple(_declined(state, base)),
                ended=_ended(previous, items, state, base, day),
            )
        )
    return tuple(moments)


def applies(moment: ResolvedList, catalog: Catalog, office: str) -> bool:
    """Tell whether a standard list applies to an office without a file of its own."""
    whole = moment.whole
    rule = whole.header.get("applies_to") if whole else None
    if not isinstance(rule, Record) or office not in catalog.offices:
        return False
    classes = words_of(rule, "class") or (text_of(rule, "class"),)
    known = catalog.offices[office].office_class
    return office in words_of(rule, "offices") or (bool(known) and known in classes)


def _standard_days(
    catalog: Catalog, key: ListKey, standards: Standards
) -> Iterator[date]:
    """Dates on which a standard list changes under the office's list."""
    wholes = [v for v in catalog.lists.get(key, ()) if v.is_whole]
    first = wholes[0].effective if wholes else date.max
    if key.owner != STANDARD:
        for moment in standards.get(ListKey(STANDARD, key.id), ()):
            if moment.day < first:
                yield moment.day
    for index, whole in enumerate(wholes):
        until = wholes[index + 1].effective if index + 1 < len(wholes) else date.max
        for moment in standards.get(standard_of(whole), ()):
            if whole.effective < moment.day < until:
                yield moment.day


def _title(state: State, base: ResolvedList | None, label: str) -> str:
    for version in (state.version, state.whole):
        title = text_of(version.header, "title") if version else ""
        if title:
            return title
    return base.title if base else label


def _declined(state: State, base: ResolvedList | None) -> Iterator[Declined]:
    adopted = base.items if base else {}
    for name, reason in state.declined.items():
        if name in adopted:
            yield Declined(name, text_of(adopted[name].fields, "title"), reason)


def _ended(
    previous: ResolvedList | None,
    items: Mapping[str, ResolvedItem],
    state: State,
    base: ResolvedList | None,
    day: date,
) -> dict[str, Ended]:
    """Add what ended on this day; the cause is the office's change or the standard's."""
    if previous is None:
        return {}
    ended = {name: end for name, end in previous.ended.items() if name not in items}
    for name, item in previous.items.items():
        if name in items:
            continue
        cause = state.causes.get(name)
        above = base.ended.get(name) if base else None
        if cause and cause.verb == "withdraw":
            ended[name] = Ended(item, day, cause, state.version)
        elif above and above.since == day:
            ended[name] = Ended(item, day, above.change, above.version)
        else:
            own = state.version if _is_of(state.version, day) else None
            declined = state.declined.get(name, "")
            ended[name] = Ended(item, day, None, own, declined)
    return ended


def _is_of(version: Version | None, day: date) -> bool:
    return version is not None and version.effective == day
