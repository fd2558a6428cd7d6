"""The site model: the page of an item, and what it says once the item ended."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.site_model.pages import ItemPage
from tests.site_model_trees import CHANGING, PLAIN, X, get
from tests.trees import EMPTY, Files, amend, pages, whole

WriteTree = Callable[[Files], Path]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2019-06-01", "announced announced announced", id="before"),
        pytest.param("2020-01-01", "in-force in-force announced", id="first-day"),
        pytest.param("2021-12-31", "in-force in-force announced", id="day-before"),
        pytest.param("2022-01-01", "ended in-force in-force", id="changing-day"),
        pytest.param("2099-01-01", "ended in-force in-force", id="long-after"),
    ],
)
def test_an_item_keeps_its_page(write_tree: WriteTree, day: str, expected: str) -> None:
    """Announced, in force or ended: the page is there on every day."""
    found = pages(write_tree(EMPTY | CHANGING), date.fromisoformat(day))
    status = [get(found, ItemPage, f"offices/a/s/{item}.html").status for item in "xyn"]
    assert " ".join(status) == expected


def test_what_ended_says_who_does_it_now(write_tree: WriteTree) -> None:
    """Since when, why, by which document; and the answer is the successor."""
    found = pages(write_tree(EMPTY | CHANGING))
    page = get(found, ItemPage, "offices/a/s/x.html")
    told = "\n".join(page.banner)
    for part in ("2022年1月1日", "收回", "某编〔2021〕9号", "另行通知", "区民政局"):
        assert part in told
    assert page.elsewhere is not None
    assert page.elsewhere[0] == "区民政局"
    assert [line.tel for line in page.elsewhere[1]] == ["tel:00088009999"]
    assert page.contact.missing == ""
    assert page.answer.tone == "elsewhere"


def test_without_a_successor_there_is_the_hotline(write_tree: WriteTree) -> None:
    """Where nobody is named, the district's number helps."""
    files = PLAIN | amend("a/s", "2022-01-01", "{withdraw: x}")
    page = get(pages(write_tree(EMPTY | files)), ItemPage, "offices/a/s/x.html")
    assert page.hotline == "12345"


def test_what_ended_links_its_last_version(write_tree: WriteTree) -> None:
    """The source of an ended item is the version that still had it."""
    page = get(pages(write_tree(EMPTY | CHANGING)), ItemPage, "offices/a/s/x.html")
    named = [address for _, _, address in page.source]
    assert "offices/a/s/2020-01-01.html" in named
    assert "offices/a/s/2022-01-01.html" not in named


def test_what_moved_to_another_list_is_still_done(write_tree: WriteTree) -> None:
    """An item that left one list and stands in another answers with that one."""
    files = (
        PLAIN
        | amend("a/s", "2022-01-01", "{withdraw: x}")
        | whole("a/b", "2022-01-01", X, head="kind: basic\ntitle: 另一份清单\n")
    )
    page = get(pages(write_tree(EMPTY | files)), ItemPage, "offices/a/s/x.html")
    assert page.status == "ended"
    assert page.answer.tone == "ours"
    assert "另一份清单" in "".join(page.banner)


def test_sections_in_order(write_tree: WriteTree) -> None:
    """What residents need comes in a fixed order, whatever the file's order is."""
    item = (
        "{id: x, note: 备注, basis: 依据, fee: 无, steps: [去], materials: [证], "
        "conditions: 条件, description: 说明, title: 甲, number: '07', time_limit: 3天}"
    )
    files = EMPTY | whole("a/s", "2020-01-01", item)
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    labels = [section.label for section in page.sections]
    assert labels[:5] == ["说明", "办理条件", "需要带的材料", "办理步骤", "办理时限"]
    assert labels[-2:] == ["依据", "备注"]
    assert len(labels) == 8
