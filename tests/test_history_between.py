"""Between two days: what steps do together, and where an item came from or went to."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from generator.history.between import between_days
from generator.history.changes import ChangeKind, Entry, ItemChange
from generator.history.compare import compare_items
from generator.model.fields import Value
from generator.model.lists import ListKey
from generator.pipeline import examine
from generator.resolution.state import in_force
from tests.accept import SAMPLE
from tests.trees import EMPTY, SHIPPED, TODAY, Files, amend, read, whole

WriteTree = Callable[[Files], Path]
Fields = dict[str, dict[str, tuple[Value, Value]]]
X = whole("a/s", "2020-01-01", "{id: x, title: 甲事, fee: 十元}")
T = whole("a/t", "2020-01-01", "{id: q, title: 丙事}")
U = whole("a/u", "2020-01-01", "{id: r, title: 丁事}")
ADD_Y = "{add: {id: y, title: 乙事}, reason: 下放}"
DROP_Y = "{withdraw: y, reason: 收回}"


def net(root: Path, first: str, last: str) -> dict[str, list[tuple[str, str, str]]]:
    """Say per list what lies between two days: kind, item, where it came from or went."""
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return {
        str(entry.key): [
            (c.kind.value, c.item, str(c.other or ""))
            for c in entry.changes
            if isinstance(c, ItemChange)
        ]
        for entry in between_days(read(root), *days)
    }


def put(address: str, item: str = "y") -> str:
    """Write the withdrawal of an item that goes to another list."""
    return (
        f"{{withdraw: {item}, reason: 职能调整, successor: {{item: {address}/{item}}}}}"
    )


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param((ADD_Y, DROP_Y), [], id="added-then-withdrawn"),
        pytest.param(
            (
                "{revise: x, set: {fee: 免费}, reason: 其他}",
                "{revise: x, set: {fee: 十元}, reason: 其他}",
            ),
            [],
            id="changed-and-back",
        ),
        pytest.param(
            (
                "{withdraw: x, reason: 收回}",
                "{add: {id: x, title: 甲事, fee: 免费}, reason: 下放}",
            ),
            [("revised", "x", "")],
            id="withdrawn-and-back-otherwise",
        ),
        pytest.param(
            (ADD_Y, "{revise: y, set: {fee: 一元}, reason: 其他}"),
            [("added", "y", "")],
            id="added-then-revised",
        ),
        pytest.param(
            (
                "{revise: x, set: {fee: 一元}, reason: 其他}",
                "{withdraw: x, reason: 收回}",
            ),
            [("withdrawn", "x", "")],
            id="revised-then-withdrawn",
        ),
    ],
)
def test_two_steps_together(
    write_tree: WriteTree, steps: tuple[str, str], expected: list[tuple[str, str, str]]
) -> None:
    """Only what differs in the end is told."""
    first, second = steps
    tree = (
        EMPTY
        | X
        | amend("a/s", "2021-01-01", first)
        | amend("a/s", "2022-01-01", second)
    )
    found = net(write_tree(tree), "2020-06-01", "2022-06-01")
    assert found == ({"a/s": expected} if expected else {})


def test_reasons_of_all_steps_are_kept(write_tree: WriteTree) -> None:
    """Two revisions are one, with both reasons and the first text as the old one."""
    tree = (
        EMPTY
        | X
        | amend("a/s", "2021-01-01", "{revise: x, set: {fee: 一元}, reason: 法规变化}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {fee: 二元}, reason: 其他}")
    )
    (entry,) = between_days(read(write_tree(tree)), date(2020, 6, 1), date(2022, 6, 1))
    (change,) = entry.changes
    assert isinstance(change, ItemChange)
    assert change.reason == "法规变化；其他"
    assert [(f.old, f.new) for f in change.fields] == [("十元", "二元")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            amend("a/s", "2021-01-01", put("t", "x"))
            | amend(
                "a/t", "2021-01-01", "{add: {id: x, title: 甲事}, reason: 职能调整}"
            ),
            {"a/s": [("moved", "x", "a/t")], "a/t": [("moved", "x", "a/s")]},
            id="moved",
        ),
        pytest.param(
            amend("a/s", "2021-01-01", put("t", "x"))
            | amend("a/t", "2021-01-01", "{add: {id: x, title: 甲事}, reason: 其他}")
            | amend("a/t", "2022-01-01", put("u", "x"))
            | amend("a/u", "2022-01-01", "{add: {id: x, title: 甲事}, reason: 其他}"),
            {"a/s": [("moved", "x", "a/u")], "a/u": [("moved", "x", "a/s")]},
            id="moved-twice",
        ),
        pytest.param(
            amend("a/s", "2021-01-01", put("t", "x"))
            | amend("a/t", "2021-01-01", "{add: {id: x, title: 甲事}, reason: 其他}")
            | amend("a/t", "2022-01-01", "{withdraw: x, reason: 收回}"),
            {"a/s": [("withdrawn", "x", "")]},
            id="moved-then-withdrawn",
        ),
        pytest.param(
            amend("a/s", "2021-01-01", ADD_Y)
            | amend("a/s", "2022-01-01", put("t"))
            | amend("a/t", "2022-01-01", "{add: {id: y, title: 乙事}, reason: 其他}"),
            {"a/t": [("added", "y", "")]},
            id="added-then-moved",
        ),
        pytest.param(
            amend("a/s", "2021-01-01", put("t", "x"))
            | amend("a/t", "2021-01-01", "{add: {id: x, title: 甲事}, reason: 其他}")
            | amend("a/t", "2022-01-01", put("s", "x"))
            | amend(
                "a/s",
                "2022-01-01",
                "{add: {id: x, title: 甲事, fee: 十元}, reason: 其他}",
            ),
            {},
            id="moved-and-back",
        ),
    ],
)
def test_moves_underway(
    write_tree: WriteTree, files: Files, expected: dict[str, list[tuple[str, str, str]]]
) -> None:
    """An item is told from where it was on the first day to where it is on the last."""
    root = write_tree(EMPTY | X | T | U | files)
    assert net(root, "2020-06-01", "2022-06-01") == expected


def test_a_list_that_began_is_told_by_its_number(write_tree: WriteTree) -> None:
    """Its items are not listed as changes, also not what was revised since."""
    tree = EMPTY | X | amend("a/s", "2021-01-01", ADD_Y)
    (entry,) = between_days(read(write_tree(tree)), date(2019, 1, 1), date(2022, 1, 1))
    assert (entry.is_first, entry.total, entry.changes) == (True, 2, ())


def test_the_days_themselves(write_tree: WriteTree) -> None:
    """What began on the first day is its state, what begins on the last belongs to it."""
    root = write_tree(EMPTY | X | amend("a/s", "2021-01-01", ADD_Y))
    assert net(root, "2021-01-01", "2022-01-01") == {}
    assert net(root, "2020-12-31", "2021-01-01") == {"a/s": [("added", "y", "")]}
    assert net(root, "2022-01-01", "2020-12-31") == {}


@pytest.mark.parametrize("root", [SAMPLE, SHIPPED], ids=["sample", "demo"])
def test_joined_steps_are_the_difference_of_the_states(root: Path) -> None:
    """For every list and a choice of days: ids and fields as if compared directly."""
    resolved = examine(root, TODAY).resolved
    days = sorted({m.day for moments in resolved.lists.values() for m in moments})
    chosen = days[:: max(1, len(days) // 6)]
    compared = 0
    for first, last in combinations(chosen, 2):
        entries = {e.key: e for e in between_days(resolved, first, last)}
        for key, moments in resolved.lists.items():
            before, after = in_force(moments, first), in_force(moments, last)
            if before and after:
                old, new = (
                    {n: i.fields for n, i in m.items.items()} for m in (before, after)
                )
                wanted = fields_of(compare_items(key, old, new))
                assert told(entries.get(key), key) == wanted, (key, first, last)
                compared += len(wanted)
    assert compared > 10


def told(entry: Entry | None, key: ListKey) -> Fields:
    """What an entry says of a list's items."""
    changes = entry.changes if entry else ()
    return fields_of(c for c in changes if isinstance(c, ItemChange) and c.list == key)


def fields_of(changes: Iterable[ItemChange]) -> Fields:
    """Fields that differ by item; of what came or went only that.

    People are named by policy, and a unit by its id or its name is the same unit.
    """
    found: Fields = {}
    for change in changes:
        whole_item = change.kind in {
            ChangeKind.ADDED,
            ChangeKind.WITHDRAWN,
            ChangeKind.MOVED,
        }
        fields = {
            f.name: (f.old, f.new)
            for f in change.fields
            if f.name != "person" and not f.name.endswith("unit")
        }
        if fields or whole_item:
            found[change.item] = {} if whole_item else fields
    return found
