"""The site model: the page of a matter, which answers for all streets."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site_model.pages import MatterPage
from tests.site_model_trees import PLAIN, X, Y, get
from tests.trees import CONFIG, EMPTY, Files, amend, office, pages, whole

WriteTree = Callable[[Files], Path]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("{revise: x, set: {fee: 无}}", "street-handles", id="in-force"),
        pytest.param("{withdraw: x}", "ended", id="ended"),
    ],
)
def test_the_answers_of_a_matter(
    write_tree: WriteTree, change: str, expected: str
) -> None:
    """Only what is in force answers, unless nothing is."""
    files = EMPTY | PLAIN | amend("a/s", "2022-01-01", change)
    page = get(pages(write_tree(files)), MatterPage, "matters/x.html")
    tones = {"street-handles": "ours", "ended": "elsewhere"}
    assert [answer.tone for answer in page.answers] == [tones[expected]]


def test_what_is_withdrawn_leads(write_tree: WriteTree) -> None:
    """A matter that moved to the withdrawn list answers with that."""
    files = (
        EMPTY
        | PLAIN
        | amend("a/s", "2022-01-01", "{withdraw: x}")
        | whole(
            "a/w",
            "2022-01-01",
            "{id: x, title: 甲事, receiving_department: 区局}",
            head="kind: withdrawn\n",
        )
    )
    page = get(pages(write_tree(files)), MatterPage, "matters/x.html")
    assert [answer.label for answer in page.answers] == ["不由街道办"]
    assert [row.status for row in page.rows] == ["in-force", "ended"]


def test_a_matter_across_streets(write_tree: WriteTree) -> None:
    """All streets side by side, those without it with their reason."""
    files = (
        CONFIG
        | office("a", name="甲街道")
        | office("b", name="乙街道")
        | office("c", name="丙街道")
        | whole("standard/s", "2020-01-01", X, Y)
        | whole(
            "a/s",
            "2020-01-01",
            head="kind: service\nbased_on: standard/s\n"
            "declined: [{id: x, reason: 没有}]\n",
        )
        | whole("b/s", "2020-01-01", head="kind: service\nbased_on: standard/s\n")
        | whole("c/s", "2027-01-01", "{id: x, title: 甲（丙）, plain: 办甲}")
    )
    found = pages(write_tree(files))
    page = get(found, MatterPage, "matters/x.html")
    assert page.title == "甲事"
    assert [(r.office.text, r.status) for r in page.rows] == [
        ("乙街道", "in-force"),
        ("丙街道", "announced"),
    ]
    assert page.declined == (("甲街道", "没有"),)
    assert page.other_titles == ("甲（丙）",)
    assert "offices/a/s/x.html" not in found
