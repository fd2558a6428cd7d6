"""A site that is only search, and how to read its page in a browser."""

from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from generator.search import build_search
from tests.conftest import POLICY
from tests.search_samples import SAMPLE

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
SCRIPTS = ("assets/lunr.js", "assets/tokens.js", "search/index.js", "assets/find.js")
PAGE = f"""<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>找事项</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,">
<form action="find.html"><input id="q" name="q" type="search">
<select id="street" name="street"><option value="">全部街道</option></select>
<button>搜索</button></form>
<p id="summary" role="status"></p>
<div id="results" data-state="idle" data-base="" data-hotline="12345"></div>
{"".join(f'<script defer src="{path}"></script>' for path in SCRIPTS)}
</html>
"""


def write_site(root: Path) -> Path:
    """Write the search files and the page, and name the page's file."""
    for file in build_search(SAMPLE):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for name in ("tokens.js", "find.js"):
        (root / "assets" / name).write_bytes((ASSETS / name).read_bytes())
    find = root / "find.html"
    find.write_text(PAGE, encoding="utf-8")
    return find


def search(page: Page, find: Path, query: str, street: str = "") -> list[str]:
    """Open the page with a query and name the matters it shows, in order."""
    chosen = f"&street={quote(street)}" if street else ""
    page.goto(f"{find.as_uri()}?q={quote(query)}{chosen}")
    return names(page)


def names(page: Page, attribute: str = "data-matter") -> list[str]:
    """Wait until results are complete and read an attribute of their cards."""
    expect(page.locator("#results[data-state=ready]")).to_be_attached(timeout=10_000)
    cards = page.locator(f"[{attribute}]").all()
    return [card.get_attribute(attribute) or "" for card in cards]


def query_of(page: Page) -> dict[str, list[str]]:
    """Read the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)
