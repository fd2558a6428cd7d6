"""What the form 提出修改 knows of an office: its units, and where its file says what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.fields import Field, Record, records_of, text_of, words_of
from generator.model.office import Office
from generator.model.records import PHONE, UNIT

_UNIT = {field.name: field for field in UNIT}
_OF_UNIT = tuple(_UNIT[name] for name in ("place",))

Values = Mapping[str, object]
Row = tuple[object, ...]
"""A value of the file: field name, label, value, line and column, heading."""


def office_values(office: Office, lists: Iterable[Sequence[str]]) -> Values:
    """Give an office with its units and posts; `lists` are (id, title)."""
    return {
        "name": office.name,
        "path": office.record.path,
        "lists": [list(one) for one in lists],
        "units": [_unit(unit) for unit in records_of(office.record, "units")],
    }


def contact_fields() -> list[Field]:
    """Name the fields of a unit that the form changes in place."""
    return [*_OF_UNIT, *PHONE]


def _unit(unit: Record) -> Values:
    posts = records_of(unit, "posts")
    return {
        "id": text_of(unit, "id"),
        "name": text_of(unit, "name"),
        "plates": words_of(unit, "nameplates"),
        "formerly": words_of(unit, "formerly"),
        "line": unit.place("name").line,
        "posts": [[text_of(post, "id"), text_of(post, "title")] for post in posts],
        "rows": list(_rows(unit)),
    }


def _rows(unit: Record) -> Iterator[Row]:
    yield from _stated(unit, _OF_UNIT, "")
    for number, phone in enumerate(records_of(unit, "phones"), start=1):
        yield from _stated(phone, PHONE, str(number))


def _stated(record: Record, fields: Iterable[Field], number: str) -> Iterator[Row]:
    """Yield what a record says, with the place; `number` counts the phones of a unit."""
    for field in fields:
        value = text_of(record, field.name)
        if value:
            place = record.place(field.name)
            yield field.name, number, value, place.line, place.column
