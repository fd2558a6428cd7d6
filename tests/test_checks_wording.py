"""Checks: titles that repeat each other, and what an item should say and does not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.checks_trees import X, config, found_alone, own
from tests.trees import EMPTY, Files, office, problems, whole

WriteTree = Callable[[Files], Path]

WORDING = [
    pytest.param(
        own(X, "{id: y, title: 甲（事）}"),
        ["? a/s/2020-01-01.yml:6:20 near-duplicate-title"],
        id="titles",
    ),
    pytest.param(
        own("{id: x, title: 甲事, plain: 甲的事}"),
        ["? a/s/2020-01-01.yml:5:31 plain-repeats-title"],
        id="plain",
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: 某局}", head="kind: mandate\n"),
        ["? a/s/2020-01-01.yml:1:1 missing-expected"],
        id="a-gap",
    ),
    pytest.param(
        own(X) | config("require: {community-duty: [basis]}\n"),
        ["a/s/2020-01-01.yml:1:1 missing-expected"],
        id="a-gap-that-the-site-forbids",
    ),
]


@pytest.mark.parametrize(("files", "expected"), WORDING)
def test_one_mistake_one_message(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """The mistake is found at its place, and it is the only one found."""
    assert found_alone(write_tree(EMPTY | files), expected) == expected


def test_hotline_of_the_unit_is_enough(write_tree: WriteTree) -> None:
    """An item needs no phone where its unit has one."""
    text = "units: [{id: u, name: 办公室, phones: [{number: 000-8800 1234}]}]\n"
    items = ("{id: x, title: 甲, unit: u, basis: 《某法》}",)
    files = whole("a/s", "2020-01-01", *items, head="kind: service\n")
    assert problems(write_tree(EMPTY | office("a", text) | files)) == []


def test_gaps_are_those_of_the_day(write_tree: WriteTree) -> None:
    """Only what is in force is expected to be complete."""
    mandate = "kind: mandate\n"
    files = own("{id: x, title: 甲}", head=mandate)
    files |= own("{id: x, title: 甲, toward: 某局}", day="2022-01-01", head=mandate)
    root = write_tree(EMPTY | files)
    rules = {
        day: [p.rule for p in problems(root, date.fromisoformat(day))]
        for day in ("2019-06-01", "2020-06-01", "2022-06-01")
    }
    assert rules == {
        "2019-06-01": [],
        "2020-06-01": ["missing-expected"],
        "2022-06-01": [],
    }
