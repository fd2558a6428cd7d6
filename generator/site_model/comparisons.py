"""Comparison pages (对照): a version beside the one before it, the same for ever."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.history.changes import ChangeKind, Entry
from generator.model.lists import STANDARD, ListKey
from generator.resolution.resolved import ResolvedList
from generator.resolution.state import in_force
from generator.site_model import addresses
from generator.site_model.cards import page_facts
from generator.site_model.history_parts import ChangeLine, EntryCard
from generator.site_model.pages import ComparePage
from generator.site_model.parts import Link
from generator.site_model.plan import Plan
from generator.site_model.telling import compare_address, entry_card

Moments = tuple[ResolvedList, ...]


def compare_pages(
    plan: Plan, moments: Moments, entries: tuple[Entry, ...]
) -> Iterator[ComparePage]:
    """One page for each version of a list but the first."""
    for entry in entries:
        moment = in_force(moments, entry.day)
        if moment and entry.before and not entry.in_place:
            yield _page(plan, moment, entry, entry.before)


def _page(plan: Plan, moment: ResolvedList, entry: Entry, before: date) -> ComparePage:
    key = moment.key
    card = entry_card(plan, entry, whole=True)
    office = plan.catalog.offices.get(key.owner)
    day = plan.day(entry.day)
    name = moment.title
    if key.owner == STANDARD:
        name = plan.say("standard-title", title=name)
    crumbs = (
        (
            Link(office.name, addresses.office(office.id)),
            Link(moment.title, addresses.list_today(*key)),
        )
        if office
        else (Link(name, addresses.standard_changes(key.id)),)
    )
    where = office.name if office else plan.phrases["standard"]
    return ComparePage(
        head=plan.head(
            compare_address(key, entry),
            plan.say("compare-title", title=moment.title, day=day, office=where),
            plan.say("compare-description", title=name, day=day, summary=card.summary),
            *crumbs,
        ),
        title=plan.say("compare-heading", title=name, day=day),
        owner=crumbs[0] if office else None,
        # What holds for ever: not whether today is before the version's day.
        card=replace(card, announced="", changes=(), facts=page_facts(plan, card)),
        older=_version(plan, key, before),
        newer=_version(plan, key, entry.day),
        changes=Link(plan.say("changes-of", title=name), card.about.address),
        groups=tuple(_groups(plan, card)),
    )


def _version(plan: Plan, key: ListKey, day: date) -> Link:
    """The permanent page of a version; a standard list has none."""
    office = key.owner != STANDARD
    address = addresses.list_on(*key, day) if office else ""
    return Link(plan.say("version-on", day=plan.day(day)), address)


def _groups(
    plan: Plan, card: EntryCard
) -> Iterator[tuple[str, tuple[ChangeLine, ...]]]:
    """The changes by kind, in the order of a notice."""
    for kind in ChangeKind:
        lines = tuple(line for line in card.changes if line.kind == kind.value)
        if lines:
            label = plan.phrases[f"change-{kind.value}"]
            yield plan.say("change-count", kind=label, count=len(lines)), lines
