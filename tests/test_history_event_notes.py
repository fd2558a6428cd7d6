"""Each of the twelve events as `qingdan diff` tells it, commit by commit."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calling import Call, Said
from tests.history_events import EVENTS, Event, write_past
from tests.repositories import Repository

WORDS = {
    "added": "新增",
    "withdrawn": "取消",
    "revised": "调整",
    "moved": "移动",
    "corrected": "更正",
    "edited": "就地改动",
}
ABOUT = {
    "x": "甲事",
    "y": "乙事",
    "z": "丙事",
    "m": "丁事",
    "p": "戊事",
    "q": "己事",
    "a/affairs": "社会事务办公室",
    "a/public": "公共服务事项清单",
    "c": "丙街道",
}
NO_NOTICE = {"rename"}
"""A folder that has another name is nothing that a resident must be told."""


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Write the repository once; tests check out the commit they ask about."""
    return write_past(tmp_path_factory.mktemp("past") / "tree")


@pytest.fixture(scope="module")
def commits(past: Repository) -> list[str]:
    """The first state, and the commit of each event after it."""
    return past.git("log", "--reverse", "--format=%H", "main").split()


def diff(
    call: Call, past: Repository, commits: list[str], event: Event, form: str
) -> Said:
    """Compare the commit of an event with the one before."""
    number = EVENTS.index(event)
    past.git("checkout", "--quiet", commits[number + 1])
    old, new = commits[number], commits[number + 1]
    words = ("diff", old, new, "--root", past.folder, "--format", form)
    said = call(*words, "--on", "2026-11-22")
    assert said.code == 0, said.err
    return said


def changes(said: Said) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every change with its entry; an item that moved is told where it left."""
    return [
        (entry, change)
        for entry in json.loads(said.out)["entries"]
        for change in entry["changes"]
        if not (
            change["kind"] == "moved" and change.get("item") and change["moved_from"]
        )
    ]


def test_there_is_one_commit_an_event(commits: list[str]) -> None:
    """The events are told in the order of their commits."""
    assert len(commits) == len(EVENTS) + 1


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_json_tells_one_change_of_the_right_kind(
    call: Call, past: Repository, commits: list[str], event: Event
) -> None:
    """Kind, day and what it is about are those of the timeline."""
    ((entry, change),) = changes(diff(call, past, commits, event, "json"))
    assert change["kind"] == event.kind
    about = change.get("item") or change.get("unit") or entry["list"] or entry["owner"]
    assert about == event.about.removeprefix("a/affairs") or about == "affairs"
    if not entry["in_place"]:
        assert entry["day"] == event.day


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_the_note_and_the_notice_name_it(
    call: Call, past: Repository, commits: list[str], event: Event
) -> None:
    """An official reads what it is about, and what was done to it."""
    note = diff(call, past, commits, event, "markdown").out
    notice = diff(call, past, commits, event, "notice").out
    name = {"add": "新亊", "typo": "新事"}.get(event.name) or ABOUT[event.about]
    word = "承接" if event.name == "merge" else WORDS[event.kind]
    assert name in note
    assert word in note
    assert (name in notice) is (event.name not in NO_NOTICE)
    if event.name == "merge":
        assert "自2025年7月1日起" in notice


def test_nothing_is_left_behind(past: Repository, commits: list[str]) -> None:
    """Comparing writes nothing into the tree."""
    past.git("checkout", "--quiet", commits[-1])
    assert past.git("status", "--porcelain") == ""
    assert Path(past.folder, "content").is_dir()
