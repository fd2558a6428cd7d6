"""A street with one list and one unit, and the history of edits of its files."""

from datetime import date
from pathlib import Path

from generator.history.joining import build_history
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.history.timelines import History
from generator.model.lists import ListKey
from tests.history_trees import A_S, told
from tests.repositories import Repository, new_repository
from tests.trees import CONFIG, TODAY, Files, office, read, whole

UNIT = """\
units:
  - id: u
    name: 民政办
    place: 一楼
    phones: [{number: 000-8800 0001, kind: 咨询, verified: 2026-01-01}]
    posts: [{id: head, title: 主任, person: 赵某甲, backup: deputy}, {id: deputy, title: 副主任}]
communities: [{code: "990101001001", name: 一社区, phone: 000-8800 0009}]
"""
NAMED = office("a", f"names: full\n{UNIT}", "甲街道")
ITEM = "{id: x, title: 甲事, unit: u, post: head, window: 一号, basis: 旧}"
FIRST = CONFIG | office("a", UNIT, "甲街道") | whole("a/s", "2026-01-01", ITEM)


def after(
    folder: Path, first: Files, *edits: Files, day: str = "2026-03-05"
) -> History:
    """Record a first state and edits of it, and read the history."""
    repository = new_repository(folder, first)
    for edit in edits:
        repository.commit(edit, on=day)
    return history_of(repository)


def history_of(repository: Repository, opened: date | None = None) -> History:
    """Read the history of a repository."""
    recorded = read_recorded(repository.folder, Memory())
    return build_history(read(repository.folder), recorded, TODAY, opened)


def changed(text: str, old: str, new: str, address: str = "a/s") -> Files:
    """The version file of the first state, with one text for another."""
    assert old in text
    return whole(address, "2026-01-01", text.replace(old, new))


def edits(history: History, key: ListKey = A_S) -> list[tuple[str, str, str]]:
    """What was edited in place in a list."""
    return told(e for e in history.lists[key] if e.in_place)
