"""Report a mistake in a browser: what the links hand over, and how the log looks."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import DEMO_DAY, OpenPage, RunCli
from tests.site_reading import PageFile
from tests.trees import OFFICE, whole

LINK = "这里写错了？告诉我们"
NASTY = "<b>低保</b>&title=x \"'100%? #乙"
ABOUT = [
    "offices/jiyue.html",
    "offices/jiyue/services.html",
    "offices/jiyue/services/2025-01-01.html",
    "offices/jiyue/services/dibao-application.html",
    "matters/dibao-application.html",
]


@pytest.fixture(scope="module")
def nasty_site(tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli) -> Path:
    """Build a site whose only item has a hostile title, and that takes mail."""
    root = tmp_path_factory.mktemp("nasty")
    title = NASTY.replace("'", "''")
    files = OFFICE | whole("a/s", "2025-01-01", f"{{id: x, title: '{title}'}}")
    files["site_config.yml"] = "site:\n  name: 示例区\n  report: a@example.gov.cn\n"
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    result = run_cli("build", "--root", root, "--out", root / "s", "--on", DEMO_DAY)
    assert result.returncode == 0, result.stderr
    return root / "s"


def parameters(address: str) -> dict[str, str]:
    """Read what an address hands over."""
    read = parse_qs(urlsplit(address).query, strict_parsing=True)
    return {name: value for name, (value,) in read.items()}


@pytest.mark.parametrize("path", ABOUT)
@pytest.mark.parametrize("with_script", [True, False])
def test_the_form_is_told_of_the_page(
    open_page: OpenPage, nginx_url: str, path: str, *, with_script: bool
) -> None:
    """With and without scripts the link is there, large enough, and says this page."""
    page = open_page(java_script_enabled=with_script)
    page.goto(nginx_url + path)
    link = page.locator("main").get_by_role("link", name=LINK, exact=True)
    expect(link.last).to_be_visible()
    box = link.last.bounding_box()
    assert box
    assert box["height"] >= 44
    said = parameters(link.last.get_attribute("href") or "")
    assert said["page"] == path
    heading = page.locator("h1").inner_text()
    assert heading.startswith(said["title"])


def test_each_unit_has_its_own(page: Page, nginx_url: str) -> None:
    """A unit's link has the unit in its name, and leads back to its card."""
    page.goto(f"{nginx_url}offices/jiyue.html")
    for card in page.locator("article.unit").all():
        name = (card.locator("h3").inner_text()).split()[0]
        link = card.get_by_role("link", name=f"{LINK}：{name}", exact=True)
        said = parameters(link.get_attribute("href") or "")
        assert said["title"] == name
        assert said["page"] == f"offices/jiyue.html#{card.get_attribute('id')}"


def test_a_hostile_title_arrives_as_a_title(page: Page, nasty_site: Path) -> None:
    """The browser itself reads from the link what was written in the list."""
    page.goto((nasty_site / "offices/a/s/x.html").as_uri())
    href = page.get_by_role("link", name=LINK).evaluate(
        """(link) => ({
          scheme: link.protocol,
          to: link.pathname,
          ...Object.fromEntries(new URLSearchParams(link.search)),
        })"""
    )
    assert href == {
        "scheme": "mailto:",
        "to": "a@example.gov.cn",
        "subject": f"纠错：{NASTY}（甲街道）",
        "body": "网页：offices/a/s/x.html\r\n版本：2025-01-01\r\n请写哪里不对：",
    }


def logged(page: Page) -> Iterator[str]:
    """Give the days of receipt that the log shows, in its order."""
    for text in page.locator(".reports dd:first-of-type").all_inner_texts():
        if match := re.fullmatch(r"(\d+)年(\d+)月(\d+)日", text):
            yield "-".join(part.zfill(2) for part in match.groups())


def test_the_log_is_two_taps_away(page: Page, nginx_url: str) -> None:
    """From the footer of any page; newest first, each leading to its page."""
    page.goto(f"{nginx_url}offices/jiyue.html")
    page.get_by_role("contentinfo").get_by_role("link", name="纠错记录").click()
    expect(page.locator("h1")).to_have_text("纠错记录")
    days = list(logged(page))
    assert len(days) == 8
    assert days == sorted(days, reverse=True)
    expect(page.locator(".panel")).to_contain_text("中位数")
    page.locator(".reports a").first.click()
    expect(page.locator("h1")).not_to_have_text("纠错记录")


def test_an_item_leads_to_its_report(page: Page, nginx_url: str) -> None:
    """And the log shows which one it is."""
    page.goto(f"{nginx_url}offices/jiyue/services/dibao-application.html")
    page.get_by_role("link", name=re.compile("收到：已改正")).click()
    target = page.locator(":target")
    expect(target).to_contain_text("最低生活保障")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_log_fits(open_page: OpenPage, nginx_url: str, width: int) -> None:
    """No sideways scrolling, and its links are large enough to be tapped."""
    page = open_page(width=width)
    page.goto(f"{nginx_url}corrections.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.locator("article.page h3 a, .report a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44


def test_every_item_page_has_the_link(pages: Mapping[str, PageFile]) -> None:
    """Once in each, and no two pages hand over the same place."""
    told = [
        parameters(reference.address)["page"]
        for path, page in pages.items()
        for reference in page.references
        if path.startswith("offices/") and "jiucuo?" in reference.address
    ]
    assert len(told) > 2000
    assert len(told) == len(set(told))
