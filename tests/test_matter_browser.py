"""A matter across all streets: my street first, what differs, what is missing."""

from pathlib import Path

from playwright.sync_api import expect

from tests.conftest import OpenPage

MEALS = "matters/elder-canteen.html"
CHARGING = "matters/ebike-charging-site.html"


def test_my_street_comes_first(open_page: OpenPage, demo_site: Path) -> None:
    """The street that the device remembers leads the table, and the row says so."""
    page = open_page()
    page.goto((demo_site / MEALS).as_uri())
    page.evaluate("localStorage.setItem('qingdan.street', 'wuqiao')")
    page.reload()
    first = page.locator("table.rows tbody tr").first
    expect(first.locator("th")).to_contain_text("梧桥街道")
    expect(first.locator("th")).to_contain_text("我的街道")


def test_differences_are_said_in_words(open_page: OpenPage, demo_site: Path) -> None:
    """What most streets ask stands above; a street that differs says in what."""
    page = open_page(java_script_enabled=False)
    page.goto((demo_site / MEALS).as_uri())
    expect(page.locator(".panel")).to_contain_text("按助餐点公示价")
    row = page.locator('tr[data-office="wuqiao"]')
    expect(row.locator(".differs")).to_contain_text("收费")
    expect(row.locator(".differs")).to_contain_text("午餐10元")
    usual = page.locator('tr[data-office="heling"]')
    expect(usual.locator(".differs")).to_have_count(0)


def test_a_missing_phone_is_said(open_page: OpenPage, demo_site: Path) -> None:
    """An empty cell tells nobody whether there is no phone or nobody wrote it down."""
    page = open_page(java_script_enabled=False)
    page.goto((demo_site / CHARGING).as_uri())
    row = page.locator('tr[data-office="heling"]')
    expect(row.locator(".missing")).to_have_text("电话尚未公布")


def test_the_break_of_others_is_not_told_in_a_table(
    open_page: OpenPage, demo_site: Path
) -> None:
    """A row has room for the office only; its own page says what else is open."""
    page = open_page()
    page.clock.install(time="2026-11-23T12:30:00+08:00")
    page.goto((demo_site / MEALS).as_uri())
    row = page.locator('tr[data-office="heling"]')
    expect(row.locator("[data-open]")).to_have_text("午休，14:00 开门")
