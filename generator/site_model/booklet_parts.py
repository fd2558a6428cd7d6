"""The record of a booklet (清单手册): a whole list, to be printed and bound."""

from dataclasses import dataclass

from generator.site_model.parts import (
    AnswerLine,
    ContactCard,
    Head,
    Link,
    PhoneLine,
    QrCode,
    Section,
)


@dataclass(frozen=True, slots=True)
class BookletEntry:
    """One item of a booklet, by its `number` there, with all that its page says."""

    number: str
    anchor: str
    title: str
    plain: str
    answer: AnswerLine
    contact: ContactCard
    elsewhere: tuple[str, tuple[PhoneLine, ...]] | None
    sections: tuple[Section, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The items of one category; the label is empty where a list has only one."""

    label: str
    anchor: str
    entries: tuple[BookletEntry, ...]


@dataclass(frozen=True, slots=True)
class BookletPage:
    """A list as in force today, from its notice to its last item.

    `notice` is the heading of the document that published it and `number` that
    document's; `reach` says how to reach the office; `permanent` is the dated page
    that will always say the same. `code` is that of the list's own page.
    """

    head: Head
    office: Link
    list_link: Link
    title: str
    notice: str
    number: str
    facts: tuple[tuple[str, str, str], ...]
    reach: tuple[tuple[str, str, str], ...]
    permanent: Link
    chapters: tuple[Chapter, ...]
    code: QrCode | None = None
