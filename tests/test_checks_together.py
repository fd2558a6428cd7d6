"""Checks: all rules together, silent about what is right, in order about the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks_trees import BASED, KIND, UNITS, X, Y, config, own, spell, standard
from tests.trees import EMPTY, Files, amend, office, problems, whole

WriteTree = Callable[[Files], Path]

GOOD = [
    pytest.param({}, id="a-street-without-lists"),
    pytest.param(own(X, Y), id="a-list"),
    pytest.param(own(X) | standard(X) | {}, id="a-list-beside-a-standard"),
    pytest.param(
        own("{id: x, title: 甲, unit: u, post: head}") | office("a", UNITS), id="by-id"
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: 区民政局}") | office("a", UNITS),
        id="another-body",
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: u}")
        | amend("a/s", "2021-01-01", "{revise: x, set: {post: head}}")
        | office("a", UNITS),
        id="post-of-the-unit-named-before",
    ),
    pytest.param(
        own(X, Y, head=f"{KIND}declared_total: 2\n")
        | amend("a/s", "2021-01-01", "{withdraw: y}", head="declared_total: 1\n"),
        id="totals",
    ),
    pytest.param(
        standard(X) | own(head=f"{BASED}declared_total: 1\n"), id="total-of-an-adoption"
    ),
    pytest.param(
        own(X, Y) | amend("a/s", "2021-01-01", "{withdraw: x, successor: {item: y}}"),
        id="successor-in-the-same-list",
    ),
    pytest.param(
        standard(X, Y)
        | amend("standard/s", "2021-01-01", "{withdraw: x, successor: {item: s/y}}"),
        id="successor-in-a-standard-list",
    ),
    pytest.param(
        own(X, Y)
        | whole("a/t", "2030-01-01", Y, head=KIND)
        | amend("a/s", "2021-01-01", "{withdraw: x, successor: {item: a/t/y}}"),
        id="successor-in-a-coming-list",
    ),
    pytest.param(
        whole("a/p", "2020-01-01", X, head="kind: no-certificate\n")
        | config("life_events: [{title: 养老, matters: [x]}]\n")
        | amend("a/p", "2021-01-01", "{revise: x, set: {instead: 出示户口簿}}"),
        id="life-event",
    ),
]


@pytest.mark.parametrize("files", GOOD)
def test_nothing_is_wrong(write_tree: WriteTree, files: Files) -> None:
    """What is right is passed over in silence."""
    assert [spell(p) for p in problems(write_tree(EMPTY | files))] == []


def test_many_mistakes_are_sorted_by_place(write_tree: WriteTree) -> None:
    """Loading, resolution and rules report together, as an editor walks the files."""
    files = own("{id: x, title: 甲, plan: 乙}", "{id: x, title: 乙, unit: w}")
    files |= amend("a/s", "2021-01-01", "{withdraw: q}", "{revise: x}")
    files |= office("b", "names: some\nsucceeds: [b]\n")
    found = [spell(p) for p in problems(write_tree(EMPTY | files))]
    assert found == [
        "a/s/2020-01-01.yml:5:23 unknown-key",
        "a/s/2020-01-01.yml:6:10 duplicate-id",
        "a/s/2020-01-01.yml:6:29 unknown-unit",
        "a/s/2021-01-01.yml:4:16 unknown-item",
        "a/s/2021-01-01.yml:5:14 missing-key",
        "offices/b.yml:3:8 bad-choice",
        "offices/b.yml:4:11 succession",
    ]
