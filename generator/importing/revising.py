"""What a row changes of the item it belongs to (改了哪些栏)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.export.cells import item_cell
from generator.importing.alike import fold_cell, plain_of, same_text, same_value
from generator.model.fields import Field, Value, text_of
from generator.model.office import Office
from generator.resolution.contacts import handling
from generator.understanding.understood import Plain, Row

NEVER_EMPTY = frozenset({"title"})
"""Fields that an empty cell does not remove."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell that says something new: before and after as cells, and the value."""

    field: Field
    heading: str
    old: str
    new: str
    value: Plain


@dataclass(frozen=True, slots=True)
class Setting:
    """What every row is compared by: the fields, and the office if there is one."""

    fields: Mapping[str, Field]
    office: Office | None


def changes_of(
    row: Row,
    values: Mapping[str, Plain],
    item: Mapping[str, Value],
    setting: Setting,
    unreadable: frozenset[str] = frozenset(),
) -> Iterator[Changed]:
    """Compare a row with its item, field by field, where the table has a column.

    `values` are the row's with ids for names; `unreadable` fields of the row, whose
    empty cell says nothing.
    """
    present = row.cells.keys() | values.keys()
    for name, field in setting.fields.items():
        if name not in present - unreadable:
            continue
        cell = row.cells.get(name, "")
        value = _joined(row, field, item, values)
        is_kept = cell or item.get(name) is None or name in NEVER_EMPTY
        if (value is None and is_kept) or _only_counts(field, item, cell):
            continue
        olds = _cells_now(field, item, values, setting.office)
        new = cell or _as_cell(field, value)
        if any(same_text(field, old, new) for old in olds):
            continue
        if not same_value(plain_of(item.get(name)), value):
            yield Changed(field, heading_of(row, field), olds[0], new, value)


def _cells_now(
    field: Field,
    item: Mapping[str, Value],
    values: Mapping[str, Plain],
    office: Office | None,
) -> list[str]:
    """What a cell may say without changing anything, what an export writes first.

    A phone that the item leaves to its unit may be the unit's, or the new unit's.
    """
    now = item_cell(field, item, office)
    unit = values.get("unit")
    if field.name != "hotline" or item.get("hotline") or not isinstance(unit, str):
        return [now]
    return [now, item_cell(field, {"unit": unit}, office)]


def _only_counts(field: Field, item: Mapping[str, Value], cell: str) -> bool:
    """Tell a number that says no more than which row it is: order is no change.

    Numbers such as 0505 are a list's own; a spreadsheet makes 505 of them.
    """
    if field.name != "number" or not _is_count(cell):
        return False
    own = text_of(item, "number")
    return not own or _is_count(own) or own.lstrip("0") == cell


def _is_count(text: str) -> bool:
    return text.isdecimal() and not text.startswith("0")


def heading_of(row: Row, field: Field) -> str:
    """The heading of the column that a field of a row came from, else its label.

    The note takes in columns of other names too.
    """
    heading = "" if field.name == "note" else row.headings.get(field.name)
    return heading or field.label


def fresh(values: Mapping[str, Plain], setting: Setting) -> dict[str, Plain]:
    """The values of a new item in the order of the declared fields.

    A phone that the unit has anyway is left to the unit's own entry.
    """
    made = {
        name: values[name]
        for name, field in setting.fields.items()
        if name in values and not _only_counts(field, {}, _text(values[name]))
    }
    hotline, unit = made.get("hotline"), made.get("unit")
    if setting.office and isinstance(hotline, str) and isinstance(unit, str):
        phones = handling(setting.office, {"unit": unit}).phones
        if phones and same_text(setting.fields["hotline"], phones[0].number, hotline):
            del made["hotline"]
    return made


def _joined(
    row: Row, field: Field, item: Mapping[str, Value], values: Mapping[str, Plain]
) -> Plain:
    """A field's value; where a column fills one part of a record, the others stay."""
    value, before = values.get(field.name), plain_of(item.get(field.name))
    is_part = fold_cell(heading_of(row, field)) != fold_cell(field.label)
    if not (is_part and isinstance(value, dict) and isinstance(before, dict)):
        return value
    both = {**before, **value}
    return {part.name: both[part.name] for part in field.parts if part.name in both}


def _as_cell(field: Field, value: Plain) -> str:
    """A value that came from several columns, as one text."""
    if isinstance(value, dict):
        labels = {part.name: part.label for part in field.parts}
        return "；".join(f"{labels.get(n, n)}：{_text(v)}" for n, v in value.items())
    return _text(value)


def _text(value: Plain) -> str:
    if isinstance(value, list):
        return "、".join(_text(entry) for entry in value)
    return "" if value is None else str(value)
