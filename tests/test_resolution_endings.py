"""Resolution: since when and why an item is gone, which ones a street declines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.fields import text_of
from tests.resolution_trees import (
    ADOPTING,
    APPLIED,
    DECLINING,
    PLAIN,
    X,
    Y,
    ended,
    own,
    standard,
)
from tests.trees import EMPTY, Files, amend, on, read

WriteTree = Callable[[Files], Path]
REASON = "reason: 收回, note: 另有安排, successor: {unit: 区民政局}"
DOCUMENT = "document: {number: 某编〔2022〕1号}\n"
LEAVING = (f"{{withdraw: x, {REASON}}}",)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", *LEAVING, head=DOCUMENT),
            ("收回", "区民政局", "a/s/2022-01-01"),
            id="by-the-street",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", *LEAVING),
            ("收回", "区民政局", "a/s/2022-01-01"),
            id="an-adopted-item-by-the-street",
        ),
        pytest.param(
            ADOPTING | amend("standard/s", "2022-01-01", *LEAVING, head=DOCUMENT),
            ("收回", "区民政局", "standard/s/2022-01-01"),
            id="by-the-standard",
        ),
        pytest.param(
            standard("2020-01-01", X, head=APPLIED)
            | amend("standard/s", "2022-01-01", *LEAVING),
            ("收回", "区民政局", "standard/s/2022-01-01"),
            id="by-the-standard-that-applies",
        ),
        pytest.param(
            PLAIN | own("2022-01-01", Y, head="kind: service\n"),
            ("", "", "a/s/2022-01-01"),
            id="by-a-whole-version-without-it",
        ),
    ],
)
def test_how_it_ended(
    write_tree: WriteTree, files: Files, expected: tuple[str, str, str]
) -> None:
    """Since when an item is gone, why, who does it now, and by which file."""
    gone = ended(read(write_tree(EMPTY | files)), "x", "2023-01-01")
    reason, unit, path = expected
    assert gone.since == date(2022, 1, 1)
    assert (gone.change.reason if gone.change else "") == reason
    successor = gone.change.successor if gone.change else None
    assert text_of(successor or {}, "unit") == unit
    assert gone.version is not None
    assert gone.version.path == f"content/lists/{path}.yml"


def test_back_again_it_has_not_ended(write_tree: WriteTree) -> None:
    """An item that was added again is in force, and an old reason is forgotten."""
    files = (
        ADOPTING
        | amend("a/s", "2022-01-01", "{withdraw: x, reason: 收回}")
        | amend("a/s", "2023-01-01", "{add: {id: x}}")
        | amend("standard/s", "2024-01-01", "{withdraw: x, reason: 法规变化}")
    )
    resolved = read(write_tree(EMPTY | files))
    back = on(resolved, "a/s", "2023-01-01")
    assert back is not None
    assert "x" in back.items
    assert "x" not in back.ended
    gone = ended(resolved, "x", "2024-01-01")
    assert gone.change is not None
    assert gone.change.reason == "法规变化"


def test_declined_with_reasons(write_tree: WriteTree) -> None:
    """Declined items are named as the standard names them, with the street's reason."""
    files = DECLINING | amend("a/s", "2022-01-01", "{withdraw: y, reason: 收回}")
    resolved = read(write_tree(EMPTY | files))
    moment = on(resolved, "a/s", "2022-01-01")
    assert moment is not None
    declined = [(d.id, d.title, d.reason) for d in moment.declined]
    assert declined == [("x", "甲事", "没有"), ("y", "乙事", "收回")]
