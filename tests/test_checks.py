"""Checks: each rule finds its mistake where it was made, once, and nothing else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.problems import Problem
from tests.trees import CONFIG, EMPTY, Files, amend, office, problems, whole

WriteTree = Callable[[Files], Path]

# A kind that expects nothing, so that only the mistake in question is found.
KIND = "kind: community-duty\n"
X, Y = "{id: x, title: 甲事}", "{id: y, title: 乙事}"
BASED = f"{KIND}based_on: standard/s\n"
UNITS = """\
units:
  - id: u
    name: 社会事务办公室
    posts: [{id: head, title: 主任}]
"""


def own(*items: str, day: str = "2020-01-01", head: str = KIND) -> Files:
    """Write a whole version of the list a/s."""
    return whole("a/s", day, *items, head=head)


def standard(*items: str, day: str = "2020-01-01", head: str = KIND) -> Files:
    """Write a whole version of the standard list."""
    return whole("standard/s", day, *items, head=head)


def config(text: str) -> Files:
    """Write the configuration with more below its usual lines."""
    return {"site_config.yml": CONFIG["site_config.yml"] + text}


def spell(problem: Problem) -> str:
    """Write level, file, place and rule of a problem in one line."""
    level = "" if problem.is_error else "? "
    place = problem.place
    path = place.path.removeprefix("content/").removeprefix("lists/")
    return f"{level}{path}:{place.line}:{place.column} {problem.rule}"


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

STANDARDS = [
    pytest.param(
        own(X, head=BASED),
        ["a/s/2020-01-01.yml:4:11 based-on"],
        id="no-such-standard",
    ),
    pytest.param(
        standard(X) | whole("standard/t", "2020-01-01", Y, head=BASED),
        ["standard/t/2020-01-01.yml:4:11 based-on"],
        id="standard-upon-standard",
    ),
    pytest.param(
        standard(X, head="kind: duty\n") | own(head=BASED),
        ["a/s/2020-01-01.yml:4:11 based-on"],
        id="of-another-kind",
    ),
    pytest.param(
        standard(X, day="2020-01-02") | own(Y, head=BASED),
        ["a/s/2020-01-01.yml:4:11 based-on"],
        id="not-yet-in-force",
    ),
    pytest.param(
        standard(X) | own(head=f"{BASED}declined: [{{id: xx, reason: 无}}]\n"),
        ["a/s/2020-01-01.yml:5:17 declined"],
        id="declines-nothing",
    ),
    pytest.param(
        own(X, head=f"{KIND}declined: [{{id: x, reason: 无}}]\n"),
        ["a/s/2020-01-01.yml:4:11 declined"],
        id="declines-without-adopting",
    ),
    pytest.param(
        standard(X, Y)
        | own("{id: x, note: 有}", head=f"{BASED}declined: [{{id: x, reason: 无}}]\n"),
        ["a/s/2020-01-01.yml:5:17 declined"],
        id="declines-and-rewrites",
    ),
    pytest.param(
        own(X, head=f"{KIND}applies_to: {{class: urban}}\n"),
        ["a/s/2020-01-01.yml:4:13 applies-to"],
        id="applies-but-is-no-standard",
    ),
    pytest.param(
        standard(X, head=f"{KIND}applies_to: {{class: town}}\n"),
        ["standard/s/2020-01-01.yml:4:21 applies-to"],
        id="no-such-class",
    ),
    pytest.param(
        standard(X, head=f"{KIND}applies_to: {{offices: [z]}}\n"),
        ["standard/s/2020-01-01.yml:4:23 applies-to"],
        id="no-such-street",
    ),
]

VERSIONS = [
    pytest.param(
        own(X) | own(X, day="2021-01-01", head="kind: duty\n"),
        ["a/s/2021-01-01.yml:3:7 kind-changed"],
        id="another-kind",
    ),
    pytest.param(own(X, head=""), ["a/s/2020-01-01.yml:1:1 missing-key"], id="no-kind"),
    pytest.param(
        amend("a/s", "2021-01-01", f"{{add: {X}}}"),
        ["a/s/2021-01-01.yml:1:1 no-whole-version"],
        id="only-an-amendment",
    ),
    pytest.param(
        own(X, Y, head=f"{KIND}declared_total: 3\n"),
        ["a/s/2020-01-01.yml:4:17 declared-total"],
        id="declared-total",
    ),
    pytest.param(
        own(X) | amend("a/s", "2021-01-01", "{withdraw: x}"),
        ["a/s/2021-01-01.yml:1:1 empty-list"],
        id="nothing-left",
    ),
    pytest.param(
        own(X) | amend("a/s", "2032-01-01", f"{{add: {Y}}}"),
        ["? a/s/2032-01-01.yml:2:12 far-date"],
        id="far-future",
    ),
    pytest.param(
        own(X, day="1194-01-01"),
        ["? a/s/1194-01-01.yml:2:12 far-date"],
        id="far-past",
    ),
    pytest.param(
        office(
            "a",
            "units: [{id: u, name: 甲, phones: "
            "[{number: 000-8800 1234, verified: 2026-11-23}]}]\n",
        ),
        ["? offices/a.yml:3:69 far-date"],
        id="verified-tomorrow",
    ),
    pytest.param(
        whole("a/d", "2020-01-01", X, head="kind: power\n")
        | amend("a/d", "2030-01-01", f"{{add: {Y}}}"),
        ["? a/d/2030-01-01.yml:4:16 approvals-missing"],
        id="a-power-without-approval",
    ),
]

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


@pytest.mark.parametrize(
    ("files", "expected"), [*IDENTITY, *REFERENCES, *STANDARDS, *VERSIONS, *WORDING]
)
def test_one_mistake_one_message(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """The mistake is found at its place, and it is the only one found."""
    found = [spell(p) for p in problems(write_tree(EMPTY | files))]
    rules = {line.rsplit(" ", 1)[1] for line in expected}
    others = {"missing-expected"} - rules
    assert [line for line in found if line.rsplit(" ", 1)[1] not in others] == expected


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
