"""The changes of an act as rows: what it is about, before and after, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.comparison import is_succession, steps
from generator.authoring.day_words import day_in_words
from generator.history.changes import ChangeKind, Entry, ItemChange, OfficeChange
from generator.history.runs import Run, Runs
from generator.model.fields import Value
from generator.model.kinds import Kind
from generator.model.lists import STANDARD, ListKey
from generator.site_model.change_lines import change_lines
from generator.site_model.history_parts import FieldLine
from generator.site_model.plan import Plan
from generator.site_model.value_words import field_label, field_text, fields_of_item

_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
_WHOLE = ("plain", "unit", "basis")
"""What tells a whole item, where its kind has no columns."""

SUCCEEDED = "承接"
"""What it is called that an office takes over from others."""

_LONG, _ENDS = 90, 30
"""Unchanged characters from which a run is cut, and what is left at either end."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words; `whole` tells that all of it came, left or moved."""

    kind: ChangeKind
    kind_label: str
    title: str
    fields: tuple[FieldLine, ...]
    notes: tuple[str, ...]
    whole: bool


def told_changes(plan: Plan, entry: Entry) -> list[Told]:
    """Word all changes of an act, in the order in which a notice lists them."""
    joined = steps(plan, entry)
    told = [
        one
        for change in entry.changes
        for one in _told(plan, entry, change, _when(joined, change))
    ]
    return sorted(told, key=lambda one: _ORDER[one.kind])


def plain(runs: Runs) -> str:
    """The text of runs, unmarked."""
    return "".join(run.text for run in runs)


def shortened(runs: Runs, most: int) -> Runs:
    """Leave out the middle of long runs that did not change, and the end beyond `most`."""
    several = len(runs) > 1
    kept: list[Run] = []
    room = most
    for place, run in enumerate(runs):
        text = run.text
        if several and not run.changed and len(text) > _LONG:
            before = "" if place == 0 else text[:_ENDS]
            text = f"{before}……{text[-_ENDS:] if place < len(runs) - 1 else ''}"
        if len(text) > room:
            text = f"{text[:room]}……"
        kept.append(Run(text, run.changed))
        room -= len(text)
        if room <= 0:
            break
    return tuple(kept)


def _when(joined: list[Entry], change: ItemChange | OfficeChange) -> tuple[str, ...]:
    """Say since when a change applies, where an act joins several versions."""
    if len(joined) == 1 or not isinstance(change, ItemChange):
        return ()
    days = [
        day_in_words(step.day)
        for step in joined
        if any(
            isinstance(c, ItemChange) and c.item == change.item for c in step.changes
        )
    ]
    return (f"自{'、'.join(days)}起。",) if days else ()


def _told(
    plan: Plan,
    entry: Entry,
    change: ItemChange | OfficeChange,
    when: tuple[str, ...],
) -> Iterator[Told]:
    for line in change_lines(plan, entry, change):
        fields = line.fields
        if not fields and isinstance(change, ItemChange):
            fields = tuple(_brief(plan, change))
        whole = not line.fields
        notes = (*when, *line.notes)
        label = SUCCEEDED if is_succession(change) else line.kind_label
        yield Told(change.kind, label, line.title, fields, notes, whole)


def _brief(plan: Plan, change: ItemChange) -> Iterator[FieldLine]:
    """The few fields that tell a whole item: the columns of its list's page."""
    if change.kind is ChangeKind.MOVED:
        return
    kind = kind_of(plan, change.list)
    declared = fields_of_item(kind)
    office = plan.catalog.offices.get(change.list.owner)
    known = {field.name: field for field in change.fields}
    for name in kind.table if kind and kind.table else _WHOLE:
        field = known.get(name)
        if field is None or name == "person":
            continue

        def text(value: Value, name: str = name) -> Runs:
            words = field_text(plan, declared.get(name), value, office)
            return (Run(words, changed=False),) if words else ()

        yield FieldLine(
            field_label(plan, declared, name), text(field.old), text(field.new)
        )


def kind_of(plan: Plan, key: ListKey) -> Kind | None:
    """The kind of a list, which an office's list may have from the standard one."""
    return plan.catalog.kind_of(key) or plan.catalog.kind_of(ListKey(STANDARD, key.id))
