"""What the browser needs to compare any two versions: every step, in texts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.history.changes import ChangeKind, Entry, ItemChange
from generator.site_model import addresses
from generator.site_model.change_lines import field_texts
from generator.site_model.history_parts import Row, Step
from generator.site_model.plan import Plan

Dates = tuple[tuple[str, str], ...]
_WHOLE = {ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.MOVED}


def versions_of(entries: Iterable[Entry]) -> list[Entry]:
    """The versions among the acts of a list: edits in place are part of their texts."""
    return [entry for entry in entries if not entry.in_place]


def dates(plan: Plan, entries: Iterable[Entry]) -> Dates:
    """The days that can be chosen, newest first; none where there is but one."""
    days = [entry.day for entry in versions_of(entries)]
    if len(days) == 1:
        return ()
    return tuple((day.isoformat(), plan.day(day)) for day in reversed(days))


def steps(plan: Plan, entries: Iterable[Entry]) -> tuple[Step, ...]:
    """The versions but the first, oldest first, item by item.

    An item that comes or goes and changes again carries all its texts: only then do
    two steps have to be joined.
    """
    versions = [entry for entry in versions_of(entries) if not entry.is_first]
    often = Counter(c.item for entry in versions for c in _items(entry))
    return tuple(
        (
            entry.day.isoformat(),
            tuple(_row(plan, entry, c, often[c.item] > 1) for c in _items(entry)),
        )
        for entry in versions
    )


def _items(entry: Entry) -> Iterator[ItemChange]:
    for change in entry.changes:
        if isinstance(change, ItemChange) and change.item:
            yield change


def _row(plan: Plan, entry: Entry, change: ItemChange, again: bool) -> Row:  # noqa: FBT001, one caller
    told = again or change.kind not in _WHOLE
    kind = change.kind.value
    if change.kind is ChangeKind.MOVED:
        kind = "arrived" if change.arrived else "left"
    key = change.list
    address = ""
    if key in plan.resolved.lists:
        address = addresses.item(*key, change.item)
    fields = tuple(field_texts(plan, entry, change)) if told else ()
    return change.item, kind, change.title, address, fields
