"""The box of the home page and of every page's header: suggestions while typing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.finding import commit, compose, write_site
from tests.observing import Observed, observe

OPTIONS = "[role=listbox]:not([hidden]) [role=option]"
SCRIPTS = ("search/index.js", "assets/search.js")
RECTANGLES = """(options) => Array.from(document.querySelectorAll(options))
  .map((one) => one.getBoundingClientRect().toJSON())"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site with a box and the search page, and name the page of the box."""
    return write_site(tmp_path_factory.mktemp("box")).with_name("index.html")


def enter(page: Page, home: Path) -> Locator:
    """Open the page, enter its box and wait until it can suggest."""
    page.goto(home.as_uri())
    box = page.locator("input[name=q]")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    return box


def test_nothing_is_loaded_before_the_box_is_entered(
    page: Page, observed: Observed, nginx_url: str
) -> None:
    """A page costs what it cost; entering the box loads each script once, in order."""
    page.goto(nginx_url + "index.html", wait_until="networkidle")
    assert not [address for address in observed.requests if "search/" in address]
    before = len(observed.requests)
    box = page.locator("main input[name=q]")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.blur()
    box.focus()
    page.wait_for_load_state("networkidle")
    loaded = [a.removeprefix(nginx_url) for a in observed.requests[before:]]
    assert loaded == ["assets/box.js", *SCRIPTS]
    assert observed.complaints == []


def test_a_suggestion_is_opened_by_keys(page: Page, home: Path) -> None:
    """Compose, go down, Enter: the matter's page, and no search page between."""
    observed = observe(page)
    box = enter(page, home)
    keyboard = page.context.new_cdp_session(page)
    compose(keyboard, "d", "di", "dibao")
    page.wait_for_timeout(400)
    expect(page.locator(OPTIONS)).to_have_count(0)
    commit(keyboard, "低保")
    expect(page.locator(OPTIONS).first).to_contain_text("最低生活保障申请")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = page.locator(OPTIONS).first
    expect(active).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute(
        "aria-activedescendant", active.get_attribute("id") or "none"
    )
    expect(box).to_be_focused()
    with page.expect_request("**/matters/dibao.html"):
        page.keyboard.press("Enter")
    assert observed.complaints == []


def test_enter_without_a_choice_searches(page: Page, home: Path) -> None:
    """The form is a form: what was typed is searched for."""
    box = enter(page, home)
    page.keyboard.type("老年卡")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find\.html\?q="), timeout=9_000)
    expect(page.locator("#q")).to_have_value("老年卡")
    expect(page.locator("[data-matter]").first).to_have_attribute("data-matter", "card")


def test_the_arrows_go_round(page: Page, home: Path) -> None:
    """After the last suggestion comes the box itself, then the first again."""
    enter(page, home)
    page.keyboard.type("老年证")
    options = page.locator(OPTIONS)
    expect(options.first).to_be_visible()
    count = options.count()
    assert 2 <= count <= 6
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_the_list_closes(page: Page, home: Path, key: str) -> None:
    """Escape and leaving the box close the list and keep the words."""
    box = enter(page, home)
    page.keyboard.type("低保")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press(key)
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("低保")


def test_my_street_and_places(page: Page, home: Path) -> None:
    """With a street a suggestion leads to its own page; communities are suggested."""
    page.goto(home.as_uri())
    page.evaluate("localStorage.setItem('qingdan.street', 'xinqiao')")
    enter(page, home)
    page.keyboard.type("低保")
    first = page.locator(OPTIONS).first
    expect(first).to_have_attribute(
        "data-address", "offices/xinqiao/services/dibao.html"
    )
    page.locator("input[name=q]").fill("桃园社区")
    expect(first).to_have_attribute("data-address", "offices/xinqiao.html#taoyuan")
    with page.expect_request("**/offices/xinqiao.html"):
        first.click()


def test_nothing_moves(page: Page, home: Path) -> None:
    """The list lies over the page."""
    enter(page, home)
    below = page.locator("#below")
    before = below.bounding_box()
    page.keyboard.type("低保")
    expect(page.locator(OPTIONS).first).to_be_visible()
    assert below.bounding_box() == before


def test_suggestions_are_said(page: Page, home: Path) -> None:
    """How many there are is said; what an option is called is text, not markup."""
    enter(page, home)
    page.keyboard.type("登记簿")
    expect(page.locator(OPTIONS).first).to_contain_text("<img src=x")
    assert page.locator("img").count() == 0
    count = page.locator(OPTIONS).count()
    expect(page.get_by_role("status")).to_have_text(f"有 {count} 条，用上下键选择")


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["index.html", "a-z.html", "no-such-page.html"])
def test_the_box_of_every_page(
    open_page: OpenPage,
    nginx_url: str,
    size: tuple[int, int],
    scheme: str,
    address: str,
) -> None:
    """One behaviour on the home page, in the header and on the 404 page."""
    page = open_page(*size, color_scheme=scheme)
    page.goto(nginx_url + address, wait_until="networkidle")
    observed = observe(page)
    if address == "a-z.html" and size[0] < 720:
        page.locator("label.top__menu").click()
    box = page.locator("form[role=search] input").first
    box.click()
    page.keyboard.type("dibao")
    options = page.locator(OPTIONS)
    expect(options.first).to_contain_text("低")
    assert options.count() <= 6
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    places = page.evaluate(RECTANGLES, OPTIONS)  # at once: answers are renewed
    assert min(place["height"] for place in places) >= 44
    assert min(place["left"] for place in places) >= 0
    assert max(place["right"] for place in places) <= size[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(matters|offices)/"), timeout=9_000)
    assert page.locator("h1").count() == 1
    assert observed.complaints == []


def test_the_box_of_a_file(page: Page, observed: Observed, demo_site: Path) -> None:
    """Opened from the disk, a page two folders down suggests as well."""
    page.goto(min(demo_site.glob("matters/*dibao*.html")).as_uri())
    page.locator("label.top__menu").click()
    page.locator(".top__find input").click()
    page.keyboard.type("老年证")
    expect(page.locator(OPTIONS).first).to_contain_text("老年")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(matters|offices)/(?!.*dibao)"), timeout=9_000)
    assert observed.complaints == []


def test_a_search_that_does_not_load(page: Page, nginx_url: str) -> None:
    """Without the search's scripts the form still leads to the search page."""
    page.route("**/assets/engine.js", lambda route: route.abort())
    page.goto(nginx_url + "index.html", wait_until="networkidle")
    page.locator("main input[name=q]").fill("低保")
    page.wait_for_load_state("networkidle")
    page.unroute("**/assets/engine.js")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find\.html\?q="), timeout=9_000)
    expect(page.locator("[data-matter]").first).to_be_visible()
