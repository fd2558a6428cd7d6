"""The content as it was known when something happened (当时): no later titles.

An entry names lists and items in the words of its day. Words of today would change
it whenever a later version renames what it is about.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.history.changes import Entry, ItemChange, OfficeChange
from generator.history.interpret import title_of
from generator.model.lists import ListKey
from generator.resolution.resolve import Resolved
from generator.resolution.state import Moments
from generator.site_model.plan import Plan

Lists = Mapping[ListKey, Moments]


@dataclass(frozen=True, slots=True)
class Pasts:
    """The plan as of any day; `days` are all days on which a list changed.

    There are only as many pasts as such days; each is kept once it was asked for.
    So is, in `places`, where an act happened: a first version is told by each of its
    matters.
    """

    plan: Plan
    days: tuple[date, ...]
    known: dict[date, Plan] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)

    def of(self, entry: Entry) -> Plan:
        """The plan without versions that came after an act."""
        index = bisect_right(self.days, max(entry.day, entry.effective or entry.day))
        if index == len(self.days):
            return self.plan
        last = self.days[max(index, 1) - 1]
        if last not in self.known:
            self.known[last] = replace(
                self.plan, resolved=_until(self.plan.resolved, last)
            )
        return self.known[last]


def pasts(plan: Plan) -> Pasts:
    """Gather the days on which any list changed."""
    resolved = plan.resolved
    moments = (*resolved.lists.values(), *resolved.standards.values())
    return Pasts(plan, tuple(sorted({one.day for many in moments for one in many})))


def in_its_words(plan: Plan, entry: Entry) -> Entry:
    """Name an edited list and its items as they were called; `plan` is of that time."""
    if entry.key is None or not entry.in_place:
        return entry
    changes = tuple(_titled(plan, change) for change in entry.changes)
    title = title_of(plan.resolved, entry.key, "")
    return replace(entry, title=title, changes=changes)


def _titled(plan: Plan, change: ItemChange | OfficeChange) -> ItemChange | OfficeChange:
    if isinstance(change, OfficeChange):
        return change
    return replace(change, title=title_of(plan.resolved, change.list, change.item))


def _until(resolved: Resolved, day: date) -> Resolved:
    return replace(
        resolved,
        lists=_lists_until(resolved.lists, day),
        standards=_lists_until(resolved.standards, day),
    )


def _lists_until(lists: Lists, day: date) -> Lists:
    """Cut off later versions; of a list that had not begun its first is left."""
    return {
        key: moments
        if moments[-1].day <= day
        else tuple(one for one in moments if one.day <= day) or moments[:1]
        for key, moments in lists.items()
    }
