"""Three taps: choose my street, its list, the item; for every item of every street."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site_reading import PageFile, is_former, is_item_page
from tests.tapping import TAPS, links_of, taps_from

Pages = Mapping[str, PageFile]
CHOICE = re.compile(
    r'href="(offices/[a-z0-9-]+\.html)" data-street-choose="[a-z0-9-]+"'
)
STATUS = re.compile(r"answer--(in-force|announced|ended)\b")


@pytest.fixture(scope="module")
def streets(demo_site: Path) -> list[str]:
    """Name the pages of the streets that the home page offers to choose."""
    return CHOICE.findall((demo_site / "index.html").read_text())


def items_of(street: str, pages: Pages) -> list[str]:
    """Name all item pages of one street."""
    below = street.removesuffix(".html") + "/"
    return [path for path in pages if path.startswith(below) and is_item_page(path)]


def test_every_item_of_a_chosen_street(streets: list[str], pages: Pages) -> None:
    """Choosing the street is a tap, and no item is further than two from its page."""
    assert len(streets) >= 8
    reached = 0
    for street in streets:
        near = taps_from(street, pages, TAPS - 1)
        items = items_of(street, pages)
        assert [path for path in items if path not in near] == []
        reached += len(items)
    assert reached == sum(map(is_item_page, pages))


def test_all_that_items_can_be(
    streets: list[str], pages: Pages, demo_site: Path
) -> None:
    """What was counted are items in force, announced ones and ended ones."""
    found = {
        match[1]
        for street in streets
        for path in items_of(street, pages)
        if (match := STATUS.search((demo_site / path).read_text()))
    }
    assert found == {"in-force", "announced", "ended"}


def test_a_street_leads_to_all_its_lists(streets: list[str], pages: Pages) -> None:
    """The page of a street names each of its lists, and nobody else's."""
    lists = re.compile(r"offices/[^/]+/(?!changes\.)[^/]+\.html")
    for street in streets:
        below = street.removesuffix(".html") + "/"
        own = {one for one in pages if one.startswith(below) and lists.fullmatch(one)}
        own = {one for one in own if not is_former(one)}  # which are not linked
        assert {one for one in links_of(pages[street]) if lists.fullmatch(one)} == own
        assert own
