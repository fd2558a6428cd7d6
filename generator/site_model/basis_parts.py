"""Page records of legal documents (依据): all of them, and what rests on each."""

from dataclasses import dataclass

from generator.site_model.parts import Head, Link


@dataclass(frozen=True, slots=True)
class BasisRow:
    """One matter that rests on a document, with the articles that these streets name.

    A street's link leads to its item; the note says where that is not yet in force.
    """

    matter: Link
    articles: str
    streets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BasisPage:
    """All legal documents by the first letter of their pinyin."""

    head: Head
    letters: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class BasisDocumentPage:
    """One legal document: the items that rest on it today, and those that once did."""

    head: Head
    name: str
    also: tuple[str, ...]
    lead: str
    rows: tuple[BasisRow, ...]
    past: tuple[BasisRow, ...]
