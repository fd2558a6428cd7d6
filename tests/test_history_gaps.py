"""Gaps of the recorded history are said, never filled: no git, a shallow clone."""

import json
import shutil
from pathlib import Path

import pytest

from tests.calling import Call, Said
from tests.history_events import write_past
from tests.repositories import Repository, clone

ON = ("--on", "2026-11-22")


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Write a repository with a past."""
    return write_past(tmp_path_factory.mktemp("past") / "tree")


def build(call: Call, root: Path, *more: str) -> tuple[Said, Path]:
    """Build a tree, and name the folder of its site."""
    site = root.parent / f"{root.name}-site"
    return call("build", "--root", root, "--out", site, *ON, *more), site


def stamp(site: Path) -> dict[str, object]:
    """What the site says of itself."""
    told: dict[str, object] = json.loads((site / "build.json").read_text())
    return told


def pages(site: Path) -> str:
    """All pages as one text."""
    return "".join(p.read_text() for p in sorted(site.rglob("*.html")))


def test_a_shallow_clone_is_refused_with_the_cure(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """Every date would be the last commit's: nothing is published."""
    shallow = clone(past, tmp_path / "shallow", "--depth=1")
    said, site = build(call, shallow.folder)
    assert said.code == 1
    assert "git fetch --unshallow" in said.err
    assert "--allow-shallow" in said.err
    assert not site.exists()


def test_a_refused_build_leaves_the_last_site_alone(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """What was published stays as it was."""
    whole = clone(past, tmp_path / "tree")
    said, site = build(call, whole.folder)
    assert said.code == 0
    before = {p: p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    shallow = clone(past, tmp_path / "shallow", "--depth=1")
    shutil.rmtree(whole.folder)
    shallow.folder.rename(whole.folder)
    said, _ = build(call, whole.folder)
    assert said.code == 1
    assert {p: p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()} == before


def test_a_shallow_clone_may_be_published_without_recorded_times(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """Then no page names a commit or a time, and the history page says why."""
    shallow = clone(past, tmp_path / "shallow", "--depth=1")
    said, site = build(call, shallow.folder, "--allow-shallow")
    assert said.code == 0, said.err
    assert stamp(site)["recorded_history"] == "shallow"
    assert past.head()[:8] not in pages(site)
    assert "浅克隆" in (site / "changes.html").read_text()


def test_a_whole_clone_shows_when_each_version_was_recorded(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """With the whole history the times are there."""
    whole = clone(past, tmp_path / "whole")
    said, site = build(call, whole.folder)
    assert said.code == 0, said.err
    assert stamp(site)["recorded_history"] == "complete"
    timeline = (site / "offices/a/public/changes.html").read_text()
    assert past.head()[:8] in timeline
    assert "2025年12月3日 10:00" in timeline


def test_without_git_the_pages_say_why_times_are_missing(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """The effective history is whole, the recorded one absent with a sentence."""
    bare = tmp_path / "bare"
    shutil.copytree(past.folder, bare, ignore=shutil.ignore_patterns(".git"))
    said, site = build(call, bare)
    assert said.code == 0, said.err
    assert stamp(site)["recorded_history"] == "no-repository"
    timeline = (site / "offices/a/public/changes.html").read_text()
    assert "登记时间" in timeline
    assert "法规变化" in timeline
    assert "登记时间" in (site / "changes.html").read_text()


def test_authors_are_published_nowhere(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """Neither a name nor an address of whoever committed leaves git."""
    whole = clone(past, tmp_path / "whole")
    _, site = build(call, whole.folder)
    texts = [p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()]
    for secret in ("某编辑", "某合并人", "editor@example", "merger@example"):
        assert not any(secret.encode() in text for text in texts)


def test_what_was_found_out_is_kept_inside_the_repository(
    call: Call, past: Repository, tmp_path: Path
) -> None:
    """The second build reads what the first one found, and gives the same bytes."""
    whole = clone(past, tmp_path / "whole")
    _, site = build(call, whole.folder)
    kept = whole.folder / ".git" / "qingdan-history.json"
    assert kept.is_file()
    first = {p: p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    said, _ = build(call, whole.folder)
    assert "写入 0 个" in said.out
    kept.write_text("损坏", encoding="utf-8")
    build(call, whole.folder)
    assert {p: p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()} == first
    assert whole.git("status", "--porcelain") == ""
