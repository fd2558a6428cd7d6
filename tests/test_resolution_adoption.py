"""Resolution: what a street takes from a standard list, where each field comes from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.lists import ListKey
from tests.resolution_trees import (
    ADOPTING,
    APPLIED,
    DECLINING,
    DROPPING,
    X,
    Y,
    Z,
    ids,
    own,
    standard,
)
from tests.trees import EMPTY, Files, amend, office, on, read

WriteTree = Callable[[Files], Path]
GAINING = amend("standard/s", "2022-01-01", "{add: {id: n, title: 新事}}")


@pytest.mark.parametrize(
    ("files", "day", "expected"),
    [
        pytest.param(ADOPTING, "2020-06-01", None, id="standard-alone-is-not-adopted"),
        pytest.param(ADOPTING, "2021-01-01", ["x", "y", "z"], id="adopts-all"),
        pytest.param(
            ADOPTING | GAINING, "2022-01-01", ["x", "y", "n", "z"], id="standard-gains"
        ),
        pytest.param(
            ADOPTING | DROPPING, "2022-01-01", ["y", "z"], id="standard-drops"
        ),
        pytest.param(
            ADOPTING | DROPPING | amend("standard/s", "2023-01-01", f"{{add: {X}}}"),
            "2023-01-01",
            ["y", "x", "z"],
            id="standard-has-it-again",
        ),
        pytest.param(
            standard("2020-01-01", X, Y)
            | own("2021-01-01", "{id: x, title: 本街道的甲事}")
            | DROPPING,
            "2022-01-01",
            ["y", "x"],
            id="a-title-of-its-own-survives-the-standard",
        ),
        pytest.param(DECLINING, "2021-01-01", ["y"], id="declined"),
        pytest.param(
            DECLINING | amend("a/s", "2022-01-01", "{add: {id: x}}"),
            "2022-01-01",
            ["x", "y"],
            id="taken-up-again",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", "{withdraw: y}"),
            "2022-01-01",
            ["x", "z"],
            id="withdrawn-is-declined",
        ),
        pytest.param(
            ADOPTING
            | amend("a/s", "2022-01-01", "{withdraw: y}")
            | amend("standard/s", "2023-01-01", "{revise: y, set: {title: 新}}"),
            "2023-01-01",
            ["x", "z"],
            id="declined-stays-declined",
        ),
        pytest.param(
            ADOPTING
            | GAINING
            | amend("a/s", "2023-01-01", "{revise: n, set: {fee: 无}}"),
            "2023-01-01",
            ["x", "y", "n", "z"],
            id="revises-what-the-standard-gained",
        ),
        pytest.param(
            ADOPTING | standard("2022-01-01", Y),
            "2022-01-01",
            ["y", "z"],
            id="a-whole-new-standard",
        ),
        pytest.param(
            own("2021-01-01", "{id: x, unit: 某办}", Z),
            "2021-01-01",
            ["z"],
            id="unknown-standard-leaves-what-has-a-title",
        ),
        pytest.param(
            standard("2022-01-01", X) | own("2021-01-01", Z),
            "2021-06-01",
            ["z"],
            id="standard-not-yet-in-force",
        ),
        pytest.param(
            standard("2022-01-01", X) | own("2021-01-01", Z),
            "2022-01-01",
            ["x", "z"],
            id="standard-comes-later",
        ),
    ],
)
def test_adoption(
    write_tree: WriteTree, files: Files, day: str, expected: list[str] | None
) -> None:
    """The standard's items that are not declined, then the street's own."""
    resolved = read(write_tree(EMPTY | files))
    assert resolved.problems == ()
    assert ids(resolved, day) == expected


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        pytest.param("class: urban", "2020-01-01", ["x"], id="class"),
        pytest.param("class: [rural, urban]", "2020-01-01", ["x"], id="classes"),
        pytest.param("offices: [a]", "2020-01-01", ["x"], id="office"),
        pytest.param("class: rural, offices: [a]", "2020-01-01", ["x"], id="either"),
        pytest.param("class: rural", "2020-01-01", None, id="other-class"),
        pytest.param("offices: [b]", "2020-01-01", None, id="other-office"),
        pytest.param("class: urban", "2019-12-31", None, id="not-yet"),
    ],
)
def test_applies_to(
    write_tree: WriteTree, rule: str, day: str, expected: list[str] | None
) -> None:
    """A standard list is in force for the streets it names, without their files."""
    head = f"kind: service\napplies_to: {{{rule}}}\n"
    files = EMPTY | office("b") | standard("2020-01-01", X, head=head)
    assert ids(read(write_tree(files)), day) == expected


def test_applies_no_more(write_tree: WriteTree) -> None:
    """Where a new standard names other streets, the list ends for this one."""
    files = standard("2020-01-01", X, head=APPLIED) | standard(
        "2022-01-01", X, head="kind: service\napplies_to: {class: rural}\n"
    )
    resolved = read(write_tree(EMPTY | files))
    assert ids(resolved, "2021-12-31") == ["x"]
    assert ids(resolved, "2022-01-01") == []


def test_applied_before_its_own_file(write_tree: WriteTree) -> None:
    """The days on which a standard applied stay, when the street writes its own."""
    files = standard("2020-01-01", X, head=APPLIED) | own("2022-01-01", Z)
    resolved = read(write_tree(EMPTY | files))
    assert ids(resolved, "2020-01-01") == ["x"]
    assert ids(resolved, "2022-01-01") == ["x", "z"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(
            "2021-01-01",
            {"title": "standard", "fee": "standard", "plain": "rewritten"},
            id="overridden",
        ),
        pytest.param(
            "2022-01-01",
            {"title": "standard", "plain": "rewritten", "result": "rewritten"},
            id="removed-and-added",
        ),
        pytest.param(
            "2023-01-01",
            {"title": "standard", "plain": "rewritten", "result": "rewritten"},
            id="what-is-removed-stays-removed",
        ),
    ],
)
def test_origins(write_tree: WriteTree, day: str, expected: dict[str, str]) -> None:
    """Each field knows whether the standard or the street says it."""
    files = (
        standard("2020-01-01", "{id: x, title: 甲事, fee: 无, plain: 标准说法}")
        | own("2021-01-01", "{id: x, plain: 街道说法}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {fee: null, result: 证}}")
        | amend("standard/s", "2023-01-01", "{revise: x, set: {fee: 十元}}")
    )
    moment = on(read(write_tree(EMPTY | files)), "a/s", day)
    assert moment is not None
    item = moment.items["x"]
    named = [name for name in item.fields if name != "id"]
    assert {name: item.origin(name).value for name in named} == expected


def test_own_items_are_the_streets(write_tree: WriteTree) -> None:
    """A field of an item that the standard lacks is the street's own."""
    moment = on(read(write_tree(EMPTY | ADOPTING)), "a/s", "2021-01-01")
    assert moment is not None
    assert moment.items["z"].origin("title").value == "own"


def test_null_removes(write_tree: WriteTree) -> None:
    """Null takes a field away, in an amendment and in an override alike."""
    files = (
        standard("2020-01-01", "{id: x, title: 甲事, fee: 无, result: 证}")
        | own("2021-01-01", "{id: x, fee: null}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {result: null}}")
    )
    resolved = read(write_tree(EMPTY | files))
    fields = [
        list(moment.items["x"].fields) for moment in resolved.lists[ListKey("a", "s")]
    ]
    assert fields == [["id", "title", "result"], ["id", "title"]]
