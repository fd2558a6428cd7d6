"""A comparison as the note on a pull request (改动说明), for people who read no code."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator.authoring.act_words import act_words
from generator.authoring.cautions import warnings
from generator.authoring.comparison import Comparison, total
from generator.authoring.markdown import deleted, inline, inserted, row
from generator.authoring.told_changes import Told, shortened, told_changes
from generator.history.changes import Entry
from generator.history.runs import Runs
from generator.site_model.plan import Plan

LIMIT = 60_000
"""Characters; forges refuse notes of more than 65,536."""

_CELL = 800
_FIELDS = ("事项", "字段", "原", "现", "理由")
_WHOLES = ("事项", "内容", "理由和去向")
_LEFT = 200

Mark = Callable[[str], str]


class Piece(NamedTuple):
    """A part of the note that is not cut; `told` counts the changes in it."""

    text: str
    told: int = 0


def as_markdown(comparison: Comparison) -> str:
    """Give the note, of at most LIMIT characters; what did not fit is counted."""
    text = "\n".join(_head(comparison))
    pieces = [p for e in comparison.entries for p in _act(comparison.plan, e)]
    for place, piece in enumerate(pieces):
        if len(text) + len(piece.text) + 1 > LIMIT - _LEFT:
            left = sum(later.told for later in pieces[place:])
            return (
                f"{text}\n\n**说明太长**，还有 {left} 处变动没有列出。"
                "请用 qingdan diff 看全部。\n"
            )
        text += f"\n{piece.text}"
    return f"{text}\n"


def _head(comparison: Comparison) -> Iterator[str]:
    what = "这段时间" if "day" in comparison.old.facts else "这次修改"
    yield f"**{what}：{inline(total(comparison))}。**"
    yield ""
    old, new = inline(comparison.old.words), inline(comparison.new.words)
    yield f"对照：{old} → {new}"
    for warning in warnings(comparison):
        yield ""
        yield f"> **请注意**：{inline(warning)}"


def _act(plan: Plan, entry: Entry) -> Iterator[Piece]:
    yield Piece("\n".join(_act_head(plan, entry)))
    told = told_changes(plan, entry)
    for (label, whole), group in groupby(told, lambda t: (t.kind_label, t.whole)):
        listed = list(group)
        titles = _WHOLES if whole else _FIELDS
        head = "\n".join(
            (
                f"\n**{label}**（{len(listed)}）\n",
                row(*titles),
                row(*["---"] * len(titles)),
            )
        )
        for place, one in enumerate(listed):
            rows = "\n".join(_whole(one) if whole else _rows(one))
            yield Piece(rows if place else f"{head}\n{rows}", told=1)


def _act_head(plan: Plan, entry: Entry) -> Iterator[str]:
    act = act_words(plan, entry)
    yield f"\n### {inline(act.title)}\n"
    yield f"{act.lead}。"
    for warning in (act.announced, *act.flags):
        if warning:
            yield f"**{warning.rstrip('。')}。**"
    yield ""
    for label, text in act.facts:
        yield f"- {label}：{inline(text)}"
    yield f"- 文件：{inline(entry.path)}"


def _whole(told: Told) -> Iterator[str]:
    """A row for an item that came, left or moved."""
    brief = (
        f"{inline(line.label)}：{_marked(line.new or line.old, shown=inline)}"
        for line in told.fields
    )
    yield row(inline(told.title), "<br>".join(brief) or "—", _why(told) or "—")


def _rows(told: Told) -> Iterator[str]:
    """A row for each field; the item and the reason stand in the first."""
    title, why = inline(told.title), _why(told) or "—"
    if not told.fields:
        yield row(title, "—", "—", "—", why)
    for line in told.fields:
        old = _marked(line.old, shown=deleted) or "（无）"
        new = _marked(line.new, shown=inserted) or "（无）"
        yield row(title, inline(line.label), old, new, why)
        title, why = "", ""


def _why(told: Told) -> str:
    return "<br>".join(inline(note) for note in told.notes)


def _marked(runs: Runs, shown: Mark) -> str:
    """A text with what changed marked, unless all of it did."""
    several = any(not run.changed for run in runs)
    return "".join(
        shown(run.text) if run.changed and several else inline(run.text)
        for run in shortened(runs, _CELL)
    )
