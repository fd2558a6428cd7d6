"""Twelve events in a real repository: each is told once, rightly, where it belongs."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.history.changes import ChangeKind, Entry, ItemChange
from generator.history.joining import build_history
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.history.timelines import History
from generator.model.lists import ListKey
from generator.pipeline import examine
from tests.feed_validation import made, subscribed
from tests.history_events import EVENTS, Event, write_past
from tests.history_trees import Told, told
from tests.repositories import Repository
from tests.trees import TODAY, plan, read


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Write the repository once."""
    return write_past(tmp_path_factory.mktemp("past") / "tree")


@pytest.fixture(scope="module")
def history(past: Repository) -> History:
    """Read its whole history."""
    recorded = read_recorded(past.folder, Memory())
    return build_history(read(past.folder), recorded, TODAY)


def timelines(history: History) -> dict[str, list[Told]]:
    """All timelines by the list or the office they belong to."""
    lists = {str(key): told(entries) for key, entries in history.lists.items()}
    above = {str(key): told(entries) for key, entries in history.standards.items()}
    offices = {name: told(entries) for name, entries in history.offices.items()}
    return {**lists, **above, **offices}


def once(entries: Iterable[Entry]) -> list[Told]:
    """Every change once: an item that moved is told where it left."""
    found = []
    for entry in entries:
        came = [
            isinstance(c, ItemChange)
            and c.item != ""
            and c.kind is ChangeKind.MOVED
            and c.arrived
            for c in entry.changes
        ]
        found += [t for t, twice in zip(told([entry]), came, strict=True) if not twice]
    return found


def test_exactly_the_twelve_changes_are_told(history: History) -> None:
    """Nothing is missing, nothing is told twice, nothing else is told."""
    expected = [(event.day, event.kind, event.about) for event in EVENTS]
    assert sorted(once(history.acts())) == sorted(expected)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_each_is_on_the_right_timelines(history: History, event: Event) -> None:
    """An event stands on its own timelines and on no other."""
    wanted = (event.day, event.kind, event.about)
    found = {name for name, lines in timelines(history).items() if wanted in lines}
    assert found == set(event.timelines)


def test_recorded_times_follow_the_renamed_folder(history: History) -> None:
    """A version is recorded when its file first came, whatever its folder is called."""
    recorded = {
        entry.day.isoformat(): entry.recorded.time.date().isoformat()
        for entry in history.lists[ListKey("a", "public")]
        if entry.recorded and not entry.in_place
    }
    assert recorded == {
        "2025-01-01": "2025-01-01",
        "2025-03-01": "2025-03-01",
        "2025-04-01": "2025-04-01",
        "2025-05-01": "2025-05-01",
        "2025-10-01": "2025-10-01",
        "2027-01-01": "2025-11-05",
    }


def test_an_edit_in_place_keeps_both_texts(history: History) -> None:
    """What was written over is still there to read."""
    edits = [
        change
        for entry in history.lists[ListKey("a", "public")]
        for change in entry.changes
        if change.kind is ChangeKind.EDITED
    ]
    fields = [(f.name, f.old, f.new) for change in edits for f in change.fields]
    assert fields == [("basis", "《旧办法》", "《新办法》")]


def test_a_typo_says_that_it_is_corrected_and_why(history: History) -> None:
    """A correction carries its own reason."""
    corrected = [
        change
        for entry in history.lists[ListKey("a", "public")]
        for change in entry.changes
        if isinstance(change, ItemChange) and change.kind is ChangeKind.CORRECTED
    ]
    assert [(c.note, [(f.old, f.new) for f in c.fields]) for c in corrected] == [
        ("改正错字", [("新亊", "新事")])
    ]


def test_a_merge_is_told_on_its_day_with_its_commit(history: History) -> None:
    """Who took over is told from the day it is true."""
    (entry,) = history.offices["c"]
    assert entry.effective is not None
    assert entry.recorded is not None
    assert entry.recorded.time.date().isoformat() == "2025-07-03"


def test_without_git_the_effective_history_is_whole(
    past: Repository, tmp_path: Path
) -> None:
    """The files alone tell all but what was edited in place."""
    bare = tmp_path / "bare"
    shutil.copytree(past.folder, bare, ignore=shutil.ignore_patterns(".git"))
    recorded = read_recorded(bare, Memory())
    made = build_history(read(bare), recorded, TODAY)
    only_in_git = {"contact", "in-place", "rename"}
    expected = [(e.day, e.kind, e.about) for e in EVENTS if e.name not in only_in_git]
    assert recorded.gap.value == "no-repository"
    assert sorted(once(made.acts())) == sorted(expected)
    assert all(entry.recorded is None for entry in made.acts())


FEED_WORDS = {
    "add": ("新增", "新事"),
    "withdraw": ("取消", "乙事"),
    "revise": ("调整", "甲事"),
    "contact": ("更正", "社会事务办公室"),
    "in-place": ("就地改动", "丙事"),
    "rename": ("移动", "公共服务事项清单"),
    "merge": ("承接", "丁街道"),
    "standard": ("调整", "戊事"),
    "declined": ("取消", "己事"),
    "move": ("移动", "丁事"),
    "announced": ("调整", "甲事"),
    "typo": ("更正", "新事"),
}


@pytest.fixture(scope="module")
def entries(past: Repository) -> list[str]:
    """The entries of the site's feed as a reader sees them."""
    recorded = read_recorded(past.folder, Memory())
    made_plan = plan(examine(past.folder, TODAY), TODAY, recorded)
    feed = subscribed(made(made_plan)["feed.xml"])
    return [
        "\n".join((entry.title, entry.summary, *(c.value for c in entry.content)))
        for entry in feed.entries
    ]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_each_is_an_entry_of_the_feed(entries: list[str], event: Event) -> None:
    """A subscriber reads what it is about and what was done to it."""
    kind, about = FEED_WORDS[event.name]
    assert any(kind in entry and about in entry for entry in entries)


def test_the_feed_has_an_entry_for_every_act_and_no_other(
    entries: list[str], history: History
) -> None:
    """Twelve events, the second list of the move, and three first versions."""
    assert len(entries) == len(history.acts()) == len(EVENTS) + 1 + 3
