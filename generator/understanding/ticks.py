"""Ticks (√ ■ □) in cells: whether a cell is ticked, and what was chosen in it."""

import re

_TICKED = frozenset(
    {
        "√",
        "✓",
        "✔",
        "☑",
        "■",
        "●",
        "是",
        "有",
        "v",
        "V",
        "Y",
        "y",
        "1",
        "◆",
        "★",
        "☒",
        "▲",
        "对",
    }
)
_UNTICKED = frozenset(
    {
        "□",
        "口",
        "○",
        "否",
        "无",
        "×",
        "✗",
        "x",
        "X",
        "N",
        "n",
        "0",
        "/",
        "—",
        "-",
        "——",
        "☐",
        "◇",
    }
)
_ON, _OFF = "■☑√✓✔☒●◆", "□☐○◇"
_BOX = re.compile(rf"[{_ON}{_OFF}]|(?:(?<=^)|(?<=[\s\n)）]))口(?=[^\s])")


def is_tick(text: str) -> bool:
    """Tell whether a cell is ticked."""
    return text.strip() in _TICKED


def is_tick_or_blank(text: str) -> bool:
    """Tell whether a cell could be one of a column of ticks."""
    plain = text.strip()
    return not plain or plain in _TICKED or plain in _UNTICKED


def choices_in(text: str) -> list[tuple[bool, str]]:
    """Read `■政府网站 口两微一端`: chosen or not, and the words; none without boxes."""
    boxes = list(_BOX.finditer(text))
    if not boxes or not any(m.group() in _ON for m in boxes):
        return []
    if text[: boxes[0].start()].strip():
        return []
    ends = [m.start() for m in boxes[1:]] + [len(text)]
    found = []
    for box, end in zip(boxes, ends, strict=True):
        words = " ".join(text[box.end() : end].split())
        if words:
            found.append((box.group() in _ON, words))
    return found


def even_boxes(text: str) -> str:
    """Write a cell of boxes in one line, empty boxes all alike; other texts as is."""
    found = choices_in(text)
    if not found:
        return text
    return " ".join(f"{'■' if chosen else '□'}{words}" for chosen, words in found)


def chosen_words(text: str) -> str:
    """The ticked words joined by 、; a text without boxes as it is."""
    found = choices_in(text)
    return "、".join(words for chosen, words in found if chosen) if found else text
