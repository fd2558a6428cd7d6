"""A comparison (对照) as its readers need it: the acts and the sums.

Never looks for what changed: it is told.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.history.changes import (
    ChangeKind,
    Entry,
    ItemChange,
    OfficeChange,
)
from generator.model.lists import STANDARD, ListKey
from generator.site_model.plan import Plan

Change = ItemChange | OfficeChange
_APART = (("first", "首次公布清单", "份"), ("succeeded", "街道合并或更名", "起"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things compared: in words, and as ids for machines.

    `facts` is `{"day": …}`, `{"revision": …, "commit": …}` or `{"working": true}`.
    """

    words: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one side to the other.

    `unread` are the files whose earlier text could not be read, so that nothing is
    known of what changed in them.
    """

    plan: Plan
    old: Side
    new: Side
    entries: tuple[Entry, ...]
    unread: tuple[str, ...] = ()


def sums(comparison: Comparison) -> dict[str, int]:
    """Count changes by kind, edits in place apart: `corrected`, `corrected-in-place`.

    A move that two lists tell is one; `first` are lists published for the first time,
    `succeeded` offices that took over from others.
    """
    counted: Counter[str] = Counter()
    moves: set[tuple[str, ListKey, ListKey]] = set()
    for entry in comparison.entries:
        counted["first"] += entry.is_first
        for change in entry.changes:
            if is_succession(change):
                counted["succeeded"] += 1
            elif _is_told(change, moves):
                place = "-in-place" if entry.in_place else ""
                counted[f"{change.kind.value}{place}"] += 1
    return {name: count for name in _names() if (count := counted[name])}


def total(comparison: Comparison) -> str:
    """The first line: 新增1项、取消2项；更正1处."""
    say = comparison.plan.phrases
    counted = sums(comparison)
    made = [
        f"{words}{counted[name]}{measure}"
        for name, words, measure in _APART
        if name in counted
    ]
    edited: list[str] = []
    for kind in ChangeKind:
        label = say[f"change-{kind.value}"]
        here, there = (counted.get(f"{kind.value}{e}", 0) for e in ("", "-in-place"))
        made += [f"{label}{here}项"] if here else []
        edited += [f"{label}{there}处"] if there else []
    parts = ("、".join(part) for part in (made, edited) if part)
    if comparison.entries:
        return "；".join(parts) or "清单有新版本，事项没有变化"
    return "没有清单或街道资料的变动"


def named(plan: Plan, key: ListKey | None, title: str) -> str:
    """A list with whose it is: 甲街道《公共服务事项清单》; an office by its name."""
    if key is None:
        return title
    office = plan.catalog.offices.get(key.owner)
    known = office is None or office.name in title
    owner = "" if known or office is None else office.name
    if key.owner == STANDARD and "标准" not in title:
        owner = "标准清单"
    return f"{owner}《{title.strip('《》')}》"


def steps(plan: Plan, entry: Entry) -> list[Entry]:
    """The versions that an act joins: itself, or all between two days."""
    if entry.key is None or entry.in_place:
        return [entry]
    known = plan.history.lists.get(entry.key) or plan.history.standards.get(
        entry.key, ()
    )
    return [
        one
        for one in known
        if not one.in_place
        and one.day <= entry.day
        and (entry.before is None or one.day > entry.before)
    ] or [entry]


def is_succession(change: Change) -> bool:
    """Tell that an office took over from others."""
    return isinstance(change, OfficeChange) and change.kind is ChangeKind.MOVED


def _names() -> Iterator[str]:
    yield from (name for name, _, _ in _APART)
    for kind in ChangeKind:
        yield from (kind.value, f"{kind.value}-in-place")


def _is_told(change: Change, moves: set[tuple[str, ListKey, ListKey]]) -> bool:
    if isinstance(change, OfficeChange) or change.other is None:
        return True
    ends = (change.other, change.list)
    move = (change.item, *(ends if change.arrived else ends[::-1]))
    if move in moves:
        return False
    moves.add(move)
    return True
