"""Compare what lists say: items are matched by id, never by wording.

Everything here works on plain mappings of fields, so that resolved lists, files of
the past and two trees are compared alike.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.history.changes import ChangeKind, FieldChange, ItemChange
from generator.model.fields import Value, text_of
from generator.model.lists import ListKey

Fields = Mapping[str, Value]
Items = Mapping[str, Fields]

_IDENTITY = "id"


def compare_fields(old: Fields, new: Fields) -> tuple[FieldChange, ...]:
    """List the fields that differ, in the order of the new text, dropped ones last."""
    if old is new:
        return ()
    names = dict.fromkeys((*new, *old))
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in names
        if name != _IDENTITY and old.get(name) != new.get(name)
    )


def compare_items(key: ListKey, old: Items, new: Items) -> Iterator[ItemChange]:
    """Yield what was added and revised, in the order of the new list, then withdrawn."""
    for name, fields in new.items():
        before = old.get(name)
        if before is fields:
            continue
        kind = ChangeKind.ADDED if before is None else ChangeKind.REVISED
        differing = compare_fields(before or {}, fields)
        if differing or before is None:
            title = text_of(fields, "title")
            yield ItemChange(kind, key, name, title, differing)
    for name, fields in old.items():
        if name not in new:
            title = text_of(fields, "title")
            gone = compare_fields(fields, {})
            yield ItemChange(ChangeKind.WITHDRAWN, key, name, title, gone)


def apply(changes: Iterable[ItemChange], items: Items) -> dict[str, Fields]:
    """Give what a list says after changes to what it said before them."""
    after = dict(items)
    for change in changes:
        if change.kind is ChangeKind.WITHDRAWN or _left(change):
            after.pop(change.item, None)
        else:
            fields = dict(after.get(change.item, {_IDENTITY: change.item}))
            after[change.item] = _with(fields, ((f.name, f.new) for f in change.fields))
    return after


def undo(changes: Iterable[ItemChange], items: Items) -> dict[str, Fields]:
    """Give what a list said before changes that led to what it says now."""
    before = dict(items)
    for change in changes:
        if change.kind is ChangeKind.ADDED or _arrived(change):
            before.pop(change.item, None)
        else:
            fields = dict(before.get(change.item, {_IDENTITY: change.item}))
            before[change.item] = _with(
                fields, ((f.name, f.old) for f in change.fields)
            )
    return before


def net_fields(
    first: Iterable[FieldChange], then: Iterable[FieldChange]
) -> tuple[FieldChange, ...]:
    """Join the changes of two steps to those of one; what came back is no change."""
    joined = {change.name: change for change in first}
    for change in then:
        before = joined.get(change.name)
        old = before.old if before else change.old
        joined[change.name] = FieldChange(change.name, old, change.new)
    return tuple(change for change in joined.values() if change.old != change.new)


def _with(fields: dict[str, Value], values: Iterable[tuple[str, Value]]) -> Fields:
    for name, value in values:
        if value is None:
            fields.pop(name, None)
        else:
            fields[name] = value
    return fields


def _left(change: ItemChange) -> bool:
    return change.kind is ChangeKind.MOVED and not change.arrived


def _arrived(change: ItemChange) -> bool:
    return change.kind is ChangeKind.MOVED and change.arrived
