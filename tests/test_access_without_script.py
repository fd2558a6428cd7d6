"""Every kind of page with JavaScript off: content, links, and a way on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page_kinds import name_kinds

# Without scripts a page has no more than its HTML and its styles, so this reads all.
READ = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const main = document.querySelector('main');
  const links = Array.from(document.querySelectorAll('a[href]')).filter(shown);
  return {
    heading: main.querySelector('h1').checkVisibility() && main.querySelector('h1').innerText,
    words: main.innerText.length,
    links: links.map((one) => one.getAttribute('href')),
    idle: Array.from(document.querySelectorAll('[data-needs-script]')).filter(shown).length,
    closed: Array.from(main.querySelectorAll('details')).filter((one) => !one.querySelector('summary')).length,
    aside: document.documentElement.scrollWidth - window.innerWidth,
  };
}"""


@pytest.fixture(scope="module")
def plain_page(browser: Browser) -> Iterator[Page]:
    """Open one page with scripts off, of a phone's size."""
    context = browser.new_context(
        java_script_enabled=False,
        locale="zh-CN",
        viewport={"width": 360, "height": 640},
    )
    yield context.new_page()
    context.close()


def test_every_kind_is_usable(
    plain_page: Page, nginx_url: str, demo_site: Path
) -> None:
    """Each kind says what it says, offers nothing that is dead, and leads on."""
    for kind, address in name_kinds(demo_site).items():
        plain_page.goto(nginx_url + address, wait_until="load")
        seen = plain_page.evaluate(READ)
        assert seen["heading"], kind
        assert seen["words"] > 40, kind
        assert seen["idle"] == seen["closed"] == 0, kind
        assert seen["aside"] <= 0, kind
        ways = {link.rsplit("/", 1)[-1] for link in seen["links"]}
        assert ways & {"a-z.html", "find.html"}, kind


def test_items_say_whom_to_call(
    plain_page: Page, nginx_url: str, demo_site: Path
) -> None:
    """Whatever the answer, an item's page has a number to tap or says that none is."""
    for kind, address in name_kinds(demo_site).items():
        if kind.partition(" ")[0] != "item":
            continue
        plain_page.goto(nginx_url + address, wait_until="load")
        answer = plain_page.locator(".answer")
        expect(answer.locator(".badge").first).to_be_visible()
        calls = answer.locator("a[href^='tel:'], .missing, .answer__unit")
        expect(calls.first).to_be_visible()


def test_the_menu_opens(plain_page: Page, nginx_url: str) -> None:
    """On a phone the menu is a checkbox: keyboard and finger open it without a script."""
    plain_page.goto(nginx_url + "offices.html", wait_until="load")
    nav = plain_page.locator(".top__nav")
    expect(nav).to_be_hidden()
    plain_page.locator(".top__menu").click()
    expect(nav).to_be_visible()
    nav.locator("a[href$='a-z.html']").click()
    plain_page.wait_for_url(re.compile(r"/a-z\.html"))


def test_search_leads_to_the_directory(plain_page: Page, nginx_url: str) -> None:
    """A query without scripts ends at plain lists: A–Z, communities, streets."""
    plain_page.goto(nginx_url + "index.html", wait_until="load")
    plain_page.locator("main input[name=q]").fill("低保")
    plain_page.locator("main input[name=q]").press("Enter")
    plain_page.wait_for_url(re.compile(r"/find\.html\?"))
    for address in ("communities.html", "offices.html", "a-z.html"):
        expect(plain_page.locator(f"main a[href$='{address}']").first).to_be_visible()
    plain_page.locator("main a[href$='a-z.html']").first.click()
    plain_page.locator("main a[href^='matters/']", has_text="低保").first.click()
    plain_page.locator("main tbody th a").first.click()
    expect(plain_page.locator(".answer a[href^='tel:']").first).to_be_visible()
