"""Comparing two days in a real browser: the same answer as Python's, and told well."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.history.changes import ChangeKind, ItemChange
from generator.history.net import net_changes
from generator.history.runs import word_runs
from generator.pipeline import examine
from tests.conftest import OpenPage, RunCli
from tests.observing import observe
from tests.trees import EMPTY, SHIPPED, TODAY, Files, amend, plan, whole

WriteTree = Callable[[Files], Path]
CHANGES = "offices/jiyue/services/changes.html"
SCREENS = [
    pytest.param((360, 640), "light", id="phone"),
    pytest.param((1280, 800), "dark", id="desk"),
]
PAGES = (
    CHANGES,
    "offices/jiyue/services/compare/2026-03-01.html",
    "offices/jiyue/changes.html",
    "changes.html",
    "changes/2026-07.html",
    "standards/services/changes.html",
    "standards/services/compare/2026-06-01.html",
)

TEXTS = (
    ("十个工作日", "五个工作日"),
    ("承诺时限：20个工作日。", "承诺时限：15个工作日，加急3个。"),
    ("《旧办法》第一条\n《新办法》", "《新办法》\n《条例》第二十一条"),
    ("abc 12.5 中文abc", "abd 12.5 文中abc abc"),
    ("甲乙丙丁戊己庚辛", "丁戊甲乙己庚丙辛"),
    ("𠮷野家👍", "吉野家👍👍"),
    ("一样", "完全不同的说法"),
)

ROWS = """() => [...document.querySelectorAll("#chosen [data-item]")]
  .map((row) => [row.dataset.item, row.dataset.kind])"""
RUNS = """() => [...document.querySelectorAll("#chosen .diff span")].map((span) =>
  [...span.childNodes].map((node) => [node.textContent, node.nodeType === 1]))"""


def name_of(change: ItemChange) -> str:
    """Name a kind of change as the browser does."""
    if change.kind is ChangeKind.MOVED:
        return "arrived" if change.arrived else "left"
    name: str = change.kind.value
    return name


def go(page: Page, address: str) -> None:
    """Open an address and wait for its scripts."""
    page.goto(address, wait_until="networkidle")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("size", "scheme"), SCREENS)
def test_history_pages_render(
    open_page: OpenPage,
    nginx_url: str,
    address: str,
    size: tuple[int, int],
    scheme: str,
) -> None:
    """Each fits the screen, complains about nothing and has one heading."""
    page = open_page(*size, color_scheme=scheme)
    observed = observe(page)
    go(page, nginx_url + address)
    assert observed.complaints == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    fonts = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    for tag in ("p", "dd", "li", "ins", "del"):
        sizes = page.locator(f"main {tag}").evaluate_all(fonts)
        assert min(sizes, default=16) >= 16


def test_any_two_days_give_what_python_says(page: Page, nginx_url: str) -> None:
    """Every pair of versions of a list of the demo, item by item."""
    history = plan(examine(SHIPPED, TODAY)).history
    key = next(key for key in history.lists if str(key) == "jiyue/services")
    versions = [entry for entry in history.lists[key] if not entry.in_place]
    assert len(versions) >= 6
    for first, last in combinations([entry.day for entry in versions], 2):
        page.goto(f"{nginx_url}{CHANGES}?from={first}&to={last}", wait_until="load")
        inside = [entry for entry in versions if first < entry.day <= last]
        expected = {(c.item, name_of(c)) for c in net_changes(inside)}
        assert {tuple(row) for row in page.evaluate(ROWS)} == expected


@pytest.fixture
def texts_site(write_tree: WriteTree, run_cli: RunCli, tmp_path: Path) -> Path:
    """Build a small site whose items change from the old to the new texts."""

    def item(number: int, text: str) -> str:
        quoted = json.dumps(text, ensure_ascii=False)
        return f"{{id: i{number}, title: 事{number}, description: {quoted}}}"

    olds = [item(number, old) for number, (old, _) in enumerate(TEXTS)]
    news = [item(number, new) for number, (_, new) in enumerate(TEXTS)]
    files = EMPTY | whole("a/s", "2020-01-01", *olds)
    files |= whole("a/s", "2021-01-01", *news)
    files |= amend("a/s", "2022-01-01", "{add: {id: z, title: 又一事}}")
    files |= amend("a/s", "2023-01-01", "{withdraw: z, reason: 其他, note: 不办了}")
    site = tmp_path / "site"
    root = write_tree(files)
    result = run_cli("build", "--root", root, "--out", site, "--on", "2026-11-22")
    assert result.returncode == 0, result.stderr
    return site / "offices/a/s/changes.html"


def test_words_are_marked_as_in_python(page: Page, texts_site: Path) -> None:
    """Old and new text hold the same runs as those that the site's pages mark."""
    go(page, f"{texts_site.as_uri()}?from=2020-01-01&to=2021-01-01")
    shown: Iterator[list[list[object]]] = iter(page.evaluate(RUNS))
    for old, new in TEXTS:
        for runs in word_runs(old, new):
            assert next(shown) == [[run.text, run.changed] for run in runs]


