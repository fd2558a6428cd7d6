"""Values to the lines of an office file, in the form of the guide's examples."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as List

from generator.authoring.yaml_text import quoted_text, record_lines
from generator.model.fields import Field
from generator.understanding.understood import Plain

_RANGE = re.compile(r"\d{1,2}:\d{2}-\d{1,2}:\d{2}")
_COUNTS = {"grids"}
_SEPARATED = {"units"}
"""Lists whose entries have a blank line between them."""


def ordered(values: Mapping[str, Plain], fields: List[Field]) -> dict[str, Plain]:
    """Put the keys of a record, and of records in it, into the declared order."""
    parts = {field.name: field.parts for field in fields}
    names = [*(name for name in parts if name in values), *values]
    return {
        name: _ordered(values[name], parts.get(name, ()))
        for name in dict.fromkeys(names)
    }


def _ordered(value: Plain, parts: List[Field]) -> Plain:
    if isinstance(value, dict):
        return ordered(value, parts)
    if isinstance(value, list):
        return [_ordered(entry, parts) for entry in value]
    return value


def value_lines(key: str, value: Plain, indent: int, step: int = 2) -> list[str]:
    """Write `key: value` from a column on; `step` is how far a list's dash moves in."""
    start = f"{' ' * indent}{key}:"
    if isinstance(value, dict) and value:
        return [start, *mapping_lines(value, indent + 2, step)]
    if isinstance(value, list) and value:
        if all(isinstance(entry, dict) for entry in value):
            return [start, *_entries(key, value, indent + step, step)]
        if all(isinstance(entry, str) and _RANGE.fullmatch(entry) for entry in value):
            return [f"{start} [{', '.join(quoted_text(str(one)) for one in value)}]"]
    if key in _COUNTS and isinstance(value, str) and value.isdecimal():
        return record_lines({key: int(value)}, indent)
    return record_lines({key: value}, indent)


def mapping_lines(values: Mapping[str, Plain], indent: int, step: int = 2) -> list[str]:
    """Write a mapping, one key after the other."""
    return [
        line
        for key, value in values.items()
        for line in value_lines(key, value, indent, step)
    ]


def entry_lines(
    values: Mapping[str, Plain], dash: int, indent: int, step: int = 2
) -> list[str]:
    """Write an entry of a list: its dash at a column, its keys at another."""
    first, *rest = mapping_lines(values, indent, step)
    blanks = " " * (indent - dash - 1)
    return [f"{' ' * dash}-{blanks}{first[indent:]}", *rest]


def _entries(key: str, value: List[Plain], dash: int, step: int) -> Iterator[str]:
    for index, entry in enumerate(value):
        if index and key in _SEPARATED:
            yield ""
        if isinstance(entry, dict):
            yield from entry_lines(entry, dash, dash + 2, step)
