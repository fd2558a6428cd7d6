"""Change single values of a file in place: every other character stays as it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.authoring.yaml_text import quoted_text, scalar_text
from generator.problems import GeneratorError

_KEY = re.compile(r"\b(?:number|kind|verified|note|place): *\Z")
"""What stands before a value that may be changed so: no id, no policy, no name."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value: where it begins (1-based), what it is called, old and new text."""

    line: int
    column: int
    label: str
    old: str
    new: str


def patched(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the values changed.

    Raises GeneratorError where a value is not the one that the edit knows: the file
    was changed meanwhile.
    """
    lines = text.split("\n")
    # From the end, so that what comes before keeps its place.
    for edit in sorted(edits, key=lambda one: (one.line, one.column), reverse=True):
        if not 0 < edit.line <= len(lines) or edit.column < 1:
            raise _moved(edit)
        lines[edit.line - 1] = _changed(lines[edit.line - 1], edit)
    return "\n".join(lines)


def is_patched(text: str, edits: Iterable[Edit]) -> bool:
    """Tell whether every value is the new one already."""
    lines = text.split("\n")
    return all(
        0 < edit.line <= len(lines)
        and edit.column > 0
        and _KEY.search(lines[edit.line - 1][: edit.column - 1])
        and _after(lines[edit.line - 1][edit.column - 1 :], edit.new) is not None
        for edit in edits
    )


def _changed(line: str, edit: Edit) -> str:
    before, rest = line[: edit.column - 1], line[edit.column - 1 :]
    if not _KEY.search(before):
        raise _moved(edit)
    after = _after(rest, edit.old)
    if after is None:
        raise _moved(edit)
    return f"{before}{_written(edit.new, line)}{after}"


def _after(rest: str, value: str) -> str | None:
    """Give what follows a value at the start of a text; None where another stands."""
    for written in (value, quoted_text(value), f"'{value}'"):
        after = rest.removeprefix(written)
        if after != rest and _ends(after):
            return after
    return None


def _ends(after: str) -> bool:
    """Tell the end of a value from the middle of a longer one."""
    left = after.strip()
    return not left or left[0] in ",]}" or after.lstrip(" ").startswith("#")


def _written(new: str, line: str) -> str:
    """Write the new value; inside brackets some marks would end it."""
    inside = any(mark in line for mark in "{[")
    return quoted_text(new) if inside and set(new) & set(",[]{}") else scalar_text(new)


def _moved(edit: Edit) -> GeneratorError:
    return GeneratorError(
        f"第 {edit.line} 行的“{edit.label}”已经不是“{edit.old}”，文件在这以后改过。"
        "请对方在网页上重新生成一份。没有改动任何文件。"
    )
