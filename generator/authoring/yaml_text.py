"""Values to the text of a list file, in the one form that this project writes.

The page's own form writes the same text; tests/yaml_text.json holds both to it.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Written = str | int | Sequence["Written"] | Mapping[str, "Written"] | None
"""A value to be written; mappings are written in their own order."""

SCHEMA = "# yaml-language-server: $schema=../../../schema/list.schema.json"
"""First line of every list file: editors find the schema by it."""

_SHORT, _INLINE = 20, 60
"""Characters of a word, and of a whole list, that is written on one line."""

_VERBS = ("add", "revise", "withdraw")
_LEADING = "-?:,[]{}#&*!|>'\"%@`="
# What YAML 1.1 or 1.2 reads as something else than text.
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<"
    r"|[-+]?\.(?:inf|nan)"
    r"|0b[01_]+|0o[0-7]+|[-+]?0x[0-9a-f_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?"
    r"|[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ][0-9:.+ z-]*)?",
    re.IGNORECASE | re.ASCII,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ODD_IN_BRACKETS = re.compile(r"[,，、;；:：?\[\]{}#&*!|>'\"%@`=\\\n]")
_UNPRINTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")

Path = tuple[str, ...]
Line = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a field of an item begins: 1-based line; the header has no item."""

    line: int
    item: str
    field: str


@dataclass(frozen=True, slots=True)
class VersionText:
    """The text of a file, and which item and field each line belongs to."""

    text: str
    marks: tuple[Mark, ...]

    def at(self, line: int) -> Mark:
        """Say what a line belongs to; the first line belongs to nothing."""
        place = bisect_right([mark.line for mark in self.marks], line)
        return self.marks[place - 1] if place else Mark(1, "", "")


def version_text(
    header: Mapping[str, Written],
    body: str,
    entries: Sequence[Mapping[str, Written]],
    comments: Iterable[str] = (),
) -> VersionText:
    """Write a list file: comments, header, then `items` or `changes` (`body`)."""
    lines: list[str] = [SCHEMA, *(f"# {comment}" for comment in comments)]
    marks: list[Mark] = []
    seen: set[str] = set()
    for path, line in _pairs(header, 0):
        lines.append(line)
        if path[0] not in seen:
            seen.add(path[0])
            marks.append(Mark(len(lines), "", path[0]))
    lines += ["", f"{body}:"]
    for index, entry in enumerate(entries):
        lines += [""] if index else []
        marks += _entry(lines, entry)
    return VersionText("\n".join(lines) + "\n", tuple(marks))


def record_lines(values: Mapping[str, Written], indent: int) -> list[str]:
    """Write a mapping alone, such as a unit of an office, from a column on."""
    return [line for _, line in _pairs(values, indent)]


def _entry(lines: list[str], entry: Mapping[str, Written]) -> Iterator[Mark]:
    """Write one item or change behind `lines`, and mark its fields."""
    item = _item_of(entry)
    seen: set[str] = set()
    for path, line in _dashed(_pairs(entry, 4), 4):
        lines.append(line)
        field = next((key for key in path if key not in {*_VERBS, "set"}), "")
        if field not in seen:
            seen.add(field)
            yield Mark(len(lines), item, field)


def _item_of(entry: Mapping[str, Written]) -> str:
    """The id of the item that an entry is about."""
    added = entry.get("add")
    if isinstance(added, Mapping):
        return str(added.get("id", ""))
    return next((str(entry[key]) for key in ("id", *_VERBS) if key in entry), "")


def _pairs(values: Mapping[str, Written], indent: int) -> Iterator[Line]:
    """Write a mapping, one key a line, each line with the keys it belongs to."""
    for key, value in values.items():
        start = f"{' ' * indent}{key_text(key)}:"
        if _is_nested(value):
            yield (key,), start
            for path, line in _nested(value, indent + 2):
                yield (key, *path), line
        else:
            first, *rest = _value(value, indent + 2)
            yield (key,), f"{start} {first}"
            yield from (((key,), line) for line in rest)


def _is_nested(value: Written) -> bool:
    """Tell what is written below its key from what stands beside it."""
    if isinstance(value, Mapping):
        return bool(value)
    return isinstance(value, Sequence) and bool(value) and not _is_beside(value)


def _is_beside(value: Written) -> bool:
    """Tell a text, or a short list of short words."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return True
    words = [word for word in value if isinstance(word, str)]
    return (
        len(words) == len(value)
        and all(0 < len(word) <= _SHORT for word in words)
        and not any(_ODD_IN_BRACKETS.search(word) for word in words)
        and len(", ".join(words)) <= _INLINE
    )


def _nested(value: Written, indent: int) -> Iterator[Line]:
    if isinstance(value, Mapping):
        yield from _pairs(value, indent)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for entry in value:
            if isinstance(entry, Mapping) and entry:
                yield from _dashed(_pairs(entry, indent + 2), indent + 2)
            else:
                yield (), f"{' ' * indent}- {_on_one_line(entry)}"


def _dashed(lines: Iterable[Line], indent: int) -> Iterator[Line]:
    """Put the dash of a list entry before its first line."""
    dash = f"{' ' * (indent - 2)}- "
    for index, (path, line) in enumerate(lines):
        yield path, line if index else f"{dash}{line[indent:]}"


def _value(value: Written, indent: int) -> list[str]:
    """A value that begins on the line of its key; further lines are indented."""
    if isinstance(value, str) and _is_block(value):
        rows = value.split("\n")
        return ["|", *(f"{' ' * indent}{row}" if row else "" for row in rows)]
    return [_on_one_line(value)]


def _is_block(text: str) -> bool:
    """Tell several lines that a literal block holds as they are."""
    if "\n" not in text or _UNPRINTED.search(text):
        return False
    return text == text.strip("\n") and not text.startswith(" ")


def _on_one_line(value: Written) -> str:
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return scalar_text(value)
    if isinstance(value, Mapping):
        return "{}"
    return f"[{', '.join(_on_one_line(word) for word in value)}]"


def scalar_text(text: str) -> str:
    """Write one text on one line, in quotes only where it would be misread without."""
    return text if _is_plain(text) else quoted_text(text)


def quoted_text(text: str) -> str:
    """Write one text in double quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def key_text(key: str) -> str:
    """Write the name of a field."""
    return key if _KEY.fullmatch(key) else quoted_text(key)


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or text[0] in _LEADING or text[-1] == ":":
        return False
    if _UNPRINTED.search(text) or "\n" in text or ": " in text or " #" in text:
        return False
    return bool(_DAY.fullmatch(text)) or not _NO_TEXT.fullmatch(text)
