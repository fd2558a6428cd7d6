"""Checks: standards are adopted as they may be, and versions follow one another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks_trees import BASED, KIND, X, Y, found_alone, own, standard
from tests.trees import EMPTY, Files, amend, office, whole

WriteTree = Callable[[Files], Path]

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


@pytest.mark.parametrize(("files", "expected"), [*STANDARDS, *VERSIONS])
def test_one_mistake_one_message(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """The mistake is found at its place, and it is the only one found."""
    assert found_alone(write_tree(EMPTY | files), expected) == expected
