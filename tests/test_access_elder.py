"""长者模式: one switch, remembered on the device, larger, simpler, nothing out of reach."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})"""
ITEM = "offices/jiyue/services/dibao-application.html"
LIST = "offices/jintang/services.html"


def size_of(page: Page, selector: str) -> float:
    """Measure the type of an element, in pixels."""
    size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
    return float(page.locator(selector).first.evaluate(size))


def turn_on(page: Page) -> None:
    """Press the switch."""
    page.get_by_role("button", name="长者模式").click()


def test_the_switch_is_kept(page: Page, nginx_url: str) -> None:
    """What is switched on here is on everywhere, until it is switched off."""
    page.goto(nginx_url + ITEM)
    switch = page.get_by_role("button", name="长者模式")
    expect(switch).to_have_attribute("aria-pressed", "false")
    before = size_of(page, ".answer__phone a")
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert size_of(page, ".answer__phone a") > before * 1.3
    page.goto(nginx_url + "about/index.html")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert size_of(page, "main p") >= 24
    switch.click()
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert size_of(page, "main p") < 20


def test_nothing_jumps(open_page: OpenPage, nginx_url: str) -> None:
    """The mode is there before anything is drawn: no page moves while it loads."""
    for width in (360, 1280):
        page = open_page(width, 800)
        page.goto(nginx_url + "index.html")
        turn_on(page)
        for address in ("index.html", ITEM, LIST, "communities.html"):
            page.goto(nginx_url + address)
            assert page.evaluate(SHIFTS) <= 0.02, address


def test_one_column_on_a_desk(open_page: OpenPage, nginx_url: str) -> None:
    """What stands side by side comes one below the other, and rows become cards."""
    page = open_page(1280, 800)
    page.goto(nginx_url + ITEM)
    beside = page.locator(".split > aside").bounding_box()
    turn_on(page)
    below = page.locator(".split > aside").bounding_box()
    answer = page.locator(".answer").bounding_box()
    assert beside is not None
    assert below is not None
    assert answer is not None
    assert beside["y"] < 500
    assert below["y"] > answer["y"] + answer["height"]
    page.goto(nginx_url + LIST)
    cells = page.locator("tbody tr").first.locator("th, td:not(:empty)").all()
    boxes = [cell.bounding_box() for cell in cells]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) > 2
    assert tops == sorted(set(tops))


def test_fewer_things_none_lost(
    open_page: OpenPage, nginx_url: str, demo_site: Path
) -> None:
    """The home page leaves figures out and keeps every link; categories stay closed."""
    page = open_page(1280, 800)
    page.goto(nginx_url + "index.html")
    shown = "Array.from(document.links).filter((a) => a.checkVisibility()).map((a) => a.href)"
    before = set(page.evaluate(shown))
    expect(page.locator(".numbers")).to_be_visible()
    turn_on(page)
    expect(page.locator(".numbers")).to_be_hidden()
    assert set(page.evaluate(shown)) == before
    page.goto(nginx_url + LIST)
    assert (demo_site / LIST).read_text("utf-8").count("data-open-wide") > 0
    assert page.locator("details[data-open-wide][open]").count() == 0


def test_no_switch_without_script(open_page: OpenPage, nginx_url: str) -> None:
    """A switch that cannot work is not offered."""
    page = open_page(java_script_enabled=False)
    page.goto(nginx_url + ITEM)
    expect(page.locator("[data-elder-switch]")).to_be_hidden()


def test_paper_stays_the_same(page: Page, nginx_url: str) -> None:
    """The mode is for the screen: what is printed keeps its size."""
    page.goto(nginx_url + ITEM)
    page.emulate_media(media="print")
    before = size_of(page, ".answer__phone a")
    page.emulate_media(media="screen")
    turn_on(page)
    page.emulate_media(media="print")
    assert size_of(page, ".answer__phone a") == before
