"""Take the pictures of the officials' guide: `python -m tests.guide_pictures SITE`.

SITE is the built demo; the pictures go to content/about. That of the exported table
is drawn by LibreOffice, which nothing else here needs: without it the old one stays.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tests.conftest import REPO
from tests.programs import chromium_path, launch

TARGET = REPO / "content" / "about"
COLOURS = 32
MARGIN = 12


def main(site: Path) -> None:
    """Take every picture anew."""
    with sync_playwright() as play:
        browser = launch(play, chromium_path(play))
        page = browser.new_page(viewport={"width": 720, "height": 900})
        _save("officials-phone.png", _phone(page, site))
        _save("officials-item.png", _item(page, site))
        browser.close()
    table = _table()
    if table:
        _save("officials-table.png", table)


def _phone(page: Page, site: Path) -> Image.Image:
    """The form of a unit with a new number, and under it what it gives."""
    page.clock.set_fixed_time("2026-11-22T10:00:00+08:00")
    page.goto(f"{site.resolve().as_uri()}/propose.html#jintang/units/social")
    first = page.get_by_role("group", name="第 1 个电话")
    first.get_by_label("电话号码").fill("000-8802 9001")
    dialled = first.get_by_role("button", name="今天打过")
    dialled.click()
    page.get_by_role("button", name="检查并生成").click()
    made = page.get_by_role("heading", name="下一步")
    copy = page.get_by_role("button", name="复制").first
    parts = [
        _between(page, page.get_by_text("现在的联系方式"), dialled),
        _between(page, made, copy),
    ]
    whole = Image.new("RGB", (720, sum(part.height for part in parts)), "white")
    whole.paste(parts[0], (0, 0))
    whole.paste(parts[1], (0, parts[0].height))
    return whole


def _item(page: Page, site: Path) -> Image.Image:
    """The form of a new item, begun."""
    page.goto("about:blank")
    page.goto(f"{site.resolve().as_uri()}/propose.html#jintang/services")
    page.get_by_label("事项名称").fill("老年助餐补贴申领")
    page.get_by_label("事项编号").focus()
    page.get_by_role("button", name="按名称的拼音填").click()
    return _between(
        page, page.get_by_text("新增什么"), page.get_by_label("承办机构").first
    )


def _between(page: Page, first: Locator, last: Locator) -> Image.Image:
    """Cut from the top of one element to the foot of another, the page's whole width."""
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    edge = "(e, side) => e.getBoundingClientRect()[side] + scrollY"
    top = first.evaluate(edge, "top") - MARGIN
    foot = last.evaluate(edge, "bottom") + MARGIN
    return whole.crop((0, int(top), whole.width, int(foot))).convert("RGB")


def _table() -> Image.Image | None:
    """The first lines of an exported table, as it is printed."""
    office = shutil.which("soffice")
    if not office:
        return None
    with tempfile.TemporaryDirectory() as name:
        for words in _steps(office, Path(name)):
            subprocess.run(words, check=True, capture_output=True)
        document = pypdfium2.PdfDocument(Path(name) / "table.pdf")
        sheet: Image.Image = document[0].render(scale=1.6).to_pil()
        document.close()
    return sheet.crop((60, 60, sheet.width - 60, sheet.height // 2))


def _steps(office: str, folder: Path) -> Iterator[list[str]]:
    table = folder / "table.xlsx"
    program = [sys.executable, "-m", "generator", "export", "jintang/withdrawn"]
    yield [*program, "--root", str(REPO), "--out", str(table)]
    yield [
        office,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(table),
    ]


def _save(name: str, picture: Image.Image) -> None:
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(TARGET / name, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
