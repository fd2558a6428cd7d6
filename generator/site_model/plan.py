"""What every page needs to know: the resolved content, the words and the day."""

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Plan:
    """The content on a day, in words: `phrases` and `unit_types` come from the labels.

    `prose` has the title and headings of each prose page by its address.
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

    @property
    def catalog(self) -> Catalog:
        """Everything that was loaded."""
        return self.resolved.catalog

    def say(self, phrase: str, **values: object) -> str:
        """Word one phrase of the labels file."""
        text = self.phrases[phrase]
        return text.format(**values) if values else text

    def head(
        self,
        address: str,
        title: str,
        description: str,
        *crumbs: Link,
        feed: str = "",
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
        )


def day_in_words(day: date) -> str:
    """Write a date as residents do: 2026年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def answer_line(answer: Answer) -> AnswerLine:
    """The answer a kind gives, as a line for the page."""
    return AnswerLine(answer.label, answer.tone, answer.sentence)
