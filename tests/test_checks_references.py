"""Checks: ids are given once, and what is named is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks_trees import (
    BASED,
    KIND,
    UNITS,
    X,
    Y,
    config,
    found_alone,
    own,
    standard,
)
from tests.trees import EMPTY, Files, amend, office, whole

WriteTree = Callable[[Files], Path]

IDENTITY = [
    pytest.param(
        own(X, "{id: x, title: 乙事}"),
        ["a/s/2020-01-01.yml:6:10 duplicate-id"],
        id="item-twice",
    ),
    pytest.param(
        office("a", "units: [{id: u, name: 甲}, {id: u, name: 乙}]\n"),
        ["offices/a.yml:3:32 duplicate-id"],
        id="unit-twice",
    ),
    pytest.param(
        office(
            "a",
            "units:\n  - id: u\n    name: 甲\n"
            "    posts: [{id: p, title: 甲}, {id: p, title: 乙}]\n",
        ),
        ["offices/a.yml:6:37 duplicate-id"],
        id="post-twice",
    ),
    pytest.param(
        standard(X, Y)
        | own(
            head=f"{BASED}declined: [{{id: x, reason: 无}}, {{id: x, reason: 无}}]\n"
        ),
        ["a/s/2020-01-01.yml:5:37 duplicate-id"],
        id="declined-twice",
    ),
    pytest.param(
        office("a", 'communities: [{code: "990101001001", name: 甲}]\n')
        | office("b", 'communities: [{code: "990101001001", name: 乙}]\n'),
        [
            "offices/a.yml:3:22 duplicate-community",
            "offices/b.yml:3:22 duplicate-community",
        ],
        id="community-of-two-streets",
    ),
    pytest.param(
        office("a", "succeeds: [a]\n"), ["offices/a.yml:3:11 succession"], id="itself"
    ),
    pytest.param(
        office("a", "succeeds: [old]\n"),
        ["? offices/a.yml:3:11 succession"],
        id="successor-of-nobody-known",
    ),
]

REFERENCES = [
    pytest.param(
        whole("b/s", "2020-01-01", X, head=KIND),
        ["b:1:1 unknown-office"],
        id="list-of-no-office",
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: uu}") | office("a", UNITS),
        ["a/s/2020-01-01.yml:5:29 unknown-unit"],
        id="unit",
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: 社会事务办公}") | office("a", UNITS),
        ["? a/s/2020-01-01.yml:5:29 unknown-unit"],
        id="almost-a-units-name",
    ),
    pytest.param(
        own(X) | amend("a/s", "2021-01-01", "{revise: x, set: {unit: uu}}"),
        ["a/s/2021-01-01.yml:4:29 unknown-unit"],
        id="unit-in-an-amendment",
    ),
    pytest.param(
        own("{id: x, title: 甲, unit: u, post: boss}") | office("a", UNITS),
        ["a/s/2020-01-01.yml:5:38 unknown-post"],
        id="post",
    ),
    pytest.param(
        own("{id: x, title: 甲, post: head}") | office("a", UNITS),
        ["a/s/2020-01-01.yml:5:29 unknown-post"],
        id="post-without-a-unit",
    ),
    pytest.param(
        office("a", UNITS.replace("主任}", "主任, backup: head}")),
        ["offices/a.yml:6:43 backup-post"],
        id="backup-is-itself",
    ),
    pytest.param(
        office("a", UNITS.replace("主任}", "主任, backup: vice}")),
        ["offices/a.yml:6:43 backup-post"],
        id="no-such-backup",
    ),
    pytest.param(
        office(
            "a",
            UNITS.replace(
                "主任}",
                "主任, person: 张三, backup: vice}, {id: vice, title: 副, person: 张三}",
            ),
        ),
        ["offices/a.yml:6:55 backup-post"],
        id="backup-is-the-same-person",
    ),
    pytest.param(
        own(X, Y) | amend("a/s", "2021-01-01", "{withdraw: x, successor: {item: t/y}}"),
        ["a/s/2021-01-01.yml:4:37 unknown-item"],
        id="successor-nowhere",
    ),
    pytest.param(
        config("most_asked: [x]\n"),
        ["? site_config.yml:1:1 unknown-item"],
        id="most-asked-is-no-matter",
    ),
]


@pytest.mark.parametrize(("files", "expected"), [*IDENTITY, *REFERENCES])
def test_one_mistake_one_message(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """The mistake is found at its place, and it is the only one found."""
    assert found_alone(write_tree(EMPTY | files), expected) == expected
