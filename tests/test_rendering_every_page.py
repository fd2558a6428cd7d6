"""Templates: every record becomes a body in which texts stay texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest

from generator.problems import GeneratorError
from generator.rendering import Renderer, open_renderer
from generator.rendering.environment import TEMPLATES
from generator.site_model.booklet_parts import BookletPage
from generator.site_model.overview_pages import CommunitiesPage, NotFoundPage
from generator.site_model.pages import (
    ChangesPage,
    ComparePage,
    HomePage,
    ItemPage,
    ListPage,
    MatterPage,
    Page,
)
from generator.site_model.parts import Head
from tests.rendering_samples import PAGES, THEME, Reader, labels

# Texts that switch or lead somewhere; an `address` may be either.
SWITCHES = {"base", "tel", "tone", "status", "anchor", "unit_link", "id", "url"}
SWITCHES |= {"kind", "day", "feed", "dates", "changes", "open", "booklet"}

# What a record carries for others, or what the place of a value says already.
PHONE_NOTES = {"咨询", "2026-10-08", "受理", "午休转值班"}
CARD_PARTS = {"服务清单", "清单版本", "二六年七月一日"}
# A booklet has the hours once, on its cover, and no dates of checking.
BOUND = {"周一至周五 09:00-12:00", "周六 09:00-12:00", "2026-10-08"}
HIDDEN: Mapping[type, set[str]] = {
    BookletPage: BOUND | {"公共服务事项清单", "131 项", "办理时限", "hongguang"},
    ItemPage: {"131 项", "hongguang"},
    ListPage: PHONE_NOTES | {"红光街道", "hongguang"},
    MatterPage: PHONE_NOTES | {"公共服务事项清单", "131 项", "hongguang"},
    HomePage: {"hongguang"},
    CommunitiesPage: {"一街12号"},
    ChangesPage: {"131 项"},
    ComparePage: CARD_PARTS | {"hongguang"},
}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Compile the templates once."""
    return open_renderer(labels(), THEME)


T = TypeVar("T")


def is_switch(value: str, name: str) -> bool:
    """Tell an address or a switch from words for readers."""
    return name in SWITCHES or (name == "address" and ".html" in value)


def with_texts(value: T, text: str, name: str = "") -> T:
    """Put a text in place of every word for readers, however deep."""
    made: object = value
    if isinstance(value, str):
        made = value if not value or is_switch(value, name) else text
    elif isinstance(value, tuple):
        made = tuple(with_texts(part, text, name) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{
            f.name: with_texts(getattr(value, f.name), text, f.name)
            for f in fields(value)
        })  # fmt: skip
    return made  # type: ignore[return-value] # same shape, other texts


def words_of(value: object, name: str = "") -> Iterable[str]:
    """List every word for readers in a record, except the title and description."""
    if isinstance(value, Head):
        yield from words_of(value.crumbs)
    elif isinstance(value, str):
        if value and not is_switch(value, name) and "/" not in value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part, name)
    elif is_dataclass(value):
        for f in fields(value):
            yield from words_of(getattr(value, f.name), f.name)


@each_page
def test_body_is_sound(renderer: Renderer, page: Page) -> None:
    """One h1, tags closed in order, unique ids, nothing inline, labels in place."""
    html = renderer.render(page)
    read = Reader(html)
    assert read.stack == []
    tags = [tag for tag, _ in read.opened]
    assert tags.count("h1") == 1
    ids = read.every("id")
    assert len(ids) == len(set(ids))
    assert not [a for _, attrs in read.opened for a in attrs if a.startswith("on")]
    assert read.every("style") == []
    assert "namespace(" not in html
    assert not re.search(r"<(dt|dd|li|h2|caption|th)[^>]*>\s*</\1>", html)


@each_page
def test_links_are_relative_to_the_page(renderer: Renderer, page: Page) -> None:
    """A link leads to a file of the site from this depth, outside, or to a phone."""
    for link in Reader(renderer.render(page)).every("href"):
        if re.match(r"tel:\d+$|mailto:[^?]+$|https://|#", link):
            continue
        assert link.startswith(page.head.base)
        path = link.removeprefix(page.head.base)
        assert re.fullmatch(r"[a-z0-9/-]+\.(html(#\w+)?|xml)", path)


@each_page
def test_everything_known_is_shown(renderer: Renderer, page: Page) -> None:
    """Every word of a record stands in its page, but for a few kept for others."""
    text = Reader(renderer.render(page)).text
    hidden = {word for word in words_of(page) if word not in text}
    assert hidden == HIDDEN.get(type(page), set())


@each_page
def test_hostile_text_stays_text(renderer: Renderer, page: Page) -> None:
    """Markup in any field is printed as typed and opens no tag."""
    hostile = "\"><script>alert(1)</script>'&lt;{{ 7*7 }}</title>"
    plain = Reader(renderer.render(with_texts(page, "甲")))
    read = Reader(renderer.render(with_texts(page, hostile)))
    assert [tag for tag, _ in read.opened] == [tag for tag, _ in plain.opened]
    assert [sorted(a) for _, a in read.opened] == [sorted(a) for _, a in plain.opened]
    assert hostile in read.text or isinstance(page, NotFoundPage)


def test_every_record_has_a_template() -> None:
    """No page record without a template, no template without a record."""
    assert {type(page) for page in PAGES} == set(TEMPLATES)
    names = {f"{name}.html.jinja" for name in TEMPLATES.values()}
    found = {p.name for p in (THEME / "templates").glob("*.jinja")}
    assert found - names == {"_shared.html.jinja", "_told.html.jinja"}


def test_missing_templates_are_named(tmp_path: Path) -> None:
    """A theme without templates is said in words."""
    with pytest.raises(GeneratorError, match="templates"):
        open_renderer(labels(), tmp_path)
