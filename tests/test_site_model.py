"""The site model: which pages there are, where they lead, and what each says."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from generator.pipeline import examine
from generator.site_model import addresses
from generator.site_model.contact import tap_to_call
from generator.site_model.pages import (
    AtoZPage,
    CommunitiesPage,
    HomePage,
    ItemPage,
    ListPage,
    MatterPage,
    NotFoundPage,
    OfficePage,
    OfficesPage,
    Page,
)
from generator.site_model.parts import Link
from generator.site_model.pinyin import by_letter, pinyin
from generator.site_model.site import plan_site
from generator.site_model.sitemap import LARGEST, sitemap
from tests.accept import FUTURE, PAST, SAMPLE
from tests.trees import (
    CONFIG,
    EMPTY,
    TODAY,
    Files,
    amend,
    office,
    pages,
    pages_by_address,
    plan,
    whole,
)

WriteTree = Callable[[Files], Path]
P = TypeVar("P")
X, Y = "{id: x, title: 甲事}", "{id: y, title: 乙事}"
PLAIN = whole("a/s", "2020-01-01", X, Y)


def get(found: dict[str, Page], kind: type[P], address: str) -> P:
    """Look up one page, which is of one kind."""
    page = found[address]
    assert isinstance(page, kind)
    return page


def links(value: object) -> Iterator[Link]:
    """Yield every link anywhere in a page record."""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links(getattr(value, field.name))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("000-8800 1234", "tel:00088001234", id="landline"),
        pytest.param("028-8780-1234", "tel:02887801234", id="two-hyphens"),
        pytest.param("0871-6555-1234", "tel:087165551234", id="twelve-digits"),
        pytest.param("029--83164138", "tel:02983164138", id="double-hyphen"),
        pytest.param("0931 482 1234", "tel:09314821234", id="seven-digits"),
        pytest.param("000-8800 1234转801", "tel:00088001234,801", id="extension"),
        pytest.param("000-8800 1234-801", "tel:00088001234,801", id="hyphenated"),
        pytest.param("000-88001234分机8", "tel:00088001234,8", id="in-words"),
        pytest.param("000-8800 1234 转 801", "tel:00088001234,801", id="with-spaces"),
        pytest.param("8800 1234", "tel:88001234", id="no-area-code"),
        pytest.param("8800-1234", "tel:88001234", id="no-area-code-hyphen"),
        pytest.param("8800 1234转8", "tel:88001234,8", id="no-area-code-extension"),
        pytest.param("12345", "tel:12345", id="short"),
        pytest.param("400-800-1234", "tel:4008001234", id="four-hundred"),
    ],
)
def test_tap_to_call(number: str, expected: str) -> None:
    """Every digit of a number is dialled, the extension after a pause."""
    assert tap_to_call(number) == expected


@pytest.mark.parametrize("day", [PAST, TODAY, FUTURE], ids=str)
def test_every_link_leads_somewhere(day: date) -> None:
    """On any day each link of each page names a page of the site."""
    site = plan_site(plan(examine(SAMPLE, day), day))
    found = {page.head.address: page for page in site.pages()}
    dangling = {
        f"{address} -> {link.address}"
        for address, page in found.items()
        for link in links(page)
        if link.address.partition("#")[0] not in found
    }
    assert dangling == set()
    findable = site.findable
    named = [place.address for place in findable.places]
    named += [matter.address for matter in findable.matters]
    named += [a.address for street in findable.streets for a in street.answers]
    assert {address.partition("#")[0] for address in named} <= set(found)


def test_bases() -> None:
    """Each page knows its way back to the root."""
    found = pages(SAMPLE)
    assert {address: page.head.base for address, page in found.items()} == {
        address: "" if address == "404.html" else "../" * address.count("/")
        for address in found
    } | {"404.html": "/qingdan/"}


CHANGING = PLAIN | amend(
    "a/s",
    "2022-01-01",
    "{withdraw: x, reason: 收回, note: 另行通知, "
    "successor: {unit: 区民政局, phone: 000-8800 9999, note: 网上可办}}",
    "{add: {id: n, title: 新事}}",
    head="document: {number: 某编〔2021〕9号}\n",
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2019-06-01", "announced announced announced", id="before"),
        pytest.param("2020-01-01", "in-force in-force announced", id="first-day"),
        pytest.param("2021-12-31", "in-force in-force announced", id="day-before"),
        pytest.param("2022-01-01", "ended in-force in-force", id="changing-day"),
        pytest.param("2099-01-01", "ended in-force in-force", id="long-after"),
    ],
)
def test_an_item_keeps_its_page(write_tree: WriteTree, day: str, expected: str) -> None:
    """Announced, in force or ended: the page is there on every day."""
    found = pages(write_tree(EMPTY | CHANGING), date.fromisoformat(day))
    status = [get(found, ItemPage, f"offices/a/s/{item}.html").status for item in "xyn"]
    assert " ".join(status) == expected


def test_what_ended_says_who_does_it_now(write_tree: WriteTree) -> None:
    """Since when, why, by which document; and the answer is the successor."""
    found = pages(write_tree(EMPTY | CHANGING))
    page = get(found, ItemPage, "offices/a/s/x.html")
    told = "\n".join(page.banner)
    for part in ("2022年1月1日", "收回", "某编〔2021〕9号", "另行通知", "区民政局"):
        assert part in told
    assert page.elsewhere is not None
    assert page.elsewhere[0] == "区民政局"
    assert [line.tel for line in page.elsewhere[1]] == ["tel:00088009999"]
    assert page.contact.missing == ""
    assert page.answer.tone == "elsewhere"


def test_without_a_successor_there_is_the_hotline(write_tree: WriteTree) -> None:
    """Where nobody is named, the district's number helps."""
    files = PLAIN | amend("a/s", "2022-01-01", "{withdraw: x}")
    page = get(pages(write_tree(EMPTY | files)), ItemPage, "offices/a/s/x.html")
    assert "12345" in page.banner[-1]


