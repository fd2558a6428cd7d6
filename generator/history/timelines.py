"""Timelines (沿革): everything that happened to a list, an office, an item."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.history.changes import (
    ChangeKind,
    Entry,
    Gap,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.model.fields import text_of
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.resolution.contacts import find_unit
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedItem
from generator.resolution.state import in_force

Entries = tuple[Entry, ...]


class Told(NamedTuple):
    """One line of an item's timeline: the act, and the one change of it that matters."""

    entry: Entry
    change: ItemChange | OfficeChange


@dataclass(frozen=True, slots=True)
class History:
    """All timelines, oldest first; `gap` says why recorded times are missing.

    Edits in place are told from the day the site `opened`, of all times where None.
    `lists` are the offices' lists, with what their standard list changed in them;
    `standards` the standard lists; `offices` what happened to the office files.
    """

    gap: Gap
    opened: date | None
    resolved: Resolved
    lists: Mapping[ListKey, Entries]
    standards: Mapping[ListKey, Entries]
    offices: Mapping[str, Entries]

    def acts(self) -> list[Entry]:
        """Every act once: a standard list's is not repeated for each office."""
        own = [e for es in self.lists.values() for e in es if _is_own(e)]
        others = (*self.standards.values(), *self.offices.values())
        return in_order((*own, *(e for es in others for e in es)))

    def of_office(self, office: str) -> list[Entry]:
        """Everything that happened at an office."""
        own = [e for key, es in self.lists.items() if key.owner == office for e in es]
        return in_order((*own, *self.offices.get(office, ())))

    def of_items(self, key: ListKey) -> dict[str, list[Told]]:
        """The timelines of all items that a list of an office ever had."""
        told: dict[str, list[Told]] = {}
        for item, one in (*_listed(self, key), *_contact(self, key)):
            told.setdefault(item, []).append(one)
        for lines in told.values():
            lines.sort(key=lambda line: _order(line.entry))
        return told


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort entries by their day; what took effect comes before what was edited."""
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[date, bool, str, str]:
    edited = entry.recorded.time.isoformat() if entry.recorded else ""
    return entry.day, entry.in_place, edited if entry.in_place else "", entry.path


def _is_own(entry: Entry) -> bool:
    """Tell what happened to an office's own list from what its standard list did."""
    return entry.source is Source.LIST


def _listed(history: History, key: ListKey) -> Iterator[tuple[str, Told]]:
    """What versions and edits did to each item; on a first version it is just there."""
    first = history.resolved.lists[key][0]
    for entry in history.lists[key]:
        changed = set()
        for change in entry.changes:
            if isinstance(change, ItemChange) and change.item:
                changed.add(change.item)
                yield change.item, Told(entry, change)
        for item in first.items.values() if entry.is_first else ():
            if item.id not in changed:
                yield item.id, Told(entry, _begun(entry, key, item))


def _begun(entry: Entry, key: ListKey, item: ResolvedItem) -> ItemChange:
    title = text_of(item.fields, "title")
    return ItemChange(ChangeKind.ADDED, key, item.id, title, source=entry.source)


def _contact(history: History, key: ListKey) -> Iterator[tuple[str, Told]]:
    """What happened to the unit or the post that handled each item on the day."""
    resolved = history.resolved
    office = resolved.catalog.offices.get(key.owner)
    entries = history.offices.get(key.owner, ())
    for entry in entries if office else ():
        moment = in_force(resolved.lists[key], entry.day)
        for change in entry.changes if moment else ():
            for item in moment.items.values() if moment else ():
                if (
                    office
                    and isinstance(change, OfficeChange)
                    and _touches(change, office, item)
                ):
                    yield item.id, Told(entry, change)


def _touches(change: OfficeChange, office: Office, item: ResolvedItem) -> bool:
    """Tell whether a change of an office file reaches somebody who asks about an item."""
    if change.kind is ChangeKind.MOVED:
        return True
    stated = text_of(item.fields, "unit")
    unit = find_unit(office, stated) if stated else None
    if not change.unit or (unit.id if unit else stated) != change.unit:
        return False
    if change.post:
        post = text_of(item.fields, "post")
        known = unit.posts.get(post) if unit else None
        return change.post in {post, known.backup if known else ""}
    if text_of(item.fields, "hotline"):
        return any(field.name != "phones" for field in change.fields)
    return True
