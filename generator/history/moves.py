"""Find items that moved (移动): the same id ends on one list and begins on another.

One move is told on both timelines, and is neither a withdrawal nor an addition.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.history.changes import ChangeKind, Entry, ItemChange
from generator.model.fields import text_of
from generator.model.lists import ListKey
from generator.resolution.state import Moments

Entries = Mapping[ListKey, tuple[Entry, ...]]
Related = Callable[[str, str], bool]
_WITH_OFFICE = 3

Arrivals = dict[tuple[str, date], list[ListKey]]
Left = dict[tuple[ListKey, str, date], ListKey]


def find_moves(
    entries: Entries, moments: Mapping[ListKey, Moments], related: Related
) -> dict[ListKey, tuple[Entry, ...]]:
    """Turn withdrawals and additions of one item on one day into moves.

    An item moves within an office, to the office that its withdrawal names, or
    between offices that `related` says belong together.
    """
    arrivals = _arrivals(entries, moments)
    left: Left = {}
    for key, listed in entries.items():
        for entry in listed:
            for change in _of_kind(entry, ChangeKind.WITHDRAWN):
                to = _target(change, entry.day, arrivals, related)
                if to:
                    left[key, change.item, entry.day] = to
    came = {(to, item, day): key for (key, item, day), to in left.items()}
    return {
        key: tuple(_moved(entry, left, came, moments) for entry in listed)
        for key, listed in entries.items()
    }


def _of_kind(entry: Entry, kind: ChangeKind) -> Iterator[ItemChange]:
    for change in entry.changes:
        if isinstance(change, ItemChange) and change.kind is kind:
            yield change


def _arrivals(entries: Entries, moments: Mapping[ListKey, Moments]) -> Arrivals:
    """Where each item that ended somewhere begins: the first day of a list counts."""
    wanted = {
        (change.item, entry.day)
        for listed in entries.values()
        for entry in listed
        for change in _of_kind(entry, ChangeKind.WITHDRAWN)
    }
    arrivals: Arrivals = {}
    for key, listed in entries.items():
        for entry in listed:
            begun: Iterable[str] = (
                moments[key][0].items
                if entry.is_first
                else (c.item for c in _of_kind(entry, ChangeKind.ADDED))
            )
            for item in begun:
                if (item, entry.day) in wanted:
                    arrivals.setdefault((item, entry.day), []).append(key)
    return arrivals


def _target(
    change: ItemChange, day: date, arrivals: Arrivals, related: Related
) -> ListKey | None:
    """The list an item went to: the one its withdrawal names, else the only one."""
    known = [k for k in arrivals.get((change.item, day), []) if k != change.list]
    named = text_of(change.successor, "item").split("/") if change.successor else []
    owner = change.list.owner
    if len(named) == _WITH_OFFICE:
        owner = named[0]
    if len(named) > 1 and named[-1] == change.item:
        target = ListKey(owner, named[-2])
        return target if target in known else None
    near = [k for k in known if k.owner == owner]
    near = near or [k for k in known if related(owner, k.owner)]
    return near[0] if len(near) == 1 else None


def _moved(
    entry: Entry,
    left: Left,
    came: Left,
    moments: Mapping[ListKey, Moments],
) -> Entry:
    key = entry.key
    if key is None:
        return entry
    changes = [
        _as_move(change, entry, left, came)
        if isinstance(change, ItemChange)
        else change
        for change in entry.changes
    ]
    if entry.is_first:
        changes += _with_the_first(key, entry, came, moments[key])
    return replace(entry, changes=tuple(changes))


def _as_move(change: ItemChange, entry: Entry, left: Left, came: Left) -> ItemChange:
    at = (change.list, change.item, entry.day)
    if change.kind is ChangeKind.WITHDRAWN and at in left:
        return replace(change, kind=ChangeKind.MOVED, other=left[at])
    if change.kind is ChangeKind.ADDED and at in came:
        return replace(change, kind=ChangeKind.MOVED, other=came[at], arrived=True)
    return change


def _with_the_first(
    key: ListKey, entry: Entry, came: Left, moments: Moments
) -> Iterator[ItemChange]:
    """The items of a new list that came from another one."""
    for item in moments[0].items.values():
        at = (key, item.id, entry.day)
        if at in came:
            yield ItemChange(
                ChangeKind.MOVED,
                key,
                item.id,
                text_of(item.fields, "title"),
                other=came[at],
                arrived=True,
            )
