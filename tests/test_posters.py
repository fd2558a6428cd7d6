"""`qingdan poster`: what hangs on a notice board, and what its codes say."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.calling import ON, Call
from tests.conftest import DEMO_DAY, REPO
from tests.paper import print_page

URL = "https://www.example.gov.cn/qingdan/"
ASKED = 10


def with_url(root: Path, url: str = URL) -> Path:
    """Give a site an address, or take it away."""
    config = root / "site_config.yml"
    text = re.sub(r"(?m)^  url: .*\n", "", config.read_text("utf-8"))
    line = f"\nsite:\n  url: {url}\n" if url else "\nsite:\n"
    config.write_text(f"\n{text}".replace("\nsite:\n", line, 1), "utf-8")
    return root


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """Copy the demo district's settings beside its content, with an address."""
    root = tmp_path / "district"
    root.mkdir()
    for name in ("content", "theme"):
        (root / name).symlink_to(REPO / name)
    (root / "site_config.yml").write_bytes((REPO / "site_config.yml").read_bytes())
    return with_url(root)


def test_a_poster_and_cards(page: Page, district: Path, call: Call) -> None:
    """One sheet with the street's code; eight cards to a sheet, each with its own."""
    out = district / "print"
    said = call("poster", "jiyue", "--root", district, "--out", out, "--on", DEMO_DAY)
    assert said.code == 0
    assert said.out.split() == [
        "已写", str(out / "jiyue-poster.html"), "已写", str(out / "jiyue-cards.html")
    ]  # fmt: skip
    (poster,) = print_page(page, (out / "jiyue-poster.html").as_uri())
    assert poster.codes == {f"{URL}offices/jiyue.html"}
    for words in ("霁月街道", "公共服务事项清单", "12345", "000-88010001", "办老年证"):
        assert words in poster.text
    cards = print_page(page, (out / "jiyue-cards.html").as_uri(), scanned=2)
    assert [len(sheet.codes) for sheet in cards] == [8, ASKED - 8]
    codes = frozenset[str]().union(*(sheet.codes for sheet in cards))
    assert f"{URL}offices/jiyue/services/dibao-application.html" in codes
    assert all(code.startswith(f"{URL}offices/jiyue/") for code in codes)
    assert page.locator(".card").count() == ASKED


def test_sheets_stand_alone(district: Path, call: Call) -> None:
    """They load nothing, run nothing, and are the same each time."""
    texts = []
    for name in ("one", "two"):
        out = district / name
        call("poster", "heling", "--root", district, "--out", out, "--on", DEMO_DAY)
        texts.append([path.read_text("utf-8") for path in sorted(out.iterdir())])
    assert texts[0] == texts[1]
    for text in texts[0]:
        assert set(re.findall(r'src="([^"]{5})', text)) == {"data:"}
        assert not re.search(r"<script|<link|url\(|href=|@import", text)


def test_it_goes_to_the_build_folder(sample: Path, call: Call) -> None:
    """Without a folder named it goes beside the site, with what to do next."""
    said = call("poster", "dongmen", "--root", with_url(sample), *ON)
    assert said.code == 0
    assert (sample / "build/poster/dongmen-poster.html").is_file()
    assert "A4" in said.err


@pytest.mark.parametrize(
    ("office", "url", "sentence"),
    [
        ("dongmen", "", "二维码没有地方可指"),
        ("dongmem", URL, "没有街道“dongmem”。是不是“dongmen”？"),
        ("laocheng", URL, "它已经由 nanhu 承接。"),
    ],
)
def test_what_cannot_be_made_is_said(
    sample: Path, call: Call, office: str, url: str, sentence: str
) -> None:
    """Without an address, for an unknown street, for one that is gone."""
    said = call("poster", office, "--root", with_url(sample, url), *ON)
    assert said.code == 2
    assert sentence in said.err
    assert not (sample / "build/poster").exists()


def test_a_street_that_is_gone_names_its_heir(district: Path, call: Call) -> None:
    """Where its file is still there, so are the streets that took over."""
    said = call("poster", "yuyuan", "--root", district, "--on", DEMO_DAY)
    assert said.code == 2
    assert "yuyuan" not in said.err
    assert "已经由" in said.err
