"""Templates: what an item says first, and what scripts find in their pages."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering import Renderer, open_renderer
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
    """The body of a well-filled item stays below 5 KB."""
    assert len(renderer.render(ITEM).encode()) < 5000


def test_street_ids_are_set(renderer: Renderer) -> None:
    """Scripts find my street by its id, taken from the office's address."""
    assert 'data-office="hongguang"' in renderer.render(MATTER)
    assert 'data-street-choose="hongguang"' in renderer.render(PAGES[4])
    assert '<option value="hongguang">' in renderer.render(PAGES[5])


def test_find_page_is_what_the_search_script_expects(renderer: Renderer) -> None:
    """The container, the form and the scripts in their order."""
    html = renderer.render(PAGES[5])
    assert re.search(r'<div id="results" data-state="idle" data-base="" ', html)
    assert re.findall(r'<script defer src="([^"]+)"', html) == [
        "assets/lunr.js", "assets/tokens.js", "search/index.js", "assets/find.js",
    ]  # fmt: skip
    assert '<a href="a-z.html">' in html.partition("<noscript>")[2]
