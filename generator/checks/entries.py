"""The entries of the file of everyday words, each with its place and its folded form."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.folding import squash
from generator.model.fields import Record
from generator.model.words import Words
from generator.problems import Problem, Severity


class Entry(NamedTuple):
    """One entry of a list of words; `owner` is its matter, or its group of words."""

    owner: str
    key: str
    text: str
    folded: str
    record: Record
    number: int


Unique = dict[tuple[str, str, str], Entry]
"""Entries without those that say the same of the same once more, in their order."""


def entries(words: Words) -> Iterator[Entry]:
    """Yield every entry of the file."""
    for number, matter in enumerate(words.matters):
        # No id has a space in it.
        owner = matter.matter or f"matters {number}"
        yield from _listed(owner, "say", matter.say, matter.record)
    for number, term in enumerate(words.terms):
        yield from _listed(f"terms {number}", "say", term.say, term.record)
        yield from _listed(f"terms {number}", "means", term.means, term.record)
    yield from _listed("", "ignore", words.ignore, words.record)
    yield from _listed("", "contact", words.contact, words.record)


def _listed(
    owner: str, key: str, texts: Iterable[str], record: Record
) -> Iterator[Entry]:
    for index, text in enumerate(texts):
        yield Entry(owner, key, text, squash(text), record, index)


def is_term(entry: Entry) -> bool:
    """Tell whether an entry stands in a group that no single matter owns."""
    return entry.owner.startswith("terms ")


def line_of(words: Words, entry: Entry) -> int:
    """Say in which line an entry stands."""
    return words.spot(entry.record, entry.key, entry.number).line


def at_entry(
    words: Words,
    entry: Entry,
    rule: str,
    sentence: str,
    cure: str,
    severity: Severity = Severity.REMINDER,
) -> Problem:
    """Make a problem that underlines one entry."""
    place = words.spot(entry.record, entry.key, entry.number)
    return Problem(place, rule, sentence, cure, severity, max(len(entry.text), 1))
