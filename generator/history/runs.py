"""Old and new wording side by side, marked word by word: runs of characters.

Chinese has no spaces: a Han character is a word of its own, digits and Latin
letters hold together. Never looks at lines.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_WORDS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z]+|\s+|.", re.DOTALL)
_SHORTEST = 2
"""Characters that must agree for a run to be shown as kept; less is confetti."""

_SLOW = 4_000_000
"""Words of both texts multiplied, above which only their ends are compared."""


class Run(NamedTuple):
    """A run of characters; `changed` marks what the other text does not have."""

    text: str
    changed: bool


Runs = tuple[Run, ...]


@lru_cache(maxsize=2048)  # pages, feeds and notes tell the same change
def word_runs(old: str, new: str) -> tuple[Runs, Runs]:
    """Mark in two texts what differs; each text's runs joined are that text."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    olds: list[Run] = []
    news: list[Run] = []
    for same, a, b in _steadied(_blocks(before, after)):
        _append(olds, a, changed=not same)
        _append(news, b, changed=not same)
    return tuple(olds), tuple(news)


def _blocks(before: list[str], after: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Yield what both have and what only one has, in order."""
    if len(before) * len(after) > _SLOW:
        yield from _ends(before, after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        yield tag == "equal", "".join(before[a0:a1]), "".join(after[b0:b1])


def _ends(before: list[str], after: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Compare only the common beginning and end of very long texts."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    rest = most - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    head = "".join(before[:start])
    yield True, head, head
    yield (
        False,
        "".join(before[start : len(before) - end]),
        "".join(after[start : len(after) - end]),
    )
    tail = "".join(before[len(before) - end :])
    yield True, tail, tail


def _steadied(
    blocks: Iterator[tuple[bool, str, str]],
) -> Iterator[tuple[bool, str, str]]:
    """Count a short agreement between two differences as part of the difference."""
    known = list(blocks)
    for index, (same, a, b) in enumerate(known):
        inside = 0 < index < len(known) - 1
        yield same and not (inside and len(a) < _SHORTEST), a, b


def _append(runs: list[Run], text: str, *, changed: bool) -> None:
    if not text:
        return
    if runs and runs[-1].changed == changed:
        runs[-1] = Run(runs[-1].text + text, changed)
    else:
        runs.append(Run(text, changed))
