"""A street in the query, my own street, and what words were taken for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.finding import names, query_of, search, write_site
from tests.observing import Observed

REMEMBER = "localStorage.setItem('qingdan.street', 'hongguang')"
REMEMBERED = "localStorage.getItem('qingdan.street')"


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that is only search, once, and name its page."""
    return write_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(autouse=True)
def quiet(observed: Observed) -> Iterator[None]:
    """See to it that no test makes the page complain."""
    yield
    assert observed.complaints == []


@pytest.fixture
def mine(page: Page, find: Path) -> Page:
    """Open a page on a device that remembers 红光街道."""
    page.goto(find.as_uri())
    page.evaluate(REMEMBER)
    return page


@pytest.mark.parametrize("query", ["新桥街道 低保", "桃园社区低保"])
def test_a_street_that_is_named_answers_this_once(
    mine: Page, find: Path, query: str
) -> None:
    """Its phone is shown, this is said, and my street stays what it is."""
    assert search(mine, find, query)[0] == "dibao"
    card = mine.locator("[data-matter=dibao]")
    assert card.locator("[href^=tel]").get_attribute("href") == "tel:00088002000"
    assert "按“新桥街道”查找" in mine.locator("#notes").inner_text()
    expect(mine.locator("#street")).to_have_value("hongguang")
    assert mine.evaluate(REMEMBERED) == "hongguang"


def test_back_to_my_street(mine: Page, find: Path) -> None:
    """One button leads back to my street's answer; the address keeps it."""
    search(mine, find, "新桥街道低保")
    mine.get_by_role("button", name="改回我的街道").click()
    tel = mine.locator("[data-matter=dibao] [href^=tel]")
    expect(tel).to_have_attribute("href", "tel:00088001000")
    assert mine.locator("#notes").inner_text() == ""
    assert query_of(mine)["named"] == ["no"]
    mine.reload()
    names(mine)
    expect(tel).to_have_attribute("href", "tel:00088001000")
    mine.go_back()
    expect(tel).to_have_attribute("href", "tel:00088002000")


def test_a_named_street_without_one_of_my_own(page: Page, find: Path) -> None:
    """Who has chosen no street gets the phone all the same."""
    search(page, find, "新桥街道低保")
    card = page.locator("[data-matter=dibao]")
    assert card.locator("[href^=tel]").count() == 1
    link = page.locator("#notes").get_by_role("link")
    assert link.get_attribute("href") == "offices/xinqiao.html"
    page.get_by_role("button", name="不按这个街道").click()
    expect(card.get_by_role("button", name="选择街道后显示电话")).to_be_visible()
    assert page.evaluate(REMEMBERED) is None


def test_my_own_street_needs_no_explanation(mine: Page, find: Path) -> None:
    """Who names the street that is chosen anyway is not told so."""
    search(mine, find, "红光街道低保")
    assert mine.locator("#notes").inner_text() == ""
    assert mine.locator("[data-matter=dibao] [href='tel:00088001000']").count() == 1


def test_a_slip_is_said(page: Page, find: Path) -> None:
    """Readers see what their words were taken for."""
    assert search(page, find, "婚因登记")[0] == "marriage"
    assert "按“婚姻登记”查找" in page.locator("#notes").inner_text()


def test_an_everyday_word_is_shown_where_it_led(page: Page, find: Path) -> None:
    """A card whose names do not show the word says that people say it."""
    search(page, find, "困难补助")
    card = page.locator("[data-matter=dibao]")
    assert "大家也说：困难补助" in card.inner_text()
    assert card.locator("mark").all_inner_texts() == ["困难补助"]


def test_office_hours_stand_with_the_first_phone(mine: Page, find: Path) -> None:
    """Said once, where it is needed."""
    search(mine, find, "低保")
    hours = mine.get_by_text("办公时间：周一至周五 09:00-17:00")
    expect(hours).to_have_count(1)
    assert "办公时间" in mine.locator(".hit").first.inner_text()


def test_a_chosen_street_is_known_to_the_whole_page(page: Page, find: Path) -> None:
    """The chooser tells the rest of the page, and the device, and takes it back."""
    search(page, find, "低保")
    heard = "document.addEventListener('qingdan:street', (e) => { window.heard = e.detail })"
    page.evaluate(heard)
    page.locator("#street").select_option("hongguang")
    names(page)
    assert page.evaluate("heard") == {"id": "hongguang", "name": "红光街道"}
    assert page.evaluate("localStorage.getItem('qingdan.street.name')") == "红光街道"
    page.locator("#street").select_option("")
    names(page)
    assert page.evaluate(REMEMBERED) is None
