"""Changes of a list to the text of its new file: a whole version or an amendment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.authoring.yaml_text import VersionText, Written, version_text
from generator.importing.alike import plain_of
from generator.importing.list_changes import Added, ListChanges, Revised
from generator.importing.list_header import Why, amendment_header, whole_header
from generator.importing.targets import Target, file_of
from generator.model.fields import Field, Shape
from generator.resolution.resolved import ResolvedItem
from generator.understanding.understood import Plain, Row, Understood

Entry = dict[str, Written]
Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class ListFile:
    """A new file: path below the root, text with its places, and the row of each item."""

    path: str
    version: VersionText
    is_whole: bool
    rows: Mapping[str, Row]


def list_file(
    understood: Understood,
    target: Target,
    changes: ListChanges,
    why: Why,
    *,
    title: str = "",
    whole: bool = False,
) -> ListFile:
    """Write the file; a list without a whole version of its own gets one first.

    `title` is what a list is called whose table does not say.
    """
    fields = understood.kind.fields if understood.kind else {}
    current = target.current
    is_whole = whole or current is None or current.whole is None
    if is_whole:
        header = whole_header(understood, target, changes, why, title)
        entries = list(_items(changes, target, fields))
        version = version_text(header, "items", entries, (_counted(changes, target),))
    else:
        header = amendment_header(understood, target, why)
        entries = list(_changes(changes, fields, why.reason))
        version = version_text(header, "changes", entries, (_counted(changes, target),))
    rows = {one.item: one.row for one in changes.added}
    rows |= {one.item.id: one.row for one in changes.found}
    return ListFile(file_of(target.key, target.day), version, is_whole, rows)


def _counted(changes: ListChanges, target: Target) -> str:
    """The comment at the top: how much there is, in the words of a notice."""
    if target.current is None:
        return f"整版，{len(changes.added)}项。"
    counts = {
        "新增": len(changes.added),
        "调整": len(changes.revised),
        "取消": len(changes.gone),
    }
    return "、".join(f"{word}{n}项" for word, n in counts.items() if n) + "。"


def _changes(changes: ListChanges, fields: Fields, reason: str) -> Iterator[Entry]:
    """The entries of an amendment: new ones first, as notices tell them."""
    for one in changes.added:
        yield {"add": _added(one, fields), "reason": reason}
    for row in changes.revised:
        written = {c.field.name: _written(c.field, c.value) for c in row.fields}
        yield {"revise": row.item.id, "set": written, "reason": reason}
    for item in changes.gone:
        yield {"withdraw": item.id, "reason": reason}


def _items(changes: ListChanges, target: Target, fields: Fields) -> Iterator[Entry]:
    """The items of a whole version in the order of the table.

    Of what the standard list gives, only the office's own words are written.
    """
    entries = {id(one.row): _added(one, fields) for one in changes.added}
    entries |= {id(one.row): _kept(one.item, one, fields) for one in changes.found}
    for entry in (entries.get(id(row), {}) for row in changes.rows):
        # What the standard list says anyway is its id alone.
        if len(entry) > 1:
            yield entry
    shown = {one.item.id for one in changes.found} | {i.id for i in changes.gone}
    for item in target.current.items.values() if target.current else ():
        entry = _kept(item, None, fields)
        if item.id not in shown and len(entry) > 1:
            yield entry


def _added(one: Added, fields: Fields) -> Entry:
    written = {n: _written(fields[n], value) for n, value in one.values.items()}
    return {"id": one.item, **written}


def _kept(item: ResolvedItem, row: Revised | None, fields: Fields) -> Entry:
    """An item's own fields with what its row changes."""
    own = item.own if item.adopted else frozenset(item.fields) - {"id"}
    values: dict[str, Plain] = {n: plain_of(item.fields.get(n)) for n in own}
    values |= {c.field.name: c.value for c in row.fields} if row else {}
    written = {
        name: _written(field, values[name])
        for name, field in fields.items()
        if name in values and (item.adopted or values[name] is not None)
    }
    return {"id": item.id, **written}


def _written(field: Field, value: Plain) -> Written:
    """A value as its field wants it: counts as numbers, parts in declared order."""
    if isinstance(value, str) and field.shape is Shape.COUNT and value.isdecimal():
        return int(value)
    parts = {part.name: part for part in field.parts}
    if isinstance(value, dict):
        return {n: _written(p, value[n]) for n, p in parts.items() if n in value}
    if isinstance(value, list) and parts:
        return [_written(field, one) if isinstance(one, dict) else one for one in value]
    return value
