"""The correction log: what is read, what is refused, and the page made of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.loading.load import Loaded, load
from generator.model.corrections import Target, target_of
from generator.site_model.correction_parts import CorrectionsPage
from generator.site_model.pages import ItemPage
from generator.site_model.parts import Link
from tests.loading_samples import places
from tests.site_model_trees import PLAIN, get
from tests.trees import EMPTY, Files, office, pages, whole

WriteTree = Callable[[Files], Path]
STANDARD = whole("standard/t", "2020-01-01", "{id: z, title: 丙事}")
MERGED = office("b", "succeeds: [c]\nformerly: [丙街道]\n")
DONE = "done: {}, answer: {}, action: 已核实"


def entry(received: str, about: str = "a/s/x", more: str = "") -> str:
    """Write one entry of the log in one line."""
    return f"  - {{received: {received}, about: {about}, wrong: 写错了, {more}}}\n"


def log(*entries: str) -> Files:
    """Write the file."""
    return {"content/corrections.yml": "corrections:\n" + "".join(entries)}


def answered(received: str, done: str, answer: str = "已改正", about: str = "a") -> str:
    """Write an entry that is done."""
    return entry(received, about, DONE.format(done, answer))


def made(write_tree: WriteTree, *entries: str) -> CorrectionsPage:
    """Make the page of a log."""
    tree = EMPTY | PLAIN | STANDARD | MERGED | log(*entries)
    return get(pages(write_tree(tree)), CorrectionsPage, "corrections.html")


def test_the_file_is_read(write_tree: WriteTree) -> None:
    """Every entry in the order of the file; what is open has no days."""
    read = load(
        write_tree(
            EMPTY | log(entry("2026-10-09"), answered("2026-10-08", "2026-10-10"))
        )
    )
    first, second = read.catalog.corrections
    assert places(read) == []
    assert (first.received, first.done, first.days) == (date(2026, 10, 9), None, None)
    assert (first.answer, first.action) == ("", "")
    assert (second.days, second.answer, second.action) == (2, "已改正", "已核实")
    assert first.target == Target("a", "s", "x")


def test_no_file_is_no_log(write_tree: WriteTree) -> None:
    """The file is optional; the page says that nothing was logged."""
    tree = write_tree(EMPTY)
    assert load(tree).catalog.corrections == ()
    page = get(pages(tree), CorrectionsPage, "corrections.html")
    assert (page.numbers, page.cards) == ((), ())


def loaded(write_tree: WriteTree, text: str) -> Loaded:
    """Load a site whose log has this text."""
    return load(write_tree(EMPTY | {"content/corrections.yml": text}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["empty-file 1:1"]),
        ("- 写错了\n", ["wrong-shape 1:1"]),
        ("corrections: {received: 2026-10-08}\n", ["wrong-shape 1:1"]),
        ("correction: []\n", ["unknown-key 1:1"]),
        ("corrections:\n  - {received: 2026-10-08, about: a}\n", ["missing-key 2:5"]),
        (
            "corrections:\n  - {received: 10月8日, about: a, wrong: 错}\n",
            ["bad-date 2:16"],
        ),
        (
            "corrections:\n" + entry("2026-10-08", more="answer: 改了"),
            ["bad-choice 2:62"],
        ),
        ("corrections:\n" + entry("2026-10-08", more="by: 张三"), ["unknown-key 2:54"]),
        (
            "corrections:\n" + entry("2026-10-08", more="action: 回电 13800138000"),
            ["mobile-number 2:65"],
        ),
    ],
)
def test_mistakes_in_the_log(
    write_tree: WriteTree, text: str, expected: list[str]
) -> None:
    """They are told as in every file, at the value; who reported has no field."""
    assert places(loaded(write_tree, text)) == expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("a", Target("a")),
        ("a/s", Target("a", "s")),
        ("a/s/x", Target("a", "s", "x")),
        ("offices/a.html", Target("a")),
        ("offices/a.html#unit-m", Target("a")),
        ("offices/a/changes.html", Target("a")),
        ("offices/a/s.html", Target("a", "s")),
        ("offices/a/s/x.html", Target("a", "s", "x")),
        ("offices/a/s/2020-01-01.html", Target("a", "s")),
        ("offices/a/s/compare/2020-01-01.html", Target("a", "s")),
        ("matters/x.html", Target(item="x")),
        ("about/index.html", Target(page="about/index.html")),
        ("a-z.html", Target(page="a-z.html")),
        ("a/s/x/y", Target()),
        ("a//x", Target()),
        ("/a", Target()),
    ],
)
def test_what_an_entry_is_about(about: str, expected: Target) -> None:
    """Ids joined by `/`, or the address of the page."""
    assert target_of(about) == expected


def test_newest_first(write_tree: WriteTree) -> None:
    """By the day of receipt; each entry has its own lasting place."""
    days = ["2026-10-08", "2026-11-01", "2026-10-08"]
    cards = made(write_tree, *map(entry, days)).cards
    assert [card.anchor for card in cards] == [
        *("on20261101", "on20261008_2", "on20261008"),
    ]
    assert cards[0].received == "2026年11月1日"


@pytest.mark.parametrize(
    ("days", "median"), [([0], "0 天"), ([1, 2, 9], "2 天"), ([1, 2], "1.5 天")]
)
def test_numbers(write_tree: WriteTree, days: list[int], median: str) -> None:
    """All, done, open, and the day by which half were done; open ones do not count."""
    entries = [answered("2026-10-08", f"2026-10-{8 + n:02}") for n in days]
    numbers = {
        k: v for k, v, _ in made(write_tree, entry("2020-01-01"), *entries).numbers
    }
    assert numbers == {
        "收到": f"{len(days) + 1} 件",
        "已经办结": f"{len(days)} 件",
        "还没有办结": "1 件",
        "办结用时（中位数）": median,
    }


def test_no_median_of_nothing(write_tree: WriteTree) -> None:
    """As long as none is done there is no day to tell."""
    assert len(made(write_tree, entry("2026-10-08")).numbers) == 3


def test_what_came_of_it(write_tree: WriteTree) -> None:
    """An open one says so, and nothing that changes from day to day."""
    same, kept, still = made(
        write_tree,
        entry("2026-10-08"),
        answered("2026-10-09", "2026-10-12", "不改"),
        answered("2026-10-10", "2026-10-10", "部分改正"),
    ).cards
    assert (same.answer, same.tone, same.took) == ("部分改正", "partly", "当天")
    assert (kept.answer, kept.tone, kept.took) == ("不改", "kept", "3 天")
    assert (still.answer, still.tone) == ("正在处理", "open")
    assert (still.done, still.took, still.action) == ("", "", "")


@pytest.mark.parametrize(
    ("about", "link"),
    [
        ("a", Link("甲街道", "offices/a.html")),
        ("c", Link("丙街道", "offices/c.html")),
        ("a/s", Link("甲街道s", "offices/a/s.html", "甲街道")),
        ("a/s/x", Link("甲事", "offices/a/s/x.html", "甲街道")),
        ("offices/a/s/x.html", Link("甲事", "offices/a/s/x.html", "甲街道")),
        ("matters/x.html", Link("甲事", "matters/x.html", "各街道")),
        ("standard/t", Link("t", "standards/t/changes.html")),
        ("standard/t/z", Link("t", "standards/t/changes.html")),
        ("c/s/x", Link("丙街道", "offices/c.html")),
        ("changes.html", Link("changes.html", "changes.html")),
    ],
)
def test_an_entry_leads_to_what_it_is_about(
    write_tree: WriteTree, about: str, link: Link
) -> None:
    """By the title of the page, with the street beside it; the page is there."""
    tree = EMPTY | PLAIN | STANDARD | MERGED | log(entry("2026-10-08", about))
    found = pages(write_tree(tree))
    (card,) = get(found, CorrectionsPage, "corrections.html").cards
    assert card.about.address == link.address
    assert card.about.note == link.note
    if about not in {"a/s", "standard/t", "standard/t/z"}:
        assert card.about.text == link.text
    assert card.about.address in found


def test_an_item_tells_what_was_reported(write_tree: WriteTree) -> None:
    """Newest first, with links to the log; other items say nothing."""
    tree = (
        EMPTY
        | PLAIN
        | log(entry("2026-10-08"), answered("2026-10-09", "2026-10-12", about="a/s/x"))
    )
    found = pages(write_tree(tree))
    item = get(found, ItemPage, "offices/a/s/x.html")
    assert [fact for fact in item.source if fact[0] == "纠错记录"] == [
        ("纠错记录", "2026年10月9日收到：已改正", "corrections.html#on20261009"),
        ("纠错记录", "2026年10月8日收到：正在处理", "corrections.html#on20261008"),
    ]
    other = get(found, ItemPage, "offices/a/s/y.html")
    assert "纠错记录" not in {label for label, _, _ in other.source}