def test_what_ended_links_its_last_version(write_tree: WriteTree) -> None:
    """The source of an ended item is the version that still had it."""
    page = get(pages(write_tree(EMPTY | CHANGING)), ItemPage, "offices/a/s/x.html")
    named = [address for _, _, address in page.source]
    assert "offices/a/s/2020-01-01.html" in named
    assert "offices/a/s/2022-01-01.html" not in named


def test_what_moved_to_another_list_is_still_done(write_tree: WriteTree) -> None:
    """An item that left one list and stands in another answers with that one."""
    files = (
        PLAIN
        | amend("a/s", "2022-01-01", "{withdraw: x}")
        | whole("a/b", "2022-01-01", X, head="kind: basic\ntitle: 另一份清单\n")
    )
    page = get(pages(write_tree(EMPTY | files)), ItemPage, "offices/a/s/x.html")
    assert page.status == "ended"
    assert page.answer.tone == "ours"
    assert "另一份清单" in "".join(page.banner)


def test_an_id_is_no_name(write_tree: WriteTree) -> None:
    """A unit that the standard names by an id the street lacks is not published yet."""
    head = "kind: service\napplies_to: {offices: [a]}\n"
    files = whole("standard/s", "2020-01-01", "{id: x, title: 甲, unit: u}", head=head)
    root = write_tree(EMPTY | files)
    examined = examine(root, TODAY)
    contact = get(pages_by_address(examined), ItemPage, "offices/a/s/x.html").contact
    assert contact.unit == ""
    assert contact.missing != ""
    assert any("承办机构" in problem.sentence for problem in examined.problems)


UNIT = "{id: x, title: 甲事, unit: u}"
CONTACT = (
    "units: [{id: u, name: 办公室, place: 二楼, phones: [{number: 000-8800 0001}]}]\n"
)


@pytest.mark.parametrize(
    ("office_text", "item", "expected"),
    [
        pytest.param("address: 某路1号\n" + CONTACT, UNIT, "某路1号 二楼", id="both"),
        pytest.param(CONTACT, UNIT, "二楼", id="no-address"),
        pytest.param(
            "address: 某路1号\nunits: [{id: u, name: 办公室}]\n",
            UNIT,
            "某路1号",
            id="no-place",
        ),
        pytest.param(
            "address: 某路1号\n" + CONTACT,
            "{id: x, title: 甲事, unit: u, window: 3号窗口}",
            "某路1号 二楼 3号窗口",
            id="window",
        ),
        pytest.param(
            "address: 某路1号\n" + CONTACT, "{id: x, title: 甲事}", "", id="no-unit"
        ),
        pytest.param(
            "address: 某路1号\n",
            "{id: x, title: 甲事, unit: 区民政局}",
            "",
            id="another-body",
        ),
    ],
)
def test_places(
    write_tree: WriteTree, office_text: str, item: str, expected: str
) -> None:
    """Where to go is the street's address, the unit's place and the window."""
    files = EMPTY | office("a", office_text) | whole("a/s", "2020-01-01", item)
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert page.contact.place == expected


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [
        pytest.param("service", True, id="service"),
        pytest.param("basic", True, id="basic"),
        pytest.param("no-certificate", False, id="no-certificate"),
        pytest.param("withdrawn", False, id="withdrawn"),
        pytest.param("boundary", False, id="boundary"),
    ],
)
def test_a_missing_unit_is_told_where_one_is_due(
    write_tree: WriteTree, kind: str, *, is_told: bool
) -> None:
    """Nobody looks for the unit that does not issue a certificate."""
    files = EMPTY | whole("a/s", "2020-01-01", X, head=f"kind: {kind}\n")
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert bool(page.contact.missing) is is_told


