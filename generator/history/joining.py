"""Join the effective history with the recorded one.

Without git the first is whole and the second absent; nothing is guessed in its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.history.changes import (
    ChangeKind,
    Entry,
    FieldChange,
    ItemChange,
    OfficeChange,
    Recorded,
    Source,
)
from generator.history.effective import effective_entries
from generator.history.interpret import interpret, with_recorded
from generator.history.moves import find_moves
from generator.history.publishable import publishable
from generator.history.stated import stated_corrections, successions
from generator.history.timelines import Entries, History, in_order
from generator.model.fields import Shape
from generator.model.kinds import Kind
from generator.model.lists import STANDARD, ListKey
from generator.model.office import Office
from generator.resolution.contacts import find_unit
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Origin
from generator.resolution.state import in_force

Edits = dict[ListKey | str, list[Entry]]


def build_history(
    resolved: Resolved, recorded: Recorded, today: date, opened: date | None = None
) -> History:
    """Build all timelines; edits from before the site `opened` were preparation.

    `today` dates only edits that no commit holds yet.
    """
    edits: Edits = {}
    for edit in interpret(recorded.edits, resolved, today):
        if opened is None or edit.day >= opened:
            edits.setdefault(edit.key or edit.owner, []).append(edit)
    joined = {
        key: _joined(resolved, key, entries, recorded, edits)
        for key, entries in versions(resolved).items()
    }
    standards = {
        key: tuple(replace(e, touched=reached(resolved, e)) for e in entries)
        for key, entries in joined.items()
        if key.owner == STANDARD
    }
    lists = {
        key: tuple(in_order((*entries, *_from_above(resolved, key, standards))))
        for key, entries in joined.items()
        if key.owner != STANDARD
    }
    offices = _offices(resolved, recorded, edits)
    return History(recorded.gap, opened, resolved, lists, standards, offices)


def versions(resolved: Resolved) -> dict[ListKey, Entries]:
    """The effective history of every list, items that moved told as moves."""
    moments = {**resolved.lists, **resolved.standards}
    listed = {key: tuple(effective_entries(key, m)) for key, m in moments.items()}
    offices = resolved.catalog.offices

    def related(old: str, new: str) -> bool:
        return new in offices and old in offices[new].succeeds

    moved = find_moves(listed, moments, related)
    return {
        key: tuple(_public(resolved, entry) for entry in entries)
        for key, entries in moved.items()
    }


def _public(resolved: Resolved, entry: Entry) -> Entry:
    """Leave out what only names the same unit otherwise; name people by the policy."""
    office = resolved.catalog.offices.get(entry.owner)
    changes = (_told(resolved, office, change) for change in entry.changes)
    kept = tuple(
        change
        for change in changes
        if change.fields or change.kind is not ChangeKind.REVISED
    )
    return entry if kept == entry.changes else replace(entry, changes=kept)


def _told(
    resolved: Resolved, office: Office | None, change: ItemChange | OfficeChange
) -> ItemChange | OfficeChange:
    if office is None or not isinstance(change, ItemChange):
        return change
    kind = resolved.catalog.kind_of(change.list) or resolved.catalog.kind_of(
        ListKey(STANDARD, change.list.id)
    )
    fields = tuple(f for f in change.fields if not _is_same_unit(office, kind, f))
    shown = publishable(office, fields)
    return change if shown == change.fields else replace(change, fields=shown)


def _is_same_unit(office: Office, kind: Kind | None, change: FieldChange) -> bool:
    """Tell whether a unit is only named by its id instead of its name."""
    field = kind.fields.get(change.name) if kind else None
    if field is None or field.shape is not Shape.UNIT:
        return False
    old, new = (
        find_unit(office, value) if isinstance(value, str) else None
        for value in (change.old, change.new)
    )
    return old is not None and old is new


def _joined(
    resolved: Resolved,
    key: ListKey,
    entries: Entries,
    recorded: Recorded,
    edits: Edits,
) -> Entries:
    dated = [with_recorded(entry, recorded.added) for entry in entries]
    own = edits.get(key, [])
    stated = stated_corrections(resolved, key, own)
    return tuple(in_order((*dated, *own, *stated)))


def reached(resolved: Resolved, entry: Entry) -> tuple[str, ...]:
    """Name the offices that an entry of a standard list reached; none for others."""
    if entry.owner != STANDARD:
        return ()
    touched = (
        key.owner
        for key, moments in resolved.lists.items()
        if (moment := in_force(moments, entry.day)) and moment.standard == entry.key
    )
    return tuple(dict.fromkeys(touched))


def _from_above(
    resolved: Resolved, key: ListKey, standards: Mapping[ListKey, Entries]
) -> Iterator[Entry]:
    """Edits of the adopted list that reach items an office has not worded itself."""
    above = {m.standard for m in resolved.lists[key] if m.standard}
    for standard in sorted(above):
        for entry in standards.get(standard, ()):
            if entry.in_place:
                changes = tuple(_reached(resolved, key, entry))
                if changes:
                    yield replace(entry, owner=key.owner, key=key, changes=changes)


def _reached(resolved: Resolved, key: ListKey, entry: Entry) -> Iterator[ItemChange]:
    moment = in_force(resolved.lists[key], entry.day)
    if moment is None or moment.standard != entry.key:
        return
    for change in entry.changes:
        item = moment.items.get(change.item) if isinstance(change, ItemChange) else None
        if item is None or not item.adopted or not isinstance(change, ItemChange):
            continue
        fields: tuple[FieldChange, ...] = tuple(
            f for f in change.fields if item.origin(f.name) is Origin.STANDARD
        )
        if fields or not change.fields:
            yield replace(change, list=key, fields=fields, source=Source.STANDARD)


def _offices(
    resolved: Resolved, recorded: Recorded, edits: Edits
) -> dict[str, Entries]:
    """What happened to the office files; files that are gone keep their past."""
    offices = resolved.catalog.offices
    entries = {
        name: tuple(in_order(successions(office, recorded, edits.get(name, []))))
        for name, office in offices.items()
    }
    gone = {
        name: tuple(in_order(listed))
        for name, listed in edits.items()
        if isinstance(name, str) and name not in offices
    }
    return entries | gone
