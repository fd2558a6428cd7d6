"""Properties: any text in, the same text out; any bytes in, no exception out.

The examples are the same on every run; raise `max_examples` to look for more.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.authoring.drafts import new_office
from generator.authoring.showing import as_json, find_shown
from generator.cli.reporting import as_github, as_text
from generator.cli.reporting import as_json as problems_as_json
from generator.loading.characters import GARBLED, HIDDEN, PRIVATE
from generator.loading.encoding import decode_text
from generator.loading.labels import read_labels
from generator.loading.load import load
from generator.loading.nodes import Mapping, Scalar
from generator.loading.personal import redact
from generator.loading.sources import SourceFile
from generator.loading.yaml_source import parse
from generator.pipeline import examine
from generator.problems import Problem
from generator.rendering import open_renderer
from generator.shell import build_shell
from generator.site_model.contact import tap_to_call
from generator.site_model.pages import Page
from tests.accept import SAMPLE
from tests.trees import EMPTY, SHIPPED, TODAY, pages_by_address, whole

THEME = SHIPPED / "theme"
LIST = "content/lists/a/s/2020-01-01.yml"
DAY = date(2020, 1, 1)
SOON = timedelta(seconds=5)

common = settings(derandomize=True, deadline=None)
NASTY = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "{{ 7*7 }} {% raw %}",
    "[x](javascript:1) **b** `c` # h",
    "</script><!--",
    "𠮷野家👨‍👩‍👧é",
    "..\\..\\ ../ %2e%2e",
    "甲 # 乙: 丙",
)


def is_sound(text: str) -> bool:
    """Tell a text that the check lets pass from one that it refuses."""
    refused = (HIDDEN, PRIVATE, GARBLED)
    return bool(text.strip()) and not any(p.search(text) for p in refused)


LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")
)
TEXTS = (
    st.text(LETTERS, min_size=1, max_size=40)
    | st.sampled_from(NASTY)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join)
).filter(is_sound)


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


@given(text=TEXTS | st.text(LETTERS | st.just("\n"), min_size=1).filter(is_sound))
@settings(common, max_examples=200)
def test_yaml_round_trip(text: str) -> None:
    """A quoted text is read as it was written, in both ways of quoting."""
    single = text.replace("'", "''")
    for written in (json.dumps(text, ensure_ascii=False), f"'{single}'"):
        if "\n" in text and written[0] == "'":
            continue  # a line break in single quotes is refused, not read
        problems: list[Problem] = []
        root = parse("a.yml", f"title: {written}\n", problems).root
        assert problems == []
        assert isinstance(root, Mapping)
        value = root.values[0]
        assert isinstance(value, Scalar)
        assert value.text == text


@given(name=TEXTS)
@settings(common, max_examples=60)
def test_drafts_quote_any_name(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """`new office` writes a name so that it is read again as it was given."""
    root = tmp_path_factory.mktemp("draft")
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    path, text = new_office(load(root).catalog, "b", name)
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(text, encoding="utf-8")
    assert load(root).catalog.offices["b"].name == normalize("NFC", name)


def digits(length: int, first: str = "0123456789") -> st.SearchStrategy[str]:
    """Draw some digits, of which the first is one of `first`."""
    rest = st.text("0123456789", min_size=length - 1, max_size=length - 1)
    return st.tuples(st.sampled_from(first), rest).map("".join)


AREAS = st.sampled_from(("000", "010", "028", "0571", "0871", "0931"))
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


WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@st.composite
def id_cards(draw: st.DrawFn) -> str:
    """Draw an ID-card number whose check digit is right."""
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 22)))
    body = draw(digits(6, "123456789")) + born.strftime("%Y%m%d") + draw(digits(3))
    total = sum(int(digit) * w for digit, w in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def wide(text: str) -> str:
    """Write ASCII as a Chinese keyboard does in full-width mode."""
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "small-x": str.lower,
    "full-width": wide,
    "spaced": lambda n: f"{n[:6]} {n[6:14]} {n[14:]}",
    "hyphened": lambda n: f"{n[:6]}-{n[6:10]}-{n[10:14]}-{n[14:]}",
    "digit-by-digit": " ".join,
}
AROUND = st.text("身份证号码：，。（）甲乙 \n:;\"'", max_size=8)


def bare(text: str) -> str:
    """Take everything out of a text but its digits, in ASCII."""
    return re.sub(r"[^0-9X]", "", normalize("NFKC", text).upper())


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(number=id_cards(), before=AROUND, after=AROUND)
@settings(common, max_examples=60)
def test_no_id_number_is_printed(
    spelling: str, number: str, before: str, after: str
) -> None:
    """However an ID number is spelt, no message shows more than its beginning."""
    shown = redact(before + SPELLINGS[spelling](number) + after)
    assert number[3:] not in bare(shown)
    assert number[6:14] not in bare(shown)


@given(number=id_cards(), lead=st.integers(0, 120))
@settings(common, max_examples=60)
def test_no_message_cuts_an_id_number(
    tmp_path_factory: pytest.TempPathFactory, number: str, lead: int
) -> None:
    """Not even a message that quotes a part of what was typed shows most of one."""
    root = tmp_path_factory.mktemp("cut")
    words = "张" * lead
    lines = (
        "id: a\nname: 甲\n"
        f"names: {words} {number}\ncode: {words} {number}\n"
        f'hours: [{{days: 每天, open: ["{words} {number}"]}}]\n'
        f"units: {words} {number}\n{words} {number}: 1\n"
        f"supervision: {{number: {words} {number}}}\n"
    )
    (root / "content/offices").mkdir(parents=True)
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    (root / "content/offices/a.yml").write_text(lines, encoding="utf-8")
    problems = examine(root, TODAY).problems
    for printed in (
        *as_text(problems, root),
        *as_github(problems),
        problems_as_json(problems),
    ):
        assert number[:12] not in bare(printed)


YEARS = st.integers(1990, 2035)
ORDINARY = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.strftime("%Y%m%d")),
    st.dates().map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    st.tuples(YEARS, st.integers(1, 9999)).map(lambda p: f"某政办〔{p[0]}〕{p[1]}号"),
    digits(9, "123456").map(str),
    digits(12, "123456").map(str),
    st.tuples(YEARS, digits(4), st.integers(1, 99999)).map(
        lambda p: f"（{p[0]}）川{p[1]}民初{p[2]}号"
    ),
    st.tuples(AREAS, digits(8, "2345678")).map("-".join),
    st.tuples(digits(8, "1"), st.just("MB"), digits(8)).map("".join),
    st.sampled_from(("12345", "110", "400-800-1234", "9:00-12:00", "3.14", "0505")),
)


@given(
    numbers=st.lists(ORDINARY, min_size=1, max_size=4), gap=st.sampled_from("，；\n甲")
)
@settings(common, max_examples=300)
def test_ordinary_numbers_stay(numbers: list[str], gap: str) -> None:
    """Dates, document and case numbers, codes and landlines are left as they are."""
    text = f"甲{gap.join(numbers)}乙"
    assert redact(text) == text


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@example(data=b"\xff\xfe")
@example(data=b"a: &a [*a, *a]\n")
@example(data=b"%TAG ! x\n---\n!a\n")
@example(data=b"? a\n: b\n")
@example(data=b"a: |2\n b\n")
@example(data=b"\xef\xbb\xbf\xef\xbb\xbf")
@settings(common, max_examples=400, deadline=SOON)
def test_any_bytes_are_read(data: bytes) -> None:
    """No file makes the reader raise; what it cannot read it reports."""
    problems: list[Problem] = []
    text = decode_text(SourceFile("a.yml", data), problems)
    root = None if text is None else parse("a.yml", text, problems).root
    assert text is not None or problems
    assert root is None or text


VICTIMS = (
    "site_config.yml",
    "content/offices/dongmen.yml",
    "content/lists/dongmen/services/2021-12-24.yml",
    "content/lists/dongmen/services/2023-05-01.yml",
    "content/lists/standard/village-duties/2023-01-01.yml",
)
SCRAPS = (
    "",
    " ",
    "\n",
    "\t",
    ":",
    ": ",
    "：",
    "- ",
    "#",
    " # ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a ",
    "*a",
    "!!x ",
    "? ",
    "%",
    "@",
    "null",
    "~",
    "---\n",
    "<<<<<<< a\n",
    "\\x",
    "\x00",
    "\u200b",
    "\u3000",
    "9999-99-99",
    "-1",
    "1e9",
    "items: []\n",
    "  - id: x\n",
    "changes:\n",
    "\ud83d\ude00",
)


Spoil = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def spoil(tmp_path_factory: pytest.TempPathFactory) -> Spoil:
    """Make a small site of those files, of which one is replaced at a time."""
    root = tmp_path_factory.mktemp("spoilt")
    right = whole("standard/services", "2020-07-01", "{id: dibao, title: 低保}")
    right |= {path: (SAMPLE / path).read_text(encoding="utf-8") for path in VICTIMS}
    for path in right:
        (root / path).parent.mkdir(parents=True, exist_ok=True)

    def replace(victim: str, text: str) -> Path:
        for path, content in {**right, victim: text}.items():
            (root / path).write_bytes(content.encode("utf-8", "surrogatepass"))
        return root

    return replace


@given(
    victim=st.sampled_from(VICTIMS),
    cuts=st.lists(
        st.tuples(
            st.floats(0, 1), st.integers(0, 30), st.sampled_from(SCRAPS), st.booleans()
        ),
        min_size=1,
        max_size=4,
    ),
)
@settings(common, max_examples=250, deadline=SOON)
def test_spoilt_files_are_reported(
    spoil: Spoil,
    victim: str,
    cuts: list[tuple[float, int, str, bool]],
) -> None:
    """However a file is spoilt, the check ends in time and without an exception."""
    text = (SAMPLE / victim).read_text(encoding="utf-8")
    for place, length, scrap, doubled in cuts:
        at = int(place * len(text))
        piece = text[at : at + length] * 2 if doubled else ""
        text = text[:at] + piece + scrap + text[at + length :]
    root = spoil(victim, text)
    examined = examine(root, TODAY)
    assert all(as_text(examined.problems, root))
    assert len(list(as_github(examined.problems))) == len(examined.problems)
    assert len(json.loads(problems_as_json(examined.problems))) == len(
        examined.problems
    )
    assert examined.has_errors or pages_by_address(examined)


def nested(depth: int) -> Iterator[str]:
    """Yield texts that are small and cost a careless reader dearly."""
    yield "a: " + "[" * depth
    yield "a: " + "{a: " * depth
    yield "- " * depth + "a"
    yield "\n".join(f"{' ' * n}a{n}:" for n in range(depth))
    yield "x: &a [" + ", ".join(["*a"] * depth) + "]"
    yield "a: '" + "''" * depth
    yield "a：" * depth
    yield "\n".join("a：1" for _ in range(depth))
    yield "# " * depth
    yield "a: " + "#" * depth
    yield "a: " + "甲 #" * depth
    yield "\t" * depth
    yield "a: |\n" + " 1380013800 0" * depth
    yield "1" * depth
    yield "1 " * depth
    yield "a@qq." * depth


@pytest.mark.parametrize("number", range(16))
def test_large_and_deep_files_are_read_in_time(
    tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    """Texts made to be slow to read are read or refused in five seconds."""
    text = list(nested(3_000))[number]
    root = tmp_path_factory.mktemp("large")
    (root / "content/offices").mkdir(parents=True)
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    (root / "content/offices/a.yml").write_text(text, encoding="utf-8")
    started = time.process_time()
    assert load(root).problems
    assert time.process_time() - started < SOON.seconds
