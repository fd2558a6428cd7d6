"""A withdrawal says why, and who does it now or why nobody has to (取消)."""

from collections.abc import Iterator

from generator.gate.proposal import Act, Proposal
from generator.gate.wording import listed, name_items, problem, whole_file
from generator.history.changes import ChangeKind, ItemChange
from generator.model.fields import text_of
from generator.model.lists import Change, Version
from generator.model.records import REASONS
from generator.problems import Problem

_SUCCESSOR = ("item", "unit", "phone", "note")
_HOW = (
    "有人接着办的，写上现在找谁（successor 下的 unit、phone，或 item）；"
    "没有的，用说明（note）写一句为什么。"
)


def withdrawals_are_explained(proposal: Proposal) -> Iterator[Problem]:
    """An amendment explains each withdrawal; a whole version declines, or names it."""
    for act in proposal.acts:
        gone = {change.item: change for change in act.changes if _ends(change)}
        if not act.version.is_whole:
            for change in act.version.changes:
                if change.verb == "withdraw" and change.item in gone:
                    yield from _of_amendment(change, gone[change.item])
        # Of a version in force the edit itself has to be explained.
        elif act.was is None or act.was.effective > proposal.today:
            yield from _of_whole(act)


def _ends(change: ItemChange) -> bool:
    moved = change.kind is ChangeKind.MOVED and not change.arrived
    return moved or change.kind is ChangeKind.WITHDRAWN


def _of_amendment(change: Change, gone: ItemChange) -> Iterator[Problem]:
    missing: dict[str, str] = {}
    if not change.reason:
        missing["理由（reason）"] = f"理由可以写：{'、'.join(REASONS)}。"
    successor = change.successor
    named = successor and any(text_of(successor, key) for key in _SUCCESSOR)
    if not (named or change.note or gone.kind is ChangeKind.MOVED):
        missing["现在找谁（successor）"] = _HOW
    if missing:
        yield problem(
            (change.place, len(change.item)),
            "withdrawal-unexplained",
            f"取消了“{gone.title}”，却没有写{listed([*missing])}。",
            "".join(missing.values()),
        )


def _of_whole(act: Act) -> Iterator[Problem]:
    """Items that a whole version no longer has, and neither declines nor mentions."""
    silent = [
        change
        for change in act.of_kind(ChangeKind.WITHDRAWN)
        if not change.declined and not _is_mentioned(change, act.version)
    ]
    if silent:
        yield problem(
            whole_file(act.version.path),
            "withdrawal-unexplained",
            f"这一版不再有{name_items(silent)}，却没有说明为什么、现在找谁。",
            "请在文件开头的备注（note）里写出每个事项的名称，和它取消的缘由、去向；"
            "或改用补充版，逐项写取消（withdraw）；标准清单里的事项，写进未采用（declined）。",
        )


def _is_mentioned(change: ItemChange, version: Version) -> bool:
    note = text_of(version.header, "note")
    return bool(change.title and change.title in note) or change.item in note
