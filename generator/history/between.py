"""What lies between two days, or between two content trees.

The same records as on the timelines: `qingdan diff` and the gate word or judge them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.history.changes import (
    NOT_RECORDED,
    ChangeKind,
    Entry,
    FileEdit,
    ItemChange,
)
from generator.history.compare import net_fields
from generator.history.interpret import interpret
from generator.history.joining import reached, versions
from generator.history.stated import successions
from generator.history.timelines import in_order
from generator.model.lists import STANDARD, ListKey
from generator.resolution.resolve import Resolved
from generator.resolution.state import in_force

Merged = dict[str, ItemChange]


def between_trees(
    edits: Iterable[FileEdit], resolved: Resolved, today: date
) -> list[Entry]:
    """Say what edits that lead to a resolved tree do: new versions, then the rest.

    A version that is new is told by what it changes on its day.
    """
    known = tuple(edits)
    new = {edit.path for edit in known if not edit.old_path}
    effective = [
        replace(entry, touched=reached(resolved, entry))
        for key, entries in versions(resolved).items()
        for entry in entries
        if entry.path in new and (entry.version and entry.version.key == key)
    ]
    in_place = list(interpret((e for e in known if e.path not in new), resolved, today))
    offices = [
        entry
        for name, office in resolved.catalog.offices.items()
        if f"content/offices/{name}.yml" in new
        for entry in successions(
            replace(office, since=office.since or today), NOT_RECORDED, []
        )
    ]
    return [*in_order(effective), *in_place, *offices]


def between_days(resolved: Resolved, first: date, last: date) -> list[Entry]:
    """Say how every office's list differs between two days, item by item.

    An entry a list; its version is the one in force on the last day.
    """
    return [
        entry
        for key, entries in versions(resolved).items()
        if key.owner != STANDARD
        if (entry := _net(resolved, key, entries, first, last))
    ]


def net_changes(entries: Iterable[Entry]) -> tuple[ItemChange, ...]:
    """Join the changes of entries, oldest first, to what they do together."""
    net: Merged = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, ItemChange) and change.item:
                _merge(net, change)
    return tuple(net.values())


def _merge(net: Merged, change: ItemChange) -> None:
    """Join one more change of an item; what was added and withdrawn again is nothing."""
    before = net.pop(change.item, None)
    if before is None:
        net[change.item] = change
        return
    fields = net_fields(before.fields, change.fields)
    was_there, is_there = not _begins(before), not _ends(change)
    if not was_there and not is_there:
        return
    kind = change.kind
    if was_there and is_there:
        kind = ChangeKind.REVISED
        if not fields:
            return
    elif is_there:
        kind = before.kind
    joined = replace(change, kind=kind, fields=fields)
    if is_there and not was_there:
        joined = replace(joined, other=before.other, arrived=before.arrived)
    elif is_there:
        joined = replace(joined, other=None, arrived=False)
    net[change.item] = joined


def _begins(change: ItemChange) -> bool:
    moved_in = change.kind is ChangeKind.MOVED and change.arrived
    return change.kind is ChangeKind.ADDED or moved_in


def _ends(change: ItemChange) -> bool:
    moved_out = change.kind is ChangeKind.MOVED and not change.arrived
    return change.kind is ChangeKind.WITHDRAWN or moved_out


def _net(
    resolved: Resolved,
    key: ListKey,
    entries: tuple[Entry, ...],
    first: date,
    last: date,
) -> Entry | None:
    inside = [entry for entry in entries if first < entry.day <= last]
    if not inside:
        return None
    begun = inside[0].is_first
    changes = net_changes(inside)
    if not changes and not begun:
        return None
    before = in_force(resolved.lists[key], first)
    after = in_force(resolved.lists[key], last)
    return replace(
        inside[-1],
        before=before.day if before else None,
        total=len(after.items) if after else 0,
        changes=changes,
    )
