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
from generator.resolution.state import in_force
from generator.site_model import addresses
from generator.site_model.history_parts import ChangeLine, FieldLine
from generator.site_model.language import fields_in
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
    plan: Plan,
    entry: Entry,
    change: ItemChange | OfficeChange,
    *,
    whole: bool = False,
) -> Iterator[ChangeLine]:
    """Word a change as a line; what a version did not say is left out.

    Only with `whole` an item that came or went is told field by field.
    """
    if isinstance(change, OfficeChange):
        yield _office_line(plan, change)
    else:
        yield _item_line(plan, entry, change, whole=whole)


def _item_line(
    plan: Plan, entry: Entry, change: ItemChange, *, whole: bool
) -> ChangeLine:
    told = whole or (change.kind not in _WHOLE and not _is_whole(change))
    fields = tuple(_item_fields(plan, entry, change)) if told else ()
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


def _item_fields(plan: Plan, entry: Entry, change: ItemChange) -> Iterator[FieldLine]:
    for label, old, new in field_texts(plan, entry, change):
        yield FieldLine(label, *word_runs(old, new))


def field_texts(
    plan: Plan, entry: Entry, change: ItemChange
) -> Iterator[tuple[str, str, str]]:
    """Yield every field of a changed item: its label, its old and its new text."""
    office = plan.catalog.offices.get(change.list.owner)
    declared = _declared(plan, change)
    unit = _unit_of(plan, entry, change)
    for field in change.fields:
        label = field_label(plan, declared, field.name)
        yield label, *_texts(plan, declared, field, office, unit)


def changed_labels(plan: Plan, change: ItemChange) -> tuple[str, ...]:
    """Name the fields that a change touches."""
    declared = _declared(plan, change)
    return tuple(field_label(plan, declared, field.name) for field in change.fields)


def _declared(plan: Plan, change: ItemChange) -> Declared:
    kind = plan.catalog.kind_of(change.list) or plan.catalog.kind_of(
        ListKey(STANDARD, change.list.id)
    )
    fields = fields_of_item(kind) if change.item else fields_of_heading()
    return fields_in(fields, plan.declared)


def _is_whole(change: ItemChange) -> bool:
    """Tell an edit in place that brought or took a whole item."""
    title = next((f for f in change.fields if f.name == "title"), None)
    came = title is not None and (title.old is None or title.new is None)
    return came and len(change.fields) >= _PARTIAL


def _unit_of(plan: Plan, entry: Entry, change: ItemChange) -> str:
    """The unit whose posts an item names: as of the act, so that it reads so for ever."""
    for field in change.fields:
        if field.name == "unit" and isinstance(field.new, str):
            return field.new
    moment = _on(plan, change.list, entry)
    item = moment.items.get(change.item) if moment else None
    return text_of(item.fields, "unit") if item else ""


def _on(plan: Plan, key: ListKey, entry: Entry) -> ResolvedList | None:
    """A list as of an act, whatever came later; before its first version that one."""
    moments = plan.resolved.lists.get(key) or plan.resolved.standards.get(key, ())
    if not moments:
        return None
    return in_force(moments, entry.day) or moments[0]


def _texts(
    plan: Plan,
    declared: Declared,
    field: FieldChange,
    office: Office | None,
    unit: str = "",
) -> tuple[str, str]:
    known = declared.get(field.name)
    old = field_text(plan, known, field.old, office, unit)
    new = field_text(plan, known, field.new, office, unit)
    if field.name == "person":
        return _person(plan, field.old, old), _person(plan, field.new, new)
    return old, new


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
        yield move_words(plan, entry, change)
    if change.declined:
        yield plan.say("change-declined", reason=change.declined.rstrip("。"))
    if change.reason:
        yield plan.say("change-reason", reason=plan.word(change.reason))
    if change.note and change.note != change.declined:
        yield plan.say("change-note", note=change.note.rstrip("。"))
    successor = successor_words(plan, entry, change)
    if successor:
        yield plan.say("change-successor", who=successor.rstrip("。"))


def move_words(plan: Plan, entry: Entry, change: ItemChange) -> str:
    """Where an item moved to or from, or which number a whole list had before."""
    other = change.other
    if other is None:
        return ""
    moment = _on(plan, other, entry)
    title = moment.title if moment else other.id
    office = plan.catalog.offices.get(other.owner)
    elsewhere = office.name if office and other.owner != change.list.owner else ""
    where = plan.say("change-at", office=elsewhere, list=title)
    phrase = "change-from" if change.arrived else "change-to"
    if not change.item:
        return plan.say("change-folder", old=str(other), new=str(change.list))
    return plan.say(phrase, where=where)


def successor_words(plan: Plan, entry: Entry, change: ItemChange) -> str:
    """Who does a withdrawn item now; an item that took over is named by its title."""
    successor = change.successor
    if not isinstance(successor, Record):
        return ""
    parts = [text_of(successor, name) for name in ("unit", "phone", "note")]
    named = text_of(successor, "item").split("/")
    if named[-1] and change.other is None:
        owner = named[0] if len(named) > 2 else change.list.owner  # noqa: PLR2004, 街道/清单/事项
        key = ListKey(owner, named[-2] if len(named) > 1 else change.list.id)
        moment = _on(plan, key, entry)
        item = moment.items.get(named[-1]) if moment else None
        if moment and item:
            title = text_of(item.fields, "title")
            parts.insert(0, plan.say("change-item", list=moment.title, title=title))
    return " ".join(part for part in parts if part)


def _office_line(plan: Plan, change: OfficeChange) -> ChangeLine:
    office = plan.catalog.offices.get(change.office)
    part = bool(change.unit or change.post or change.community)
    declared = fields_in(fields_of_office(part=part), plan.declared)
    names = [former_name(plan, office, old) if office else old for old in change.others]
    sort = "took-over" if change.others else change.kind.value
    moved = plan.say("change-succeeded", offices=plan.join(names))
    return ChangeLine(
        kind=change.kind.value,
        kind_label=plan.phrases[f"change-{sort}"],
        title=change.name,
        address=_office_address(change) if office else "",
        fields=tuple(
            FieldLine(
                field_label(plan, declared, field.name),
                *word_runs(*_texts(plan, declared, field, office)),
            )
            for field in change.fields
        ),
        notes=(moved,) if change.others else (),
    )


def _office_address(change: OfficeChange) -> str:
    anchor = f"#unit-{change.unit}" if change.unit else ""
    return f"{addresses.office(change.office)}{anchor}"
