"""Where git has nothing to read, or will not read it: the reason, and the cure."""

from pathlib import Path

import pytest

from generator.history.changes import Gap, Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.loading.repository import changed_files, resolve_revision
from generator.problems import GeneratorError
from tests.recorded_samples import EDITED, FILES, LIST, begin, read
from tests.repositories import Repository, clone, new_repository


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep git from finding a repository above the test's own folder."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Begin a repository for each test."""
    return begin(tmp_path / "site")


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program git there are no recorded times."""
    monkeypatch.setenv("PATH", str(repository.folder))
    assert read_recorded(repository.folder, Memory()) == Recorded(Gap.NO_GIT)
    with pytest.raises(GeneratorError, match="没有找到 git"):
        changed_files(repository.folder, "HEAD", None)


def test_no_repository(tmp_path: Path) -> None:
    """A plain folder has none either, nor has the inside of a repository."""
    assert read_recorded(tmp_path, Memory()) == Recorded(Gap.NO_REPOSITORY)
    with pytest.raises(GeneratorError, match="不在 git 仓库里"):
        resolve_revision(tmp_path, "HEAD")
    git = new_repository(tmp_path / "x").folder / ".git"
    assert read_recorded(git, Memory()) == Recorded(Gap.NO_REPOSITORY)


def test_no_commits(tmp_path: Path) -> None:
    """Content that was never committed, in an empty repository or another's."""
    empty = new_repository(tmp_path / "site")
    empty.write(FILES)
    assert read_recorded(empty.folder, Memory()) == Recorded(Gap.NO_COMMITS)
    empty.git("commit", "--quiet", "--allow-empty", "--message=空")
    assert read_recorded(empty.folder, Memory()) == Recorded(Gap.NO_COMMITS)


def test_shallow(repository: Repository, tmp_path: Path) -> None:
    """Of a shallow clone nothing is read, not even the one commit it has."""
    repository.commit({LIST: EDITED}, "2025-02-01")
    shallow = clone(repository, tmp_path / "shallow", "--depth=1")
    assert read_recorded(shallow.folder, Memory()) == Recorded(Gap.SHALLOW)
    shallow.git("fetch", "--quiet", "--unshallow")
    assert read(shallow) == read(repository)


def test_of_another_user(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository of another user is refused, not taken for none."""
    # Git's own switch for its tests of exactly this.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GeneratorError, match=r"--add safe\.directory /.*site$"):
        read_recorded(repository.folder, Memory())
    with pytest.raises(GeneratorError, match=r"safe\.directory"):
        resolve_revision(repository.folder, "HEAD")


def test_partial_clone(repository: Repository, tmp_path: Path) -> None:
    """A partial clone is told how to fetch the rest; nothing is fetched here."""
    repository.commit({LIST: EDITED}, "2025-02-01")
    repository.git("config", "uploadpack.allowFilter", "true")
    partial = clone(repository, tmp_path / "partial", "--filter=blob:none")
    with pytest.raises(GeneratorError, match="git fetch --refetch"):
        read_recorded(partial.folder, Memory())
    partial.git("fetch", "--quiet", "--refetch", "--no-filter", "origin")
    assert read(partial) == read(repository)


@pytest.mark.parametrize("data", [None, b"", b"damaged"])
def test_damaged(repository: Repository, data: bytes | None) -> None:
    """A blob of the past that is missing or damaged stops the run."""
    repository.commit({LIST: EDITED}, "2025-02-01")
    blob = repository.git("rev-parse", f"HEAD~1:{LIST}")
    path = repository.folder / ".git" / "objects" / blob[:2] / blob[2:]
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(GeneratorError, match="git fsck"):
        read_recorded(repository.folder, Memory())
