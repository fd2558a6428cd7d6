"""Templates: what an item says first, and what scripts find in their pages."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering import Renderer, open_renderer
from generator.shell.assets import join_scripts
from generator.site_model.overview_pages import FindPage
from generator.site_model.pages import HomePage
from tests.rendering_samples import (
    ANSWER,
    BARE,
    ITEM,
    MATTER,
    PAGES,
    THEME,
    Reader,
    labels,
)

PROPOSE = THEME / "scripts" / "propose"
P = TypeVar("P")


def sample_of(kind: type[P]) -> P:
    """Give the sample of a kind of page."""
    return next(page for page in PAGES if isinstance(page, kind))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Compile the templates once."""
    return open_renderer(labels(), THEME)


@given(text=st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_out_as_it_went_in(renderer: Renderer, text: str) -> None:
    """Whatever a title is made of, a browser reads the same characters."""
    html = renderer.render(replace(ITEM, title=text))
    body = html.partition("<h1>")[2].partition("</h1>")[0]
    read = Reader(body)
    assert read.opened == []
    assert read.text == text


def test_empty_fields_leave_no_labels(renderer: Renderer) -> None:
    """What is not known has no heading; what is missing is said."""
    html = renderer.render(BARE)
    read = Reader(html)
    assert read.stack == []
    assert "承办机构尚未公布" in read.text
    for word in ("大白话", "地点", "办公时间", "责任岗位", "网上办理", "信息来源"):
        assert word not in read.text
    assert not re.search(r"<(ul|ol|h2|dt|dd|dl)[^>]*>\s*</\1>", html)


def test_answer_comes_before_everything_else(renderer: Renderer) -> None:
    """Answer, unit and phone stand before the sections, in this order."""
    html = renderer.render(replace(ITEM, elsewhere=None))
    order = ["<h1>", "街道办理", "社会事务办公室", "028-8780 1234", "二楼 205", "说明"]
    places = [html.index(word) for word in order]
    assert places == sorted(places)


def test_an_ended_item_says_that_it_is_past(renderer: Renderer) -> None:
    """The old answer stands below a sentence that it is no longer the answer."""
    said = "下面是原来公布的内容"
    html = renderer.render(replace(ITEM, status="ended"))
    assert (
        html.index("2027年1月1日起施行") < html.index(ANSWER.label) < html.index(said)
    )
    assert said not in renderer.render(replace(ITEM, status="in-force"))


def test_item_page_weighs_little(renderer: Renderer) -> None:
    """The body of a well-filled item stays below 6 KB."""
    assert len(renderer.render(ITEM).encode()) < 6000


def test_street_ids_are_set(renderer: Renderer) -> None:
    """Scripts find my street by its id, taken from the office's address."""
    assert 'data-office="hongguang"' in renderer.render(MATTER)
    assert 'data-street-choose="hongguang"' in renderer.render(sample_of(HomePage))


def test_find_page_is_what_the_search_script_expects(renderer: Renderer) -> None:
    """The container, the form and the scripts in their order."""
    html = renderer.render(sample_of(FindPage))
    assert re.search(r'<div id="results" data-state="idle" data-hotline="12345" ', html)
    scripts = re.findall(r'<script defer src="([^"]+)"', html)
    assert scripts == ["search/index.js", "assets/search.js", "assets/find.js"]
    assert '<a href="a-z.html">' in html.partition("<noscript>")[2]


def test_boxes_load_what_the_search_page_loads(renderer: Renderer) -> None:
    """The search and what both show of it are the same scripts in the same order."""
    html = renderer.render(sample_of(FindPage))
    scripts = re.findall(r'<script defer src="([^"]+)"', html)
    box = (THEME / "assets/box.js").read_text("utf-8")
    listed = re.findall(r"'([a-z]+/[a-z]+\.js)'", box.partition("];")[0])
    assert listed == scripts[:2]


def test_every_script_of_the_search_is_published() -> None:
    """Each file below theme/scripts is joined once, whole, into the file of its folder."""
    for made in join_scripts(THEME, labels()):
        folder = THEME / "scripts" / Path(made.path).stem
        parts = [path.read_bytes() for path in folder.glob("*.js")]
        assert len(parts) > 5
        assert [made.content.count(part) for part in parts] == [1] * len(parts)


def test_every_word_of_the_search_is_there() -> None:
    """Scripts say what the labels have, and the labels have nothing besides."""
    words = labels()["search"]
    assert isinstance(words, dict)
    scripts = sorted(path for path in THEME.rglob("*.js") if path.parent != PROPOSE)
    source = "".join(path.read_text("utf-8") for path in scripts)
    said = set(re.findall(r"(?<![\w.])say\('(\w+)'", source))
    assert said
    assert said <= set(words)
    quoted = set(re.findall(r"['.](\w+)\b", source))
    families = ("sort_", "facet_", "announced", "ended")
    assert {word for word in words if not word.startswith(families)} <= quoted


def test_every_word_of_the_form_is_there() -> None:
    """The same holds for 提出修改, whose scripts have words of their own."""
    words = labels()["proposing"]
    assert isinstance(words, dict)
    source = "".join(path.read_text("utf-8") for path in sorted(PROPOSE.glob("*.js")))
    said = set(re.findall(r"(?<![\w.])say\('(\w+)'", source))
    assert said <= set(words)
    quoted = set(re.findall(r"'(\w+)'", source))
    families = ("takes_", "what_")
    assert {word for word in words if not word.startswith(families)} <= quoted


def test_find_page_offers_examples_that_work_as_links(renderer: Renderer) -> None:
    """An example is an address of its own, whatever its words are made of."""
    page = replace(sample_of(FindPage), examples=('a&b "<低保>',))
    html = renderer.render(page)
    assert 'href="find.html?q=a%26b%20%22%3C%E4%BD%8E%E4%BF%9D%3E"' in html
    assert "a&amp;b &#34;&lt;低保&gt;" in html
    assert "pills" not in renderer.render(replace(page, examples=()))
