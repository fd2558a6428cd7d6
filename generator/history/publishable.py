"""What of a change may be published: no personal numbers, names by the policy.

Texts of the past come from files that no check of today has seen.
"""

from collections.abc import Iterable, Iterator

from generator.history.changes import FieldChange
from generator.loading.personal import redact
from generator.model.fields import Record, Value
from generator.model.office import Office
from generator.resolution.contacts import shown_person

HIDDEN = ""
"""Stands for a name that the office's policy does not show."""


def publishable(
    office: Office | None, changes: Iterable[FieldChange]
) -> tuple[FieldChange, ...]:
    """Show people as the office's policy allows; a standard list names nobody."""
    return tuple(_shown(office, change) for change in changes)


def redacted(changes: Iterable[FieldChange]) -> Iterator[FieldChange]:
    """Hide personal numbers in texts that come from the past."""
    for change in changes:
        yield FieldChange(change.name, _clean(change.old), _clean(change.new))


def _shown(office: Office | None, change: FieldChange) -> FieldChange:
    if change.name != "person":
        return change
    return FieldChange(
        change.name, _person(office, change.old), _person(office, change.new)
    )


def _person(office: Office | None, name: Value) -> Value:
    if not isinstance(name, str) or not name:
        return name
    return shown_person(office, name) if office else HIDDEN


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, tuple):
        return tuple(_entry(entry) for entry in value)
    return _record(value) if isinstance(value, Record) else value


def _entry(entry: str | Record) -> str | Record:
    return redact(entry) if isinstance(entry, str) else _record(entry)


def _record(record: Record) -> Record:
    return Record({name: _clean(value) for name, value in record.items()})
