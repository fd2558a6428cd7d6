"""Resolution: what does not fit the list of its day, and what only seems not to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.resolution_trees import (
    ADOPTING,
    DECLINING,
    DROPPING,
    PLAIN,
    X,
    Z,
    ids,
    own,
    standard,
)
from tests.trees import EMPTY, Files, amend, errors, read

WriteTree = Callable[[Files], Path]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{revise: w, set: {fee: 无}}"),
            ["unknown-item 4:14"],
            id="revise-what-is-not-there",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{withdraw: w}"),
            ["unknown-item 4:16"],
            id="withdraw-what-is-not-there",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{withdraw: x}", "{withdraw: x}"),
            ["unknown-item 5:16"],
            id="withdraw-twice",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{add: {id: x, title: 又}}"),
            ["item-in-force 4:16"],
            id="add-what-is-there",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", "{add: {id: y, title: 又}}"),
            ["item-in-force 4:16"],
            id="add-what-is-adopted",
        ),
        pytest.param(
            DECLINING | amend("a/s", "2022-01-01", "{revise: x, set: {fee: 无}}"),
            ["unknown-item 4:14"],
            id="revise-what-is-declined",
        ),
        pytest.param(
            amend("a/s", "2022-01-01", f"{{add: {X}}}", head="kind: service\n"),
            ["no-whole-version 1:1"],
            id="nothing-to-amend",
        ),
        pytest.param(
            own("2022-01-01", "{id: x, fee: 无}", head="kind: service\n"),
            ["missing-key 5:5"],
            id="no-title",
        ),
        pytest.param(
            standard("2020-01-01", X) | own("2021-01-01", "{id: xx, fee: 无}"),
            ["unknown-item 6:10"],
            id="override-of-nothing",
        ),
    ],
)
def test_changes_that_do_not_fit(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """What does not fit the list of its day is reported where it stands."""
    found = [
        f"{p.rule} {p.place.line}:{p.place.column}"
        for p in read(write_tree(EMPTY | files)).problems
    ]
    assert found == expected


def test_what_does_not_fit_is_left_out(write_tree: WriteTree) -> None:
    """A wrong change spoils neither its neighbours nor the list."""
    changes = ("{withdraw: w}", f"{{add: {Z}}}", "{add: {id: x, title: 又}}")
    resolved = read(write_tree(EMPTY | PLAIN | amend("a/s", "2022-01-01", *changes)))
    assert ids(resolved, "2022-01-01") == ["x", "y", "z"]


def test_an_override_outlives_its_item(write_tree: WriteTree) -> None:
    """When the standard drops an item, nobody has made a mistake."""
    files = (
        ADOPTING
        | DROPPING
        | amend("a/s", "2023-01-01", "{revise: y, set: {plain: 办乙}}")
    )
    assert errors(write_tree(EMPTY | files)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("add: {id: x, title: 街道还办}", [], id="add-it-as-its-own"),
        pytest.param(
            "revise: x, set: {fee: 无}", ["unknown-item"], id="revise-nothing"
        ),
        pytest.param("withdraw: x", ["unknown-item"], id="withdraw-nothing"),
    ],
)
def test_a_dropped_item_is_not_there(
    write_tree: WriteTree, change: str, expected: list[str]
) -> None:
    """An old override does not keep in force what the standard has dropped."""
    files = ADOPTING | DROPPING | amend("a/s", "2023-01-01", f"{{{change}}}")
    assert errors(write_tree(EMPTY | files)) == expected
