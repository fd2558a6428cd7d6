"""Line breaks inside cells: those a narrow column made, and those somebody meant."""

import re
import unicodedata
from functools import reduce
from itertools import pairwise

from generator.folding import HAN

_ENDS = "。；;：:！!？?"
_JOINS_BEHIND = "，,、。；;：:）)》〉”’\uff05%〕】(（"
_JOINS_BEFORE = "，,、（(《〈“‘—-〔【和及与或的"
_NUMBERED = re.compile(
    r"(?:\d{1,3}[、.\uff0e)）]|[（(]\d{1,3}[)）]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|第[一二三四五六七八九十]{1,3}[，,、：:])"
)
_MARKED = re.compile(r"[■□☑☒√✓●○◆◇·•※★▲\-]|口(?=\S)|【|注[：:]|[^，。；：:]{1,12}[：:]")
_ARTICLE = re.compile(
    r"第[一二三四五六七八九十百千零\u30070-9]{1,7}条(?:之[一二三四])?"
)
_HALF_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零\u30070-9]{0,7}$")
_ARTICLE_TEXT = re.compile(_ARTICLE.pattern + r"[ 　：:]")
_COMPLETE = re.compile(r"(?:[》〉]|[条款项号目]|[)）])$")
_APART_BEFORE = re.compile(r"[A-Za-z]$|(?:19|20)\d\d$")
_APART_BEHIND = re.compile(r"[A-Za-z]|\d{1,2}月")
_IN_SENTENCE = re.compile(rf"[，,、。；;][^，,、。；;]*[{HAN}]$")
_GOES_ON = re.compile("[，、]")
_SHORT = 12
"""Width (a Han character counts 2) up to which a single broken line looks squeezed."""
_WAVERS = 3
_MOST_LINES = 400
"""More lines no column makes; holding each against all below would take minutes."""


PARAGRAPH = "\u2029"
"""Stands between the texts of two rows that are one: never a break by width."""


def mend_breaks(text: str, *, one_line: bool = False) -> str:
    """Join what was broken by the width of a column; keep lines that were meant.

    With `one_line` no break stays: lines that were meant are joined with ；.
    """
    parts = [_mend(part, one_line=one_line) for part in text.split(PARAGRAPH)]
    lines = [line for part in parts for line in part]
    return _in_one_line(lines) if one_line and lines else "\n".join(lines)


def _mend(text: str, *, one_line: bool) -> list[str]:
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) < 2:  # noqa: PLR2004 # one line has no break
        return lines
    if _is_cut(lines):
        return [reduce(glue, lines)]
    if len(lines) > _MOST_LINES:
        return lines
    widths = [_width(line) for line in lines]
    is_prose = lines[-1][-1] in "。；"
    meant = [_is_meant(a, b, is_prose=is_prose) for a, b in pairwise(lines)]
    joined = [lines[0]]
    start = 0
    for index, line in enumerate(lines[1:]):
        known = meant[index]
        if known is None:
            end = next(
                (i for i in range(index, len(meant)) if meant[i]), len(lines) - 1
            )
            known = not one_line and not _is_squeezed(widths[start : end + 1])
        if known:
            start = index + 1
            joined.append(line)
        else:
            joined[-1] = glue(joined[-1], line)
    return joined


def _in_one_line(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        ended = text[-1] in _ENDS + "，,、" or line[0] in _JOINS_BEHIND
        text += line if ended else f"；{line}"
    return text


def _is_cut(lines: list[str]) -> bool:
    """Tell whether a text was cut into lines of the same number of characters."""
    *full, last = lines
    return (
        len(full) > 1
        and len({len(line) for line in full}) == 1
        and len(last) <= len(full[0])
        and any(line[-1] not in _ENDS for line in full)
        and not any(_NUMBERED.match(line) or line[0] in "《【" for line in lines[1:])
    )


def _is_meant(before: str, after: str, *, is_prose: bool) -> bool | None:
    """Tell whether a break was meant; None where only the widths can tell."""
    if _HALF_ARTICLE.search(before):
        return False
    if _NUMBERED.match(after):
        return True
    if after[0] in _JOINS_BEHIND or _is_bracketed(before, after):
        return False
    is_ended = before[-1] in _ENDS
    if _ARTICLE.match(after) and not _ARTICLE_TEXT.match(after):
        return is_ended
    is_law = after[0] == "《" and _COMPLETE.search(before) is not None
    if is_ended or is_law or _MARKED.match(after):
        return True
    is_sentence = _IN_SENTENCE.search(before) or _GOES_ON.search(after)
    is_broken = is_prose and is_sentence is not None
    return False if is_broken or before[-1] in _JOINS_BEFORE else None


def _is_bracketed(before: str, after: str) -> bool:
    """Tell whether a break stands inside of brackets."""
    opened = max(before.rfind(c) for c in "（(《〈")
    if opened < 0 or opened < max(before.rfind(c) for c in "）)》〉"):
        return False
    closed = [i for c in "）)》〉" if (i := after.find(c)) >= 0]
    again = [i for c in "（(《" if (i := after.find(c)) >= 0]
    return bool(closed) and min(closed) < min(again, default=len(after))


def _is_squeezed(widths: list[int]) -> bool:
    """Tell whether lines are as wide as the column let them, the last one shorter."""
    *full, last = widths
    if max(full) > last + _WAVERS or len(full) > 1:
        even = max(full) - min(full) <= _WAVERS and last <= max(full) + _WAVERS
        return even and (len(full) > 1 or max(full) <= _SHORT)
    return max(widths) <= _SHORT and min(widths) < _SHORT // 2 + 2


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def glue(before: str, after: str) -> str:
    """Join two halves; between two words of letters, a year and a month, with a space."""
    is_apart = _APART_BEFORE.search(before[-4:]) and _APART_BEHIND.match(after)
    return f"{before} {after}" if is_apart else before + after


def has_han(text: str) -> bool:
    """Tell whether a text has a Han character."""
    return re.search(f"[{HAN}]", text) is not None
