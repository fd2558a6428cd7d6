"""A comparison for the terminal (文字对照)."""

from collections.abc import Iterator

from generator.authoring.act_words import act_words
from generator.authoring.cautions import warnings
from generator.authoring.columns import hanging, padded, safe, width
from generator.authoring.comparison import Comparison, total
from generator.authoring.told_changes import Told, plain, shortened, told_changes
from generator.history.changes import Entry
from generator.history.runs import Runs
from generator.site_model.history_parts import FieldLine
from generator.site_model.plan import Plan

_LINE = 34
"""Columns up to which old and new stand on one line."""

_MOST, _BRIEF = 2000, 120
_IN = 14
"""Where titles and details begin."""

_NOTHING = "（无）"


def as_text(comparison: Comparison) -> str:
    """Give the whole comparison as lines of at most 88 columns."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{safe(comparison.old.words)} → {safe(comparison.new.words)}"
    yield f"{total(comparison)}。"
    for warning in warnings(comparison):
        yield ""
        yield from hanging("注意：", warning, 6)
    for entry in comparison.entries:
        yield ""
        yield from act_lines(comparison.plan, entry)


def act_lines(plan: Plan, entry: Entry) -> Iterator[str]:
    """Yield one act: what it is about, its dates and documents, its changes."""
    act = act_words(plan, entry)
    yield f"{safe(act.title)}  {act.lead}"
    if act.announced:
        yield f"  {act.announced}"
    for label, text in act.facts:
        yield from hanging(f"  {label}", text, _IN)
    for flag in act.flags:
        yield from hanging("  注意", flag, _IN)
    for told in told_changes(plan, entry):
        yield from change_lines(told)


def change_lines(told: Told) -> Iterator[str]:
    """Yield one change: its kind and title, then its details."""
    head = f"  {padded(told.kind_label, _IN - 2)}"
    yield from hanging(head, told.title.replace("\n", " "), _IN)
    yield from detail_lines(told, _IN)


def detail_lines(told: Told, indent: int) -> Iterator[str]:
    """Yield what a change says: its fields in a column, then why."""
    labels = [width(safe(line.label)) for line in told.fields]
    columns = indent + 2 + max(labels, default=0)
    for line in told.fields:
        head = f"{' ' * indent}{safe(line.label)}"
        if told.whole:
            brief = plain(shortened(line.new or line.old, _BRIEF))
            yield from hanging(head, brief, columns)
        else:
            yield from _field(line, head, columns)
    for note in told.notes:
        yield from hanging("", note, indent)


def _field(line: FieldLine, head: str, columns: int) -> Iterator[str]:
    old, new = plain(line.old), plain(line.new)
    short = [text.replace("\n", "；") or _NOTHING for text in (old, new)]
    if all(width(text) <= _LINE for text in short):
        yield from hanging(head, " → ".join(short), columns)
    else:
        before = f"{padded(head, columns)}原："
        yield from hanging(before, _marked(line.old), width(before))
        after = f"{' ' * columns}现："
        yield from hanging(after, _marked(line.new), width(after))


def _marked(runs: Runs) -> str:
    """A long text; what the other one does not have stands in 【】."""
    several = any(not run.changed for run in runs)
    return (
        "".join(
            f"【{run.text}】" if run.changed and several else run.text
            for run in shortened(runs, _MOST)
        )
        or _NOTHING
    )
