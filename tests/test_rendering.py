"""Templates: every record becomes a body in which texts stay texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import GeneratorError
from generator.rendering import Renderer, open_renderer
from generator.rendering.environment import TEMPLATES, Labels
from generator.site_model.pages import (
    AtoZPage,
    CommunitiesPage,
    FindPage,
    HomePage,
    ItemPage,
    ListPage,
    MatterPage,
    NotFoundPage,
    OfficePage,
    OfficesPage,
    Page,
)
from generator.site_model.parts import (
    AnswerLine,
    Bullets,
    CommunityRow,
    ContactCard,
    Facts,
    Head,
    Link,
    ListGroup,
    ListRow,
    MatterRow,
    Paragraphs,
    Person,
    PhoneLine,
    UnitCard,
)

THEME = Path(__file__).parent.parent / "theme"
VOID = {"input", "meta", "link", "br", "img", "hr"}
# Texts that switch or lead somewhere; an `address` may be either.
SWITCHES = {"base", "tel", "tone", "status", "anchor", "unit_link", "id", "url"}

OFFICE = Link("红光街道", "offices/hongguang.html", "hongguang")
LIST = Link("公共服务事项清单", "offices/hongguang/services.html", "131 项")
PHONE = PhoneLine("028-8780 1234", "tel:02887801234", "咨询", "2026-10-08")
SAMPLE = PhoneLine("000-8800 1234", "", "受理", "", sample=True, note="午休转值班")
ANSWER = AnswerLine("街道办理", "ours", "这件事由街道办理。")
PEOPLE = (Person("主任", "张主任"), Person("副主任", "", vacant=True, note="暂缺"))
CONTACT = ContactCard(
    "社会事务办公室", "offices/hongguang.html#social", "地点待定", (PHONE, SAMPLE),
    PEOPLE, "二楼 205", ("周一至周五 09:00-12:00", "周六 09:00-12:00"),
)  # fmt: skip
FACTS = (
    ("施行日期", "2025年7月1日", ""),
    ("文件", "某编〔2025〕40号", "https://e.cn/"),
)


def head(address: str) -> Head:
    """Make a page's head; all but the home and 404 page have a breadcrumb."""
    base = "../" * address.count("/")
    crumbs = (Link("首页", "index.html"), Link("上一层", "offices.html"))
    first = address in {"index.html", "404.html"}
    return Head(address, base, "页面题目", "页面说明", () if first else crumbs)


