"""Items that move: the same id ends on one list and begins on another."""

from collections.abc import Callable
from pathlib import Path

from generator.history.changes import ChangeKind
from generator.model.lists import ListKey
from tests.history_trees import history, on_day, only
from tests.resolution_trees import PLAIN, X, Y
from tests.trees import EMPTY, Files, amend, office, whole

WriteTree = Callable[[Files], Path]

MOVING = whole("a/t", "2022-01-01", X, head="kind: duty\n") | amend(
    "a/s", "2022-01-01", "{withdraw: x, reason: 职能调整}"
)


def test_an_item_that_changes_its_list_moves(write_tree: WriteTree) -> None:
    """An item that changes its list moves."""
    made = history(write_tree(EMPTY | PLAIN | MOVING))
    left = only(on_day(made, "2022-01-01"))
    came = only(on_day(made, "2022-01-01", ListKey("a", "t")))
    assert (left.kind, left.other, left.arrived) == (
        ChangeKind.MOVED,
        ListKey("a", "t"),
        False,
    )
    assert (came.kind, came.other, came.arrived) == (
        ChangeKind.MOVED,
        ListKey("a", "s"),
        True,
    )


def test_an_item_moves_to_the_street_that_is_named(write_tree: WriteTree) -> None:
    """An item moves to the street that is named."""
    tree = (
        EMPTY
        | office("b")
        | PLAIN
        | whole("b/s", "2020-01-01", Y)
        | amend("b/s", "2022-01-01", f"{{add: {X}}}")
        | amend(
            "a/s", "2022-01-01", "{withdraw: x, reason: 收回, successor: {item: b/s/x}}"
        )
    )
    made = history(write_tree(tree))
    assert only(on_day(made, "2022-01-01")).other == ListKey("b", "s")
    assert only(on_day(made, "2022-01-01", ListKey("b", "s"))).kind is ChangeKind.MOVED


def test_the_same_id_at_an_unrelated_street_is_no_move(write_tree: WriteTree) -> None:
    """The same id at an unrelated street is no move."""
    tree = (
        EMPTY
        | office("b")
        | PLAIN
        | whole("b/s", "2020-01-01", Y)
        | amend("b/s", "2022-01-01", f"{{add: {X}}}")
        | amend("a/s", "2022-01-01", "{withdraw: x, reason: 收回}")
    )
    made = history(write_tree(tree))
    assert only(on_day(made, "2022-01-01")).kind is ChangeKind.WITHDRAWN
