"""What is printed: an item on one sheet with its code, a list as a booklet."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.calling import Call
from tests.conftest import DEMO_DAY, REPO, OpenPage, RunCli
from tests.paper import print_page, squeezed
from tests.site_reading import is_item_page

URL = "https://www.example.gov.cn/qingdan/"
BOOKLET = "offices/heling/services/booklet.html"
SUBSTANCE = (
    ".answer__unit, .answer__phone a, .answer dd:not(.open), "
    ".split > div > .part:not(:has(.changed)) :is(li, dd, p)"
)
HISTORY = re.compile(r'<ol class="changed">.*?</ol>\n</section>', re.DOTALL)


@pytest.fixture(scope="session")
def printable(tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli) -> Path:
    """Build the demo as if it had an address; codes need one."""
    root = tmp_path_factory.mktemp("printable")
    for name in ("content", "theme"):
        (root / name).symlink_to(REPO / name)
    config = (REPO / "site_config.yml").read_text("utf-8")
    config = re.sub(r"^  url: .*\n", "", config, flags=re.MULTILINE)
    config = config.replace("\nsite:\n", f"\nsite:\n  url: {URL}\n")
    (root / "site_config.yml").write_text(config, "utf-8")
    result = run_cli("build", "--root", root, "--out", root / "site", "--on", DEMO_DAY)
    assert result.returncode == 0, result.stderr
    return root / "site"


def longest_items(site: Path) -> list[str]:
    """Name the items that say most, one of each list, the longest first."""
    lengths: dict[str, tuple[int, str]] = {}
    for file in site.glob("offices/*/*/*.html"):
        path = file.relative_to(site).as_posix()
        if is_item_page(path):
            said = HISTORY.sub("", file.read_text("utf-8")).partition("<main")[2]
            name = file.parent.name
            lengths[name] = max(lengths.get(name, (0, "")), (len(said), path))
    return [path for _, path in sorted(lengths.values(), reverse=True)]


def test_an_item_is_one_sheet(page: Page, printable: Path) -> None:
    """The longest items fit whole on one A4 sheet, and the code is the address."""
    for path in longest_items(printable)[:3]:
        sheets = print_page(page, (printable / path).as_uri())
        assert len(sheets) == 1, path
        sheet = sheets[0]
        assert sheet.codes == {URL + path}
        assert page.locator(".part li").count() > 3, "It says too little to prove it."
        for said in page.locator(f"h1, {SUBSTANCE}").all_inner_texts():
            assert squeezed(said) in sheet.text
        source = page.locator("aside .facts dd").all_inner_texts()
        assert len(source) >= 3
        assert squeezed("".join(source[:1])) in sheet.text
        assert squeezed(source[1]) in sheet.text


def test_elder_and_dark_pages_print_alike(open_page: OpenPage, printable: Path) -> None:
    """What is set for the screen does not cost a second sheet."""
    path = longest_items(printable)[0]
    page = open_page(color_scheme="dark")
    usual = print_page(page, (printable / path).as_uri())
    page.add_init_script(
        "addEventListener('load', () =>"
        " document.documentElement.setAttribute('data-elder', ''))"
    )
    large = print_page(page, (printable / path).as_uri())
    assert page.evaluate("document.documentElement.hasAttribute('data-elder')")
    assert large == usual
    assert large[0].codes == {URL + path}


def test_the_code_is_for_paper_only(page: Page, printable: Path) -> None:
    """On the screen, where a link is a link, nobody sees the code."""
    path = longest_items(printable)[0]
    page.goto((printable / path).as_uri())
    assert page.locator(".code img").count() == 1
    assert not page.locator(".code").is_visible()


def test_a_booklet_has_every_item_once(page: Page, printable: Path) -> None:
    """Cover with notice and number, contents, every item once, numbered pages."""
    listed = printable / BOOKLET.replace("/booklet", "")
    page.goto(listed.as_uri())
    titles = page.locator("#rows tbody th a").all_inner_texts()
    assert len(titles) > 100
    assert page.locator("a", has_text="打印成册").get_attribute("href") is not None
    sheets = print_page(page, (printable / BOOKLET).as_uri())
    assert sheets[0].codes == {URL + BOOKLET.replace("/booklet", "")}
    for said in ("公共服务事项清单", "通知", "〔", "施行日期"):
        assert said in sheets[0].text
    for number, sheet in enumerate(sheets[1:], start=2):
        assert sheet.text.endswith(str(number)) or sheet.text.startswith(str(number))
    headings = page.locator(".entry h3").all_inner_texts()
    numbered = [f"{number} {title}" for number, title in enumerate(titles, start=1)]
    assert [squeezed(text) for text in headings] == [squeezed(t) for t in numbered]
    text = "".join(sheet.text for sheet in sheets)
    for title in numbered:
        # Once in the table of contents and once where the item stands.
        assert text.count(squeezed(title)) >= 2
    contents = page.locator(".booklet__contents li a")
    assert contents.count() == len(titles)


def test_without_settings_neither_code_nor_booklet(sample: Path, call: Call) -> None:
    """A site that asks for nothing pays for nothing."""
    config = sample / "site_config.yml"
    text = config.read_text("utf-8")
    config.write_text(re.sub(r"(?m)^  (url|booklets): .*\n", "", text), "utf-8")
    out = sample / "build/site"
    assert call("build", "--root", sample, "--on", "2026-11-22").code == 0
    pages = list(out.rglob("*.html"))
    assert len(pages) > 20
    assert not [page for page in pages if page.name == "booklet.html"]
    assert not [page for page in pages if 'class="code"' in page.read_text("utf-8")]
