"""The demo site in a real browser, over nginx under a sub-path and from files."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.conftest import OpenPage
from tests.observing import Observed, observe
from tests.site_reading import DATED, is_item_page

FIRST_LOAD_LIMIT = 100 * 1024
SIZES = [pytest.param((360, 640), id="phone"), pytest.param((1280, 800), id="desk")]
KINDS = ("home", "find", "offices", "office", "list", "dated", "item", "matter",
         "communities", "a-z")  # fmt: skip


def first(site: Path, pattern: str, keep: Callable[[str], object] = bool) -> str:
    """Name the first page of the site that matches."""
    paths = sorted(file.relative_to(site).as_posix() for file in site.glob(pattern))
    return next(path for path in paths if keep(path))


@pytest.fixture(scope="session")
def addresses(demo_site: Path) -> dict[str, str]:
    """Name one page of each kind; the item and the matter are 低保's."""
    return {
        "home": "index.html",
        "find": "find.html",
        "offices": "offices.html",
        "office": first(demo_site, "offices/*.html"),
        "list": first(demo_site, "offices/*/*.html"),
        "dated": first(demo_site, "offices/*/*/*.html", DATED.search),
        "item": first(demo_site, "offices/*/*/*dibao*.html", is_item_page),
        "matter": first(demo_site, "matters/*dibao*.html"),
        "communities": "communities.html",
        "a-z": "a-z.html",
    }


def go(page: Page, address: str) -> Response:
    """Open an address and wait until nothing more is loaded; files answer too."""
    response = page.goto(address, wait_until="networkidle")
    assert response is not None
    return response


def assert_quiet(observed: Observed, origin: str) -> None:
    """Nothing was complained about and nothing asked of another host."""
    assert observed.complaints == []
    foreign = [
        address
        for address in observed.requests
        if not address.startswith((origin, "data:", "blob:"))
    ]
    assert foreign == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_pages_render(
    open_page: OpenPage,
    hosted: str,
    addresses: dict[str, str],
    kind: str,
    size: tuple[int, int],
) -> None:
    """Each kind of page shows its heading, fits the screen and stays at home."""
    page = open_page(*size)
    observed = observe(page)
    assert go(page, hosted + addresses[kind]).ok
    headings = page.locator("h1").all_inner_texts()
    assert len(headings) == 1
    assert headings[0].strip()
    assert page.locator("main").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert_quiet(observed, hosted)


def answer_cards(page: Page) -> list[str]:
    """Wait for complete results and name the matters of their cards, in order."""
    expect(page.locator("[data-state=ready]")).to_be_attached(timeout=10_000)
    cards = page.locator("[data-matter]").all()
    return [card.get_attribute("data-matter") or "" for card in cards]


def test_search_answers(
    page: Page, observed: Observed, hosted: str, demo_site: Path
) -> None:
    """A shared address finds 低保 with unit and phone in the card itself."""
    go(page, hosted + "find.html?q=低保")
    matters = answer_cards(page)
    assert matters
    assert "dibao" in matters[0]
    assert (demo_site / f"matters/{matters[0]}.html").is_file()
    assert "低保" in page.locator("[data-matter]").first.inner_text()
    assert_quiet(observed, hosted)


def test_search_from_the_home_page(page: Page, observed: Observed, hosted: str) -> None:
    """Typing a word on the home page and pressing Enter leads to its answers."""
    go(page, hosted + "index.html")
    box = page.locator("main input[name=q]").first
    box.fill("低保")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/find\.html\?"))
    assert answer_cards(page)
    assert_quiet(observed, hosted)


def test_nothing_found_helps_on(page: Page, observed: Observed, hosted: str) -> None:
    """A word that nothing matches still gets an answer: whom to call."""
    go(page, hosted + "find.html?q=zzqqxx")
    assert answer_cards(page) == []
    expect(page.locator("main")).to_contain_text("12345")
    assert_quiet(observed, hosted)


def test_without_javascript(
    open_page: OpenPage, hosted: str, addresses: dict[str, str]
) -> None:
    """Search leads to plain lists, and an item says who does it and whom to call."""
    page = open_page(java_script_enabled=False)
    go(page, hosted + "index.html")
    page.locator("main input[name=q]").first.fill("低保")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/find\.html\?"))
    # Chromium shows <noscript> only when scripts are off, as they are here.
    page.locator("main a[href$='a-z.html']").first.click()
    page.wait_for_url(re.compile(r"/a-z\.html"))
    page.locator("main a", has_text="低保").first.click()
    page.wait_for_url(re.compile(r"/matters/"))
    go(page, hosted + addresses["item"])
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("a[href^='tel:']").first).to_be_visible()


def test_first_load_is_light(
    page: Page, observed: Observed, nginx_url: str, addresses: dict[str, str]
) -> None:
    """A first visit to an item fetches at most 100 KB, styles and scripts included."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: list[int] = []
    client.on(
        "Network.loadingFinished",
        lambda event: sizes.append(int(event["encodedDataLength"])),
    )
    go(page, nginx_url + addresses["item"])
    assert len(sizes) == len(observed.requests) > 1
    assert sum(sizes) <= FIRST_LOAD_LIMIT, observed.requests


def test_the_phone_is_seen_at_once(
    page: Page, hosted: str, addresses: dict[str, str]
) -> None:
    """Answer and number stand on a phone's first screen, without scrolling."""
    go(page, hosted + addresses["item"])
    box = page.locator("main a[href^='tel:']").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640
    assert box["height"] >= 44


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_large_enough(
    page: Page, hosted: str, addresses: dict[str, str], kind: str
) -> None:
    """Running text has at least 18 pixels, tables have at least 16."""
    go(page, hosted + addresses[kind])
    size = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    assert min(page.locator("main p").evaluate_all(size), default=18) >= 16
    assert min(page.locator("main td").evaluate_all(size), default=16) >= 16
    assert page.locator("main article").first.evaluate_all(size)[0] >= 18


def luminance(page: Page) -> float:
    """Measure how light the page's background is, 0 (black) to 1."""
    color: str = page.evaluate(
        """() => {
          for (let at = document.querySelector("main"); at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if (!/, 0\\)$|transparent/.test(color)) return color;
          }
          return "rgb(255, 255, 255)";
        }"""
    )
    parts = [float(part) for part in re.findall(r"[\d.]+", color)[:3]]
    scale = 1 if color.startswith("color(") else 255
    return sum(parts) / (3 * scale)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_device(
    open_page: OpenPage, hosted: str, addresses: dict[str, str], scheme: str
) -> None:
    """A device set to dark shows dark pages, and light ones otherwise."""
    page = open_page(color_scheme=scheme)
    observed = observe(page)
    go(page, hosted + addresses["item"])
    assert (luminance(page) < 0.3) == (scheme == "dark")
    assert (luminance(page) > 0.8) == (scheme == "light")
    assert_quiet(observed, hosted)


def test_the_keyboard_reaches_the_content(
    page: Page, hosted: str, addresses: dict[str, str]
) -> None:
    """The first Tab shows a link that skips to the content."""
    go(page, hosted + addresses["item"])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_visible()
    assert (skip.get_attribute("href") or "").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    assert page.evaluate(inside)


def test_a_wrong_address_helps_on(page: Page, nginx_url: str) -> None:
    """The 404 page answers with status 404, a way to search and a number to call."""
    response = go(page, nginx_url + "no-such-page.html")
    assert response.status == 404
    expect(page.locator("main")).to_contain_text("12345")
    expect(page.locator("main input[name=q]").first).to_be_visible()
