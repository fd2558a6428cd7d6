"""The header of a table (表头): where it is, how many rows it has, what it says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.tables.grid import Merge
from generator.understanding.synonyms import AT_END, EXACT, INSIDE, OWN

Known = Callable[[str], int]
"""How well a heading is recognised: EXACT, AT_END, INSIDE or 0."""

SEARCHED = 30
DEEPEST = 3
JOINT = "\uff0f"
"""Stands between a parent and its child, as in 公开对象 and 全社会."""
_LONGEST = 24
_LONGEST_BELOW = 12
_WEIGHT = {OWN: 1.0, EXACT: 1.0, AT_END: 0.6, INSIDE: 0.3, 0: -0.1}
_TOO_LONG = -0.6
_ENOUGH = 1.4
_NEARLY = 0.7
_DATA = re.compile(r"(?=\D*\d)[\d.,%\s()（）—-]+|[√✓☑✔○●是否有无]")


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first and last row (0-based), a heading for each column.

    With `has_parents` a row of merged parents stands above `top`.
    """

    top: int
    bottom: int
    headings: tuple[str, ...]
    score: float
    has_parents: bool = False


def tidy(heading: str) -> str:
    """A heading in one line, without the spaces and breaks inside it."""
    return re.sub(r"[\s\u3000\u200b\ufeff]+", "", heading).strip("：:*\uff0a")


def find_header(
    rows: Sequence[Sequence[str]],
    merges: Sequence[Merge],
    known: Known,
    start: int = 0,
    stop: int | None = None,
) -> Header | None:
    """Find the header among the first rows: the uppermost that is nearly the best."""
    last = min(len(rows), start + SEARCHED) if stop is None else min(len(rows), stop)
    found = [
        h for top in range(start, last) if (h := header_at(rows, merges, known, top))
    ]
    best = max((h.score for h in found), default=0)
    return next((h for h in found if h.score >= _NEARLY * best), None)


def header_at(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], known: Known, top: int
) -> Header | None:
    """Read a header that begins in this row; None where the row is no header."""
    if not any(rows[top]) or not _may_begin(rows[top]):
        return None
    deep = _merged_depth(merges, rows, top)
    best: Header | None = None
    for depth in range(deep, DEEPEST + 1):
        bottom = top + depth - 1
        if bottom >= len(rows):
            break
        if depth > deep and not _continues(rows[bottom - 1], rows[bottom], known):
            break
        headings = _headings(rows, merges, known, top, bottom)
        score = _score(headings, known)
        if best is None or score > best.score:
            parents = bool(_parents(rows, merges, top))
            best = Header(top, bottom, headings, score, parents)
    if best is None:
        return None
    filled = {h for h in best.headings if h}
    exact = [h for h in filled if known(h) >= EXACT]
    is_alone = len(filled) == 1 and len(exact) == 1 and _width(rows[top:]) == 1
    return best if is_alone or (best.score >= _ENOUGH and len(exact) > 0) else None


def _may_begin(row: Sequence[str]) -> bool:
    texts = [c for c in row if c.strip()]
    return not any(_DATA.fullmatch(t.strip()) for t in texts) and any(
        len(tidy(t)) <= _LONGEST for t in texts
    )


def _continues(above: Sequence[str], row: Sequence[str], known: Known) -> bool:
    """Tell whether a header goes on in this row.

    It holds children below a parent that reaches over blanks, or second halves.
    """
    texts = [tidy(c) for c in row]
    if any(len(t) > _LONGEST_BELOW or _DATA.fullmatch(t) for t in texts if t):
        return False
    over = [tidy(c) for c in above]
    pairs = [(o, t) for o, t in zip(over, texts, strict=True) if o or t]
    several = sum(1 for o in over if o) > 1  # one alone is a title
    if several and not pairs[0][1] and any(t and not o for o, t in pairs):
        return True
    halves = [(o, t) for o, t in pairs if t]
    whole = sum(1 for o, t in halves if o and known(o + t) >= EXACT)
    return bool(halves) and 2 * whole > len(halves)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How many columns have anything in them."""
    return sum(any(row[i].strip() for row in rows) for i in range(len(rows[0])))


def _merged_depth(
    merges: Sequence[Merge], rows: Sequence[Sequence[str]], top: int
) -> int:
    """How many rows the merged cells of a header row reach down, at least one."""
    wide = len(rows[top])
    depths = [
        m.bottom - top + 1
        for m in merges
        if m.top == top and m.right - m.left + 1 < wide and len(tidy(rows[top][m.left]))
    ]
    deep = max(depths, default=1)
    return deep if deep <= DEEPEST else 1


def _headings(
    rows: Sequence[Sequence[str]],
    merges: Sequence[Merge],
    known: Known,
    top: int,
    bottom: int,
) -> tuple[str, ...]:
    levels = [_spread(rows, merges, row, bottom) for row in range(top, bottom + 1)]
    above = _parents(rows, merges, top)
    if above:
        levels.insert(0, above)
    return tuple(_joined(parts, known) for parts in zip(*levels, strict=True))


def _spread(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], row: int, bottom: int
) -> list[str]:
    """One row of a header, each parent over all of its children."""
    texts = [tidy(c) for c in rows[row]]
    for m in merges:
        if m.top <= row <= m.bottom:
            texts[m.left : m.right + 1] = [tidy(rows[m.top][m.left])] * (
                m.right - m.left + 1
            )
    if row == bottom or any(m.top == row and m.right > m.left for m in merges):
        return texts
    below = [tidy(c) for c in rows[row + 1]]
    for i in range(1, len(texts)):
        if not texts[i] and below[i] and below[i - 1]:
            texts[i] = texts[i - 1]
    return texts


def _parents(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], top: int
) -> list[str]:
    """The row of merged parents above a header; none where there is no such row."""
    wide = len(rows[top])
    spans = [m for m in merges if m.top == m.bottom == top - 1 and m.right > m.left]
    if not spans or any(m.right - m.left + 1 >= wide for m in spans):
        return []
    texts = [tidy(c) for c in rows[top - 1]]
    if any(len(t) > _LONGEST_BELOW or "：" in t or ":" in t for t in texts):
        return []
    for m in spans:
        texts[m.left : m.right + 1] = [texts[m.left]] * (m.right - m.left + 1)
    return texts


def _joined(parts: Sequence[str], known: Known) -> str:
    """Join what stands over a column: two halves of a word, or parent and child."""
    different = [p for p in dict.fromkeys(parts) if p]
    together = "".join(different)
    if len(different) > 1 and (known(together) >= EXACT):
        return together
    return JOINT.join(different)


def _score(headings: Sequence[str], known: Known) -> float:
    filled = dict.fromkeys(h for h in headings if h)
    return sum(_TOO_LONG if len(h) > _LONGEST else _WEIGHT[known(h)] for h in filled)
