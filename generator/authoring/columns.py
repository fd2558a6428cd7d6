"""Text in columns for the terminal: Han characters take two, Latin letters one."""

import unicodedata
from collections.abc import Iterator

from generator.loading.file_names import printable

WIDTH = 88
_NOT_FIRST = "，。；：、！？）》」』】”’〕%"
"""Marks that may not begin a line; they may stand beyond its end instead."""


def width(text: str) -> int:
    """The columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, columns: int) -> str:
    """Fill a text up with spaces."""
    return text + " " * (columns - width(text))


def safe(text: str) -> str:
    """One paragraph of content, without characters that steer a terminal."""
    return printable(text.replace("\n", " "))


def hanging(head: str, text: str, indent: int) -> Iterator[str]:
    """Yield lines of a text behind a head; each but the first begins at `indent`.

    Line ends of the text are kept.
    """
    start = padded(head, indent)
    for paragraph in text.split("\n") or [""]:
        for line in _wrapped(printable(paragraph), WIDTH - indent):
            yield f"{start}{line}".rstrip()
            start = " " * indent


def _wrapped(text: str, columns: int) -> Iterator[str]:
    line, used = "", 0
    for word in _words(text):
        size = width(word)
        if line and used + size > columns and word not in _NOT_FIRST:
            yield line
            line, used = "", 0
            if word == " ":
                continue
        line, used = line + word, used + size
    yield line


def _words(text: str) -> Iterator[str]:
    """Yield what is not broken: a Han character, a run of Latin letters and digits."""
    word = ""
    for character in text:
        if character.isascii() and not character.isspace():
            word += character
            continue
        if word:
            yield word
            word = ""
        yield character
    if word:
        yield word
