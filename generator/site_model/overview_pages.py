"""Page records of the directories: streets, communities, A to Z, search, not found.

Only what a template prints; made in `overview.py` and `offices.py`.
"""

from dataclasses import dataclass

from generator.site_model.parts import CommunityRow, Head, Link


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """All street offices, grouped by class: (class, rows of name and facts)."""

    head: Head
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    exceptions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CommunitiesPage:
    """All communities by the first letter of their pinyin.

    The note of a row's `office` says which places that street does not look after.
    """

    head: Head
    letters: tuple[tuple[str, tuple[CommunityRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class AtoZPage:
    """All matters and their plain names by the first letter of their pinyin."""

    head: Head
    letters: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class FindPage:
    """The search page; the browser fills it, and links help without JavaScript.

    `examples` are words to try; `report` is where to tell what was not found: an
    address in which the browser puts the words in place of an encoded {words}.
    """

    head: Head
    hotline: str
    examples: tuple[str, ...] = ()
    report: str = ""


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The 404 page, which helps on."""

    head: Head
    hotline: str


@dataclass(frozen=True, slots=True)
class ProposePage:
    """Where officials propose a change (提出修改); the browser fills it.

    `guide` is the prose page that says how to change the files by hand, `mailbox`
    where to write to; both may be missing.
    """

    head: Head
    guide: Link | None
    mailbox: str
