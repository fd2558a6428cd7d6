"""The legal documents (依据) that items rest on, gathered from all lists at once."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.model.fields import Value
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.citations import STATE, Citation, citations
from generator.site_model.offices import successors_of
from generator.site_model.pinyin import syllables
from generator.site_model.plan import Plan
from generator.site_model.standings import ANNOUNCED, ENDED, IN_FORCE

FIELD = "basis"

_LONGEST = 40
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Use:
    """One item of one street that rests on a document.

    `status` is in-force or announced, or ended where it no longer rests on it.
    """

    office: Office
    list: ListKey
    item: str
    articles: str
    status: str


@dataclass(slots=True)
class Document:
    """A legal document: its names with how often each is written, and its uses.

    `since` is the first day on which any list rests on it.
    """

    key: str
    since: date
    names: dict[str, int] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    address: str = ""

    @property
    def name(self) -> str:
        """The full name where anybody writes it, else the usual one."""
        return min(self.names, key=lambda n: (STATE not in n, -self.names[n], n))

    @property
    def also(self) -> tuple[str, ...]:
        """Its other names, the usual ones first."""
        others = sorted(self.names, key=lambda n: (-self.names[n], n))
        return tuple(name for name in others if name != self.name)

    @property
    def current(self) -> list[Use]:
        """The items that rest on it now, or will."""
        return [use for use in self.uses if use.status != ENDED]


Documents = dict[str, Document]
Read = Callable[[Value], tuple[Citation, ...]]


def gather_documents(plan: Plan) -> tuple[Document, ...]:
    """Walk every version of every list: what was named once keeps its address."""
    documents: Documents = {}
    read = _reader()
    for office in plan.catalog.offices.values():
        gone = bool(successors_of(plan, office))
        for moments in plan.resolved.of_office(office.id):
            known: set[tuple[str, str]] = set()
            for moment, status in _by_status(moments, plan.today):
                for item, citation in _cited(read, moment):
                    document = _document(documents, citation, moment.day)
                    if (item, citation.key) not in known:
                        known.add((item, citation.key))
                        standing = ENDED if gone else status
                        document.uses.append(
                            Use(office, moment.key, item, citation.articles, standing)
                        )
    _settle(documents.values())
    return tuple(documents.values())


def _reader() -> Read:
    """Read each text once: streets that share a list share its texts."""
    known: dict[str, tuple[Citation, ...]] = {}

    def read(value: Value) -> tuple[Citation, ...]:
        if not isinstance(value, str):
            return citations(value)
        if value not in known:
            known[value] = citations(value)
        return known[value]

    return read


def _by_status(
    moments: tuple[ResolvedList, ...], today: date
) -> Iterator[tuple[ResolvedList, str]]:
    """Versions with how they stand: in force first, then coming, then past."""
    past = [moment for moment in moments if moment.day <= today]
    if past:
        yield past.pop(), IN_FORCE
    for moment in moments:
        if moment.day > today:
            yield moment, ANNOUNCED
    for moment in reversed(past):
        yield moment, ENDED


def _cited(read: Read, moment: ResolvedList) -> Iterator[tuple[str, Citation]]:
    for item in moment.items.values():
        value = item.fields.get(FIELD)
        if value:
            for citation in read(value):
                yield item.id, citation


def _document(documents: Documents, citation: Citation, day: date) -> Document:
    """The document that is cited, with this name counted and this day considered."""
    document = documents.get(citation.key)
    if document is None:
        document = documents[citation.key] = Document(citation.key, day)
    elif day < document.since:
        document.since = day
    names = document.names
    names[citation.name] = names.get(citation.name, 0) + 1
    return document


def _settle(documents: Iterable[Document]) -> None:
    """Give every document its address; of two that sound alike the first keeps it."""
    taken: set[str] = set()
    for document in sorted(documents, key=lambda d: (d.since, d.key)):
        slug, is_whole = slug_of(document.key)
        if not is_whole or slug in taken:
            slug = f"{slug}-{_mark(document.key)}"
        taken.add(slug)
        document.address = addresses.document(slug)


def slug_of(key: str) -> tuple[str, bool]:
    """A name's pinyin, cut between syllables; tells whether it is whole."""
    slug = ""
    for character, syllable in zip(key, syllables(key), strict=True):
        part = syllable or character
        if not part.isascii():
            continue
        if len(slug) + len(part) > _LONGEST:
            return slug, False
        slug += part
    return slug or "document", bool(slug)


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
