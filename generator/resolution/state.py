"""An office's own part of a list, version by version, over its standard list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.fields import Value, records_of, text_of
from generator.model.lists import Change, ListKey, Version
from generator.problems import Problem
from generator.resolution.misfits import (
    add_twice,
    no_title,
    no_whole,
    not_adopted,
    not_in_force,
)
from generator.resolution.resolved import ResolvedItem, ResolvedList

Moments = tuple[ResolvedList, ...]
Standards = Mapping[ListKey, Moments]


def in_force(moments: Moments, day: date) -> ResolvedList | None:
    """Pick what is in force on a day; None before the first version."""
    return next((m for m in reversed(moments) if m.day <= day), None)


def standard_of(version: Version) -> ListKey:
    """The key of the standard list that a version adopts; an empty key for none."""
    owner, _, name = text_of(version.header, "based_on").partition("/")
    return ListKey(owner, name)


@dataclass(slots=True)
class State:
    """An office's own part of a list while it is replayed."""

    overlay: dict[str, Mapping[str, Value]] = field(default_factory=dict)
    declined: dict[str, str] = field(default_factory=dict)
    causes: dict[str, Change] = field(default_factory=dict)
    whole: Version | None = None
    version: Version | None = None
    standard: ListKey | None = None
    withdrawn: dict[str, date] = field(default_factory=dict)


def apply_version(
    state: State, version: Version, standards: Standards, problems: list[Problem]
) -> None:
    """Take in the next version; changes that do not fit are reported, not applied."""
    state.causes = {}
    if version.items is not None:
        key = standard_of(version)
        state.overlay = {text_of(item, "id"): item for item in version.items}
        state.declined = {
            text_of(d, "id"): text_of(d, "reason")
            for d in records_of(version.header, "declined")
        }
        state.whole = state.version = version
        state.standard = key if key in standards else None
        state.withdrawn = {}
        return
    if state.whole is None:
        problems.append(no_whole(version))
        return
    state.version = version
    base = base_on(state, standards, version.effective)
    adopted = base.items if base else {}
    present = {name for name, _ in items_of(state, base)}
    for change in version.changes:
        if change.verb == "add" and change.item in present:
            problems.append(add_twice(change, version))
        elif change.verb != "add" and change.item not in present:
            known = {name: item.fields for name, item in adopted.items()}
            known |= state.overlay
            gone = _gone(state)
            problems.append(not_in_force(change, version, present, known, gone))
        else:
            _change(state, change, adopted, present)


def _gone(state: State) -> dict[str, str]:
    """Say what became of items that are no longer there, for a message."""
    declined = dict.fromkeys(state.declined, "已写为未采用 declined")
    ended = {item: f"{day} 已取消" for item, day in state.withdrawn.items()}
    return declined | ended


def base_on(state: State, standards: Standards, day: date) -> ResolvedList | None:
    """The adopted standard list as in force on a day."""
    return in_force(standards.get(state.standard, ()), day) if state.standard else None


def _change(
    state: State,
    change: Change,
    adopted: Mapping[str, ResolvedItem],
    present: set[str],
) -> None:
    """Apply a change that fits; `present` are the ids in force, kept up to date."""
    item = change.item
    state.causes[item] = change
    if change.verb == "add":
        state.declined.pop(item, None)
        state.overlay[item] = change.fields
        present.add(item)
    elif change.verb == "revise":
        state.overlay[item] = {**state.overlay.get(item, {}), **change.fields}
    else:
        if item in adopted:
            state.declined[item] = change.note or change.reason
        state.overlay.pop(item, None)
        present.discard(item)
        if state.version:
            state.withdrawn[item] = state.version.effective


def items_of(
    state: State, base: ResolvedList | None
) -> Iterator[tuple[str, ResolvedItem]]:
    """Lay the own part over the standard list: standard items first, own ones after."""
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
        if own.get("title") is None:
            continue
        kept = own
        if None in own.values():
            kept = {k: v for k, v in own.items() if v is not None}
        yield name, ResolvedItem(name, kept, adopted=False)


def untitled(
    state: State, base: ResolvedList | None, version: Version
) -> Iterator[Problem]:
    """Report what this version writes down without a title, and no standard gives one.

    A missing standard list is one mistake, reported elsewhere, not one per item.
    """
    whole = state.whole
    if whole is not None and "based_on" in whole.header and base is None:
        return
    adopted = base.items if base else {}
    added = [c.fields for c in version.changes if c.verb == "add"]
    for own in (*(version.items or ()), *added):
        # A refused title is an empty text and has its own message.
        if own.get("title") is None and text_of(own, "id") not in adopted:
            standard = state.standard
            yield not_adopted(own, standard, base) if standard else no_title(own)
