"""Cards of acts for pages: whole on their own timeline, brief among many others."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from generator.history.changes import Entry
from generator.model.lists import STANDARD
from generator.site_model import addresses
from generator.site_model.history_parts import EntryCard
from generator.site_model.parts import Link
from generator.site_model.plan import Plan
from generator.site_model.shortening import shortened
from generator.site_model.telling import anchor, entry_card, told_lines

_MANY = 5
"""Changes of an act above which a page of many lists only names them."""

_NAMED = 10
"""Changes of such an act that are named at all."""

_LARGE = 30
"""Changes of a version above which its list's timeline only names them all."""


class Act(NamedTuple):
    """An act and its words, so that no page words it again."""

    entry: Entry
    card: EntryCard


Acts = tuple[Act, ...]


def told(plan: Plan, entries: Iterable[Entry]) -> Acts:
    """Word acts, in their order."""
    return tuple(Act(entry, entry_card(plan, entry)) for entry in entries)


def is_announced(plan: Plan, entry: Entry) -> bool:
    """Tell an act that will take effect from one that has."""
    return not entry.in_place and entry.day > plan.today


def newest_first(plan: Plan, acts: Acts, *, announced: bool) -> tuple[EntryCard, ...]:
    """The cards of one list's timeline: all changes, unchanged text shortened."""
    return tuple(
        own_card(plan, act.card)
        for act in reversed(acts)
        if is_announced(plan, act.entry) == announced
    )


def own_card(plan: Plan, card: EntryCard) -> EntryCard:
    """A card with all its changes; of a large version both texts are a link away."""
    facts = page_facts(plan, card)
    card = replace(card, changes=tuple(told_lines(card)))
    if card.compare and len(card.changes) > _LARGE:
        return replace(card, facts=facts, is_brief=True)
    changes = tuple(shortened(line) for line in card.changes)
    return replace(card, changes=changes, facts=facts)


def mixed_card(plan: Plan, act: Act, office: str = "") -> EntryCard:
    """A card among those of other lists: a large act is only named.

    On the timeline of an `office` its name goes without saying, and what happened to
    the office itself is told whole.
    """
    entry, card = act
    at_home = entry.owner == office
    own = at_home and entry.key is None
    about = Link(card.about.text, "" if own else place_of(entry))
    owner = None if at_home or entry.key is None else card.owner
    card = replace(card, about=about, owner=owner)
    if own or len(card.changes) <= _MANY:
        return own_card(plan, card)
    return replace(
        card,
        facts=page_facts(plan, card),
        is_brief=True,
        changes=tuple(told_lines(card))[:_NAMED],
        left=max(0, len(card.changes) - _NAMED),
        more=about,
    )


def place_of(entry: Entry) -> str:
    """Where an act stands on the timeline it belongs to."""
    page = addresses.office_changes(entry.owner)
    if entry.key and entry.key.owner == STANDARD:
        page = addresses.standard_changes(entry.key.id)
    elif entry.key:
        page = addresses.list_changes(*entry.key)
    return f"{page}#{anchor(entry)}"


def page_facts(plan: Plan, card: EntryCard) -> tuple[tuple[str, str, str], ...]:
    """The facts of a card without the offices it reached: a page links those."""
    if not card.touched:
        return card.facts
    named = plan.phrases["change-touched"]
    return tuple(fact for fact in card.facts if fact[0] != named)
