"""How every item of a list stands on the day: in force, announced or ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.fields import Record, text_of
from generator.model.office import Office
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Ended, ResolvedItem, ResolvedList
from generator.resolution.state import in_force
from generator.site_model.offices import successors_of
from generator.site_model.plan import Plan

_WITH_LIST = 2
IN_FORCE, ANNOUNCED, ENDED = "in-force", "announced", "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """One item at one office: `moment` is the version whose text is shown.

    `status` is one of the three above; `ended` says why where the list ended it,
    `successors` who took over where the whole office is gone.
    """

    office: Office
    moment: ResolvedList
    item: ResolvedItem
    status: str
    ended: Ended | None = None
    successors: tuple[Office, ...] = ()


def standings(
    plan: Plan, office: Office, moments: tuple[ResolvedList, ...]
) -> Iterator[Standing]:
    """Every item that ever was, is or will be on a list: each keeps its page."""
    gone = successors_of(plan, office)
    past = [m for m in moments if m.day <= plan.today]
    seen: set[str] = set()
    if past:
        current = past[-1]
        status = ENDED if gone else IN_FORCE
        for item in current.items.values():
            seen.add(item.id)
            yield Standing(office, current, item, status, None, gone)
        for ended in current.ended.values():
            name = ended.item.id
            seen.add(name)
            last = next(m for m in reversed(past) if name in m.items)
            yield Standing(office, last, ended.item, ENDED, ended, gone)
    for moment in moments[len(past) :]:
        for item in moment.items.values():
            if item.id not in seen:
                seen.add(item.id)
                yield Standing(office, moment, item, ANNOUNCED, None, gone)


def find_heir(
    resolved: Resolved, standing: Standing, successor: Record | None, today: date
) -> Standing | None:
    """Find the item in force that took over: the one named, or the same id elsewhere.

    A successor is named as 清单/事项 or 街道/清单/事项; without one an item that moved
    to another list of the same office keeps its id.
    """
    named = text_of(successor, "item").split("/") if successor else []
    if successor is not None and not named[-1]:
        return None
    owner = named[0] if len(named) > _WITH_LIST else standing.office.id
    item_id = named[-1] if named else standing.item.id
    for moments in resolved.of_office(owner):
        current = in_force(moments, today)
        listed = not named or moments[0].key.id == (named[-2:-1] or [""])[0]
        if current and listed and item_id in current.items:
            heir = resolved.catalog.offices[owner]
            return Standing(heir, current, current.items[item_id], IN_FORCE)
    return None
