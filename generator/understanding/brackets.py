"""Titles inside titles (书名号): 《办法〈法〉》 where a scan mixed up the marks."""

import re
from typing import NamedTuple

_OPEN, _CLOSE = "《〈(（", "》〉)）"
_BOOKS = "《〈"
_ENDS = "》〉"
_HAS_BOOK = re.compile("[《》〈〉]")


class Mended(NamedTuple):
    """A text with its marks set right, and whether some are left that are not clear."""

    text: str
    is_unclear: bool


def mend_brackets(text: str) -> Mended:
    """Set marks right where a pair is certain; a half that is missing stays missing."""
    if not _HAS_BOOK.search(text):
        return Mended(text, is_unclear=False)
    lines = [_mend(line) for line in text.split("\n")]
    whole = "\n".join(line.text for line in lines)
    return Mended(whole, any(line.is_unclear for line in lines))


def _mend(line: str) -> Mended:
    marks = list(line)
    stack: list[int] = []
    is_unclear = False
    for index, character in enumerate(line):
        if character in _OPEN:
            stack.append(index)
        elif character in _CLOSE:
            if not stack:
                is_unclear = is_unclear or character in _ENDS
                continue
            opened = stack.pop()
            fits = _set_right(marks, opened, index, depth=len(stack))
            is_unclear = is_unclear or not fits
    is_unclear = is_unclear or any(line[i] in _BOOKS for i in stack)
    # What is not clear as a whole is left as it stands.
    return Mended(line if is_unclear else "".join(marks), is_unclear)


def _set_right(marks: list[str], opened: int, closed: int, *, depth: int) -> bool:
    """Make a pair of two marks by their depth; tell whether that is certain."""
    is_book = marks[opened] in _BOOKS, marks[closed] in _ENDS
    if not any(is_book):
        return True
    if not all(is_book) and depth == 0:
        return False
    # Round brackets between the marks of titles count for the depth as well.
    outer = sum(1 for mark in marks[:opened] if mark in _BOOKS) - sum(
        1 for mark in marks[:opened] if mark in _ENDS
    )
    pair = ("《", "》") if outer <= 0 else ("〈", "〉")
    if not all(is_book) and outer <= 0:
        return False
    marks[opened], marks[closed] = pair
    return True
