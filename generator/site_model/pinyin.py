"""How Chinese reads, and names in that order: the only door to pypinyin."""

import os
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

# We change none of pypinyin's dictionaries, so it need not copy them.
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")

from pypinyin import lazy_pinyin

T = TypeVar("T")
_OTHER = "#"


def pinyin(name: str) -> str:
    """A name's full pinyin in lower case; other characters stay as they are."""
    return "".join(lazy_pinyin(name)).lower()


def syllables(text: str) -> list[str]:
    """The syllable of every character as it reads in the text; empty for all but Han.

    Without tones, `v` for ü, as people type it.
    """
    # A list stands for the characters it could not read; its types do not know that.
    return lazy_pinyin(text, errors=lambda others: ["" for _ in others])  # type: ignore[arg-type, return-value] # see above


def by_letter(
    entries: Iterable[T], name: Callable[[T], str]
) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Group entries by the first letter of their pinyin, each group in order."""
    keyed = sorted(
        (
            (pinyin(name(entry)), name(entry), index, entry)
            for index, entry in enumerate(entries)
        ),
        key=lambda k: (_letter(k[0]) == _OTHER, k[:3]),
    )
    return tuple(
        (letter, tuple(k[3] for k in group))
        for letter, group in groupby(keyed, key=lambda k: _letter(k[0]))
    )


def _letter(key: str) -> str:
    first = key[:1].upper()
    return first if "A" <= first <= "Z" else _OTHER
