"""Take pictures of every kind of page: `python -m tests.screenshots SITE TARGET`.

Phone and desktop, light and dark, 长者模式, and print; in names as `item-phone-dark.png`.
A third argument names the folder that gets the README's six of them, made smaller.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import (
    Browser,
    FloatRect,
    Page,
    ViewportSize,
    sync_playwright,
)

from tests.page_kinds import name_kinds

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
LONGEST = 4000
"""Pixels of a page that a picture shows: a list has hundreds of rows."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look at a page."""

    name: str
    size: ViewportSize
    scheme: Literal["light", "dark"] = "light"
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


SHOWN = (
    "home-phone", "find-answers-phone", "item-phone", "item-phone-elder",
    "matter-desktop", "changes-desktop-dark",
)  # fmt: skip


def main(site: Path, target: Path, readme: Path | None = None) -> None:
    """Take every picture; those of before are removed."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    site = site.resolve()
    pages = {
        kind.replace(" ", "-"): f"{site.as_uri()}/{address}"
        for kind, address in name_kinds(site).items()
    }
    with sync_playwright() as driver:
        found = driver.chromium.executable_path
        program = found if Path(found).exists() else shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for way in WAYS:
            _shoot(browser, way, pages, target)
        browser.close()
    if readme:
        for name in SHOWN:
            _shrink(target / f"{name}.png", readme / f"{name}.png")
    sys.stdout.write(f"{target}: {len(pages) * len(WAYS)} pictures\n")


def _shrink(picture: Path, smaller: Path) -> None:
    """Keep the upper part, in as many colours as such a page needs."""
    smaller.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(picture)
    upper = image.crop((0, 0, image.width, min(image.height, image.width * 2, 900)))
    upper.convert("RGB").quantize(48).save(smaller, optimize=True)


def _shoot(browser: Browser, way: Way, pages: dict[str, str], target: Path) -> None:
    context = browser.new_context(viewport=way.size, color_scheme=way.scheme)
    page = context.new_page()
    page.add_init_script(ELDER if way.elder else "")
    for kind, address in pages.items():
        page.goto(address, wait_until="load")
        if "?q=" in address:
            page.locator("#results[data-state=ready]").wait_for(state="attached")
        path = target / f"{kind}-{way.name}.png"
        if way.media == "print":
            _print(page, path)
        else:
            _screen(page, way.size, path)
    context.close()


def _screen(page: Page, size: ViewportSize, path: Path) -> None:
    height = page.evaluate("document.documentElement.scrollHeight")
    clip = FloatRect(x=0, y=0, width=size["width"], height=min(height, LONGEST))
    page.screenshot(path=path, full_page=True, clip=clip)


def _print(page: Page, path: Path) -> None:
    """Show the first sheet as it comes out of the printer."""
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    sheets[0].render(scale=1.5).to_pil().save(path)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
