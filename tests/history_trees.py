"""Reading the history of small trees: kinds and items of changes, and versions made up."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from generator.history.changes import (
    NOT_RECORDED,
    Entry,
    ItemChange,
    OfficeChange,
    Recorded,
)
from generator.history.joining import build_history
from generator.history.timelines import History
from generator.model.fields import Value
from generator.model.lists import ListKey
from generator.resolution.resolved import ResolvedList
from tests.trees import TODAY, read

Told = tuple[str, str, str]
A_S = ListKey("a", "s")


def history(root: Path, recorded: Recorded = NOT_RECORDED) -> History:
    """Build the history of a tree without mistakes."""
    return build_history(read(root), recorded, TODAY)


def told(entries: Iterable[Entry]) -> list[Told]:
    """Say each change as its day, its kind and what it is about."""
    return [
        (entry.day.isoformat(), change.kind.value, about(change))
        for entry in entries
        for change in entry.changes
    ]


def about(change: ItemChange | OfficeChange) -> str:
    """Name what a change is about: an item, a list's heading, a part of an office."""
    if isinstance(change, ItemChange):
        return change.item or str(change.list)
    part = change.post or change.unit or change.community
    return f"{change.office}/{part}" if part else change.office


def items(entries: Iterable[Entry]) -> list[ItemChange]:
    """The changes of items among entries."""
    return [c for e in entries for c in e.changes if isinstance(c, ItemChange)]


def only(entries: Sequence[Entry]) -> ItemChange:
    """The one change of an item among entries."""
    (change,) = items(entries)
    return change


def on_day(history: History, day: str, key: ListKey = A_S) -> list[Entry]:
    """The entries of a list on a day."""
    wanted = date.fromisoformat(day)
    return [entry for entry in history.lists[key] if entry.day == wanted]


def says(moment: ResolvedList) -> dict[str, dict[str, Value]]:
    """What a list says as plain values, whoever wrote them."""
    return {
        name: {k: v for k, v in item.fields.items() if k != "id"}
        for name, item in moment.items.items()
    }
