"""Matters and places as lunr documents, and as the tables that cards are made of."""

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.search.index import Document, pack
from generator.search.tokens import tokens
from generator.site_model.findable import FindableMatter, FindablePlace

MATTER_BOOSTS = {"title": 10, "plain": 10, "words": 6, "other": 2}
PLACE_BOOSTS = {"name": 3, "names": 2}

Row = list[object]
Table = dict[str, object]


def matter_document(matter: FindableMatter) -> Document:
    """Cut what a matter can be found by into tokens, field by field."""
    return {
        "title": tokens(matter.title),
        "plain": tokens(matter.plain),
        "words": _all_tokens(matter.keywords),
        "other": _all_tokens((*matter.names, matter.category)),
    }


def place_document(place: FindablePlace) -> Document:
    """Cut the names that a place answers to into tokens."""
    return {"name": tokens(place.name), "names": _all_tokens(_other_names(place))}


def matter_table(
    matters: Sequence[FindableMatter], street_numbers: Mapping[str, int]
) -> Table:
    """Index matters, with one row for the card of each.

    A row is: id, title, plain, keywords, number of the answer in `answers`, number
    of the only street that has the matter or -1, address where it is not
    `matters/<id>.html`.
    """
    answers = Numbers()
    return {
        "rows": [_matter_row(matter, answers, street_numbers) for matter in matters],
        "answers": answers.values,
        "index": index_table(MATTER_BOOSTS, [matter_document(m) for m in matters]),
    }


def place_table(
    places: Sequence[FindablePlace], street_numbers: Mapping[str, int]
) -> Table:
    """Index places, with one row for the card of each.

    A row is: sort, name, other names, number of the street or -1, address, note.
    """
    return {
        "rows": [_place_row(place, street_numbers) for place in places],
        "index": index_table(PLACE_BOOSTS, [place_document(p) for p in places]),
    }


def index_table(boosts: Mapping[str, int], documents: Sequence[Document]) -> Table:
    """Index documents and say the packed index in JSON's types."""
    packed = pack(boosts, documents)
    return {
        "fields": packed.fields,
        "boosts": packed.boosts,
        "documents": packed.documents,
        "terms": packed.terms,
        "postings": packed.postings,
    }


class Numbers:
    """Rows that occur often, each kept once and known by its number."""

    def __init__(self) -> None:
        """Start without any row."""
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, *row: str) -> int:
        """Find the number of a row, the next one for a row not seen before."""
        return self._numbers.setdefault(row, len(self._numbers))

    @property
    def values(self) -> list[tuple[str, ...]]:
        """Give all rows in the order of their numbers."""
        return list(self._numbers)


def _matter_row(
    matter: FindableMatter, answers: Numbers, street_numbers: Mapping[str, int]
) -> Row:
    only = matter.offices[0] if len(matter.offices) == 1 else ""
    row: Row = [
        matter.id,
        matter.title,
        matter.plain,
        matter.keywords,
        answers.number(matter.answer, matter.tone),
        street_numbers.get(only, -1),
    ]
    if matter.address != f"matters/{matter.id}.html":
        row.append(matter.address)
    return row


def _place_row(place: FindablePlace, street_numbers: Mapping[str, int]) -> Row:
    return [
        place.sort,
        place.name,
        _other_names(place),
        street_numbers.get(place.office, -1),
        place.address,
        place.note,
    ]


def _other_names(place: FindablePlace) -> list[str]:
    return [name for name in place.names if name != place.name]


def _all_tokens(texts: Sequence[str]) -> list[str]:
    return list(chain.from_iterable(map(tokens, texts)))
