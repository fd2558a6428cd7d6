"""Order Chinese names by their pinyin: the only door to pypinyin."""

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
