"""What happened to each matter (事项) at any street, one act once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from generator.export.dates import MOST, Order, is_dated, order
from generator.export.identifiers import Identifiers
from generator.history.changes import Entry, ItemChange, OfficeChange, Source
from generator.history.interpret import title_of
from generator.history.timelines import Entries, Told
from generator.model.lists import ListKey
from generator.resolution.state import Moments, in_force
from generator.site_model.plan import Plan

Standards = Mapping[tuple[ListKey, str], Entry]


@dataclass(slots=True)
class Act:
    """An act as one matter sees it: its changes, and the streets a standard reached."""

    entry: Entry
    order: Order
    changes: list[ItemChange | OfficeChange] = field(default_factory=list)
    streets: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Matter:
    """A matter and its acts by the identity of their entries."""

    id: str
    title: str
    acts: dict[int, Act] = field(default_factory=dict)

    def newest(self) -> list[Act]:
        """The newest acts, newest first."""
        return sorted(self.acts.values(), key=attrgetter("order"), reverse=True)[:MOST]

    def forget_old(self) -> None:
        """Keep only what the feed will show: a city has 260 streets.

        What is left out stays older than all that is kept, whatever comes.
        """
        if len(self.acts) > 2 * MOST:
            self.acts = {id(act.entry): act for act in self.newest()}


def gather(plan: Plan, names: Identifiers) -> dict[str, Matter]:
    """Walk the timelines of all lists once, street by street."""
    history, resolved = plan.history, plan.resolved
    standards = _index(history.standards)
    orders: dict[int, Order] = {}
    matters: dict[str, Matter] = {}
    for key, moments in resolved.lists.items():
        listed = {item for moment in moments for item in moment.items}
        for item, timeline in history.of_items(key).items():
            # An item that only an edit of the past names has no page and no feed.
            if item not in listed:
                continue
            if item not in matters:
                matters[item] = Matter(item, title_of(resolved, key, item))
            for told in timeline:
                if is_dated(told.entry):
                    _add(matters[item], told, moments, standards, orders, names)
            matters[item].forget_old()
    return matters


def _add(
    matter: Matter,
    told: Told,
    moments: Moments,
    standards: Standards,
    orders: dict[int, Order],
    names: Identifiers,
) -> None:
    above = _above(told, moments, standards)
    entry = above or told.entry
    if id(entry) not in orders:
        orders[id(entry)] = order(names, entry)
    act = matter.acts.setdefault(id(entry), Act(entry, orders[id(entry)]))
    changes = _of(above, matter.id) if above else (told.change,)
    act.changes += [change for change in changes if change not in act.changes]
    if above:
        act.streets.setdefault(moments[0].key.owner)


def _of(entry: Entry, item: str) -> Iterable[ItemChange]:
    for change in entry.changes:
        if isinstance(change, ItemChange) and change.item == item:
            yield change


def _above(told: Told, moments: Moments, standards: Standards) -> Entry | None:
    """The act of the adopted standard list that made a change at a street."""
    entry, change = told
    if not isinstance(change, ItemChange) or change.source is not Source.STANDARD:
        return None
    moment = in_force(moments, entry.day)
    if moment is None or moment.standard is None:
        return None
    act = standards.get((moment.standard, _moment(entry)))
    return act if act and any(_of(act, change.item)) else None


def _index(standards: Mapping[ListKey, Entries]) -> Standards:
    return {
        (key, _moment(entry)): entry
        for key, entries in standards.items()
        for entry in entries
    }


def _moment(entry: Entry) -> str:
    """Tell the acts of one list apart: the day of a version, the commit of an edit."""
    if not entry.in_place:
        return entry.day.isoformat()
    where = f"{entry.effective} {entry.day}"
    return f"{where} {entry.recorded.id if entry.recorded else ''}"
