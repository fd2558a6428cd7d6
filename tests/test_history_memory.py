"""A memory saves work and changes nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.history.memory import Memory
from tests.recorded_samples import (
    EDITED,
    ITEMS,
    LIST,
    OFFICE,
    PHONE,
    read,
    said,
    stay,
)
from tests.repositories import Repository, clone


@pytest.fixture
def lived(repository: Repository) -> Repository:
    """Give the repository a past of every sort."""
    repository.commit({LIST: EDITED}, "2025-02-01")
    repository.commit({LIST: "[", OFFICE: PHONE + "note: ~\n"}, "2025-02-02")
    repository.commit({LIST: EDITED + "note: [{a: [b, c]}]\n"}, "2025-02-03")
    repository.move(OFFICE, "content/offices/b.yml")
    repository.commit(on="2025-02-04")
    repository.commit({LIST: None}, "2025-02-05")
    repository.commit({LIST: ITEMS}, "2025-02-06")
    return repository


def test_warm_is_cold(lived: Repository) -> None:
    """The second run needs no blob at all and gives the same."""
    memory = Memory()
    cold = read(lived, memory)
    assert memory.is_changed
    kept = memory.dump()
    for blob in (ITEMS, EDITED):
        data = lived.folder / "blob"
        data.write_text(blob, encoding="utf-8")
        name = lived.git("hash-object", str(data))
        (lived.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    again = Memory.load(kept)
    assert read(lived, again) == cold
    assert not again.is_changed
    assert again.dump() == kept


def test_only_what_is_used(lived: Repository, tmp_path: Path) -> None:
    """A force-pushed branch is read anew, and what it no longer needs is dropped."""
    follower = clone(lived, tmp_path / "follower")
    memory = Memory()
    read(follower, memory)
    lived.reset("HEAD~4")
    lived.commit({LIST: ITEMS.replace("乙", "丙")}, "2025-03-01")
    follower.fetch_forced()
    memory = Memory.load(memory.dump())
    recorded = read(follower, memory)
    assert recorded == read(lived)
    assert said(recorded.edits)[-1] == stay(LIST, "items x, items y")
    assert memory.is_changed
    fresh = Memory()
    read(lived, fresh)
    assert memory.dump() == fresh.dump()


def test_damaged_or_foreign(lived: Repository) -> None:
    """Any text that is no memory is an empty one."""
    memory = Memory()
    cold = read(lived, memory)
    whole = memory.dump()
    for text in _spoilt(whole):
        again = Memory.load(text)
        assert read(lived, again) == cold
        assert again.is_changed
        assert again.dump() == whole


def _spoilt(whole: str) -> Iterator[str]:
    yield from ("", "[]", "{}", "null", "3", whole[:-20], "[" * 100_000)
    stored = json.loads(whole)
    yield json.dumps(stored | {"format": 0})
    yield json.dumps(stored | {"records": ["x"]})
    yield json.dumps(stored | {"records": [{"id": 3}] * len(stored["records"])})
    yield json.dumps(stored | {"records": []})
    yield json.dumps(stored | {"pairs": {"a b list": 1}})
    yield json.dumps(stored | {"pairs": {"a b list": [True, True, [1, 2, None, 0]]}})
