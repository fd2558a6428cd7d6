"""The recorded history of real repositories: whatever way a change came in."""

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
from tests.repositories import Repository


def test_added_and_edited(repository: Repository) -> None:
    """The first commit adds; later ones are edits with commit, moment and raw values."""
    first = repository.head()
    moment = "2025-02-03T08:30:00+08:00"
    edit = repository.commit({LIST: EDITED}, moment)
    recorded = read(repository)
    assert {path: commit.id for path, commit in recorded.added.items()} == {
        LIST: first,
        OFFICE: first,
    }
    (found,) = recorded.edits
    assert (found.path, found.old_path, found.new_path) == (LIST, LIST, LIST)
    assert found.commit is not None
    assert (found.commit.id, found.commit.time.isoformat()) == (edit, moment)
    (part,) = found.parts
    assert part.old == {"id": "x", "title": "甲", "fee": "免费"}
    assert part.new == {"id": "x", "title": "甲", "fee": "收费"}


def test_no_authors(repository: Repository) -> None:
    """Who made a commit is nowhere in what is read or remembered."""
    repository.commit({LIST: EDITED}, "2025-02-03")
    memory = Memory()
    text = repr(read(repository, memory)) + memory.dump()
    assert "某" not in text
    assert "example.gov.cn" not in text


@pytest.mark.parametrize("way", ["merge", "squash", "rebase"])
def test_ways_in(repository: Repository, way: str) -> None:
    """A change is the same whether it was merged, squashed, rebased or made directly."""
    repository.branch("topic")
    repository.commit({LIST: EDITED.replace("乙", "丙")}, "2025-02-01")
    repository.commit({LIST: EDITED}, "2025-02-02")
    repository.switch("main")
    repository.commit({OFFICE: PHONE.replace("'1'", "'2'")}, "2025-02-03")
    last = getattr(repository, way)("topic", "2025-02-04")
    edits = read(repository).edits
    office, lists = stay(OFFICE, "units u"), stay(LIST, "items x")
    if way == "rebase":
        both, back = stay(LIST, "items x, items y"), stay(LIST, "items y")
        assert said(edits) == [office, both, back]
    else:
        assert said(edits) == [office, lists]
    assert edits[-1].commit is not None
    assert edits[-1].commit.id == last
    assert edits[-1].commit.time.isoformat() == "2025-02-04T10:00:00+08:00"


def test_merge_brings_a_file(repository: Repository) -> None:
    """A file that came with a merge was added by the merge."""
    path = "content/lists/a/services/2025-06-01.yml"
    repository.branch("topic")
    repository.commit({path: ITEMS}, "2025-02-01")
    repository.switch("main")
    merge = repository.merge("topic", "2025-02-04")
    assert read(repository).added[path].id == merge


def test_folder_renamed(repository: Repository) -> None:
    """All versions of a renamed list keep their identity, an edit in passing too."""
    second = "content/lists/a/services/2025-06-01.yml"
    added = repository.commit({second: ITEMS.replace("乙", "丁")}, "2025-02-01")
    repository.commit({LIST: EDITED}, "2025-02-02")
    repository.move("content/lists/a/services", "content/lists/a/matters")
    moved = [path.replace("services", "matters") for path in (LIST, second)]
    repository.commit({moved[1]: ITEMS.replace("乙", "戊")}, "2025-02-03")
    recorded = read(repository)
    assert sorted(recorded.added) == sorted([OFFICE, *moved])
    assert recorded.added[moved[1]].id == added
    assert said(recorded.edits) == [
        stay(LIST, "items x"),
        f"{LIST} > {moved[0]}: ",
        f"{second} > {moved[1]}: items y",
    ]
    assert [edit.path for edit in recorded.edits] == [moved[0], *moved]


def test_swapped_and_unlike_names(repository: Repository) -> None:
    """Two files that change places are followed; a list that becomes another is not."""
    second = LIST.replace("01-01", "06-01")
    other = ITEMS.replace("id: ", "id: other-").replace("title: ", "title: 另一")
    repository.commit({second: other}, "2025-02-01")
    repository.commit({LIST: other, second: ITEMS}, "2025-02-02")
    assert said(read(repository).edits) == [
        stay(LIST, "items other-x, items other-y, items x, items y"),
        stay(second, "items x, items y, items other-x, items other-y"),
    ]
    elsewhere = "content/lists/b/duties/2030-01-01.yml"
    repository.move(second, elsewhere)
    repository.commit(on="2025-02-03")
    recorded = read(repository)
    assert said(recorded.edits)[2:] == [f"{second} > : "]
    assert recorded.added[elsewhere].id == repository.head()


def test_renamed_into_content(repository: Repository) -> None:
    """A file that was no content before is added when it becomes content."""
    path = "content/lists/a/services/2026-01-01.yml"
    repository.commit({"drafts/2026-01-01.yml": ITEMS + "# 稿\n"}, "2025-02-01")
    repository.move("drafts/2026-01-01.yml", path)
    published = repository.commit(on="2025-02-02")
    recorded = read(repository)
    assert recorded.added[path].id == published
    assert recorded.edits == ()
