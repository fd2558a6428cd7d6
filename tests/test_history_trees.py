"""Two trees, of two revisions or of a revision and the disk."""

import pytest

from generator.history.recorded import edit_between, edits_between
from generator.loading.repository import (
    changed_files,
    read_tree,
    read_working,
    resolve_revision,
)
from generator.problems import GeneratorError
from tests.recorded_samples import (
    EDITED,
    FILES,
    ITEMS,
    LIST,
    OFFICE,
    PHONE,
    read,
    said,
    stay,
)
from tests.repositories import Repository


def test_revisions(repository: Repository) -> None:
    """A revision is a commit's id or any name of it, and never an option."""
    first = repository.head()
    repository.git("tag", "v1")
    repository.commit({LIST: EDITED}, "2025-02-01")
    root = repository.folder
    assert resolve_revision(root, "HEAD~1") == first
    assert resolve_revision(root, "v1") == first
    assert resolve_revision(root, first[:10]) == first
    for name in ("", "-", "--all", "^HEAD", "v1..HEAD", "HEAD:site_config.yml"):
        assert resolve_revision(root, name) is None
    assert resolve_revision(root, "HEAD\n--all") is None
    assert resolve_revision(root, "x\0") is None
    with pytest.raises(GeneratorError, match="没有“v2”这个版本"):
        read_tree(root, "v2")


def test_read_tree(repository: Repository) -> None:
    """A tree holds content and configuration as of then, nothing else."""
    repository.commit({"README.md": "x", "content/about/a.md": "甲"}, "2025-02-01")
    tree = read_tree(repository.folder, "HEAD")
    assert sorted(tree) == sorted([*FILES, "content/about/a.md"])
    assert tree[LIST] == ITEMS.encode()
    assert sorted(read_tree(repository.folder, "HEAD~1")) == sorted(FILES)


def test_changed_files(repository: Repository) -> None:
    """Changed, added, deleted and renamed files, committed or only on disk."""
    added = "content/lists/b/duties/2026-01-01.yml"
    moved = LIST.replace("services", "matters")
    repository.move(LIST, moved)
    repository.write({added: ITEMS, OFFICE: None, moved: EDITED})
    expected = [(LIST, moved), ("", added), (OFFICE, "")]
    root = repository.folder
    assert changed_files(root, "HEAD", None) == expected
    repository.commit(on="2025-02-01")
    assert changed_files(root, "HEAD~1", "HEAD") == expected
    assert changed_files(root, "HEAD", None) == []
    data = (root / moved).read_bytes().replace(b"\n", b"\r\n")
    (root / moved).write_bytes(data)
    assert changed_files(root, "HEAD", None) == []


def test_edits_between(repository: Repository) -> None:
    """The edits between a revision and the disk are those that a commit makes."""
    moved = LIST.replace("services", "matters")
    repository.move(LIST, moved)
    repository.write({moved: EDITED, OFFICE: PHONE.replace("'1'", "'2'")})
    repository.write({"content/offices/c.yml": PHONE + PHONE.replace("id", "k")})
    old = read_tree(repository.folder, "HEAD")
    edits = edits_between(old, read_working(repository.folder))
    assert said(edits) == [
        f"{LIST} > {moved}: items x",
        stay(OFFICE, "units u"),
        " > content/offices/c.yml: ",
    ]
    repository.commit(on="2025-02-01")
    committed = [(edit.path, edit.parts) for edit in read(repository).edits]
    assert committed == [(edit.path, edit.parts) for edit in edits[:2]]
    assert edits_between(old, old) == ()


def test_edit_between() -> None:
    """One file: edited, added, deleted, unreadable, only put differently."""
    old, new = ITEMS.encode(), EDITED.encode()
    assert said((edit_between(LIST, old, LIST, new),)) == [stay(LIST, "items x")]
    assert said((edit_between("", None, LIST, new),)) == [f" > {LIST}: "]
    assert said((edit_between(LIST, old, "", None),)) == [f"{LIST} > : "]
    assert said((edit_between(LIST, old, LIST, b"\xff"),)) == [stay(LIST, "?")]
    assert edits_between({LIST: old}, {LIST: b"#\n" + old}) == ()


def test_renames_of_equal_files() -> None:
    """Files with the same text are paired by their names, each once."""
    names = [f"content/lists/{o}/duties/2025-01-01.yml" for o in "ab"]
    old = dict.fromkeys(names, ITEMS.encode())
    new = {name.replace("duties", "powers"): data for name, data in old.items()}
    pairs = {(edit.old_path, edit.new_path) for edit in edits_between(old, new)}
    assert pairs == {(name, name.replace("duties", "powers")) for name in names}
