"""Authoring: drafts that pass the check, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.drafts import new_amendment, new_list, new_office
from generator.loading.load import load
from generator.problems import GeneratorError
from tests.trees import EMPTY, SHIPPED, Files, errors, problems, read, whole

WriteTree = Callable[[Files], Path]
DAY = date(2026, 3, 1)
X = "{id: x, title: 甲事}"
KINDS = sorted(load(SHIPPED / "tests" / "sample").settings.kinds)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("红光街道", id="plain"),
        pytest.param("No. 1: “甲” #2", id="marks"),
        pytest.param('say "hi" \\ there', id="quotes"),
        pytest.param("null", id="null"),
        pytest.param("2026-01-01", id="date"),
    ],
)
def test_new_office(write_tree: WriteTree, name: str) -> None:
    """A new office file passes the check and bears the name as given."""
    path, text = new_office(load(write_tree(EMPTY)).catalog, "hongguang", name)
    assert path == "content/offices/hongguang.yml"
    root = write_tree({path: text})
    assert problems(root) == []
    assert load(root).catalog.offices["hongguang"].name == name


def uncommented(text: str) -> str:
    """Take the `#` away from the lines that wait to be filled in."""
    return "\n".join(
        line.replace("# ", "", 1) if ": " in line or line.endswith(":") else line
        for line in text.split("\n")
        if "：" not in line and "$schema" not in line
    )


def test_the_examples_of_a_new_office_are_right(write_tree: WriteTree) -> None:
    """Who only takes away the marks has an office without errors."""
    path, text = new_office(load(write_tree(EMPTY)).catalog, "hongguang", "红光街道")
    root = write_tree({path: uncommented(text)})
    assert errors(root) == []
    made = load(root).catalog.offices["hongguang"]
    assert made.units["social-affairs"].posts["head"].backup == "deputy"


@pytest.mark.parametrize("kind", KINDS)
def test_new_list(write_tree: WriteTree, kind: str) -> None:
    """A new list of any kind passes the check as it is."""
    config = (SHIPPED / "tests/sample/site_config.yml").read_text(encoding="utf-8")
    config = (
        config.partition("life_events:")[0] + "kinds:" + config.partition("kinds:")[2]
    )
    root = write_tree(EMPTY | {"site_config.yml": config})
    path, text = new_list(load(root).catalog, "a/s", kind, DAY, "")
    assert path == "content/lists/a/s/2026-03-01.yml"
    write_tree({path: text})
    assert errors(root) == []
    assert {p.rule for p in problems(root)} <= {"missing-expected"}


def test_new_list_of_the_standard(write_tree: WriteTree) -> None:
    """A standard list is begun in the same way."""
    root = write_tree(EMPTY)
    path, text = new_list(load(root).catalog, "standard/s", "service", DAY, "标准清单")
    write_tree({path: text})
    assert problems(root) == []


def test_new_amendment(write_tree: WriteTree) -> None:
    """A new amendment revises an item in force and passes the check."""
    root = write_tree(EMPTY | whole("a/s", "2020-01-01", X, head="kind: basic\n"))
    path, text = new_amendment(read(root), "a/s", DAY)
    assert path == "content/lists/a/s/2026-03-01.yml"
    write_tree({path: text})
    assert errors(root) == []
    made = read(root).catalog
    assert [c.verb for v in made.lists.values() for c in v[-1].changes] == ["revise"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(
            lambda r: new_office(r.catalog, "a", "甲"), "已经有文件", id="office-twice"
        ),
        pytest.param(
            lambda r: new_office(r.catalog, "Red Light", "甲"), "不能用", id="bad-id"
        ),
        pytest.param(
            lambda r: new_office(r.catalog, "con", "甲"), "不能用", id="reserved-id"
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/s", "service", DAY, ""),
            "已经有了",
            id="list-twice",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "b/s", "service", DAY, ""),
            "没有街道",
            id="no-office",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/t", "servce", DAY, ""),
            "没有清单类型",
            id="no-kind",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "s", "service", DAY, ""),
            "应写成",
            id="no-owner",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/../b", "service", DAY, ""),
            "不能用",
            id="a-path",
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/t", DAY), "没有整版", id="nothing-to-amend"
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/s", date(2019, 1, 1)),
            "没有整版",
            id="before-the-first",
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/s", date(2020, 1, 1)),
            "已经有一版",
            id="the-same-day",
        ),
    ],
)
def test_refused(write_tree: WriteTree, make: Callable[..., object], said: str) -> None:
    """What would clash or could never be an address is refused in a sentence."""
    files = EMPTY | whole("a/s", "2020-01-01", X)
    with pytest.raises(GeneratorError, match=said):
        make(read(write_tree(files)))
