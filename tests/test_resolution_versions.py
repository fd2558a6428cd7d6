"""Resolution: what the versions of a list make of it, day by day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.fields import text_of
from generator.model.lists import ListKey
from tests.resolution_trees import BASED, PLAIN, X, Y, Z, ended, ids, own, standard
from tests.trees import EMPTY, Files, amend, on, read

WriteTree = Callable[[Files], Path]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2019-12-31", None, id="day-before"),
        pytest.param("2020-01-01", ["x", "y"], id="first-day"),
        pytest.param("2021-12-31", ["x", "y"], id="last-day-of-the-first"),
        pytest.param("2022-01-01", ["y", "z"], id="first-day-of-the-amendment"),
        pytest.param("9999-12-31", ["y", "z"], id="far-future"),
    ],
)
def test_in_force(write_tree: WriteTree, day: str, expected: list[str] | None) -> None:
    """A version counts from its day on, until the next."""
    amendment = amend("a/s", "2022-01-01", "{withdraw: x}", f"{{add: {Z}}}")
    assert ids(read(write_tree(EMPTY | PLAIN | amendment)), day) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            ["add: {id: z, title: 丙}"], "x=甲事 y=乙事 z=丙", id="add-is-last"
        ),
        pytest.param(
            ["add: {id: z, title: 丙}", "revise: z, set: {title: 丁}"],
            "x=甲事 y=乙事 z=丁",
            id="add-then-revise",
        ),
        pytest.param(
            ["revise: x, set: {title: 一}", "revise: x, set: {title: 二}"],
            "x=二 y=乙事",
            id="the-last-word-counts",
        ),
        pytest.param(
            ["withdraw: x", "add: {id: x, title: 新甲}"],
            "y=乙事 x=新甲",
            id="withdraw-then-add",
        ),
        pytest.param(
            ["revise: x, set: {title: 一}", "withdraw: x"],
            "y=乙事",
            id="revise-then-withdraw",
        ),
    ],
)
def test_changes_in_order(
    write_tree: WriteTree, changes: list[str], expected: str
) -> None:
    """The changes of one amendment act one after the other."""
    written = [f"{{{change}}}" for change in changes]
    resolved = read(write_tree(EMPTY | PLAIN | amend("a/s", "2022-01-01", *written)))
    moment = on(resolved, "a/s", "2022-01-01")
    assert moment is not None
    assert resolved.problems == ()
    titles = [f"{i.id}={text_of(i.fields, 'title')}" for i in moment.items.values()]
    assert " ".join(titles) == expected


def test_amendments_in_order_of_their_days(write_tree: WriteTree) -> None:
    """A later amendment acts on what the earlier ones left."""
    files = (
        EMPTY
        | PLAIN
        | amend("a/s", "2023-01-01", "{revise: z, set: {title: 二}}")
        | amend("a/s", "2022-01-01", f"{{add: {Z}}}")
        | amend("a/s", "2024-01-01", "{withdraw: z}")
    )
    resolved = read(write_tree(files))
    assert resolved.problems == ()
    assert ids(resolved, "2023-06-01") == ["x", "y", "z"]
    assert ids(resolved, "2024-01-01") == ["x", "y"]
    assert text_of(ended(resolved, "z", "2024-01-01").item.fields, "title") == "二"


def test_a_whole_version_starts_afresh(write_tree: WriteTree) -> None:
    """A new whole version forgets amendments, order and declined items before it."""
    files = (
        EMPTY
        | standard("2020-01-01", X, Y)
        | own("2020-01-01", head=BASED + "declined: [{id: x, reason: 没有}]\n")
        | amend("a/s", "2021-01-01", f"{{add: {Z}}}", "{withdraw: y}")
        | own("2022-01-01", "{id: w, title: 丁事}")
    )
    resolved = read(write_tree(files))
    assert ids(resolved, "2021-06-01") == ["z"]
    assert ids(resolved, "2022-01-01") == ["x", "y", "w"]
    assert set(on(resolved, "a/s", "2022-01-01").ended) == {"z"}  # type: ignore[union-attr]  # it is in force


def test_the_days_of_a_list(write_tree: WriteTree) -> None:
    """A list changes on its own days and on those of the standard it adopts."""
    files = (
        standard("2019-01-01", X)
        | amend("standard/s", "2021-06-01", f"{{add: {Y}}}")
        | own("2020-01-01")
        | amend("a/s", "2022-01-01", f"{{add: {Z}}}")
        | own("2023-01-01", Z, head="kind: service\n")
        | amend("standard/s", "2022-01-01", "{revise: x, set: {fee: 无}}")
        | amend("standard/s", "2024-01-01", "{withdraw: y}")
    )
    resolved = read(write_tree(EMPTY | files))
    moments = resolved.lists[ListKey("a", "s")]
    # 2024 changes nothing: since 2023 the street adopts no standard.
    assert [moment.day.isoformat() for moment in moments] == [
        "2020-01-01",
        "2021-06-01",
        "2022-01-01",
        "2023-01-01",
    ]


@pytest.mark.parametrize(
    ("files", "day", "expected"),
    [
        pytest.param(
            own("2020-01-01", X, head="kind: service\ntitle: 甲清单\n")
            | amend("a/s", "2021-01-01", f"{{add: {Y}}}"),
            "2021-01-01",
            "甲清单",
            id="an-amendment-keeps-it",
        ),
        pytest.param(
            own("2020-01-01", X, head="kind: service\ntitle: 甲清单\n")
            | amend("a/s", "2021-01-01", f"{{add: {Y}}}", head="title: 新清单\n"),
            "2021-01-01",
            "新清单",
            id="an-amendment-changes-it",
        ),
        pytest.param(
            standard("2020-01-01", X, head="kind: service\ntitle: 标准\n")
            | own("2020-01-01")
            | amend("standard/s", "2021-01-01", f"{{add: {Y}}}"),
            "2021-01-01",
            "标准",
            id="the-standards-where-it-has-none",
        ),
        pytest.param(PLAIN, "2020-01-01", "公共服务事项清单", id="else-the-kinds"),
    ],
)
def test_titles(write_tree: WriteTree, files: Files, day: str, expected: str) -> None:
    """A list is called what its latest version calls it."""
    moment = on(read(write_tree(EMPTY | files)), "a/s", day)
    assert moment is not None
    assert moment.title == expected
