"""Values of the past and the present as texts that can be compared by eye."""

from collections.abc import Mapping

from generator.history.list_edits import CAUSE, FILE
from generator.model.fields import Field, Record, Shape, Value, text_of
from generator.model.kinds import Kind
from generator.model.office import Office
from generator.model.records import CHANGE, COMMUNITY, HEADER, OFFICE, POST, UNIT
from generator.resolution.contacts import find_unit
from generator.site_model.plan import Plan

Declared = Mapping[str, Field]


def _by_name(fields: tuple[Field, ...], prefix: str = "") -> dict[str, Field]:
    return {f"{prefix}{field.name}": field for field in fields}


_HEADINGS = _by_name(HEADER)
_CAUSES = _by_name(CHANGE, CAUSE)
_OFFICES = _by_name(OFFICE)
_PARTS = {**_by_name(COMMUNITY), **_by_name(POST), **_by_name(UNIT)}


def fields_of_item(kind: Kind | None) -> Declared:
    """The declared fields of an item and of what an amendment says around it."""
    return {**(kind.fields if kind else {}), **_CAUSES}


def fields_of_heading() -> Declared:
    """The declared fields of a list's heading."""
    return _HEADINGS


def fields_of_office(*, part: bool) -> Declared:
    """The declared fields of an office, or of a unit, post or community of it."""
    return _PARTS if part else _OFFICES


def field_label(plan: Plan, declared: Declared, name: str) -> str:
    """The name of a field as editors know it; an old one keeps its own."""
    if name == FILE:
        return plan.phrases["change-file"]
    if name == f"{CAUSE}verb":
        return plan.phrases["change-verb"]
    field = declared.get(name)
    return field.label if field else name.removeprefix(CAUSE)


def field_text(
    plan: Plan,
    field: Field | None,
    value: Value,
    office: Office | None,
    unit: str = "",
) -> str:
    """A value as one text, a line for each entry; ids of units and posts as names."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(_entry(plan, field, entry) for entry in value)
    if isinstance(value, Record):
        return _record(plan, field, value)
    shape = field.shape if field else None
    if shape is Shape.UNIT and office:
        found = find_unit(office, str(value))
        return found.name if found else str(value)
    if shape is Shape.POST and office:
        found = find_unit(office, unit)
        post = found.posts.get(str(value)) if found else None
        return post.title if post else str(value)
    return plan.word(str(value)) if field and field.choices else str(value)


def _entry(plan: Plan, field: Field | None, entry: str | Record) -> str:
    if isinstance(entry, Record):
        return _record(plan, field, entry)
    return plan.word(entry) if field and field.choices else entry


def _record(plan: Plan, field: Field | None, record: Record) -> str:
    """The parts of a record: labelled where they need it, else as people write them."""
    parts = {part.name: part for part in field.parts} if field else {}
    if set(record) <= {"document", "article"}:
        return text_of(record, "document") + text_of(record, "article")
    if "number" in record and "title" not in record:
        kind, note = plan.word(text_of(record, "kind")), text_of(record, "note")
        known = f"{kind} {text_of(record, 'number')}".strip()
        return f"{known}（{note}）" if note else known
    return "；".join(
        f"{parts[name].label if name in parts else name}："
        + _inline(plan, parts.get(name), value)
        for name, value in record.items()
        if value is not None
    )


def _inline(plan: Plan, field: Field | None, value: Value) -> str:
    if isinstance(value, tuple):
        return plan.join(_entry(plan, None, entry) for entry in value)
    if isinstance(value, Record):
        return _record(plan, None, value)
    return plan.word(str(value)) if field and field.choices else str(value)
