"""An act in words for notes: its title, what it did in all, its dates and documents."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.comparison import is_succession, named, steps
from generator.authoring.day_words import day_in_words
from generator.history.changes import Entry
from generator.model.fields import Record, text_of
from generator.site_model.plan import Plan
from generator.site_model.telling import entry_card

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ActWords:
    """What stands above an act's changes; `facts` are (label, text)."""

    title: str
    lead: str
    announced: str
    facts: tuple[Fact, ...]
    flags: tuple[str, ...]


def act_words(plan: Plan, entry: Entry) -> ActWords:
    """Word an act; one that joins several versions names each of them."""
    card = entry_card(plan, entry)
    joined = steps(plan, entry)
    title = named(plan, entry.key, entry.title)
    if len(joined) > 1:
        facts = tuple(_steps(plan, joined))
        return ActWords(
            title, f"{len(joined)}个版本合计：{card.summary}", "", facts, ()
        )
    known = tuple((label, text) for label, text, _ in card.facts)
    only = all(is_succession(change) for change in entry.changes) and entry.changes
    lead = card.sort if only else f"{card.sort}：{card.summary}"
    return ActWords(title, lead, card.announced, known, card.flags)


def _steps(plan: Plan, joined: list[Entry]) -> Iterator[Fact]:
    for step in joined:
        document = step.version.header.get("document") if step.version else None
        known = document if isinstance(document, Record) else Record({})
        parts = (text_of(known, name) for name in ("number", "title"))
        words = (f"{day_in_words(step.day)}起", *parts)
        later = "（还没有施行）" if step.day > plan.today else ""
        yield (
            plan.phrases["source-effective"],
            " ".join(word for word in words if word) + later,
        )
