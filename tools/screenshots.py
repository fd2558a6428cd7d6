"""Take pictures of every kind of page: `python tools/screenshots.py SITE TARGET`.

Phone and desktop, light and dark, 长者模式, and print; in names as `item-phone-dark.png`.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
LONGEST = 4000
"""Pixels of a page that a picture shows: a list has hundreds of rows."""

KINDS = {
    "home": "index.html",
    "find": "find.html?q=没电梯",
    "find-street": "find.html?q=禾岭街道办电话",
    "offices": "offices.html",
    "office": "offices/*.html",
    "list": "offices/*/services.html",
    "version": "offices/*/services/20*.html",
    "changes-list": "offices/*/services/changes.html",
    "item": "offices/*/services/[a-z]*.html",
    "matter": "matters/*.html",
    "a-z": "a-z.html",
    "communities": "communities.html",
    "changes": "changes.html",
    "basis": "basis.html",
    "document": "basis/*.html",
    "about": "about/index.html",
    "not-found": "404.html",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look at a page."""

    name: str
    size: ViewportSize
    scheme: str = "light"
    elder: bool = False
    media: str = "screen"


WAYS = (
    Way("phone", PHONE),
    Way("phone-dark", PHONE, scheme="dark"),
    Way("phone-elder", PHONE, elder=True),
    Way("desktop", DESKTOP),
    Way("desktop-dark", DESKTOP, scheme="dark"),
    Way("print", DESKTOP, media="print"),
)
ELDER = "localStorage.setItem('qingdan.elder', 'on')"


def main(site: Path, target: Path) -> None:
    """Take every picture; those of before are removed."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    pages = dict(_pages(site))
    with sync_playwright() as driver:
        found = driver.chromium.executable_path
        program = found if Path(found).exists() else shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for way in WAYS:
            _shoot(browser, way, pages, target)
        browser.close()
    sys.stdout.write(f"{target}: {len(pages) * len(WAYS)} pictures\n")


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    """Name the address of one page of each kind that the site has."""
    for kind, pattern in KINDS.items():
        path, mark, query = pattern.partition("?")
        found = next(iter(sorted(site.glob(path))), None)
        if found:
            yield kind, found.as_uri() + mark + query


def _shoot(browser: Browser, way: Way, pages: dict[str, str], target: Path) -> None:
    context = browser.new_context(viewport=way.size, color_scheme=way.scheme)
    page = context.new_page()
    page.add_init_script(ELDER if way.elder else "")
    for kind, address in pages.items():
        page.goto(address, wait_until="load")
        if "?q=" in address:
            page.locator("#results[data-learnt]").wait_for(state="attached")
        path = target / f"{kind}-{way.name}.png"
        if way.media == "print":
            _print(page, path)
        else:
            _screen(page, way.size, path)
    context.close()


def _screen(page: Page, size: ViewportSize, path: Path) -> None:
    height = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": size["width"], "height": min(height, LONGEST)}
    page.screenshot(path=path, full_page=True, clip=clip)


def _print(page: Page, path: Path) -> None:
    """Show the first sheet as it comes out of the printer."""
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    sheets[0].render(scale=1.5).to_pil().save(path)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
