"""History pages at their edges: gaps, feeds, offices that are gone, large versions."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.changes import Gap, Recorded
from generator.history.runs import Run, word_runs
from generator.pipeline import examine
from generator.site_model.history_parts import FieldLine
from generator.site_model.pages import ChangesPage, OfficePage
from generator.site_model.shortening import short_field
from generator.site_model.site import plan_site
from tests.site_model_trees import CHANGING, X, get
from tests.trees import EMPTY, TODAY, Files, office, pages, plan, whole

WriteTree = Callable[[Files], Path]


def wording(runs: Iterable[Run]) -> str:
    """Write runs as text, what differs in brackets."""
    return "".join(f"[{text}]" if changed else text for text, changed in runs)


@pytest.mark.parametrize("gap", list(Gap))
def test_a_timeline_says_why_times_are_missing(write_tree: WriteTree, gap: Gap) -> None:
    """Once, in plain words, and only where they are."""
    examined = examine(write_tree(EMPTY | CHANGING), TODAY)
    site = plan_site(plan(examined, TODAY, Recorded(gap)))
    timelines = [page for page in site.pages() if isinstance(page, ChangesPage)]
    assert len(timelines) >= 5
    for page in timelines:
        assert ("施行日期和内容不受影响" in page.gap) == (gap is not Gap.NONE)


def test_feeds_are_named_where_they_are(write_tree: WriteTree) -> None:
    """A list, an office, a matter and the site have one; permanent pages do not."""
    found = pages(write_tree(EMPTY | CHANGING))
    feeds = {page.head.address: page.head.feed for page in found.values()}
    assert feeds["index.html"] == feeds["changes.html"] == "feed.xml"
    assert feeds["offices/a.html"] == "offices/a/feed.xml"
    assert feeds["offices/a/s.html"] == "offices/a/s/feed.xml"
    assert feeds["offices/a/s/changes.html"] == "offices/a/s/feed.xml"
    assert feeds["matters/x.html"] == "matters/x.xml"
    assert feeds["offices/a/s/2022-01-01.html"] == ""


def test_an_office_that_is_gone_keeps_its_timeline(write_tree: WriteTree) -> None:
    """Its page leads there, and there it says who took over."""
    found = pages(
        write_tree(EMPTY | office("b", "succeeds: [old]\nsince: 2024-05-01\n"))
    )
    page = get(found, OfficePage, "offices/old.html")
    assert page.changes
    timeline = get(found, ChangesPage, page.changes.address)
    assert [card.day for card in timeline.cards] == ["2024-05-01"]
    assert timeline.head.feed == ""


def test_a_large_version_is_named_and_compared_elsewhere(write_tree: WriteTree) -> None:
    """A timeline stays readable: a version that changes everything is a link away."""
    many = [f"{{id: i{number}, title: 第{number}事}}" for number in range(40)]
    files = EMPTY | whole("a/s", "2020-01-01", X) | whole("a/s", "2021-01-01", X, *many)
    found = pages(write_tree(files))
    card = get(found, ChangesPage, "offices/a/s/changes.html").cards[0]
    assert (card.is_brief, len(card.changes), card.more) == (True, 40, None)
    brief = get(found, ChangesPage, "changes.html").cards[0]
    assert (len(brief.changes), brief.left) == (10, 30)
    assert brief.more
    assert brief.more.address.endswith(f"changes.html#{card.anchor}")


@given(st.text("甲乙丙丁1", max_size=60), st.text("甲乙丙丁1", max_size=60))
def test_shortening_keeps_every_change(old: str, new: str) -> None:
    """What differs stays whole; only what both texts have is left out."""
    before = FieldLine("甲", *word_runs(old, new))
    after = short_field(before)
    for runs, short in ((before.old, after.old), (before.new, after.new)):
        assert [r for r in runs if r.changed] == [r for r in short if r.changed]
        assert len(wording(short)) <= len(wording(runs))


def test_shortening_is_worth_it() -> None:
    """A long text with one changed number keeps what stands around the number."""
    field = FieldLine(
        "甲", *word_runs("甲" * 50 + "15" + "乙" * 50, "甲" * 50 + "10" + "乙" * 50)
    )
    assert wording(short_field(field).new) == f"…{'甲' * 14}[10]{'乙' * 14}…"
