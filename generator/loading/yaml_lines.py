"""The lines of a file as an editor sees them: how far in, which ones belong together."""

import re
from collections.abc import Iterator, Sequence

_KEY_LINE = re.compile(r"[A-Za-z_]+\s*:(?: |$)")
_OPENS_BLOCK = re.compile(r"(?:^|.*[:\-] +)[|>][+\-0-9]*\s*$")


def indent_of(line: str) -> int:
    """Count the blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def inner_of(line: str) -> int:
    """Give the column where a line's key stands, behind the dash if there is one."""
    rest = line.lstrip(" ")
    while rest.startswith("- "):
        rest = rest[1:].lstrip(" ")
    return len(line) - len(rest)


def is_dash(line: str) -> bool:
    """Tell whether a line begins an entry of a list."""
    return line.lstrip(" ").startswith("- ")


def is_key(line: str) -> bool:
    """Tell whether a line reads `key: value`, behind a dash or not."""
    return bool(_KEY_LINE.match(line[inner_of(line) :]))


def says_something(line: str) -> bool:
    """Tell a line from a blank one and from a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def line_above(lines: Sequence[str], at: int) -> int:
    """Give the number of the nearest line above that says something, or -1."""
    at -= 1
    while at >= 0 and not says_something(lines[at]):
        at -= 1
    return at


def open_columns(lines: Sequence[str], before: int) -> tuple[set[int], set[int]]:
    """Give the columns in which a key, and in which a dash, could stand at a line."""
    keys: set[int] = set()
    dashes: set[int] = set()
    lowest = -1
    for line in reversed(lines[:before]):
        if not says_something(line) or (0 <= lowest <= indent_of(line)):
            continue
        lowest = indent_of(line)
        keys.add(inner_of(line))
        if is_dash(line):
            dashes.add(lowest)
        if lowest == 0:
            break
    return keys, dashes


def in_blocks(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are the text of a block (|), not YAML."""
    opened = -1
    for number, line in enumerate(lines):
        if opened >= 0 and (not line.strip() or indent_of(line) > opened):
            yield number
            continue
        opened = indent_of(line) if _OPENS_BLOCK.match(line) else -1
