"""Change values of an office file in place: every other line stays as it is."""

from collections.abc import Mapping as Values
from collections.abc import Sequence as List

from generator.authoring.yaml_text import scalar_text
from generator.importing.offices.extents import column_step, end_line, scalar_end
from generator.importing.offices.lines import entry_lines, ordered, value_lines
from generator.importing.offices.tree import plain_mapping, plain_value
from generator.loading.nodes import Mapping, Node, Scalar, Sequence
from generator.model.fields import Field
from generator.understanding.understood import Plain

_APART = {"units", "communities"}
"""Fields that a blank line parts from what stands above them."""


def rewrite(
    text: str, root: Mapping, new: Values[str, Plain], fields: List[Field]
) -> str:
    """Give the text of a file whose values are `new`; `root` is the tree of `text`."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[-1]:
        lines.append("")
    editor = _Editor(lines, column_step(root))
    editor.mapping(root, new, fields)
    return ending.join(editor.applied())


class _Editor:
    """Collects what replaces which lines; nothing is moved until the end."""

    __slots__ = ("_lines", "_splices", "_step")

    def __init__(self, lines: list[str], step: int) -> None:
        self._lines = lines
        self._splices: list[tuple[int, int, list[str]]] = []
        self._step = step

    def applied(self) -> list[str]:
        """Give the lines with every splice in its place."""
        lines: list[str] = []
        at = 0
        for start, end, new in sorted(self._splices, key=lambda s: (s[0], s[1])):
            lines += [*self._lines[at:start], *new]
            at = max(at, end)
        return [*lines, *self._lines[at:]]

    def mapping(
        self, node: Mapping, new: Values[str, Plain], fields: List[Field]
    ) -> None:
        """Turn a block mapping into `new`, key by key."""
        parts = {field.name: field.parts for field in fields}
        for key, value in zip(node.keys, node.values, strict=True):
            if key.text not in new:
                self._splice(key.line, end_line(self._lines, key, value), [])
            elif plain_value(value) != new[key.text]:
                self._change(key, value, new[key.text], parts.get(key.text, ()))
        for name in ordered(new, fields):
            if all(key.text != name for key in node.keys):
                self._insert(node, name, new[name], [field.name for field in fields])

    def _change(self, key: Scalar, value: Node, new: Plain, parts: List[Field]) -> None:
        if isinstance(value, Mapping) and isinstance(new, dict):
            if not value.bracketed:
                self.mapping(value, new, parts)
                return
        elif isinstance(value, Sequence) and isinstance(new, list):
            if self._grows(value, new):
                self._entries(key.text, value, new, parts)
                return
            if self._is_less(value, new):
                self._remove(value, new)
                return
        elif isinstance(value, Scalar) and _is_line(new):
            end = scalar_end(self._lines, value)
            if end >= 0:
                self._inline(value, end, _scalar(value, new))
                return
        self._replace(key, value, new)

    def _grows(self, value: Sequence, new: list[Plain]) -> bool:
        """Tell a list of records that keeps its entries and may have more behind."""
        return (
            not value.bracketed
            and len(new) >= len(value.entries) > 0
            and all(isinstance(entry, dict) for entry in new)
            and all(isinstance(entry, Mapping) for entry in value.entries)
        )

    def _is_less(self, value: Sequence, new: list[Plain]) -> bool:
        """Tell a list that only loses entries, not all."""
        old = iter([plain_value(entry) for entry in value.entries])
        return not value.bracketed and bool(new) and all(entry in old for entry in new)

    def _remove(self, value: Sequence, new: list[Plain]) -> None:
        left = list(new)
        for entry in value.entries:
            if left and plain_value(entry) == left[0]:
                left.pop(0)
            else:
                self._splice(entry.line, end_line(self._lines, entry, entry), [])

    def _entries(
        self, name: str, value: Sequence, new: list[Plain], parts: List[Field]
    ) -> None:
        dash = value.column - 1
        indent = value.entries[-1].column - 1
        for node, entry in zip(value.entries, new, strict=False):
            if not isinstance(node, Mapping) or not isinstance(entry, dict):
                continue
            if plain_mapping(node) == entry:
                continue
            if node.bracketed or _loses_first(node, entry):
                lines = entry_lines(entry, dash, indent, self._step)
                self._splice(node.line, end_line(self._lines, node, node), lines)
            else:
                self.mapping(node, entry, parts)
        last = end_line(self._lines, value, value)
        for entry in new[len(value.entries) :]:
            if isinstance(entry, dict):
                blank = [""] if self._are_apart(name, value) else []
                lines = entry_lines(ordered(entry, parts), dash, indent, self._step)
                self._splice(last + 1, last, [*blank, *lines])

    def _are_apart(self, name: str, value: Sequence) -> bool:
        if len(value.entries) < 2:  # noqa: PLR2004 # one entry shows no manner
            return name == "units"
        above = value.entries[-1].line - 2
        while self._lines[above].lstrip().startswith("#"):
            above -= 1
        return not self._lines[above].strip()

    def _insert(self, node: Mapping, name: str, value: Plain, order: list[str]) -> None:
        """Put a new key behind the last one that the declared order has before it."""
        indent = node.column - 1
        lines = value_lines(name, value, indent, self._step)
        before = order[: order.index(name)] if name in order else order
        above = [
            (key, one)
            for key, one in zip(node.keys, node.values, strict=True)
            if key.text in before
        ]
        key, one = above[-1] if above else (node.keys[0], node.values[0])
        last = end_line(self._lines, key, one)
        if name in _APART and indent == 0:
            lines = ["", *lines]
        self._splice(last + 1, last, lines)

    def _inline(self, value: Scalar, end: int, new: str) -> None:
        line = self._lines[value.line - 1]
        start = value.column - 1
        blank = " " if start and line[start - 1] == ":" else ""
        changed = f"{line[:start]}{blank}{new}{line[end:]}"
        self._splice(value.line, value.line, [changed])

    def _replace(self, key: Scalar, value: Node, new: Plain) -> None:
        indent = key.column - 1
        lines = value_lines(key.text, new, indent, self._step)
        lines[0] = self._lines[key.line - 1][:indent] + lines[0][indent:]
        self._splice(key.line, end_line(self._lines, key, value), lines)

    def _splice(self, first: int, last: int, lines: list[str]) -> None:
        """Replace lines `first` to `last`, counted from 1, both included."""
        self._splices.append((first - 1, last, lines))


def _scalar(old: Scalar, new: Plain) -> str:
    """Write a text on one line; a number that stood without quotes stays so."""
    if new is None:
        return "null"
    text = str(new)
    is_number = old.plain and old.text.isdecimal() and text.isdecimal()
    return text if is_number else scalar_text(text)


def _is_line(value: Plain) -> bool:
    return value is None or (isinstance(value, str) and "\n" not in value)


def _loses_first(node: Mapping, new: Values[str, Plain]) -> bool:
    """Tell that the key beside the dash goes, so that another must move up."""
    return bool(node.keys) and node.keys[0].text not in new


def new_text(values: Values[str, Plain], head: List[str]) -> str:
    """Write a whole office file: comments, then every field in the given order."""
    lines = [*head]
    for name, value in values.items():
        lines += (
            ["", *value_lines(name, value, 0)]
            if name in _APART
            else value_lines(name, value, 0)
        )
    return "\n".join(lines) + "\n"
