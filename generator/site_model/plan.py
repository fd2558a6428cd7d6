"""What every page needs to know: the resolved content, the words and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.history.timelines import History
from generator.model.kinds import Answer
from generator.model.lists import Catalog
from generator.resolution.resolve import Resolved
from generator.settings import Settings
from generator.site_model import addresses
from generator.site_model.parts import AnswerLine, ContactCard, Head, Link

Words = Mapping[str, str]
Fact = tuple[str, str, str]
"""A label, a text, and the address that the text leads to, or none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The content on a day, in words: `phrases` and `unit_types` come from the labels.

    `prose` has the title and headings of each prose page by its address. `declared`
    translates what the program's declarations say; empty in the program's language.
    `logged` are facts about reports (纠错) of an item, by owner, list and item.
    """

    resolved: Resolved
    settings: Settings
    phrases: Words
    unit_types: Words
    today: date
    history: History
    prose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # Many items share one contact; it is worded once per office, not per item.
    cards: dict[tuple[str, ...], ContactCard] = field(default_factory=dict)
    declared: Words = field(default_factory=dict)
    logged: Mapping[tuple[str, str, str], Sequence[Fact]] = field(default_factory=dict)

    @property
    def catalog(self) -> Catalog:
        """Everything that was loaded."""
        return self.resolved.catalog

    def say(self, phrase: str, **values: object) -> str:
        """Word one phrase of the labels file."""
        text = self.phrases[phrase]
        return text.format(**values) if values else text

    def day(self, day: date) -> str:
        """Write a date as residents do: 2026年1月1日."""
        return self.phrases["day"].format(year=day.year, month=day.month, day=day.day)

    def join(self, texts: Iterable[str]) -> str:
        """Join the parts of an enumeration."""
        return self.phrases["joint"].join(texts)

    def word(self, text: str) -> str:
        """Say a choice that the program declares in the language of the site."""
        return self.declared.get(text, text)

    def head(
        self,
        address: str,
        title: str,
        description: str,
        *crumbs: Link,
        feed: str = "",
        report: str = "",
        propose: str = "",
    ) -> Head:
        """The head of a page; the breadcrumb begins at the home page."""
        home = Link(self.phrases["home"], addresses.HOME)
        return Head(
            address=address,
            base=addresses.base(address),
            title=title,
            description=description,
            crumbs=() if address == addresses.HOME else (home, *crumbs),
            feed=feed,
            report=report,
            propose=propose,
        )


def answer_line(answer: Answer) -> AnswerLine:
    """The answer a kind gives, as a line for the page."""
    return AnswerLine(answer.label, answer.tone, answer.sentence)
