"""History pages: timelines, comparisons and months say what happened, and for ever."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.history.changes import NOT_RECORDED, Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.history.runs import Run
from generator.pipeline import examine
from generator.rendering import open_renderer
from generator.site_model.history_parts import ChangeLine
from generator.site_model.pages import (
    ChangesPage,
    ComparePage,
    ItemPage,
    ListPage,
    Page,
)
from generator.site_model.site import plan_site
from tests.history_events import EVENTS, write_past
from tests.rendering_samples import THEME, labels
from tests.site_model_trees import CHANGING, PLAIN, get
from tests.trees import EMPTY, TODAY, Files, amend, pages, plan

WriteTree = Callable[[Files], Path]
Found = dict[str, Page]
DAYS = [date(year, 6, 1) for year in (2019, 2021, 2026, 2030)]


def planned(root: Path, recorded: Recorded = NOT_RECORDED) -> Found:
    """All pages of a tree with a recorded history, by address."""
    site = plan_site(plan(examine(root, TODAY), TODAY, recorded))
    return {page.head.address: page for page in site.pages()}


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The pages of the district with twelve events."""
    root = write_past(tmp_path_factory.mktemp("past") / "tree").folder
    return planned(root, read_recorded(root, Memory()))


def wording(runs: Iterable[Run]) -> str:
    """Write runs as text, what differs in brackets."""
    return "".join(f"[{text}]" if changed else text for text, changed in runs)


def told(lines: Iterable[ChangeLine]) -> list[tuple[str, str]]:
    """Kind and title of every change."""
    return [(line.kind_label, line.title) for line in lines]


def test_a_list_tells_its_acts_newest_first(past: Found) -> None:
    """Announced versions stand apart; the rest is in order of time."""
    page = get(past, ChangesPage, "offices/a/public/changes.html")
    assert [card.day for card in page.announced] == ["2027-01-01"]
    assert page.announced[0].announced.startswith("自2027年1月1日起施行")
    days = [card.day for card in page.cards]
    assert days == sorted(days, reverse=True)
    assert [t for card in page.cards for t in told(card.changes)] == [
        ("更正", "新事"),
        ("移动", "丁事"),
        ("移动", "公共服务事项清单"),
        ("就地改动", "丙事"),
        ("调整", "甲事"),
        ("取消", "乙事"),
        ("新增", "新事"),
    ]
    assert page.gap == ""


def test_an_act_says_dates_document_and_both_texts(past: Found) -> None:
    """When it applies, when it was published and recorded, on which document."""
    page = get(past, ChangesPage, "offices/a/public/changes.html")
    added = next(card for card in page.cards if card.day == "2025-03-01")
    facts = {label: text for label, text, _ in added.facts}
    assert facts["施行日期"] == "2025年3月1日"
    assert facts["公布日期"] == "2025年2月20日"
    assert facts["登记时间"].startswith("2025年3月1日 10:00（")
    assert facts["公布文件"] == "某编〔2025〕1号"
    edited = next(card for card in page.cards if card.day == "2025-06-02")
    (field,) = edited.changes[0].fields
    assert (wording(field.old), wording(field.new)) == ("《[旧]办法》", "《[新]办法》")
    assert any("没有另行公布" in flag for flag in edited.flags)
    assert edited.compare is None


def test_every_act_of_the_site_is_on_one_month(past: Found) -> None:
    """The months together hold each act once, and count them rightly."""
    latest = get(past, ChangesPage, "changes.html")
    anchors: Counter[str] = Counter()
    for link in latest.months:
        month = get(past, ChangesPage, link.address)
        cards = (*month.announced, *month.cards)
        assert link.note == f"{len(cards)} 次"
        assert all(link.address == f"changes/{card.day[:7]}.html" for card in cards)
        anchors.update(card.anchor for card in cards)
    shown = [card.anchor for card in (*latest.announced, *latest.cards)]
    assert set(shown) <= set(anchors)
    assert set(anchors.values()) == {1}
    assert len(anchors) == len(EVENTS) + 4


def test_an_office_tells_what_it_took_over_and_its_contacts(past: Found) -> None:
    """The office file's changes are told whole; a merged office still answers."""
    page = get(past, ChangesPage, "offices/a/changes.html")
    phone = next(card for card in page.cards if card.day == "2025-05-20")
    (field,) = phone.changes[0].fields
    assert wording(field.new) == "咨询 000-8800 [0002]"
    for name in ("c", "d"):
        page = get(past, ChangesPage, f"offices/{name}/changes.html")
        assert [card.summary for card in page.cards] == ["承接丁街道的职责"]


