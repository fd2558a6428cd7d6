"""What happened to one item (这件事的变化): its own timeline, and what is to come."""

from collections.abc import Iterator
from datetime import date

from generator.history.changes import (
    ChangeKind,
    Entry,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.history.timelines import Told
from generator.site_model.cards import is_announced, place_of
from generator.site_model.change_lines import (
    change_lines,
    changed_labels,
    move_words,
    successor_words,
)
from generator.site_model.history_parts import ChangeLine, Happened
from generator.site_model.plan import Plan
from generator.site_model.shortening import shortened
from generator.site_model.telling import sort_of

_ROOM = 900
"""Characters of old and new text on an item's page; older lines only name fields."""

_FEW = 4
"""Fields of one change that are shown with both texts: more is a new text."""


Lines = list[Told]
"""What happened to an item, oldest first (`History.of_items`)."""


def begun(plan: Plan, lines: Lines) -> str:
    """Say in a sentence that an item has only been there since the first version."""
    if len(lines) != 1 or not _is_beginning(lines[0]):
        return ""
    return plan.say("item-begun", day=plan.day(lines[0].entry.day))


def happened(plan: Plan, lines: Lines) -> tuple[Happened, ...]:
    """What happened to an item, newest first; old and new text as long as there is room."""
    return tuple(_happened(plan, lines))


def _happened(plan: Plan, lines: Lines) -> Iterator[Happened]:
    room = _ROOM
    for told in reversed(lines):
        for line in change_lines(plan, told.entry, told.change):
            shown = shortened(line)
            few = len(shown.fields) <= _FEW
            if few:
                room -= sum(len(r.text) for f in shown.fields for r in (*f.old, *f.new))
            yield _line(plan, told, shown, with_texts=few and room >= 0)


def _line(plan: Plan, told: Told, line: ChangeLine, *, with_texts: bool) -> Happened:
    entry, first = told.entry, _is_beginning(told)
    notes = line.notes
    if line.fields and not with_texts:
        labels = plan.join(f.label for f in line.fields)
        notes = (plan.say("item-changed", fields=labels), *notes)
    return Happened(
        when=plan.day(entry.day),
        kind=line.kind,
        kind_label=plan.phrases["change-begun"] if first else line.kind_label,
        about=_about(plan, told, line),
        announced=plan.phrases["soon"] if is_announced(plan, entry) else "",
        address=place_of(entry),
        fields=line.fields if with_texts else (),
        notes=notes,
    )


def _is_beginning(told: Told) -> bool:
    """Tell the first version, of which an item was a part from the start."""
    return told.entry.is_first and told.change.kind is ChangeKind.ADDED


def _about(plan: Plan, told: Told, line: ChangeLine) -> str:
    """Where a change comes from, where it is not the list itself."""
    if isinstance(told.change, OfficeChange):
        return line.title
    standard = Source.STANDARD in {told.change.source, told.entry.source}
    return plan.phrases[sort_of(told.entry)] if standard else ""


def upcoming(plan: Plan, lines: Lines) -> Iterator[str]:
    """Say what announced versions will change in an item, in order of time."""
    revised: dict[date, dict[str, None]] = {}
    for entry, change in lines:
        if not isinstance(change, ItemChange) or not is_announced(plan, entry):
            continue
        if change.kind in {ChangeKind.REVISED, ChangeKind.CORRECTED}:
            labels = revised.setdefault(entry.day, {})
            labels |= dict.fromkeys(changed_labels(plan, change))
        else:
            yield from _leaving(plan, entry, change)
    for day, labels in revised.items():
        words = plan.join(labels)
        yield plan.say("item-will-change", day=plan.day(day), fields=words)


def _leaving(plan: Plan, entry: Entry, change: ItemChange) -> Iterator[str]:
    day = plan.day(entry.day)
    if change.kind is ChangeKind.WITHDRAWN:
        who = successor_words(plan, entry, change)
        then = plan.say("item-will-ask", who=who.rstrip("。")) if who else ""
        yield plan.say("item-will-end", day=day) + then
    elif change.kind is ChangeKind.MOVED and not change.arrived:
        yield plan.say("item-will-move", day=day) + move_words(plan, entry, change)