def test_mistakes_are_said_in_words(page: Page, texts_site: Path) -> None:
    """The same day twice, a day that is none, and nothing between two days."""
    said = page.locator("#chosen")
    for query, words in {
        "from=2021-01-01&to=2021-01-01": "同一天",
        "from=gestern&to=2021-01-01": "没有这一天",
        "from=2019-01-01&to=2021-01-01": "没有这一天",
        "from=2021-01-01&to=2023-01-01": "没有变化",
    }.items():
        go(page, f"{texts_site.as_uri()}?{query}")
        expect(said).to_contain_text(words)


def test_days_are_chosen_with_the_keyboard(page: Page, nginx_url: str) -> None:
    """Two days and Enter; the address keeps them, and the back button undoes it."""
    observed = observe(page)
    go(page, nginx_url + CHANGES)
    said = page.locator("#chosen")
    expect(said).to_be_empty()
    assert said.get_attribute("role") == "status"
    page.get_by_label("从", exact=True).select_option("2025-01-01")
    page.get_by_label("到", exact=True).select_option("2026-07-01")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="对照").press("Enter")
    expect(said).to_contain_text("从2025年1月1日到2026年7月1日：新增")
    assert page.url.endswith("?from=2025-01-01&to=2026-07-01")
    page.get_by_label("从", exact=True).select_option("2026-07-01")
    page.get_by_role("button", name="对照").click()
    expect(said).to_contain_text("同一天")
    page.go_back()
    expect(said).to_contain_text("新增")
    expect(page.get_by_label("从", exact=True)).to_have_value("2025-01-01")
    page.go_back()
    expect(said).to_be_empty()
    assert observed.complaints == []


def test_a_day_between_two_versions_means_the_one_in_force(
    page: Page, nginx_url: str
) -> None:
    """A shared address may name any day; an earlier one may stand second."""
    go(page, f"{nginx_url}{CHANGES}?from=2026-08-15&to={date(2025, 2, 1)}")
    expect(page.locator("#chosen")).to_contain_text("从2025年1月1日到2026年7月1日")


def test_without_scripts_neighbours_are_compared(
    open_page: OpenPage, nginx_url: str
) -> None:
    """The form is not there; every version but the first leads to both texts."""
    page = open_page(java_script_enabled=False)
    go(page, nginx_url + CHANGES)
    expect(page.locator("#choose")).to_be_hidden()
    links = page.get_by_role("link", name="对照前后原文")
    assert links.count() >= 6
    links.first.click()
    page.wait_for_url("**/compare/*.html")
    expect(page.locator("main .diff del").first).to_be_visible()
    expect(page.locator("main .diff__old b").first).to_have_text("原")
    expect(page.locator("main .diff__new b").first).to_have_text("现")


def test_marks_do_not_rest_on_colour(page: Page, nginx_url: str) -> None:
    """What is gone is struck through, what is new is underlined."""
    go(page, f"{nginx_url}{CHANGES}?from=2025-01-01&to=2026-07-01")
    line = "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    for tag, expected in (("del", "line-through"), ("ins", "underline")):
        assert set(page.locator(f"main {tag}").evaluate_all(line)) == {expected}