def test_a_standard_list_names_the_offices_it_reached(past: Found) -> None:
    """Its timeline links them, and its comparison page too."""
    page = get(past, ChangesPage, "standards/s/changes.html")
    assert [link.text for link in page.cards[0].touched] == ["乙街道"]
    compared = get(past, ComparePage, "standards/s/compare/2025-08-01.html")
    assert [link.address for link in compared.card.touched] == ["offices/b.html"]
    assert compared.older.address == ""
    above = get(past, ChangesPage, "offices/b/s/changes.html").cards[1]
    assert (above.day, above.sort) == ("2025-08-01", "随标准清单调整")


def test_anchors_are_unique_on_every_page(past: Found) -> None:
    """No two acts of one page have one name."""
    for page in past.values():
        if isinstance(page, ChangesPage):
            names = [card.anchor for card in (*page.announced, *page.cards)]
            assert len(names) == len(set(names))


def test_an_item_tells_its_own_timeline(past: Found) -> None:
    """Its list's acts and its unit's phone, newest first, the announced one marked."""
    page = get(past, ItemPage, "offices/a/public/x.html")
    assert [(h.when, h.kind_label, h.about, h.announced) for h in page.history] == [
        ("2027年1月1日", "调整", "", "即将施行"),
        ("2025年5月20日", "更正", "社会事务办公室", ""),
        ("2025年5月1日", "调整", "", ""),
        ("2025年1月1日", "首次公布", "", ""),
    ]
    assert page.banner == ("自2027年1月1日起有变化：收费。",)
    gone = get(past, ItemPage, "offices/a/public/y.html")
    assert gone.history[0].kind_label == "取消"
    assert "区民政局" in "".join(gone.banner)
    moved = get(past, ItemPage, "offices/a/back/m.html")
    assert moved.history[-1].notes == ("从《公共服务事项清单》移来。",)


def test_an_item_without_changes_has_one_short_line(write_tree: WriteTree) -> None:
    """The most common item of a city: one sentence and a link."""
    page = get(pages(write_tree(EMPTY | CHANGING)), ItemPage, "offices/a/s/y.html")
    assert (page.begun, page.history) == ("2020年1月1日随清单首次公布。", ())
    html = open_renderer(labels(), THEME).render(page)
    bare = open_renderer(labels(), THEME).render(replace(page, begun=""))
    assert len(html.encode()) - len(bare.encode()) < 300


def test_what_is_announced_is_said_on_the_item(write_tree: WriteTree) -> None:
    """An item to be withdrawn says since when, and whom to ask then."""
    change = "{withdraw: x, reason: 收回, successor: {unit: 区民政局}}"
    soon = amend("a/s", "2027-01-01", change)
    page = get(
        pages(write_tree(EMPTY | PLAIN | soon)),
        ItemPage,
        "offices/a/s/x.html",
    )
    assert page.banner == ("自2027年1月1日起取消。届时请找：区民政局。",)


def test_a_dated_page_says_what_it_changed(write_tree: WriteTree) -> None:
    """Summary, the changes by name, and the way to both texts."""
    found = pages(write_tree(EMPTY | CHANGING))
    page = get(found, ListPage, "offices/a/s/2022-01-01.html")
    assert page.difference == "与2020年1月1日起施行的前一版相比：新增 1 项、取消 1 项。"
    assert told(page.changed) == [("新增", "新事"), ("取消", "甲事")]
    assert page.compare
    compared = get(found, ComparePage, page.compare.address)
    assert [heading for heading, _ in compared.groups] == ["新增 1 项", "取消 1 项"]
    assert (compared.older.address, compared.newer.address) == (
        "offices/a/s/2020-01-01.html",
        "offices/a/s/2022-01-01.html",
    )
    assert get(found, ListPage, "offices/a/s/2020-01-01.html").compare is None


def test_permanent_pages_stay_the_same_for_ever(write_tree: WriteTree) -> None:
    """Neither the day nor a later version changes a byte of them."""
    files = EMPTY | CHANGING | amend("a/s", "2027-01-01", "{withdraw: n}")
    root = write_tree(files)
    renderer = open_renderer(labels(), THEME)
    before = [pages(root, day) for day in DAYS]
    write_tree(files | amend("a/s", "2027-05-01", "{revise: y, set: {title: 丙事}}"))
    after = [pages(root, day) for day in DAYS]
    for year in (2022, 2027):
        for folder in ("", "compare/"):
            address = f"offices/a/s/{folder}{year}-01-01.html"
            made = {renderer.render(found[address]) for found in (*before, *after)}
            assert len(made) == 1, address
