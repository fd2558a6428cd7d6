"""Widths of columns that let a table be read and printed one page wide."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.tables import width_of

_ROOM = 160
"""Half-width characters that A4 landscape shows at a size that is still read well."""

_EACH = 10
"""Room for each column where there are so many that they are printed smaller."""

_NARROWEST, _WIDEST = 6, 60
_UNBROKEN = 14
_USUAL = 0.8
"""Of the rows; what is longer than theirs may take more lines."""

_SHARE = 0.7
"""How much more room more text gets: between none (0) and all it asks for (1)."""

_WORD = re.compile(r"[!-~]+(?: \d+)*")  # a phone is not torn at its space


class _Need(NamedTuple):
    """What a column needs: at least, at most, and its weight in between."""

    least: int
    most: int
    weight: float


def widths_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Widths in half-width characters (列宽): rows get about as high as they must."""
    needs = [
        _need(heading, [row[column] for row in rows])
        for column, heading in enumerate(header)
    ]
    room = max(_ROOM, len(needs) * _EACH)
    low, high = 0.0, float(room)
    for _ in range(20):
        middle = (low + high) / 2
        if sum(_share(need, middle) for need in needs) > room:
            high = middle
        else:
            low = middle
    return tuple(_share(need, low) for need in needs)


def _share(need: _Need, scale: float) -> int:
    return max(need.least, min(round(need.weight * scale), need.most))


def _need(heading: str, texts: Sequence[str]) -> _Need:
    lines = [max(map(width_of, text.split("\n"))) for text in texts]
    words = [max(map(len, _WORD.findall(text)), default=0) for text in texts]
    least = max(
        _NARROWEST, width_of(heading) // 2 + 2, min(_usual(words), _UNBROKEN) + 1
    )
    most = max(least, width_of(heading) + 2, min(_usual(lines), _WIDEST) + 2)
    return _Need(least, most, max(_usual(list(map(width_of, texts))), 1) ** _SHARE)


def _usual(numbers: list[int]) -> int:
    """The number that most cells do not exceed, empty ones left aside."""
    ordered = sorted(filter(None, numbers)) or [0]
    return ordered[min(int(len(ordered) * _USUAL), len(ordered) - 1)]
