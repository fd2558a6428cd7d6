"""Properties: any text in, the same text out; every digit is dialled.

The examples are the same on every run; raise `max_examples` to look for more.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.authoring.showing import as_json, find_shown
from generator.loading.labels import read_labels
from generator.loading.load import load
from generator.pipeline import examine
from generator.rendering import open_renderer
from generator.shell import build_shell
from generator.site_model.contact import tap_to_call
from generator.site_model.pages import Page
from tests.accept import SAMPLE
from tests.property_samples import AREAS, NASTY, TEXTS, common, digits
from tests.trees import EMPTY, SHIPPED, TODAY, pages_by_address

THEME = SHIPPED / "theme"
LIST = "content/lists/a/s/2020-01-01.yml"
DAY = date(2020, 1, 1)


class Outline(HTMLParser):
    """A page's tags with their attributes' names, its texts, and some single ones."""

    def __init__(self, html: str) -> None:
        """Read all of a page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, ...]] = []
        self.texts: list[tuple[str, str]] = []
        self.values: list[str] = []
        self._stack: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and the names of its attributes."""
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.values.extend(value or "" for _, value in attrs)
        self._stack.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text below the tag opened last."""
        if self.texts and self.texts[-1][0] == self._stack[-1:][0]:
            _, before = self.texts.pop()
            data = before + data
        self.texts.append((self._stack[-1] if self._stack else "", data))

    def handle_decl(self, decl: str) -> None:
        """Note a declaration as if it were a tag."""
        self.tags.append(("!", decl))

    def handle_comment(self, data: str) -> None:
        """Note a comment as if it were a tag."""
        self.tags.append(("<!--",))
        self.values.append(data)

    def has(self, text: str) -> bool:
        """Tell whether a text stands somewhere in the page, as it is."""
        return any(text in shown for _, shown in self.texts)


Body = Callable[[Page], str]
Published = Callable[[dict[str, str]], tuple[dict[str, Page], dict[str, object]]]


@pytest.fixture(scope="module")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Load one item with given texts: the pages, and the item as `show` has it."""
    root = tmp_path_factory.mktemp("site")
    for path, text in EMPTY.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    def make(texts: dict[str, str]) -> tuple[dict[str, Page], dict[str, object]]:
        # JSON's way of quoting is one of YAML's.
        lines = [
            f"    {k}: {json.dumps(v, ensure_ascii=False)}" for k, v in texts.items()
        ]
        text = "\n".join(
            [
                "list: s",
                "kind: service",
                f"effective: {DAY}",
                "items:",
                "  - id: x",
                *lines,
            ]
        )
        (root / LIST).parent.mkdir(parents=True, exist_ok=True)
        (root / LIST).write_text(f"{text}\n", encoding="utf-8")
        examined = examine(root, TODAY)
        shown = find_shown(examined.resolved, "a/s/x", DAY)
        item: dict[str, object] = json.loads(as_json(shown))["items"][0]
        return pages_by_address(examined), item

    return make


@pytest.fixture(scope="module")
def body() -> Body:
    """Compile the templates once; a function, since a failing example is printed."""
    renderer = open_renderer(read_labels(THEME), THEME)

    def render(page: Page) -> str:
        return renderer.render(page)

    return render


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory, body: Body) -> Body:
    """Build the frame of the pages once, and put bodies into it."""
    work = tmp_path_factory.mktemp("shell")
    shell = build_shell(load(SAMPLE).settings, {}, read_labels(THEME), THEME, work)
    return lambda page: shell.wrap(page.head, body(page))


PLAIN_TEXTS = {"title": "甲事", "plain": "办甲", "unit": "某局", "description": "说明"}
SHOWING = (
    "offices/a/s/x.html",
    "offices/a/s.html",
    "offices/a/s/2020-01-01.html",
    "matters/x.html",
)


# An id that no unit has would be reported, not shown.
UNITS = TEXTS.filter(lambda text: not re.fullmatch("[a-z0-9-]+", text))


@given(title=TEXTS, plain=TEXTS, unit=UNITS, description=TEXTS)
@example(title=NASTY[0], plain=NASTY[0], unit=NASTY[0], description=NASTY[0])
@example(title=NASTY[1], plain=NASTY[2], unit=NASTY[1], description=NASTY[7])
@settings(common, max_examples=60)
def test_any_text_comes_out_as_it_went_in(
    publish: Published,
    body: Body,
    framed: Body,
    title: str,
    plain: str,
    unit: str,
    description: str,
) -> None:
    """In pages and in JSON every text is itself, and nothing becomes an element."""
    texts = {"title": title, "plain": plain, "unit": unit, "description": description}
    expected = {name: normalize("NFC", text) for name, text in texts.items()}
    usual, _ = publish(PLAIN_TEXTS)
    pages, item = publish(texts)
    assert {name: item[name] for name in texts} == expected
    for address in SHOWING:
        page = Outline(body(pages[address]))
        assert page.tags == Outline(body(usual[address])).tags
        assert all(page.has(expected[name]) for name in ("title", "plain", "unit"))
        assert not any(value.startswith("javascript:") for value in page.values)
    page = Outline(framed(pages[SHOWING[0]]))
    assert page.tags == Outline(framed(usual[SHOWING[0]])).tags
    assert [
        expected["title"] in text for tag, text in page.texts if tag == "title"
    ] == [True]
    assert page.has(expected["description"].strip())


FIRSTS = digits(3, "2345678") | digits(4, "2345678")
EXTENSIONS = st.none() | st.tuples(
    st.sampled_from(("转", "-", " 转 ", "分机")), digits(2) | digits(4)
)


@given(
    area=AREAS,
    first=FIRSTS,
    last=digits(4),
    gaps=st.tuples(st.sampled_from(("-", " ", "")), st.sampled_from((" ", "-", ""))),
    extension=EXTENSIONS,
)
@settings(common, max_examples=200)
def test_every_digit_is_dialled(
    publish: Published,
    area: str,
    first: str,
    last: str,
    gaps: tuple[str, str],
    extension: tuple[str, str] | None,
) -> None:
    """A landline passes the check, is printed as typed, and dials all its digits."""
    # "028-878-0123-45" may be a number and an extension or a number of eight digits.
    assume(not (extension and len(first) == 3 and extension[0] == "-"))
    number = f"{area}{gaps[0]}{first}{gaps[1]}{last}" + "".join(extension or ())
    pages, item = publish({"title": "甲", "hotline": number})
    assert item["hotline"] == number
    assert tap_to_call(number) == f"tel:{area}{first}{last}" + (
        f",{extension[1]}" if extension else ""
    )
    assert number in str(pages[SHOWING[0]])
