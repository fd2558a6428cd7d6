"""Make a lunr index and say it in few bytes.

lunr's own serialised form repeats every posting as a vector of weights: 100 times
the text it indexes. The packed form keeps the postings alone; `find.js` works the
weights out again by lunr's formula and hands lunr.js its usual form.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.builder import Builder

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Document = Mapping[str, Sequence[str]]
"""The tokens of each field; a document is known by its number."""


@dataclass(frozen=True, slots=True)
class PackedIndex:
    """A lunr index without what can be worked out again.

    `terms` are separated by spaces, in the order of UTF-16 that lunr.js insists on.
    `postings` has one entry per term, separated by `;`: ascending codes
    (document x number of fields + field), each written as its distance from the
    one before in base 36. A term that a field holds twice has its code twice.
    """

    fields: tuple[str, ...]
    boosts: tuple[int, ...]
    documents: int
    terms: str
    postings: str


def fill(boosts: Mapping[str, int], documents: Iterable[Document]) -> Builder:
    """Fill a lunr builder with ready tokens: no trimmer, stop words or stemmer."""
    builder = Builder()
    for field, boost in boosts.items():
        builder.field(field, boost)
    for number, document in enumerate(documents):
        builder.add({"id": number, **document})
    return builder


def pack(boosts: Mapping[str, int], documents: Iterable[Document]) -> PackedIndex:
    """Index documents and keep lunr's postings only."""
    builder = fill(boosts, documents)
    fields = tuple(boosts)
    terms = sorted(builder.inverted_index, key=_utf16)
    return PackedIndex(
        fields=fields,
        boosts=tuple(boosts.values()),
        documents=builder.document_count,
        terms=" ".join(terms),
        postings=";".join(_posting(builder, term, fields) for term in terms),
    )


def _utf16(term: str) -> bytes:
    return term.encode("utf-16-be")


def _posting(builder: Builder, term: str, fields: tuple[str, ...]) -> str:
    codes = sorted(
        (int(reference) * len(fields) + position, reference, field)
        for position, field in enumerate(fields)
        for reference in builder.inverted_index[term][field]
    )
    distances: list[str] = []
    last = 0
    for code, reference, field in codes:
        times = builder.field_term_frequencies[f"{field}/{reference}"][term]
        distances.append(_base36(code - last))
        distances.extend("0" * (times - 1))
        last = code
    return ",".join(distances)


def _base36(number: int) -> str:
    digits = ""
    while number >= len(DIGITS):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return DIGITS[number] + digits
