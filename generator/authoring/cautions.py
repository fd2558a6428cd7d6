"""What a reader of a comparison should look at first (请注意), as whole sentences."""

from collections.abc import Iterable, Iterator

from generator.authoring.comparison import Comparison, named
from generator.gate.removal import FEWEST
from generator.history.changes import ChangeKind, Entry
from generator.history.list_edits import FILE
from generator.model.fields import text_of
from generator.site_model.plan import Plan

_FEW = 5
"""Files that are named before the rest is counted."""


def warnings(comparison: Comparison) -> Iterator[str]:
    """Yield what a reader should look at first, as whole sentences."""
    edited = [entry for entry in comparison.entries if _has(entry, ChangeKind.EDITED)]
    if edited:
        count = sum(c.kind is ChangeKind.EDITED for e in edited for c in e.changes)
        yield (
            f"有{count}处就地改动：直接改了已经施行的版本，没有另立新版本"
            f"（{_few(e.path for e in edited)}）。实质内容的调整请写成新版本；"
            "只是改正错漏的，请在那个版本里写明更正（corrections）和理由。"
        )
    gone = [entry.path for entry in comparison.entries if _is_deleted(entry)]
    if gone:
        yield f"删去了{len(gone)}个版本文件（{_few(gone)}）。公布过的版本应当保留。"
    yield from (s for e in comparison.entries if (s := _large(comparison.plan, e)))
    if comparison.unread:
        count, names = len(comparison.unread), _few(comparison.unread)
        yield f"有{count}个文件以前的内容读不出来（{names}），没有逐项对照。"


def _has(entry: Entry, kind: ChangeKind) -> bool:
    return any(change.kind is kind for change in entry.changes)


def _is_deleted(entry: Entry) -> bool:
    return any(
        field.name == FILE and field.new is None
        for change in entry.changes
        for field in change.fields
    )


def _large(plan: Plan, entry: Entry) -> str:
    """Say that an act withdraws a large part of a list, and why if it says so."""
    if entry.in_place or entry.key is None or entry.before is None:
        return ""
    before = plan.resolved.on(entry.key, entry.before)
    gone = sum(change.kind is ChangeKind.WITHDRAWN for change in entry.changes)
    here = len(before.items) if before else 0
    if gone < FEWEST or gone * 100 <= here * plan.settings.policy.largest_removal:
        return ""
    why = text_of(entry.version.header, "confirm") if entry.version else ""
    said = f"缘由：{why}" if why else "没有写明缘由（confirm）。"
    list_name = named(plan, entry.key, entry.title)
    return f"{list_name}一次取消{gone}项，原来有{here}项。{said}"


def _few(names: Iterable[str]) -> str:
    """The first few names, and how many there are beyond."""
    known = list(dict.fromkeys(names))
    rest = f"等{len(known)}个文件" if len(known) > _FEW else ""
    return "、".join(known[:_FEW]) + rest
