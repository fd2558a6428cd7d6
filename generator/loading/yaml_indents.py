"""Find the line that is not in line with its neighbours, and move it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.loading.yaml_lines import (
    indent_of,
    inner_of,
    is_dash,
    is_key,
    line_above,
    open_columns,
    says_something,
)


@dataclass(frozen=True, slots=True)
class Realigned:
    """The 0-based line at fault, its blanks and those it should have, all lines."""

    line: int
    blanks: int
    due: int
    lines: tuple[str, ...]


def realign(lines: Sequence[str], at: int) -> Realigned | None:
    """Move the line where reading broke, or the one above it, into line.

    Gives None where both stand where they could stand: then it is something else.
    """
    if not is_key(lines[at]):
        return None
    above = line_above(lines, at)
    if above > 0 and is_key(lines[above]) and _is_odd(lines, above, at):
        due = _fitting(lines, above, lines[at])
        if due is not None and due != indent_of(lines[above]):
            return _moved(lines, above, due, alone=True)
    due = _nearest(lines, at)
    if due is None or due == indent_of(lines[at]):
        return None
    return _moved(lines, at, due, alone=False)


def _is_odd(lines: Sequence[str], above: int, at: int) -> bool:
    """Tell whether a line would fit but for the one above it."""
    keys, dashes = open_columns(lines, above)
    here, there = lines[at], lines[above]
    fits = indent_of(here) in (dashes if is_dash(here) else keys)
    value = there.split(":", 1)[1].strip()
    at_margin = indent_of(there) == 0 and indent_of(here) > 0 and bool(value)
    return fits and not is_dash(there) and (at_margin or indent_of(there) not in keys)


def _fitting(lines: Sequence[str], above: int, here: str) -> int | None:
    if not is_dash(here):
        return indent_of(here)
    before = line_above(lines, above)
    return inner_of(lines[before]) if before >= 0 else None


def _nearest(lines: Sequence[str], at: int) -> int | None:
    keys, dashes = open_columns(lines, at)
    above = line_above(lines, at)
    if is_dash(lines[at]) and above >= 0 and lines[above].rstrip().endswith(":"):
        return inner_of(lines[above]) + 2
    columns = dashes if is_dash(lines[at]) else keys
    blanks = indent_of(lines[at])
    return min(columns, key=lambda c: (abs(c - blanks), -c), default=None)


def _moved(lines: Sequence[str], at: int, due: int, *, alone: bool) -> Realigned:
    """Move a line, and with it the lines below that would fit nowhere otherwise."""
    blanks = indent_of(lines[at])
    keys, dashes = open_columns(lines, at)
    moved = [*lines[:at], " " * due + lines[at].lstrip(" ")]
    rest = list(lines[at + 1 :])
    for line in () if alone else list(rest):
        own = indent_of(line)
        fits = own in (dashes if is_dash(line) else keys)
        if says_something(line) and (fits or own < blanks):
            break
        moved.append(" " * max(0, own + due - blanks) + line.lstrip(" "))
        rest.pop(0)
    return Realigned(at, blanks, due, (*moved, *rest))
