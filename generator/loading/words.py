"""The file of everyday words (content/words.yml) to Words."""

import unicodedata
from collections.abc import Iterable, Iterator

from generator.loading.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.reading import Reading
from generator.loading.records import by_name, read_record
from generator.model.fields import Record, records_of, text_of, words_of
from generator.model.words import NO_WORDS, WORDS, MatterWords, Spot, Term, Words

_LISTS = ("say", "means")
_OWN_LISTS = ("ignore", "contact")


def read_words(reading: Reading, root: Node) -> Words:
    """Read the file; what is refused is left out."""
    record = read_record(reading, root, by_name(WORDS), "日常说法")
    if record is None:
        return NO_WORDS
    return Words(
        matters=tuple(_matter(one) for one in records_of(record, "matters")),
        terms=tuple(_term(one) for one in records_of(record, "terms")),
        ignore=words_of(record, "ignore"),
        contact=words_of(record, "contact"),
        record=record,
        spots=_spots(record, root),
    )


def _matter(record: Record) -> MatterWords:
    return MatterWords(
        matter=text_of(record, "matter"),
        say=words_of(record, "say"),
        reason=text_of(record, "reason"),
        record=record,
    )


def _term(record: Record) -> Term:
    return Term(
        say=words_of(record, "say"),
        means=words_of(record, "means"),
        reason=text_of(record, "reason"),
        record=record,
    )


def _spots(record: Record, root: Node) -> dict[Spot, tuple[Spot, ...]]:
    """Say where the entries of every list of words stand, by the list's own place."""
    nodes = {(node.line, node.column): node for node in _sequences(root)}
    spots: dict[Spot, tuple[Spot, ...]] = {}
    groups = (*records_of(record, "matters"), *records_of(record, "terms"))
    for one, keys in ((record, _OWN_LISTS), *((group, _LISTS) for group in groups)):
        for key in keys:
            place = one.place(key)
            node = nodes.get((place.line, place.column))
            if node is not None:
                where = tuple(_where(words_of(one, key), node.entries))
                spots[place.line, place.column] = where
    return spots


def _sequences(node: Node) -> Iterator[Sequence]:
    if isinstance(node, Scalar):
        return
    if isinstance(node, Sequence):
        yield node
    for child in node.values if isinstance(node, Mapping) else node.entries:
        yield from _sequences(child)


def _where(words: Iterable[str], nodes: Iterable[Node]) -> Iterator[Spot]:
    """Find the words that were read among the entries, some of which were refused."""
    left = iter(words)
    word = next(left, None)
    for node in nodes:
        if not isinstance(node, Scalar):
            continue
        if unicodedata.normalize("NFC", node.text.strip("\n")) == word:
            yield node.line, node.column
            word = next(left, None)
