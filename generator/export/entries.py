"""Put acts into the words of feed entries: neutral as to today, the same for ever."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.export.atom import FeedEntry, Links
from generator.export.content import content
from generator.export.dates import updated
from generator.export.identifiers import Identifiers
from generator.export.pasts import Pasts, in_its_words
from generator.history.changes import (
    ChangeKind,
    Entry,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.site_model import addresses
from generator.site_model.cards import place_of
from generator.site_model.history_parts import ChangeLine, EntryCard
from generator.site_model.plan import Plan
from generator.site_model.telling import entry_card, summary, told_lines

Changes = tuple[ItemChange | OfficeChange, ...]
LONGEST = 40
"""Changes that an entry shows in full; the page shows all."""

_NAMED = 5
"""Titles that a summary names."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Words acts for one document; `names` gives their ids."""

    names: Identifiers
    pasts: Pasts
    links: Links

    def whole(self, entry: Entry) -> FeedEntry:
        """Word an act as it stands in the feeds of the site, an office and a list."""
        plan = self.pasts.of(entry)
        entry = in_its_words(plan, entry)
        shown = entry.changes[:LONGEST]
        card = entry_card(plan, entry, shown)
        counted = summary(plan, entry, entry.changes)
        opening = tuple(_sentences(plan, entry, counted))
        left = len(entry.changes) - len(shown)
        more = plan.say("feed-more", count=left) if left else ""
        return FeedEntry(
            id=self.names.entry(self.names.facts(entry)),
            title=f"{_where(plan, entry, card)}：{_what(entry, card, counted)}",
            updated=updated(entry),
            page=_page(plan, entry),
            summary="".join((*opening, *_named(plan, card, len(entry.changes)))),
            content=content(card, opening, more, self.links, plan.phrases),
        )

    def part(
        self, entry: Entry, item: str, changes: Changes, streets: Iterable[str]
    ) -> FeedEntry:
        """Word what an act did to one matter, at the streets that it reached."""
        if _is_begun(entry, changes):
            return self._begun(entry, item, changes)
        plan = self.pasts.of(entry)
        act = in_its_words(plan, replace(entry, changes=changes, touched=()))
        card = entry_card(plan, act)
        what = plan.join(dict.fromkeys(_line(plan, one) for one in card.changes))
        opening = [f"{what}。", *_day(plan, entry)]
        reached = plan.join(streets)
        if reached:
            opening.append(plan.say("feed-streets", offices=reached))
        return FeedEntry(
            id=self.names.entry((*self.names.facts(entry), "matter", item)),
            title=f"{_where(plan, act, card)}：{what}",
            updated=updated(entry),
            page=_page(plan, entry),
            summary="".join(opening),
            content=content(card, opening, "", self.links, plan.phrases),
        )

    def _begun(self, entry: Entry, item: str, changes: Changes) -> FeedEntry:
        """Word that a matter stands in a list's first version: nothing to compare."""
        plan = self.pasts.of(entry)
        titles = [c.title for c in changes if isinstance(c, ItemChange)]
        what = plan.say("feed-began", title=titles[0])
        where = self.pasts.places.get(id(entry))
        if where is None:
            where = _where(plan, entry, entry_card(plan, entry, ()))
            self.pasts.places[id(entry)] = where
        return FeedEntry(
            id=self.names.entry((*self.names.facts(entry), "matter", item)),
            title=f"{where}：{what}",
            updated=updated(entry),
            page=_page(plan, entry),
            summary="".join((f"{what}。", *_day(plan, entry))),
            content=None,
        )


def _is_begun(entry: Entry, changes: Changes) -> bool:
    """Tell what a first version just has, where there is nothing to compare."""
    return entry.is_first and all(c.kind is ChangeKind.ADDED for c in changes)


def _line(plan: Plan, change: ChangeLine) -> str:
    return plan.say("feed-change", kind=change.kind_label, title=change.title)


def _where(plan: Plan, entry: Entry, card: EntryCard) -> str:
    if entry.key is None:
        return card.about.text
    owner = card.owner.text if card.owner else plan.phrases["standard"]
    title = card.about.text
    return f"《{title}》" if owner in title else f"{owner}《{title}》"


def _what(entry: Entry, card: EntryCard, counted: str) -> str:
    if entry.source is Source.OFFICE:
        return card.sort
    return counted


def _sentences(plan: Plan, entry: Entry, counted: str) -> Iterator[str]:
    if entry.source is not Source.OFFICE or entry.in_place:
        yield f"{counted}。"
    yield from _day(plan, entry)


def _day(plan: Plan, entry: Entry) -> Iterator[str]:
    """Since when a version applies; a reader of any later day reads the same."""
    if not entry.in_place:
        yield plan.say("feed-effective", day=plan.day(entry.day))


def _named(plan: Plan, card: EntryCard, total: int) -> Iterator[str]:
    """Name what changed, and how much more did."""
    told = islice(told_lines(card), _NAMED)
    named = [_line(plan, change) for change in told]
    if named:
        phrase = "feed-named-some" if total > _NAMED else "feed-named"
        yield plan.say(phrase, changes=plan.join(named), count=total)


def _page(plan: Plan, entry: Entry) -> str:
    """The place on a timeline that shows the act; all acts where a list is gone."""
    resolved = plan.resolved
    gone = entry.key not in resolved.lists and entry.key not in resolved.standards
    return addresses.CHANGES if entry.key and gone else place_of(entry)
