"""Whether two cells say the same, and how much two titles are alike."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log

from generator.model.fields import Field, Record, Shape, Value
from generator.understanding.understood import Plain

_KEPT = 1 << 14
"""Texts whose folded form is remembered: the titles and names of a large table."""

_BETWEEN = re.compile(r"[\s、，,；;。.：:·]+")
_NUMBERING = re.compile(
    r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、\uff0e]\s*"
)


@lru_cache(maxsize=_KEPT)
def fold_cell(text: str) -> str:
    """A text without its widths, capitals and blanks: the same words fold alike."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split())


def digits_of(phone: str) -> str:
    """The digits of a phone, by which two ways of writing one are the same."""
    return "".join(c for c in unicodedata.normalize("NFKC", phone) if c.isdigit())


def same_text(field: Field, one: str, other: str) -> bool:
    """Tell whether two cells of a column say the same."""
    if field.shape is Shape.PHONE and digits_of(one):
        return digits_of(one) == digits_of(other)
    return fold_cell(one) == fold_cell(other)


def same_value(one: Plain, other: Plain) -> bool:
    """Tell whether two values say the same, as text or as list, in any writing."""
    return _said(one) == _said(other)


def plain_of(value: Value) -> Plain:
    """A value of a record as it stands in a file."""
    if isinstance(value, Record):
        return {name: plain_of(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [plain_of(entry) for entry in value]
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class PairWeights:
    """How much two characters in a row tell of a title; one not `known` is the rarest."""

    known: Mapping[str, float]
    rarest: float

    def of(self, pairs: Iterable[str]) -> float:
        """The weight of all pairs together, in whichever order they come."""
        return fsum(self.known.get(pair, self.rarest) for pair in pairs)


def weigh_pairs(titles: Collection[str]) -> PairWeights:
    """How much each two characters in a row tell one title of a list from the others.

    Of 对占道经营的行政处罚 and 对无照经营的行政处罚 the end stands in every title.
    """
    seen = Counter(pair for title in titles for pair in _pairs(fold_cell(title)))
    known = {pair: log((len(titles) + 1) / times) for pair, times in seen.items()}
    return PairWeights(known, max(known.values(), default=1.0))


def likeness(one: str, other: str, weights: PairWeights) -> float:
    """How much two titles are alike, from 0 to 1, by the weight of what they share."""
    first, second = (_pairs(fold_cell(title)) for title in (one, other))
    shared = first & second
    if not shared:  # as most pairs of titles
        return float(fold_cell(one) == fold_cell(other))
    return 2 * weights.of(shared) / weights.of([*first, *second])


@lru_cache(maxsize=_KEPT)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _said(value: Plain) -> str:
    """All words of a value in their order, without numbers of steps and separators."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "".join(_said(part) for part in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "".join(_said(part) for part in value)
    lines = (_NUMBERING.sub("", line.strip()) for line in value.splitlines())
    return _BETWEEN.sub("", "".join(fold_cell(line) for line in lines))
