"""One change in words: what it is about, its fields before and after, and why."""

from collections.abc import Iterator

from generator.history.changes import (
    ChangeKind,
    Entry,
    FieldChange,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.history.publishable import HIDDEN
from generator.history.runs import word_runs
from generator.model.fields import Record, text_of
from generator.model.lists import STANDARD, ListKey
from generator.model.office import Office
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.history_parts import ChangeLine, FieldLine
from generator.site_model.offices import former_name
from generator.site_model.plan import Plan
from generator.site_model.value_words import (
    Declared,
    field_label,
    field_text,
    fields_of_heading,
    fields_of_item,
    fields_of_office,
)

_WHOLE = {ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.MOVED}
_PARTIAL = 3
"""Fields of an item edited in place, above which all of it came or went."""


def change_lines(
    plan: Plan, entry: Entry, change: ItemChange | OfficeChange
) -> Iterator[ChangeLine]:
    """Word a change as a line; what a version did not say is left out."""
    if isinstance(change, OfficeChange):
        yield _office_line(plan, change)
    else:
        yield _item_line(plan, entry, change)


def _item_line(plan: Plan, entry: Entry, change: ItemChange) -> ChangeLine:
    office = plan.catalog.offices.get(change.list.owner)
    fields = tuple(_item_fields(plan, change, office))
    return ChangeLine(
        kind=change.kind.value,
        kind_label=plan.phrases[f"change-{change.kind.value}"],
        title=change.title or entry.title,
        address=_address(plan, change),
        fields=fields,
        notes=tuple(_notes(plan, entry, change)),
    )


def _address(plan: Plan, change: ItemChange) -> str:
    key = change.list
    if change.item and key in plan.resolved.lists:
        moments = plan.resolved.lists[key]
        if any(change.item in moment.items for moment in moments):
            return addresses.item(*key, change.item)
    if change.item and any(change.item in m.items for m in _anywhere(plan, key)):
        return addresses.matter(change.item)
    return ""


def _anywhere(plan: Plan, key: ListKey) -> Iterator[ResolvedList]:
    """The moments of offices that adopt a standard list: their matters have pages."""
    if key.owner == STANDARD:
        for moments in plan.resolved.lists.values():
            yield from (m for m in moments if m.standard == key)


def _item_fields(
    plan: Plan, change: ItemChange, office: Office | None
) -> Iterator[FieldLine]:
    if change.kind in _WHOLE or _is_whole(change):
        return
    kind = plan.catalog.kind_of(change.list) or plan.catalog.kind_of(
        ListKey(STANDARD, change.list.id)
    )
    declared = fields_of_item(kind) if change.item else fields_of_heading()
    unit = _unit_of(plan, change)
    for field in change.fields:
        yield _line(plan, declared, field, office, unit)


def _is_whole(change: ItemChange) -> bool:
    """Tell an edit in place that brought or took a whole item."""
    title = next((f for f in change.fields if f.name == "title"), None)
    came = title is not None and (title.old is None or title.new is None)
    return came and len(change.fields) >= _PARTIAL


def _unit_of(plan: Plan, change: ItemChange) -> str:
    for field in change.fields:
        if field.name == "unit" and isinstance(field.new, str):
            return field.new
    moments = plan.resolved.lists.get(change.list, ())
    for moment in reversed(moments):
        if change.item in moment.items:
            return text_of(moment.items[change.item].fields, "unit")
    return ""


def _line(
    plan: Plan,
    declared: Declared,
    field: FieldChange,
    office: Office | None,
    unit: str = "",
) -> FieldLine:
    known = declared.get(field.name)
    old = field_text(known, field.old, office, unit)
    new = field_text(known, field.new, office, unit)
    if field.name == "person":
        old, new = (
            _person(plan, v, t) for v, t in ((field.old, old), (field.new, new))
        )
    return FieldLine(field_label(plan, declared, field.name), *word_runs(old, new))


def _person(plan: Plan, value: object, shown: str) -> str:
    if value is None:
        return plan.phrases["change-nobody"]
    return plan.phrases["change-name-hidden"] if value == HIDDEN else shown


def _notes(plan: Plan, entry: Entry, change: ItemChange) -> Iterator[str]:
    if change.source is Source.STANDARD and entry.source is not Source.STANDARD:
        yield plan.phrases["change-by-standard"]
    if _is_whole(change) and change.kind not in _WHOLE:
        came = change.fields[0].old is None
        yield plan.phrases["change-whole-in" if came else "change-whole-out"]
    if change.other:
        yield _move(plan, change)
    if change.declined:
        yield plan.say("change-declined", reason=change.declined)
    if change.reason:
        yield plan.say("change-reason", reason=change.reason)
    if change.note and change.note != change.declined:
        yield plan.say("change-note", note=change.note)
    successor = _successor(plan, change)
    if successor:
        yield plan.say("change-successor", who=successor)


def _move(plan: Plan, change: ItemChange) -> str:
    other = change.other
    if other is None:
        return ""
    moments = plan.resolved.lists.get(other) or plan.resolved.standards.get(other, ())
    title = moments[-1].title if moments else other.id
    office = plan.catalog.offices.get(other.owner)
    elsewhere = office.name if office and other.owner != change.list.owner else ""
    where = plan.say("change-at", office=elsewhere, list=title)
    phrase = "change-from" if change.arrived else "change-to"
    if not change.item:
        return plan.say("change-folder", old=str(other), new=str(change.list))
    return plan.say(phrase, where=where)


def _successor(plan: Plan, change: ItemChange) -> str:
    """Who does a withdrawn item now; an item that took over is named by its title."""
    successor = change.successor
    if not isinstance(successor, Record):
        return ""
    parts = [text_of(successor, name) for name in ("unit", "phone", "note")]
    named = text_of(successor, "item").split("/")
    if named[-1] and change.other is None:
        owner = named[0] if len(named) > 2 else change.list.owner  # noqa: PLR2004, 街道/清单/事项
        key = ListKey(owner, named[-2] if len(named) > 1 else change.list.id)
        moments = plan.resolved.lists.get(key, ())
        titles = [
            text_of(m.items[named[-1]].fields, "title")
            for m in moments
            if named[-1] in m.items
        ]
        if titles:
            parts.insert(
                0, plan.say("change-item", list=moments[-1].title, title=titles[-1])
            )
    return " ".join(part for part in parts if part)


def _office_line(plan: Plan, change: OfficeChange) -> ChangeLine:
    office = plan.catalog.offices.get(change.office)
    part = bool(change.unit or change.post or change.community)
    declared = fields_of_office(part=part)
    names = [former_name(plan, office, old) if office else old for old in change.others]
    moved = plan.say("change-succeeded", offices="、".join(names))
    return ChangeLine(
        kind=change.kind.value,
        kind_label=plan.phrases[f"change-{change.kind.value}"],
        title=change.name,
        address=_office_address(change) if office else "",
        fields=tuple(_line(plan, declared, f, office) for f in change.fields),
        notes=(moved,) if change.others else (),
    )


def _office_address(change: OfficeChange) -> str:
    anchor = f"#unit-{change.unit}" if change.unit else ""
    return f"{addresses.office(change.office)}{anchor}"
