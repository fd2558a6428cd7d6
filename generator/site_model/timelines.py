"""Timelines (变动记录) of a list, of a standard list, and of an office."""

from generator.history.changes import Entry, ItemChange, OfficeChange
from generator.history.timelines import in_order
from generator.model.lists import STANDARD
from generator.model.office import Office
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.cards import (
    Acts,
    is_announced,
    mixed_card,
    newest_first,
    told,
)
from generator.site_model.folding import dates, steps
from generator.site_model.history_parts import EntryCard
from generator.site_model.offices import known_name
from generator.site_model.pages import ChangesPage
from generator.site_model.parts import Head, Link
from generator.site_model.plan import Plan


def list_timeline(
    plan: Plan, office: Office, moment: ResolvedList, acts: Acts
) -> ChangesPage:
    """Everything that happened to an office's list; `moment` gives its name."""
    key = moment.key
    today = addresses.list_today(office.id, key.id)
    head = plan.head(
        addresses.list_changes(office.id, key.id),
        plan.say("list-changes-title", title=moment.title, office=office.name),
        plan.say("list-changes-description", title=moment.title, office=office.name),
        Link(office.name, addresses.office(office.id)),
        Link(moment.title, today),
        feed=addresses.list_feed(office.id, key.id),
    )
    up = Link(plan.say("changes-up-list", title=moment.title), today)
    return _timeline(plan, moment, acts, head, up)


def standard_timeline(plan: Plan, moment: ResolvedList, acts: Acts) -> ChangesPage:
    """Everything that happened to a standard list, with the offices it reached."""
    title = moment.title
    head = plan.head(
        addresses.standard_changes(moment.key.id),
        plan.say("standard-changes-title", title=title),
        plan.say("standard-changes-description", title=title),
        Link(plan.phrases["changes"], addresses.CHANGES),
    )
    up = Link(plan.phrases["changes-up-all"], addresses.CHANGES)
    return _timeline(plan, moment, acts, head, up)


def _timeline(
    plan: Plan, moment: ResolvedList, acts: Acts, head: Head, up: Link
) -> ChangesPage:
    entries = [act.entry for act in acts]
    standard = moment.key.owner == STANDARD
    title = "standard-changes-title" if standard else "changes-of"
    return ChangesPage(
        head=head,
        title=plan.say(title, title=moment.title),
        lead=plan.phrases["standard-changes-lead" if standard else "changes-lead"],
        gap=gap(plan),
        up=up,
        is_mixed=False,
        announced=newest_first(plan, acts, announced=True),
        cards=newest_first(plan, acts, announced=False),
        dates=dates(plan, entries),
        steps=steps(plan, entries),
    )


def office_timeline(plan: Plan, office: str) -> ChangesPage:
    """Everything that happened at an office; its file may be gone."""
    name = known_name(plan, office)
    page = Link(name, addresses.office(office))
    later: list[EntryCard] = []
    past: list[EntryCard] = []
    for act in reversed(told(plan, _acts_at(plan, office))):
        to = later if is_announced(plan, act.entry) else past
        to.append(mixed_card(plan, act, office))
    return ChangesPage(
        head=plan.head(
            addresses.office_changes(office),
            plan.say("office-changes-title", office=name),
            plan.say("office-changes-description", office=name),
            Link(plan.phrases["offices"], addresses.OFFICES),
            page,
            feed=addresses.office_feed(office)
            if office in plan.catalog.offices
            else "",
        ),
        title=plan.say("office-changes-title", office=name),
        lead=plan.phrases["office-changes-lead"],
        gap=gap(plan),
        up=Link(plan.say("changes-up-office", office=name), page.address),
        is_mixed=True,
        announced=tuple(later),
        cards=tuple(past),
    )


def _acts_at(plan: Plan, office: str) -> list[Entry]:
    """What happened at an office, and how others took over from it."""
    taken = [
        entry
        for owner, entries in plan.history.offices.items()
        for entry in entries
        if owner != office and any(_takes_over(c, office) for c in entry.changes)
    ]
    return in_order((*plan.history.of_office(office), *taken))


def _takes_over(change: ItemChange | OfficeChange, office: str) -> bool:
    return isinstance(change, OfficeChange) and office in change.others


def gap(plan: Plan) -> str:
    """Say why recorded times are missing, or since when edits are told."""
    why, opened = plan.history.gap.value, plan.history.opened
    if why:
        return plan.phrases[f"gap-{why}"]
    return plan.say("opened", day=plan.day(opened)) if opened else ""


def gone_offices(plan: Plan) -> list[str]:
    """Offices whose file is gone and whose past git remembers."""
    known = plan.catalog.offices
    past: dict[str, tuple[Entry, ...]] = dict(plan.history.offices)
    return sorted(name for name in past if name not in known)
