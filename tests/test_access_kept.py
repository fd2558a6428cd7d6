"""What the site keeps on the device: listed on the page about privacy, cleared there."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

PRIVACY = "about/privacy.html"
KEY = re.compile(r"""["'](qingdan\.[a-z.]+)["']""")
KEYS = "Object.keys(window.localStorage).sort()"


def kept_by_scripts(repo_root: Path) -> set[str]:
    """Find every key under which a script of the theme keeps something."""
    scripts = sorted((repo_root / "theme").rglob("*.js"))
    return {key for path in scripts for key in KEY.findall(path.read_text("utf-8"))}


def test_everything_kept_is_listed(page: Page, nginx_url: str, repo_root: Path) -> None:
    """Each key that a script uses is on the list, with what it is and why."""
    page.goto(nginx_url + PRIVACY)
    rows = page.locator("[data-keeps]").all()
    listed = {key for row in rows for key in row.get_attribute("data-keeps").split()}  # type: ignore[union-attr]  # the selector asks for it
    assert listed == kept_by_scripts(repo_root)
    assert {"qingdan.street", "qingdan.recent", "qingdan.elder"} <= listed
    for row in rows:
        assert len(row.locator("dd").inner_text()) > 5


def test_one_button_clears_it(page: Page, nginx_url: str) -> None:
    """Street, queries, scheme and mode are gone at once, and the page says so."""
    page.goto(nginx_url + "index.html")
    page.locator("[data-street-choose=heling]").first.click()
    page.get_by_role("button", name="长者模式").click()
    page.locator("[data-theme-select]").select_option("dark")
    page.goto(nginx_url + "find.html?q=低保")
    page.wait_for_selector("#results[data-state=ready]")
    page.evaluate("window.localStorage.setItem('elsewhere', 'another site here')")
    page.goto(nginx_url + PRIVACY)
    assert len(page.evaluate(KEYS)) >= 5
    page.get_by_role("button", name="清除本机保存的内容").click()
    expect(page.get_by_role("status")).to_contain_text("已经清除")
    assert page.evaluate(KEYS) == ["elsewhere"]
    root = page.locator("html")
    assert root.get_attribute("data-elder") is None
    assert root.get_attribute("data-theme") is None
    expect(page.locator("[data-theme-select]")).to_have_value("")
    page.goto(nginx_url + "index.html")
    expect(page.locator("[data-street-unknown]").first).to_be_visible()


def test_the_list_is_read_without_script(page: Page, nginx_url: str) -> None:
    """The list stands on the page itself; only the button needs a script."""
    response = page.request.get(nginx_url + PRIVACY)
    html = response.text()
    assert html.count("data-keeps=") >= 4
    assert 'id="kept"' in html
