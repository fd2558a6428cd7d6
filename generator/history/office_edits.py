"""Edits of an office file: one phone corrected is one change, whatever it touches."""

from collections.abc import Iterator, Mapping

from generator.history.changes import (
    ChangeKind,
    FieldChange,
    FileEdit,
    OfficeChange,
    PartDifference,
)
from generator.history.compare import compare_fields
from generator.history.publishable import publishable, redacted
from generator.model.fields import Record, Value, records_of, text_of, words_of
from generator.model.office import Office

_SILENT = frozenset({"id", "succeeds", "since"})
Fields = Mapping[str, Value]


def office_changes(
    edit: FileEdit, office_id: str, office: Office | None
) -> Iterator[OfficeChange]:
    """Yield what an edit of an office file changed; `office` is the file of today."""
    name = office.name if office else office_id
    if not edit.new_path:
        yield OfficeChange(ChangeKind.WITHDRAWN, office_id, name)
    for part in edit.parts:
        if part.section == "head":
            yield from _head(part, office_id, name)
        elif part.section == "units":
            yield from _unit(part, office_id, office)
        else:
            yield from _community(part, office_id)


def _head(part: PartDifference, office_id: str, name: str) -> Iterator[OfficeChange]:
    old, new = part.old or {}, part.new or {}
    known = words_of(old, "succeeds")
    others = tuple(o for o in words_of(new, "succeeds") if o not in known)
    if others:
        kind = ChangeKind.MOVED
        yield OfficeChange(kind, office_id, name, others=others)
    fields = _fields(old, new)
    if fields:
        kind = ChangeKind.CORRECTED
        yield OfficeChange(kind, office_id, name, fields=fields)


def _fields(old: Fields, new: Fields) -> tuple[FieldChange, ...]:
    kept = (
        FieldChange(f.name, _spoken(f.old), _spoken(f.new))
        for f in compare_fields(old, new)
        if f.name not in _SILENT and _spoken(f.old) != _spoken(f.new)
    )
    return tuple(redacted(kept))


def _spoken(value: Value) -> Value:
    """A phone without the day somebody last checked it: checking changes nothing."""
    if isinstance(value, Record):
        return Record({k: _spoken(v) for k, v in value.items() if k != "verified"})
    if isinstance(value, tuple):
        return tuple(_spoken_entry(entry) for entry in value)
    return value


def _spoken_entry(entry: str | Record) -> str | Record:
    if isinstance(entry, str):
        return entry
    return Record({k: _spoken(v) for k, v in entry.items() if k != "verified"})


def _unit(
    part: PartDifference, office_id: str, office: Office | None
) -> Iterator[OfficeChange]:
    old, new = part.old, part.new
    name = text_of(new or {}, "name") or text_of(old or {}, "name") or part.id
    if old is None or new is None:
        kind = ChangeKind.ADDED if old is None else ChangeKind.WITHDRAWN
        yield OfficeChange(kind, office_id, name, unit=part.id)
        return
    fields = _fields(_without_posts(old), _without_posts(new))
    if fields:
        kind = ChangeKind.CORRECTED
        yield OfficeChange(kind, office_id, name, unit=part.id, fields=fields)
    yield from _posts(part.id, office_id, office, name, (old, new))


def _without_posts(unit: Fields) -> Fields:
    return {name: value for name, value in unit.items() if name != "posts"}


def _posts(
    unit: str,
    office_id: str,
    office: Office | None,
    name: str,
    units: tuple[Fields, Fields],
) -> Iterator[OfficeChange]:
    """Compare the posts of a unit; people are named as the policy of today allows."""
    olds, news = ({text_of(p, "id"): p for p in records_of(u, "posts")} for u in units)
    for post in dict.fromkeys((*news, *olds)):
        old, new = olds.get(post), news.get(post)
        title = text_of(new or old or {}, "title")
        shown = f"{name} {title}"
        if old is None or new is None:
            kind = ChangeKind.ADDED if old is None else ChangeKind.WITHDRAWN
            yield OfficeChange(kind, office_id, shown, unit=unit, post=post)
        elif old != new:
            fields = publishable(office, _fields(old, new))
            yield OfficeChange(
                ChangeKind.CORRECTED, office_id, shown, unit, post, fields=fields
            )


def _community(part: PartDifference, office_id: str) -> Iterator[OfficeChange]:
    old, new = part.old, part.new
    name = text_of(new or {}, "name") or text_of(old or {}, "name") or part.id
    kind = ChangeKind.CORRECTED
    fields: tuple[FieldChange, ...] = ()
    if old is None or new is None:
        kind = ChangeKind.ADDED if old is None else ChangeKind.WITHDRAWN
    else:
        fields = _fields(old, new)
    if fields or kind is not ChangeKind.CORRECTED:
        yield OfficeChange(kind, office_id, name, community=part.id, fields=fields)
