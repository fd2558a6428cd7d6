"""Lay out the blocks of a file anew: entries move as pieces, values are not touched.

Works on the lines of the file by the places of its nodes. What a gap (comments and
blank lines) belongs to is decided in canonical_gaps.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeGuard

from generator.authoring.canonical_gaps import (
    Lines,
    claim,
    head,
    indent_of,
    is_gap,
    part,
    shifted,
    tidy,
    without_blank_start,
)
from generator.loading.nodes import Mapping, Node, Scalar, Sequence

STEP = 2
_BLOCK = re.compile(r"[|>](?:[+-]?([1-9])|([1-9])?[+-]?)\s*(?:#.*)?")
Order = Table[str, "Order"]
"""The canonical order of a record's keys, each with that of the records below it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an entry of a list, laid out at its new indentation.

    `above` and `below` are the comments that go with it. Where `lead` is not empty,
    it stood between the dash and the entry and goes above the dash.
    """

    above: Lines
    own: Lines
    below: Lines
    lead: Lines


@dataclass(frozen=True, slots=True)
class Laid:
    """A block: `lead` before its first line, its lines, and the gap it did not claim."""

    lead: Lines
    lines: Lines
    rest: Lines


def lay_out(text: str, root: Mapping, order: Order) -> str:
    """Write a file in the canonical order and indentation."""
    lines = text.split("\n")
    first = root.keys[0].line - 1
    top, above = head(tidy(lines[:first]))
    block = _Block(lines, root, order, 0)
    laid = block.laid(len(lines), -1, above)
    made = [*(shifted(top, 0) if top else []), *laid.lead, *laid.lines]
    return "\n".join([*made, *shifted(laid.rest, 0)]).strip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the file and where it goes: `lines` is the whole file."""

    lines: Lines
    node: Mapping | Sequence
    order: Order
    indent: int

    def laid(self, limit: int, outer: int, above: Lines) -> Laid:
        """Lay out what ends before line `limit`; `outer` is the column around it."""
        starts = self._starts()
        column = self.node.column - 1
        gap, entries = above, list[Entry]()
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else limit
            entry, left = self._entry(number, start, end, column)
            entries.append(replace(entry, above=shifted(gap, self.indent)))
            if end == limit:
                tail, rest = claim(left, max(column, outer + 1))
                break
            below, gap = part(left)
            entries[-1] = replace(entries[-1], below=shifted(below, self.indent))
        lead, lines = self._joined(entries)
        return Laid(lead, [*lines, *shifted(tail, self.indent)], rest)

    def _starts(self) -> list[int]:
        """Find the 0-based line on which each entry begins: its key, or its dash."""
        if isinstance(self.node, Mapping):
            return [key.line - 1 for key in self.node.keys]
        return [self._dash(entry.line - 1) for entry in self.node.entries]

    def _dash(self, line: int) -> int:
        column = self.node.column - 1
        while not re.match(r"-(?:[ \t]|$)", self.lines[line][column:]):
            line -= 1
        return line

    def _entry(
        self, number: int, start: int, limit: int, column: int
    ) -> tuple[Entry, Lines]:
        """Lay out one entry; also give the gap behind it."""
        if isinstance(self.node, Mapping):
            name, node = self.node.keys[number].text, self.node.values[number]
            return self._pair(node, self.order.get(name, {}), start, limit)
        node = self.node.entries[number]
        return self._dashed(node, start, limit, column)

    def _pair(
        self, node: Node, order: Order, start: int, limit: int
    ) -> tuple[Entry, Lines]:
        column = self.node.column - 1
        line = self.lines[start][column:].rstrip()
        if not is_block(node):
            own, left = self._value(node, start, limit, column)
            return Entry([], own, [], []), left
        inner = _Block(self.lines, node, order, self.indent + STEP)
        above = tidy(self.lines[start + 1 : inner.first])
        laid = inner.laid(limit, column, above)
        own = [" " * self.indent + line, *laid.lead, *laid.lines]
        return Entry([], own, [], []), laid.rest

    @property
    def first(self) -> int:
        """The 0-based line on which the block begins."""
        return self._starts()[0]

    def _dashed(
        self, node: Node, start: int, limit: int, column: int
    ) -> tuple[Entry, Lines]:
        dash = " " * self.indent + "- "
        if not is_block(node):
            own, left = self._value(node, start, limit, column)
            bare = own[0].lstrip(" ").removeprefix("-").lstrip(" \t")
            return Entry([], [(dash + bare).rstrip(), *own[1:]], [], []), left
        inner = _Block(self.lines, node, self.order, self.indent + STEP)
        laid = inner.laid(limit, column, [])
        lines = [dash + laid.lines[0].lstrip(" "), *laid.lines[1:]]
        between = list[str]()
        if inner.first > start:
            beside = self.lines[start][column + 1 :].strip()
            between = [beside, *map(str.strip, self.lines[start + 1 : inner.first])]
        lead = [" " * self.indent + line for line in between if line]
        above = shifted(without_blank_start(laid.lead), self.indent)
        return Entry([], lines, [], [*lead, *filter(None, above)]), laid.rest

    def _value(
        self, node: Node, start: int, limit: int, column: int
    ) -> tuple[Lines, Lines]:
        """Take the lines of an entry as they are, shifted; and the gap behind them."""
        if isinstance(node, Scalar) and self._is_literal(node):
            return self._literal(node, start, limit, column)
        end = limit
        while end - 1 > start and is_gap(self.lines[end - 1]):
            end -= 1
        by = self.indent - column
        if node.line - 1 > start:
            by = self.indent + STEP - indent_of(self.lines[node.line - 1])
        first = " " * self.indent + self.lines[start][column:].rstrip()
        own = [_moved(line, by).rstrip() for line in self.lines[start + 1 : end]]
        return [first, *own], tidy(self.lines[end:limit])

    def _is_literal(self, node: Scalar) -> bool:
        return not node.plain and self.lines[node.line - 1][node.column - 1] in "|>"

    def _literal(
        self, node: Scalar, start: int, limit: int, column: int
    ) -> tuple[Lines, Lines]:
        """Take a text below `|`: every line up to the first that is indented less."""
        header = self.lines[node.line - 1][node.column - 1 :]
        body = self.lines[node.line : limit]
        inner, by = self._text_indent(header, body, column)
        size = sum(1 for _ in _inside(body, inner))
        keeps = "+" in header.split("#")[0]
        while size and not keeps and not body[size - 1][inner:]:
            size -= 1
        first = " " * self.indent + self.lines[start][column:].rstrip()
        between = [
            _moved(line, by).rstrip() for line in self.lines[start + 1 : node.line]
        ]
        text = [_moved(line, by) if line[inner:] else "" for line in body[:size]]
        return [first, *between, *text], tidy(body[size:])

    def _text_indent(self, header: str, body: Lines, column: int) -> tuple[int, int]:
        """The indentation of a text below `|`, and by how much it moves.

        Where the file states it (`|2`), it counts from the column of the key.
        """
        stated = _BLOCK.match(header)
        if stated and (digit := stated[1] or stated[2]):
            return column + int(digit), self.indent - column
        full = (indent_of(line) for line in body if line.strip())
        inner = max(next(full, 0), column + 1)
        return inner, self.indent + STEP - inner

    def _joined(self, entries: list[Entry]) -> tuple[Lines, Lines]:
        """Put the entries in order; the comments above the first are apart."""
        placed = self._in_order(entries)
        is_moved = placed[0] is not entries[0]
        lead = [*placed[0].above, *placed[0].lead]
        lines = [*placed[0].own, *placed[0].below]
        for before, entry in pairwise(placed):
            above = [*entry.above, *entry.lead]
            if before.below and above[:1] != [""]:
                lines.append("")
            lines += [*above, *entry.own, *entry.below]
        return (without_blank_start(lead) if is_moved else lead), lines

    def _in_order(self, entries: list[Entry]) -> list[Entry]:
        """Sort keys as declared; one that nobody declared stays behind its neighbour."""
        if isinstance(self.node, Sequence) or not self.order:
            return entries
        ranks, known = list[int](), {name: n for n, name in enumerate(self.order)}
        for key in self.node.keys:
            ranks.append(known.get(key.text, ranks[-1] if ranks else -1))
        return [entries[n] for n in sorted(range(len(ranks)), key=ranks.__getitem__)]


def is_block(node: Node) -> TypeGuard[Mapping | Sequence]:
    """Tell a list or record that is written line by line."""
    return not isinstance(node, Scalar) and not node.bracketed


def _inside(body: Lines, column: int) -> Iterator[str]:
    """Yield the lines of a text that are indented far enough, blank ones among them."""
    for line in body:
        if line.strip() and indent_of(line) < column:
            return
        yield line


def _moved(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line
    return line[min(-by, indent_of(line)) :]
