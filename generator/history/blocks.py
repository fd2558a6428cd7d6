"""Cut a file into its head and its entries without parsing it.

An entry of a list that is written line by line stands alone, since content files
have no anchors. So the past of ten thousand commits is read by parsing what differs.
Whatever is not certain is not cut: the file is then parsed as a whole.
"""

import re
from dataclasses import dataclass
from functools import cache

from generator.history.raw import SECTIONS
from generator.loading.renames import FileSort

_TOP = re.compile(r"\n(?=[^\s#-])")
_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):( *)(?=\n| )")
_FIRST = re.compile(r"(?:\n *(?:#[^\n]*)?)*\n( *)- ")
_BLANK = re.compile(r"(?:\n *(?:#[^\n]*)?)*")
_BREAKS = ("\x85", "\u2028", "\u2029")  # YAML breaks lines at these too
_UNSAFE = ("\t", '\\"', "\n---", "\n...", "<<<<<<<", ">>>>>>>", *_BREAKS)
_QUOTES = ("'", '"')


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in pieces: `head` is all but the sections; section → entries as text."""

    head: str
    sections: dict[str, tuple[str, ...]]


def cut(text: str, sort: FileSort) -> Cut | None:
    """Cut a text; None where it is not certain that every piece stands alone."""
    text = f"\n{text}\n"
    starts = [match.start() for match in _TOP.finditer(text)]
    if not starts or _is_doubtful(text) or not _BLANK.fullmatch(text[: starts[0]]):
        return None
    head: list[str] = []
    sections: dict[str, tuple[str, ...]] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        key = _KEY.match(text, start + 1)
        if key is None:
            return None
        name = key[1]
        if name not in SECTIONS[sort]:
            head.append(text[start:end])
            continue
        entries = _entries(text[key.end() : end])
        if entries is None or name in sections:
            return None
        sections[name] = entries
    return Cut("".join(head), sections)


def _is_doubtful(text: str) -> bool:
    """Tell whether lines may not be what they seem: a quoted value may run over them."""
    return any(sign in text for sign in _UNSAFE) or any(
        line.count(quote) % 2
        for quote in _QUOTES
        if quote in text
        for line in text.split("\n")
        if quote in line
    )


def _entries(body: str) -> tuple[str, ...] | None:
    """Cut what stands below a section's key; None where an entry may not stand alone."""
    first = _FIRST.match(body)
    if first is None:
        return None
    indent = first[1]
    if _outside(indent).search(body):
        return None
    mark = f"\n{indent}- "
    bare = body.split(mark)[1:]
    names = {_name(entry) for entry in bare}
    # Which of two records with one id is which can only be told in the whole file.
    if len(names) < len(bare):
        return None
    return tuple(f"{mark[1:]}{entry}" for entry in bare)


@cache
def _outside(indent: str) -> re.Pattern[str]:
    """Find a line that is neither an entry's first, nor deeper, nor blank or comment."""
    return re.compile(rf"\n(?!{indent}(?:- | )|\n| *#| *\n|\Z)")


def _name(entry: str) -> str:
    """Give the line that is likely to hold an entry's id: the first, or below `add:`."""
    first, *rest = entry.split("\n", 2)
    return rest[0].strip() if first.rstrip() == "add:" and rest else first.rstrip()
