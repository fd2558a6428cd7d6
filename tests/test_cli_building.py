"""The command line: what `build` writes, on which day and from which commit."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import build
from tests.accept import FUTURE, PAST, SAMPLE, TODAY
from tests.calling import ON, Call
from tests.conftest import find_program
from tests.trees import CONFIG, EMPTY, Files, office

WriteTree = Callable[[Files], Path]


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Read all files of a folder with the moment they were written."""
    return {
        file.relative_to(folder).as_posix(): (
            file.read_bytes(),
            file.stat().st_mtime_ns,
        )
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_old_site_stays(call: Call, sample: Path, tmp_path: Path) -> None:
    """A build that finds mistakes does not touch the site that is there."""
    out = tmp_path / "site"
    assert call("build", "--root", sample, "--out", out, *ON).code == 0
    before = everything(out)
    text = (sample / "content/offices/xihe.yml").read_text(encoding="utf-8")
    (sample / "content/offices/xihe.yml").write_text(text.replace("name:", "nom:", 1))
    said = call("build", "--root", sample, "--out", out, *ON)
    assert said.code == 1
    assert "没有改动" in said.err
    assert everything(out) == before


def git(root: Path, *words: str) -> str:
    """Run git in a folder as somebody."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        [find_program(("git",), "git"), *who, *words],
        cwd=root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def stamp(site: Path) -> dict[str, object]:
    """Read `build.json` of a site."""
    read: dict[str, object] = json.loads((site / "build.json").read_bytes())
    return read


def test_build_without_git(call: Call, write_tree: WriteTree, tmp_path: Path) -> None:
    """Without git the site is built all the same and names no commit."""
    root = write_tree(EMPTY)
    assert call("build", "--root", root, *ON).code == 0
    made = stamp(root / "build" / "site")
    assert made["content_commit"] is None
    assert made["effective_day"] == TODAY.isoformat()
    assert not (tmp_path / "build").exists()


def test_build_in_git(call: Call, write_tree: WriteTree, tmp_path: Path) -> None:
    """In a repository the site names the commit, and whether the files are as there."""
    root = write_tree(CONFIG | office("a"))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    commit = git(root, "rev-parse", "HEAD")
    out = tmp_path / "site"
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] == commit
    assert stamp(out)["content_as_committed"] is True
    (root / "content/offices/a.yml").write_text("id: a\nname: 新名\n")
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] == commit
    assert stamp(out)["content_as_committed"] is False


def test_build_where_git_is_empty(
    call: Call, write_tree: WriteTree, tmp_path: Path
) -> None:
    """A repository without a commit has none to name."""
    root = write_tree(EMPTY)
    git(root, "init", "-q")
    out = tmp_path / "site"
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] is None


@pytest.fixture(scope="module")
def three_days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Build the sample as of a past day, of today and of a coming day."""
    sites = {}
    for day in (PAST, TODAY, FUTURE):
        out = tmp_path_factory.mktemp("site")
        build(SAMPLE, out, day, lambda _: None, lambda _: None)
        sites[day.isoformat()] = {path: f[0] for path, f in everything(out).items()}
    return sites


def test_three_days_three_lists(three_days: dict[str, dict[str, bytes]]) -> None:
    """One list reads differently in the past, today and in the future."""
    pages = [site["offices/dongmen/services.html"] for site in three_days.values()]
    assert [("生育登记" in page.decode()) for page in pages] == [True, True, True]
    assert [("2024年1月1日起施行" in page.decode()) for page in pages] == [
        True,
        True,
        False,
    ]
    assert len(set(pages)) == 3


def test_three_days_same_permanent_pages(
    three_days: dict[str, dict[str, bytes]],
) -> None:
    """A dated page and its comparison are the same bytes on every day."""
    dated = re.compile(
        r"(?:offices/\w+|standards)/[\w-]+/(?:compare/)?\d{4}-\d\d-\d\d\.html"
    )
    kept = [
        {path: page for path, page in site.items() if dated.fullmatch(path)}
        for site in three_days.values()
    ]
    assert len(kept[0]) == 33
    assert kept[0] == kept[1] == kept[2]