@pytest.mark.parametrize(
    ("kind", "item", "expected"),
    [
        pytest.param(
            "withdrawn",
            "receiving_department: 区城管局, receiving_phone: 000-8800 9101",
            ("区城管局", ["000-8800 9101"]),
            id="withdrawn",
        ),
        pytest.param(
            "boundary", "lead_department: 区水务局", ("区水务局", []), id="boundary"
        ),
        pytest.param("service", "fee: 无", None, id="service"),
    ],
)
def test_who_does_it_instead(
    write_tree: WriteTree,
    kind: str,
    item: str,
    expected: tuple[str, list[str]] | None,
) -> None:
    """A department that does it is named with its phone, on the matter's page too."""
    files = EMPTY | whole(
        "a/s", "2020-01-01", f"{{id: x, title: 甲, {item}}}", head=f"kind: {kind}\n"
    )
    found = pages(write_tree(files))
    page = get(found, ItemPage, "offices/a/s/x.html")
    elsewhere = page.elsewhere
    named = elsewhere and (elsewhere[0], [line.number for line in elsewhere[1]])
    row = get(found, MatterPage, "matters/x.html").rows[0]
    assert named == expected
    assert (row.unit, [line.number for line in row.phones]) == (expected or ("", []))


def test_units_are_named(write_tree: WriteTree) -> None:
    """Wherever an item names a unit by its id, readers see the name."""
    item = "{id: x, title: 甲, unit: u, accept_unit: u, issue_unit: 区民政局}"
    files = EMPTY | office("a", CONTACT) | whole("a/s", "2020-01-01", item)
    found = pages(write_tree(files))
    page = get(found, ItemPage, "offices/a/s/x.html")
    shown = [row[1] for part in page.sections for row in getattr(part, "rows", ())]
    assert {"办公室", "区民政局"} <= set(shown)
    assert "u" not in shown
    assert get(found, ListPage, "offices/a/s.html").groups[0].rows[0].cells == (
        "办公室",
    )


def test_sections_in_order(write_tree: WriteTree) -> None:
    """What residents need comes in a fixed order, whatever the file's order is."""
    item = (
        "{id: x, note: 备注, basis: 依据, fee: 无, steps: [去], materials: [证], "
        "conditions: 条件, description: 说明, title: 甲, number: '07', time_limit: 3天}"
    )
    files = EMPTY | whole("a/s", "2020-01-01", item)
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    labels = [section.label for section in page.sections]
    assert labels[:5] == ["说明", "办理条件", "需要带的材料", "办理步骤", "办理时限"]
    assert labels[-2:] == ["依据", "备注"]
    assert len(labels) == 8


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("{revise: x, set: {fee: 无}}", "street-handles", id="in-force"),
        pytest.param("{withdraw: x}", "ended", id="ended"),
    ],
)
def test_the_answers_of_a_matter(
    write_tree: WriteTree, change: str, expected: str
) -> None:
    """Only what is in force answers, unless nothing is."""
    files = EMPTY | PLAIN | amend("a/s", "2022-01-01", change)
    page = get(pages(write_tree(files)), MatterPage, "matters/x.html")
    tones = {"street-handles": "ours", "ended": "elsewhere"}
    assert [answer.tone for answer in page.answers] == [tones[expected]]


def test_what_is_withdrawn_leads(write_tree: WriteTree) -> None:
    """A matter that moved to the withdrawn list answers with that."""
    files = (
        EMPTY
        | PLAIN
        | amend("a/s", "2022-01-01", "{withdraw: x}")
        | whole(
            "a/w",
            "2022-01-01",
            "{id: x, title: 甲事, receiving_department: 区局}",
            head="kind: withdrawn\n",
        )
    )
    page = get(pages(write_tree(files)), MatterPage, "matters/x.html")
    assert [answer.label for answer in page.answers] == ["不由街道办"]
    assert [row.status for row in page.rows] == ["in-force", "ended"]


