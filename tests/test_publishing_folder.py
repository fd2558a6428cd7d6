"""What publishing does to a folder: only the differences, in the right modes."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing import Published, publish
from tests.publishing_child import (
    SAMPLE,
    Tree,
    alone,
    folder_in_memory,
    names,
    outputs,
    site,
    snapshot,
)


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Tell which file on the disk stands for each path, and since when."""
    found = {path: (root / path).stat() for path in snapshot(root)}
    return {path: (status.st_ino, status.st_mtime_ns) for path, status in found.items()}


def modes(root: Path) -> set[tuple[bool, int]]:
    """Collect the modes of folders and files."""
    everything = [root, *root.rglob("*")]
    return {(path.is_dir(), path.stat().st_mode & 0o7777) for path in everything}


def test_first_site(tmp_path: Path) -> None:
    """A site appears with the folders above it, and the numbers are told."""
    target = tmp_path / "build" / "site"
    heard: list[int] = []
    published = publish(outputs(SAMPLE), target, heard.append)
    assert snapshot(target) == SAMPLE
    assert published == Published(files=4, written=4, unchanged=0, removed=0, bytes=6)
    assert heard == [1, 2, 3, 4]
    assert alone(target)


def test_into_empty_folder(tmp_path: Path) -> None:
    """An empty folder is free to use."""
    target = tmp_path / "site"
    target.mkdir()
    publish(outputs(SAMPLE), target)
    assert snapshot(target) == SAMPLE


def test_same_again_touches_nothing(tmp_path: Path) -> None:
    """The second run of the same site leaves even the folder itself in place."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    before, folder = stamps(target), target.stat()
    published = publish(outputs(SAMPLE), target)
    assert published == Published(files=4, written=0, unchanged=4, removed=0, bytes=6)
    assert stamps(target) == before
    assert os.path.samestat(target.stat(), folder)


def test_only_differences_are_written(tmp_path: Path) -> None:
    """One changed, one new, one gone: the others stay the same files."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    before = stamps(target)
    tree = SAMPLE | {"index.html": b"<b>", "z": b"new"}
    del tree["b/c/d"]
    published = publish(outputs(tree), target)
    assert published == Published(files=4, written=2, unchanged=2, removed=1, bytes=8)
    assert snapshot(target) == tree
    same = ("build.json", "offices/a.html")
    assert [stamps(target)[path] for path in same] == [before[path] for path in same]
    assert not (target / "b").exists()
    assert alone(target)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_umask(tmp_path: Path, umask: int) -> None:
    """A web server can read the site, whoever built it."""
    target = tmp_path / "site"
    before = os.umask(umask)
    try:
        publish(outputs(SAMPLE), target)
    finally:
        os.umask(before)
    assert modes(target) == {(True, 0o755), (False, 0o644)}


def test_meddling_is_put_right(tmp_path: Path) -> None:
    """Whatever somebody did inside the site, the next run repairs, and only that."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    before = stamps(target)
    (target / "index.html").chmod(0o600)
    (target / "b").chmod(0o700)
    (target / "stray").mkdir()
    (target / "b/c/d").unlink()
    (target / "b/c/d").symlink_to("/etc/hostname")
    os.mkfifo(target / "pipe")
    published = publish(outputs(SAMPLE), target)
    assert snapshot(target) == SAMPLE
    assert modes(target) == {(True, 0o755), (False, 0o644)}
    assert (published.written, published.unchanged, published.removed) == (2, 2, 1)
    assert stamps(target)["build.json"] == before["build.json"]


@pytest.mark.parametrize(
    "odd",
    ["mode", "root", "empty folder", "link to a folder"],
)
def test_oddities_alone_are_noticed(tmp_path: Path, odd: str) -> None:
    """Equal files are not enough: folders count too."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    if odd == "mode":
        (target / "b").chmod(0o750)
    elif odd == "root":
        target.chmod(0o750)
    elif odd == "empty folder":
        (target / "b/empty").mkdir()
    else:
        (target / "b").rename(tmp_path / "elsewhere")
        (target / "b").symlink_to(tmp_path / "elsewhere")
    publish(outputs(SAMPLE), target)
    assert modes(target) == {(True, 0o755), (False, 0o644)}
    assert {path.name for path in target.rglob("*") if path.is_dir()} == {
        "offices",
        "b",
        "c",
    }
    assert not any(path.is_symlink() for path in target.rglob("*"))


def test_link_to_a_folder(tmp_path: Path) -> None:
    """A link stays; the folder it points to is replaced, on its own disk."""
    (tmp_path / "disk").mkdir()
    link = tmp_path / "site"
    link.symlink_to(Path("disk") / "real")  # points to nothing yet
    for tag in ("old", "new"):
        publish(outputs(site(tag, 3)), link)
        assert link.readlink() == Path("disk/real")
        assert snapshot(tmp_path / "disk" / "real") == site(tag, 3)
    assert alone(tmp_path / "disk" / "real")
    assert names(tmp_path) == ["disk", "site"]


NAMES = st.sampled_from(["f", "g.html", "文件", "o_o"])
FOLDERS = st.lists(st.sampled_from(["d1", "d2"]), max_size=2)
PATHS = st.builds(lambda folders, name: "/".join([*folders, name]), FOLDERS, NAMES)
TREES = st.dictionaries(PATHS, st.binary(max_size=3) | st.just(b"long" * 9_999))


@settings(max_examples=100, deadline=None)
@given(st.lists(TREES, min_size=2, max_size=5))
def test_any_sequence_of_builds(trees: list[Tree]) -> None:
    """After each build the folder is exactly the site; equal files stay the same."""
    with folder_in_memory() as folder:
        target = Path(folder, "site")
        old: Tree = {}
        before: dict[str, tuple[int, int]] = {}
        for tree in trees:
            new = tree | {"build.json": b"{}"}
            published = publish(outputs(new), target)
            assert snapshot(target) == new
            same = {path for path in new if old.get(path) == new[path]}
            after = stamps(target)
            assert {path: after[path] for path in same} == {p: before[p] for p in same}
            assert published.unchanged == len(same)
            assert published.written == len(new) - len(same)
            assert published.removed == len(old.keys() - new.keys())
            assert published.bytes == sum(map(len, new.values()))
            assert alone(target)
            old, before = new, after
