"""The search page by the keyboard alone, while the box is empty, and to be shared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.finding import commit, compose, names, query_of, search, write_site
from tests.observing import Observed

RECENT = "localStorage.getItem('qingdan.recent')"
FORBID_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('forbidden', 'SecurityError'); },
})"""


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that is only search, once, and name its page."""
    return write_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(autouse=True)
def quiet(observed: Observed) -> Iterator[None]:
    """See to it that no test makes the page complain."""
    yield
    assert observed.complaints == []


def focused(page: Page) -> str:
    """Name what has the focus: a matter's id, or the id of the element."""
    about = """() => {
      const item = document.activeElement.closest('[data-matter],[data-place]');
      return item ? item.dataset.matter || item.dataset.place : document.activeElement.id;
    }"""
    name: str = page.evaluate(about)
    return name


def test_arrows_go_through_the_results_and_back(page: Page, find: Path) -> None:
    """Down from the box, through the cards, up again, Escape to the box and clear."""
    found = search(page, find, "低保", "hongguang")
    page.locator("#q").focus()
    seen = []
    for _ in found:
        page.keyboard.press("ArrowDown")
        seen.append(focused(page))
    assert seen == found
    page.keyboard.press("ArrowUp")
    assert focused(page) == found[-2]
    page.keyboard.press("Escape")
    assert focused(page) == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # the phone in the first card
    expect(page.locator(":focus")).to_have_attribute("href", "tel:00088001000")
    page.keyboard.press("ArrowDown")
    assert focused(page) == found[1]
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#results[data-state=empty]")).to_be_attached()
    assert query_of(page).get("q") is None


def test_a_whole_search_without_a_mouse(page: Page, find: Path) -> None:
    """Tab to the box, compose, submit, choose, open: only keys."""
    page.goto(find.as_uri())
    for _ in range(20):
        page.keyboard.press("Tab")
        if focused(page) == "q":
            break
    keyboard = page.context.new_cdp_session(page)
    compose(keyboard, "l", "lao'nian", "lao'nian'ka")
    page.keyboard.press("ArrowDown")  # the input method's own list
    assert focused(page) == "q"
    commit(keyboard, "老年卡")
    page.keyboard.press("Enter")
    assert names(page)[0] == "card"
    expect(page.get_by_role("status")).to_contain_text("找到")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_attribute("href", "matters/card.html")
    with page.expect_request("**/matters/card.html"):
        page.keyboard.press("Enter")


def test_recent_queries_stay_on_the_device(page: Page, find: Path) -> None:
    """What found something is offered again, newest first, and can be cleared."""
    for query in ("低保", "老年卡", "zzqqxx", "低保"):
        search(page, find, query)
    page.goto(find.as_uri())
    recent = page.locator("#recent .chip")
    expect(recent).to_have_text(["低保", "老年卡"])
    recent.last.click()
    assert names(page)[0] == "card"
    page.go_back()
    expect(recent.first).to_be_visible()
    page.get_by_role("button", name="清除").click()
    expect(page.locator("#recent")).to_be_hidden()
    assert page.evaluate(RECENT) is None


@pytest.mark.parametrize("kept", ["", "{", "7", '{"a": 1}', "[1, null]"])
def test_recent_queries_of_another_kind_do_no_harm(
    page: Page, find: Path, kept: str
) -> None:
    """Whatever stands in the storage, the page works."""
    page.goto(find.as_uri())
    page.evaluate("(kept) => localStorage.setItem('qingdan.recent', kept)", kept)
    page.reload()
    expect(page.locator("#recent")).to_be_hidden()
    assert search(page, find, "低保")


def test_a_browser_may_forbid_storage(page: Page, find: Path) -> None:
    """Search, streets and recent queries work as long as the page does."""
    page.add_init_script(FORBID_STORAGE)
    assert search(page, find, "低保")
    page.locator("#street").select_option("hongguang")
    expect(page.locator("[data-matter=dibao] [href^=tel]")).to_be_visible()


def test_the_empty_page_offers_examples(page: Page, find: Path) -> None:
    """An example is a search; A to Z is there too."""
    page.goto(find.as_uri())
    page.get_by_role("link", name="邻居太吵").click()
    assert names(page)[0] == "noise"
    assert query_of(page) == {"q": ["邻居太吵"]}
    expect(page.locator("#empty")).to_be_hidden()


def test_nothing_found_may_be_told(page: Page, find: Path) -> None:
    """The mail that tells of it is written, and sent by nobody but the reader."""
    search(page, find, "zzqqxx")
    link = page.get_by_role("link", name="告诉我们您用的词")
    href = link.get_attribute("href") or ""
    assert href.startswith("mailto:jiucuo@example.gov.cn?subject=%E6%90%9C")
    assert "zzqqxx&body=%E7%BD%91" in href
    assert "+" not in href


def test_an_address_shows_others_the_same(
    page: Page, find: Path, browser: Browser
) -> None:
    """Query, street and choices open elsewhere as they are here."""
    found = search(page, find, "登记", "hongguang", "&here=hongguang")
    elsewhere = browser.new_page()
    elsewhere.goto(page.url)
    assert names(elsewhere) == found
    expect(elsewhere.locator("#street")).to_have_value("hongguang")
    assert elsewhere.evaluate("localStorage.getItem('qingdan.street')") is None
    elsewhere.close()