ITEM = ItemPage(
    head=head("offices/hongguang/services/dibao.html"),
    office=OFFICE,
    list_link=LIST,
    matter=Link("低保", "matters/dibao.html", "8 个街道"),
    title="最低生活保障审核确认",
    plain="申请低保",
    status="announced",
    banner=("2027年1月1日起施行。",),
    answer=ANSWER,
    contact=CONTACT,
    elsewhere=("区民政局", (PHONE,)),
    sections=(
        Paragraphs("说明", ("一段", "二段"), "本街道改写"),
        Bullets("材料", ("身份证", "户口簿")),
        Bullets("步骤", ("申请", "公示"), ordered=True, origin="标准"),
        Facts("办理时限", FACTS, "标准"),
    ),
    url="https://example.gov.cn/",
    source=(("所在清单", "服务清单", "offices/hongguang/services.html"), *FACTS),
    versions=(Link("2021 年版", "offices/hongguang/services/2021-12-24.html"),),
)
LIST_PAGE = ListPage(
    head=head("offices/hongguang/services/2021-12-24.html"),
    office=OFFICE,
    title="公共服务事项清单",
    answer=ANSWER,
    permanent="2021年12月24日",
    notices=("这是固定版本。",),
    facts=FACTS,
    columns=("承办机构", "办理时限"),
    with_phone=True,
    groups=(
        ListGroup("社会救助", "c1", (
            ListRow("低保审核", LIST.address, "申请低保", ("社会事务办公室", "20日"),
                    (PHONE, SAMPLE), "本街道改写"),
        )),
        ListGroup("养老服务", "c2", (
            ListRow("高龄津贴", LIST.address, "", ("", ""), (), ""),
        )),
    ),
    declined=(("森林防火", "本街道无林地"),),
    ended=(Link("老年证", "offices/hongguang/services/card.html", "2026-01-01"),),
    versions=(Link("旧版", "offices/hongguang/services/2019-01-01.html"),),
    current="offices/hongguang/services.html",
)  # fmt: skip
COMMUNITY = CommunityRow("红光社区", ("红光",), OFFICE, "一街12号", PHONE, "园区除外")
OFFICE_PAGE = OfficePage(
    head=head("offices/hongguang.html"),
    id="hongguang",
    name="红光街道",
    full_name="某区红光街道办事处",
    formerly=("红光镇",),
    office_class="城区",
    address="红光大道1号",
    hours=("周一至周五",),
    supervision=PHONE,
    facts=FACTS,
    lists=(LIST,),
    gaps=("12 项没有公布承办机构",),
    units=(
        UnitCard("social", "社会事务办公室", "内设机构", ("退役军人服务站",),
                 ("民政科",), "二楼", "区属", (PHONE, SAMPLE), PEOPLE, "夜间转接"),
        UnitCard("law", "执法队", "", (), (), "", "", (), (), ""),
    ),
    communities=(COMMUNITY,),
    notices=("本街道承接了某镇的职责。",),
    successors=(OFFICE,),
)  # fmt: skip
MATTER = MatterPage(
    head=head("matters/dibao.html"),
    id="dibao",
    title="最低生活保障",
    plain="低保",
    other_titles=("低保申请",),
    answers=(ANSWER, AnswerLine("不由街道办", "elsewhere", "已收回。")),
    category="社会救助",
    description=("第一段",),
    rows=tuple(
        MatterRow(
            OFFICE, LIST, ANSWER, status, "民政科", "二楼", (PHONE, SAMPLE), "当场"
        )
        for status in ("in-force", "announced", "ended")
    ),
    with_time_limit=True,
    declined=(("石板镇", "无此职责"),),
)
PAGES: tuple[Page, ...] = (
    ITEM,
    LIST_PAGE,
    OFFICE_PAGE,
    MATTER,
    HomePage(head("index.html"), (OFFICE,), (("养老", (LIST,)),), (LIST,),
             (("2,104", "项事项"),), (LIST,), "12345"),
    FindPage(head("find.html"), (OFFICE,), "12345"),
    OfficesPage(head("offices.html"), (("城区", (OFFICE,)), ("", (OFFICE,)))),
    CommunitiesPage(head("communities.html"), (("H", (COMMUNITY,)),)),
    AtoZPage(head("a-z.html"), (("D", (LIST,)), ("#", (LIST,)))),
    NotFoundPage(head("404.html"), "12345"),
)  # fmt: skip
BARE = replace(
    ITEM, plain="", banner=(), elsewhere=None, sections=(), url="", source=(),
    versions=(), contact=ContactCard("", "", "承办机构尚未公布", (), (), "", ()),
)  # fmt: skip

# What a record carries for others, or what the place of a value says already.
PHONE_NOTES = {"咨询", "2026-10-08", "受理", "午休转值班"}
HIDDEN: Mapping[type, set[str]] = {
    ItemPage: {"131 项", "hongguang"},
    ListPage: PHONE_NOTES | {"红光街道", "hongguang"},
    MatterPage: PHONE_NOTES | {"公共服务事项清单", "131 项", "hongguang"},
    HomePage: {"hongguang"},
    FindPage: {"hongguang"},
    CommunitiesPage: {"一街12号", "hongguang"},
}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)


class Reader(HTMLParser):
    """Read a body as a browser would: its tags, links, ids and text."""

    def __init__(self, html: str) -> None:
        """Read the whole body at once."""
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and that it is open."""
        self.opened.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather the text."""
        self.text += data

    def every(self, attribute: str) -> list[str]:
        """Gather the values of an attribute."""
        return [a[attribute] or "" for _, a in self.opened if attribute in a]


def labels() -> Labels:
    """Read the labels that ship."""
    loaded: Labels = yaml.safe_load((THEME / "labels.yml").read_text("utf-8"))
    return loaded


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
        if re.match(r"tel:\d+$|https://|#", link):
            continue
        assert link.startswith(page.head.base)
        path = link.removeprefix(page.head.base)
        assert re.fullmatch(r"[a-z0-9/-]+\.html(#\w+)?", path)


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


def test_every_record_has_a_template() -> None:
    """No page record without a template, no template without a record."""
    assert {type(page) for page in PAGES} == set(TEMPLATES)
    names = {f"{name}.html.jinja" for name in TEMPLATES.values()}
    found = {p.name for p in (THEME / "templates").glob("*.jinja")}
    assert found - names == {"_shared.html.jinja"}


def test_missing_templates_are_named(tmp_path: Path) -> None:
    """A theme without templates is said in words."""
    with pytest.raises(GeneratorError, match="templates"):
        open_renderer(labels(), tmp_path)
