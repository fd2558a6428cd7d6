"""The effective history (施行沿革): what each version changed, from the files alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.history.changes import (
    ChangeKind,
    Entry,
    FieldChange,
    ItemChange,
    Source,
)
from generator.history.compare import compare_items
from generator.model.fields import Value
from generator.model.lists import STANDARD, Change, ListKey
from generator.resolution.resolved import Origin, ResolvedItem, ResolvedList
from generator.resolution.state import Moments

CORRECTION = "更正"


def effective_entries(key: ListKey, moments: Moments) -> Iterator[Entry]:
    """Yield one entry for each version of a list that was or will be, oldest first.

    A day on which only the standard list changed, and nothing of it reached this
    list, has no entry.
    """
    yield _entry(key, None, moments[0], ())
    for before, after in pairwise(moments):
        changes = tuple(compare_moments(before, after))
        if changes or _is_own(after):
            yield _entry(key, before, after, changes)


def compare_moments(
    before: ResolvedList | None, after: ResolvedList
) -> Iterator[ItemChange]:
    """Yield what a version changed, each with its cause; before the first: nothing."""
    old = _fields(before.items) if before else {}
    for change in compare_items(after.key, old, _fields(after.items)):
        for part in _by_source(change, before, after):
            yield _with_cause(part, after)


def _entry(
    key: ListKey,
    before: ResolvedList | None,
    after: ResolvedList,
    changes: tuple[ItemChange, ...],
) -> Entry:
    version = after.source
    is_standard = version.key.owner == STANDARD
    return Entry(
        source=Source.STANDARD if is_standard else Source.LIST,
        owner=key.owner,
        key=key,
        path=version.path,
        day=after.day,
        title=after.title,
        effective=after.day,
        version=version,
        before=before.day if before else None,
        total=len(after.items),
        changes=changes,
    )


def _is_own(moment: ResolvedList) -> bool:
    return moment.version is not None and moment.version.effective == moment.day


def _fields(items: Mapping[str, ResolvedItem]) -> dict[str, Mapping[str, Value]]:
    return {name: item.fields for name, item in items.items()}


def _by_source(
    change: ItemChange, before: ResolvedList | None, after: ResolvedList
) -> Iterator[ItemChange]:
    """Part a change by the file it comes from, where both files begin on one day."""
    above = _standard_before(before, after)
    if change.list.owner == STANDARD or (_is_own(after) and above is None):
        yield change
    elif not _is_own(after):
        yield replace(change, source=Source.STANDARD)
    elif change.kind is ChangeKind.REVISED:
        theirs = tuple(f for f in change.fields if _is_theirs(change, f, above, after))
        ours = tuple(f for f in change.fields if f not in theirs)
        for fields, source in ((ours, Source.LIST), (theirs, Source.STANDARD)):
            if fields:
                yield replace(change, fields=fields, source=source)
    else:
        base = after.base.items if after.base else {}
        known = above.items if above else {}
        mentioned = any(c.item == change.item for c in _own_changes(after))
        theirs_too = (change.item in base) != (change.item in known) and not mentioned
        yield replace(change, source=Source.STANDARD if theirs_too else Source.LIST)


def _standard_before(
    before: ResolvedList | None, after: ResolvedList
) -> ResolvedList | None:
    """The adopted list before this day, if it is the same and changed on the day."""
    old, new = (before.base if before else None), after.base
    if old is None or new is None or old.key != new.key or new.day != after.day:
        return None
    return old if old.day != new.day else None


def _is_theirs(
    change: ItemChange,
    field: FieldChange,
    above: ResolvedList | None,
    after: ResolvedList,
) -> bool:
    if above is None or after.base is None:
        return False
    old, new = above.items.get(change.item), after.base.items.get(change.item)
    if old is None or new is None:
        return False
    origin = after.items[change.item].origin(field.name)
    differs = old.fields.get(field.name) != new.fields.get(field.name)
    return origin is Origin.STANDARD and differs


def _own_changes(moment: ResolvedList) -> tuple[Change, ...]:
    version = moment.version
    return version.changes if version and _is_own(moment) else ()


def _with_cause(change: ItemChange, after: ResolvedList) -> ItemChange:
    """Add the reason that the version gives, and what replaces a withdrawn item."""
    cause = _cause(change, after)
    kind = change.kind
    if kind is ChangeKind.REVISED and cause and cause.reason == CORRECTION:
        kind = ChangeKind.CORRECTED
    declined = ""
    if kind is ChangeKind.WITHDRAWN and after.base and change.item in after.base.items:
        declined = next((d.reason for d in after.declined if d.id == change.item), "")
    return replace(
        change,
        kind=kind,
        reason=cause.reason if cause else "",
        note=cause.note if cause else "",
        successor=cause.successor if cause else None,
        declined=declined,
    )


def _cause(change: ItemChange, after: ResolvedList) -> Change | None:
    """The line of a version that made the change; a whole version has none."""
    if change.source is Source.LIST or change.list.owner == STANDARD:
        causes = _own_changes(after)
    else:
        causes = _own_changes(after.base) if after.base else ()
    return next((c for c in reversed(causes) if c.item == change.item), None)
