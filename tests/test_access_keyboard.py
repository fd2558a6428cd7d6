"""Only a keyboard: a visible focus at every stop, and the walk from a word to a call."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.page_kinds import name_kinds

ENOUGH = 40  # stops at most from one place of the walk to the next
# After a key was pressed, focus set by a script is drawn as the keyboard's is.
STOPS = """() => {
  const faults = [];
  const ringed = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2.5 && boxShadow !== 'none';
  };
  for (const one of document.querySelectorAll('details')) one.open = true;
  let stops = 0;
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
  for (const one of document.querySelectorAll(all)) {
    if (one.tabIndex > 0) faults.push(['order', one.outerHTML]);
    if (one.tabIndex < 0 || one.disabled || !one.checkVisibility()) continue;
    one.focus();
    if (document.activeElement !== one) faults.push(['refused', one.outerHTML]);
    const shown = one.matches('.top__toggle') ? one.labels[0] : one;
    if (!ringed(shown)) faults.push(['ring', one.outerHTML]);
    const { left, right } = shown.getBoundingClientRect();
    if (right < 1 || left > window.innerWidth) faults.push(['away', one.outerHTML]);
    stops += 1;
  }
  return [stops, faults];
}"""


def test_every_stop_is_visible(
    open_page: OpenPage, nginx_url: str, demo_site: Path
) -> None:
    """Wherever the keyboard stops, a ring shows it, on every kind of page."""
    for width in (360, 1280):
        page = open_page(width, 800)
        for kind, address in name_kinds(demo_site).items():
            page.goto(nginx_url + address, wait_until="load")
            page.keyboard.press("Tab")
            stops, faults = page.evaluate(STOPS)
            assert faults == [], kind
            assert stops > 10, kind


def test_the_ring_is_missed(page: Page, nginx_url: str) -> None:
    """A page that hides the focus is seen."""
    page.goto(nginx_url + "offices.html", wait_until="load")
    page.evaluate("document.querySelector('main a').style.outline = 'none'")
    page.keyboard.press("Tab")
    assert [kind for kind, _ in page.evaluate(STOPS)[1]] == ["ring"]


def test_skip_link_comes_first(page: Page, nginx_url: str) -> None:
    """The first Tab offers the way past the header, and it works."""
    page.goto(nginx_url + "offices.html", wait_until="load")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def tab_to(page: Page, selector: str) -> str:
    """Press Tab until the focus is on something; return its address."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("(to) => document.activeElement.matches(to)", selector):
            return str(page.evaluate("document.activeElement.getAttribute('href')"))
    pytest.fail(f"{ENOUGH} times Tab do not lead to {selector}.")


@pytest.mark.parametrize("width", [360, 1280])
def test_from_a_word_to_the_call(
    open_page: OpenPage, nginx_url: str, width: int
) -> None:
    """Type, Enter, Tab to the result, Enter, Tab to the number: a tel: link."""
    page = open_page(width, 800)
    page.goto(nginx_url + "index.html", wait_until="load")
    tab_to(page, "main input[name=q]")
    page.keyboard.type("低保")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find\.html\?"))
    page.wait_for_selector("#results[data-state=ready]")
    address = tab_to(page, ".hit__link")
    assert "dibao" in address
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"dibao"))
    if "/matters/" in page.url:
        tab_to(page, "main tbody th a")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/offices/"))
    assert tab_to(page, "main a[href^='tel:']").startswith("tel:")