def test_a_matter_across_streets(write_tree: WriteTree) -> None:
    """All streets side by side, those without it with their reason."""
    files = (
        CONFIG
        | office("a", name="甲街道")
        | office("b", name="乙街道")
        | office("c", name="丙街道")
        | whole("standard/s", "2020-01-01", X, Y)
        | whole(
            "a/s",
            "2020-01-01",
            head="kind: service\nbased_on: standard/s\n"
            "declined: [{id: x, reason: 没有}]\n",
        )
        | whole("b/s", "2020-01-01", head="kind: service\nbased_on: standard/s\n")
        | whole("c/s", "2027-01-01", "{id: x, title: 甲（丙）, plain: 办甲}")
    )
    found = pages(write_tree(files))
    page = get(found, MatterPage, "matters/x.html")
    assert page.title == "甲事"
    assert [(r.office.text, r.status) for r in page.rows] == [
        ("乙街道", "in-force"),
        ("丙街道", "announced"),
    ]
    assert page.declined == (("甲街道", "没有"),)
    assert page.other_titles == ("甲（丙）",)
    assert "offices/a/s/x.html" not in found


def test_a_list_today_and_on_its_days(write_tree: WriteTree) -> None:
    """The list in force, and a page for each day on which it changed."""
    files = EMPTY | CHANGING | amend("a/s", "2027-01-01", "{withdraw: n}")
    found = pages(write_tree(files))
    today = get(found, ListPage, "offices/a/s.html")
    assert [row.title for row in today.groups[0].rows] == ["乙事", "新事"]
    assert [link.text for link in today.ended] == ["甲事"]
    assert [link.address for link in today.versions] == [
        addresses.list_on("a", "s", date(year, 1, 1)) for year in (2027, 2022, 2020)
    ]
    assert any("2027年1月1日" in notice for notice in today.notices)
    dated = get(found, ListPage, "offices/a/s/2020-01-01.html")
    assert [row.title for row in dated.groups[0].rows] == ["甲事", "乙事"]
    assert (dated.versions, dated.ended) == ((), ())
    assert dated.current == "offices/a/s.html"


def test_an_announced_list(write_tree: WriteTree) -> None:
    """A list that is not yet in force says so and shows what is coming."""
    files = EMPTY | whole("a/s", "2027-01-01", X)
    page = get(pages(write_tree(files)), ListPage, "offices/a/s.html")
    assert len(page.groups[0].rows) == 1
    assert "2027年1月1日" in page.notices[0]


def test_dated_pages_do_not_know_today(write_tree: WriteTree) -> None:
    """A permanent page is the same record on any day."""
    root = write_tree(EMPTY | CHANGING | amend("a/s", "2027-01-01", "{withdraw: n}"))
    days = [date(year, 6, 1) for year in (2019, 2021, 2026, 2030)]
    for year in (2020, 2022, 2027):
        address = addresses.list_on("a", "s", date(year, 1, 1))
        one, *others = (pages(root, day)[address] for day in days)
        assert all(other == one for other in others)


GONE = (
    office("old", name="旧街道")
    | office("new", "succeeds: [old]\n", name="新街道")
    | whole("old/s", "2020-01-01", X)
)


def test_a_street_that_is_gone(write_tree: WriteTree) -> None:
    """Its pages stay and name the successor; nobody is led to it any more."""
    found = pages(write_tree(CONFIG | GONE))
    page = get(found, OfficePage, "offices/old.html")
    assert [link.text for link in page.successors] == ["新街道"]
    home = get(found, HomePage, "index.html")
    assert [link.text for link in home.offices] == ["新街道"]
    listed = get(found, OfficesPage, "offices.html").groups
    assert [link.text for _, group in listed for link in group] == ["新街道"]
    item = get(found, ItemPage, "offices/old/s/x.html")
    assert item.status == "ended"
    assert item.elsewhere is not None
    assert item.elsewhere[0] == "新街道"
    assert item.matter.address in found


def test_a_street_without_a_file_any_more(write_tree: WriteTree) -> None:
    """One page names all that took over, under the name it had."""
    files = (
        CONFIG
        | office("b", "succeeds: [old]\nformerly: [旧街道]\n")
        | office("c", "succeeds: [old]\nformerly: [旧街道]\n", name="丙街道")
    )
    page = get(pages(write_tree(files)), OfficePage, "offices/old.html")
    assert page.name == "旧街道"
    assert [link.text for link in page.successors] == ["乙街道", "丙街道"]


