"""What several steps did together (净变动): added and withdrawn again is nothing.

Works on changes that may already be published, so that it need not hide anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.history.changes import ChangeKind, Entry, ItemChange
from generator.history.compare import net_fields
from generator.model.lists import ListKey
from generator.resolution.resolved import ResolvedList

Merged = dict[str, ItemChange]


@dataclass(frozen=True, slots=True)
class Span:
    """A list between two days: its state on both, and the acts between them."""

    before: ResolvedList | None
    after: ResolvedList
    entries: tuple[Entry, ...]

    @property
    def days(self) -> list[date]:
        """The days on which something changed."""
        return [entry.day for entry in self.entries]


Spans = Mapping[ListKey, Span]


def net_changes(entries: Iterable[Entry]) -> tuple[ItemChange, ...]:
    """Join the changes of entries, oldest first, to what they do together."""
    net: Merged = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, ItemChange) and change.item:
                _merge(net, change)
    return tuple(net.values())


def settle_moves(
    spans: Spans, nets: Mapping[ListKey, tuple[ItemChange, ...]]
) -> dict[ListKey, tuple[ItemChange, ...]]:
    """Tell moves from where an item was on the first day to where it is on the last.

    What came to an end underway is withdrawn, what began underway is added.
    """
    came: dict[tuple[ListKey, str], ListKey] = {}
    left = {
        key: [_departure(spans, change, came) for change in changes]
        for key, changes in nets.items()
    }
    return {
        key: tuple(
            arrived
            for change in changes
            if (arrived := _arrival(spans[key], change, came))
        )
        for key, changes in left.items()
    }


def _merge(net: Merged, change: ItemChange) -> None:
    """Join one more change of an item to those before it."""
    before = net.pop(change.item, None)
    if before is None:
        net[change.item] = change
        return
    fields = net_fields(before.fields, change.fields)
    was_there, is_there = not _begins(before), not _ends(change)
    if was_there and is_there and fields:
        kinds = {before.kind, change.kind}
        kind = kinds.pop() if len(kinds) == 1 else ChangeKind.REVISED
        joined = replace(change, kind=kind, fields=fields, other=None, arrived=False)
        net[change.item] = joined if _ends(before) else _with_reasons(joined, before)
    elif was_there and not is_there:
        net[change.item] = replace(change, fields=fields)
    elif is_there and not was_there:
        net[change.item] = replace(before, title=change.title, fields=fields)


def _with_reasons(change: ItemChange, before: ItemChange) -> ItemChange:
    """Keep the reasons of both steps."""
    return replace(
        change,
        reason=_joined(before.reason, change.reason),
        note=_joined(before.note, change.note),
    )


def _joined(*texts: str) -> str:
    return "；".join(dict.fromkeys(text for text in texts if text))


def _begins(change: ItemChange) -> bool:
    moved_in = change.kind is ChangeKind.MOVED and change.arrived
    return change.kind is ChangeKind.ADDED or moved_in


def _ends(change: ItemChange) -> bool:
    moved_out = change.kind is ChangeKind.MOVED and not change.arrived
    return change.kind is ChangeKind.WITHDRAWN or moved_out


def _departure(
    spans: Spans, change: ItemChange, came: dict[tuple[ListKey, str], ListKey]
) -> ItemChange:
    """Follow an item that left to where it is now; note it in `came`."""
    last, seen = change, {change.list}
    while last.kind is ChangeKind.MOVED and not last.arrived and last.other:
        target = last.other
        span = spans.get(target)
        if span and change.item in span.after.items:
            came[target, change.item] = change.list
            return replace(change, other=target)
        following = _last_end(span, change.item) if span else None
        if following is None or target in seen:
            return change
        seen.add(target)
        last = following
    if last is change:
        return change
    return replace(last, list=change.list, title=change.title, fields=change.fields)


def _last_end(span: Span, item: str) -> ItemChange | None:
    for entry in reversed(span.entries):
        for change in entry.changes:
            if isinstance(change, ItemChange) and change.item == item and _ends(change):
                return change
    return None


def _arrival(
    span: Span, change: ItemChange, came: Mapping[tuple[ListKey, str], ListKey]
) -> ItemChange | None:
    """Tell where an item on its list comes from; of a new list only moves are told."""
    if not _begins(change):
        return None if span.before is None else change
    other = came.get((change.list, change.item))
    if other:
        return replace(change, kind=ChangeKind.MOVED, other=other, arrived=True)
    if span.before is None:
        return None
    return replace(change, kind=ChangeKind.ADDED, other=None, arrived=False)
