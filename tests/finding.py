"""A site that is only search, and how to read its page in a browser."""

from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import CDPSession, Page, expect

from generator.rendering import open_renderer
from generator.search import build_search
from generator.shell.assets import join_scripts
from generator.site_model.overview_pages import FindPage
from generator.site_model.parts import Head
from tests.conftest import POLICY
from tests.search_samples import SAMPLE
from tests.shell_samples import THEME, labels

ASSETS = THEME / "assets"
FIND = FindPage(
    Head("find.html", "", "找事项", "找事项"),
    "12345",
    ("办老年证", "邻居太吵"),
    "mailto:jiucuo@example.gov.cn?subject=%E6%90%9C%E7%B4%A2%7Bwords%7D&body=%E7%BD%91",
)
HEAD = f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>找事项</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="assets/site.css">
<script src="assets/site.js"></script></head>
<body><main class="page">
"""
BOX = """<form role="search" class="search" action="find.html"><p class="search__row">
<input name="q" type="search" aria-label="您要办什么事"><button>搜索</button></p></form>
<p id="below">下面</p>"""


def write_site(root: Path) -> Path:
    """Write search files, scripts and pages; name the file of the search page."""
    files = {file.path: file.content for file in build_search(SAMPLE)}
    files |= {f"assets/{path.name}": path.read_bytes() for path in ASSETS.glob("*.js")}
    files |= {file.path: file.content for file in join_scripts(THEME, labels())}
    sheets = sorted((THEME / "styles").glob("*.css"))
    files["assets/site.css"] = b"\n".join(sheet.read_bytes() for sheet in sheets)
    files["find.html"] = (HEAD + open_renderer(labels(), THEME).render(FIND)).encode()
    files["index.html"] = (HEAD + BOX).encode()
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root / "find.html"


def search(
    page: Page, find: Path, query: str, street: str = "", more: str = ""
) -> list[str]:
    """Open the page with a query and name the matters it shows, in order."""
    chosen = f"&street={quote(street)}" if street else ""
    page.goto(f"{find.as_uri()}?q={quote(query)}{chosen}{more}")
    return names(page)


def names(page: Page, attribute: str = "data-matter") -> list[str]:
    """Wait until results are complete and read an attribute of their cards."""
    expect(page.locator("#results[data-state=ready]")).to_be_attached(timeout=10_000)
    cards = page.locator(f"[{attribute}]").all()
    return [card.get_attribute(attribute) or "" for card in cards]


def query_of(page: Page) -> dict[str, list[str]]:
    """Read the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def compose(keyboard: CDPSession, *steps: str) -> None:
    """Show letters on their way to characters, as an input method does."""
    for text in steps:
        place = {"selectionStart": len(text), "selectionEnd": len(text)}
        keyboard.send("Input.imeSetComposition", {"text": text, **place})


def commit(keyboard: CDPSession, text: str) -> None:
    """End a composition with the characters that were chosen."""
    keyboard.send("Input.insertText", {"text": text})
