"""What stands in the head of every page of the demo: for sharing, for finding back."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from tests.site_reading import is_former, is_item_page

META = re.compile(r'<meta (?:name|property)="([a-z:_]+)" content="([^"]*)">')
CRUMBS = re.compile(r'<nav class="crumbs"')
LONGEST = 300


@pytest.fixture(scope="module")
def heads(demo_site: Path) -> dict[str, tuple[dict[str, str], str]]:
    """Read the head of every page: its named values, and the whole text."""
    read = {}
    for file in sorted(demo_site.rglob("*.html")):
        text = file.read_text("utf-8")
        named = {name: unescape(value) for name, value in META.findall(text)}
        read[file.relative_to(demo_site).as_posix()] = named, text
    return read


def test_every_page_can_be_shared(
    heads: dict[str, tuple[dict[str, str], str]],
) -> None:
    """Title and description are there, the same for people and for those who share."""
    for path, (named, text) in heads.items():
        title = unescape(text.partition("<title>")[2].partition("</title>")[0])
        assert named["og:title"], path
        assert title.startswith(named["og:title"]), path
        assert 4 < len(named["description"]) < LONGEST, path
        assert named["og:description"] == named["description"], path
        assert named["og:site_name"] == "清平区街道职责清单"
        assert named["og:type"] == "website"


def test_titles_tell_pages_apart(
    heads: dict[str, tuple[dict[str, str], str]],
) -> None:
    """No two pages have one title, unless a street has one matter on two lists.

    An old address has the title of the page that it leads to.
    """
    titles = Counter(
        named["og:title"]
        for path, (named, _) in heads.items()
        if not (is_item_page(path) or is_former(path))
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_says_where_it_stands(
    heads: dict[str, tuple[dict[str, str], str]],
) -> None:
    """All but the home page and the 404 page show the way back."""
    without = [path for path, (_, text) in heads.items() if not CRUMBS.search(text)]
    assert sorted(without) == ["404.html", "index.html"]


def test_every_page_leads_to_the_site_map(
    heads: dict[str, tuple[dict[str, str], str]],
) -> None:
    """The footer has site map, accessibility, privacy, and all that the settings say."""
    for path, (_, text) in heads.items():
        base = "../" * path.count("/")
        foot = text.partition("<footer")[2]
        for address in (
            "sitemap.html",
            "about/accessibility.html",
            "about/privacy.html",
        ):
            assert f'href="{base}{address}"' in foot, path
        for label in (
            "主办单位",
            "承办单位",
            "政府网站标识码",
            "ICP备案号",
            "公安备案号",
        ):
            assert f"<dt>{label}</dt>" in foot, path
        assert "https://www.example.gov.cn/jiucuo" in foot
