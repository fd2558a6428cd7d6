"""The site model: a list today, on the days it changed, and before it is in force."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.site_model import addresses
from generator.site_model.pages import ListPage
from tests.site_model_trees import CHANGING, X, get
from tests.trees import EMPTY, Files, amend, pages, whole

WriteTree = Callable[[Files], Path]


def test_a_list_today_and_on_its_days(write_tree: WriteTree) -> None:
    """The list in force, and a page for each day on which it changed."""
    files = EMPTY | CHANGING | amend("a/s", "2027-01-01", "{withdraw: n}")
    found = pages(write_tree(files))
    today = get(found, ListPage, "offices/a/s.html")
    assert [row.title for row in today.groups[0].rows] == ["乙事", "新事"]
    assert [link.text for link in today.ended] == ["甲事"]
    assert [link.address for link in today.versions] == [
        addresses.list_on("a", "s", date(year, 1, 1)) for year in (2027, 2022, 2020)
    ]
    assert [(link.address, link.note) for link in today.upcoming] == [
        ("offices/a/s/compare/2027-01-01.html", "取消 1 项")
    ]
    assert "2027年1月1日" in today.upcoming[0].text
    dated = get(found, ListPage, "offices/a/s/2020-01-01.html")
    assert [row.title for row in dated.groups[0].rows] == ["甲事", "乙事"]
    assert (dated.versions, dated.ended) == ((), ())
    assert dated.current == "offices/a/s.html"


def test_an_announced_list(write_tree: WriteTree) -> None:
    """A list that is not yet in force says so and shows what is coming."""
    files = EMPTY | whole("a/s", "2027-01-01", X)
    page = get(pages(write_tree(files)), ListPage, "offices/a/s.html")
    assert len(page.groups[0].rows) == 1
    assert "2027年1月1日" in page.notices[0]


def test_dated_pages_do_not_know_today(write_tree: WriteTree) -> None:
    """A permanent page is the same record on any day."""
    root = write_tree(EMPTY | CHANGING | amend("a/s", "2027-01-01", "{withdraw: n}"))
    days = [date(year, 6, 1) for year in (2019, 2021, 2026, 2030)]
    for year in (2020, 2022, 2027):
        address = addresses.list_on("a", "s", date(year, 1, 1))
        one, *others = (pages(root, day)[address] for day in days)
        assert all(other == one for other in others)
