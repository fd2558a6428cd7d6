"""Long texts on timelines: what did not change is shortened, what did is whole."""

from dataclasses import replace

from generator.history.runs import Run, Runs
from generator.site_model.history_parts import ChangeLine, FieldLine

_KEPT = 14
"""Unchanged characters kept on either side of a change."""

_WORTH = 12
"""Characters that shortening must save."""


def shortened(line: ChangeLine) -> ChangeLine:
    """Shorten what did not change in the fields of a line."""
    if not line.fields:
        return line
    return replace(line, fields=tuple(short_field(field) for field in line.fields))


def short_field(field: FieldLine) -> FieldLine:
    """Shorten what did not change in one field."""
    return FieldLine(field.label, _short(field.old), _short(field.new))


def _short(runs: Runs) -> Runs:
    if len(runs) < 2:  # noqa: PLR2004, one run: all of the text is new or gone
        return runs
    last = len(runs) - 1
    return tuple(
        run
        if run.changed
        else Run(_cut(run.text, index > 0, index < last), run.changed)
        for index, run in enumerate(runs)
    )


def _cut(text: str, after: bool, before: bool) -> str:  # noqa: FBT001, two sides
    """Keep the ends of a text that stand beside a change."""
    head = text[:_KEPT] if after else ""
    tail = text[-_KEPT:] if before else ""
    if len(text) < len(head) + len(tail) + _WORTH:
        return text
    return f"{head}…{tail}"
