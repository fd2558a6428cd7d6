"""How every item of a list stands on the day: in force, announced or ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.office import Office
from generator.resolution.resolved import Ended, ResolvedItem, ResolvedList
from generator.site_model.offices import successors_of
from generator.site_model.plan import Plan

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