def test_home(write_tree: WriteTree) -> None:
    """Every number is counted, every link leads to a matter."""
    config = CONFIG["site_config.yml"] + (
        "most_asked: [y, x]\n"
        "life_events: [{title: 养老, matters: [x], categories: [救助]}, "
        "{title: 空的, categories: [没有]}]\n"
    )
    files = EMPTY | {"site_config.yml": config}
    files |= whole(
        "a/s", "2020-01-01", "{id: x, title: 甲, plain: 办甲}", "{id: y, title: 乙, category: 救助}"
    )  # fmt: skip
    files |= amend("a/s", "2022-01-01", "{withdraw: x}")
    page = get(pages(write_tree(files)), HomePage, "index.html")
    assert [link.text for link in page.most_asked] == ["乙", "办甲"]
    assert [(t, [x.text for x in found]) for t, found in page.life_events] == [
        ("养老", ["办甲", "乙"])
    ]
    assert [number for number, _ in page.numbers] == ["1", "1", "2"]
    assert [link.address for link in page.latest] == ["offices/a/s/2022-01-01.html"]


def test_letters() -> None:
    """Names go by their pinyin; what has none comes last."""
    names = ["重庆路", "安全", "（甲）", "123", "北门", "阿", "Bus"]
    ordered = by_letter(names, lambda name: name.lstrip("（"))
    assert [(letter, list(group)) for letter, group in ordered] == [
        ("A", ["阿", "安全"]),
        ("B", ["北门", "Bus"]),
        ("C", ["重庆路"]),
        ("J", ["（甲）"]),
        ("#", ["123"]),
    ]


def test_pinyin_is_one_word() -> None:
    """Pinyin has neither tones nor spaces."""
    assert pinyin("低保 A卡") == "dibao aka"


def test_communities_and_names(write_tree: WriteTree) -> None:
    """Communities name their street; matters stand under all their names."""
    text = 'communities: [{code: "990101001001", name: 乙社区, grids: 3, note: 园区}]\n'
    item = "{id: x, title: 甲事, plain: 办甲}"
    files = EMPTY | office("a", text) | whole("a/s", "2020-01-01", item)
    found = pages(write_tree(files))
    rows = get(found, CommunitiesPage, "communities.html").letters[0][1]
    assert [(row.name, row.office.address) for row in rows] == [
        ("乙社区", "offices/a.html")
    ]
    assert "园区" in rows[0].note
    letters = get(found, AtoZPage, "a-z.html").letters
    assert [(letter, [x.text for x in group]) for letter, group in letters] == [
        ("B", ["办甲"]),
        ("J", ["甲事"]),
    ]


@pytest.mark.parametrize(
    ("url", "base"),
    [
        pytest.param("", "", id="unknown"),
        pytest.param("https://e.gov.cn", "", id="root-without-slash"),
        pytest.param("https://e.gov.cn/", "/", id="root"),
        pytest.param("https://e.gov.cn/a/b", "/a/b/", id="sub-path"),
    ],
)
def test_not_found_knows_the_sites_path(
    write_tree: WriteTree, url: str, base: str
) -> None:
    """The 404 page is served at any depth, so its links begin at the site's path."""
    line = f", url: '{url}'" if url else ""
    root = write_tree({"site_config.yml": f"site: {{name: 甲{line}}}\n"})
    assert get(pages(root), NotFoundPage, "404.html").head.base == base


def test_sitemap() -> None:
    """All pages but the 404 page, below the site's address."""
    made = {f.path: f.content.decode() for f in sitemap(["b.html", "404.html", "a.html"], "https://e.cn/x")}  # fmt: skip
    assert "<loc>https://e.cn/x/a.html</loc>" in made["sitemap.xml"]
    assert "404" not in made["sitemap.xml"]
    assert "Sitemap: https://e.cn/x/sitemap.xml" in made["robots.txt"]


def test_sitemap_of_a_city() -> None:
    """More addresses than one file may have are divided."""
    names = [f"p{number}.html" for number in range(LARGEST + 1)]
    made = {f.path: f.content.decode() for f in sitemap(names, "")}
    parts = [made[f"sitemap-{number}.xml"] for number in (1, 2)]
    assert [part.count("<loc>") for part in parts] == [LARGEST, 1]
    assert made["sitemap.xml"].count("<loc>sitemap-") == 2
