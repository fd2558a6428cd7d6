"""Read what git keeps of the content: single blobs, and whole trees of other days.

Never writes.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from generator.loading import git
from generator.loading.file_names import CONTENT, printable
from generator.loading.renames import pair_trees
from generator.loading.sources import LARGEST
from generator.problems import GeneratorError

_CONFIG = "site_config.yml"
_NO_REPOSITORY = "not a git repository"
_REGULAR = "100"
"""How the mode of an ordinary file begins; a link or a submodule is no content."""


class Standing(Enum):
    """What there is to read of the past of a folder."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NO_COMMITS = "no-commits"
    SHALLOW = "shallow"
    WHOLE = "whole"


def standing(root: Path) -> Standing:
    """Say whether a folder has a past to read; raises GeneratorError if git refuses."""
    try:
        said = git.run(
            root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository"
        )
    except git.NoGitError:
        return Standing.NO_GIT
    except git.RefusedError as refused:
        if _NO_REPOSITORY in str(refused):
            return Standing.NO_REPOSITORY
        raise git.explain(root, str(refused)) from refused
    inside, shallow = said.decode().split()
    if inside != "true":
        return Standing.NO_REPOSITORY
    if shallow == "true":
        return Standing.SHALLOW
    return Standing.WHOLE if resolve_revision(root, "HEAD") else Standing.NO_COMMITS


def resolve_revision(root: Path, name: str) -> str | None:
    """Give the id of the commit that a revision names; None where it names none.

    Raises GeneratorError where there is no git or no repository.
    """
    if not name or name.startswith("-") or not name.isprintable():
        return None
    words = ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    try:
        said = git.run(root, *words).decode("utf-8", "replace").strip()
    except git.NoGitError as error:
        raise git.missing() from error
    except git.RefusedError as refused:
        if git.is_not_ours(str(refused)):
            raise git.explain(root, str(refused)) from refused
        if _NO_REPOSITORY in str(refused):
            message = (
                "这个文件夹不在 git 仓库里，没有以前的版本；请换到仓库的文件夹里运行。"
            )
            raise GeneratorError(message) from refused
        return None
    return said if re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", said) else None


class Blobs:
    """Blobs of a repository, read one at a time by one process of git."""

    def __init__(self, root: Path, process: subprocess.Popen[bytes]) -> None:
        """Take over a running `cat-file --batch`."""
        self._root = root
        self._process = process

    def read(self, blob: str) -> bytes | None:
        """Give the bytes of a blob, None where it is larger than content may be.

        Raises GeneratorError where the repository does not have it.
        """
        asked, answer = self._process.stdin, self._process.stdout
        if asked is None or answer is None:  # never: both were asked for
            return None
        try:
            os.write(asked.fileno(), f"{blob}\n".encode())
            head = answer.readline().split()
        except OSError:  # it has ended, and says why
            head = []
        if not head:
            raise git.explain(self._root, git.drain(self._process.stderr))
        if head[-1] == b"missing":
            raise git.incomplete()
        size = int(head[-1])
        data = answer.read(size + 1)
        if len(data) <= size:
            raise git.explain(self._root, git.drain(self._process.stderr))
        return data[:-1] if size <= LARGEST else None


@contextmanager
def open_blobs(root: Path) -> Iterator[Blobs]:
    """Start reading blobs; raises GeneratorError where git is not installed."""
    try:
        process = git.start(root, "cat-file", "--batch")
    except git.NoGitError as error:
        raise git.missing() from error
    with process:
        try:
            yield Blobs(root, process)
        finally:
            process.kill()


def read_tree(root: Path, revision: str) -> dict[str, bytes]:
    """Read all content files and the site's configuration as of a revision, by path.

    Files that are larger than content may be are left out. Raises GeneratorError
    where the revision names no commit.
    """
    commit = resolve_revision(root, revision)
    if commit is None:
        message = (
            f"git 里没有“{printable(revision)}”这个版本。请检查拼写；"
            "若是浅克隆，请先运行 git fetch --unshallow。"
        )
        raise GeneratorError(message)
    listed = git.run_or_stop(root, "ls-tree", "-r", "-z", commit, CONTENT, _CONFIG)
    files: dict[str, bytes] = {}
    with open_blobs(root) as blobs:
        for line in listed.split(b"\0")[:-1]:
            facts, _, path = line.partition(b"\t")
            mode, _, blob = facts.decode().split(" ")
            data = blobs.read(blob) if mode.startswith(_REGULAR) else None
            if data is not None:
                files[path.decode("utf-8", "surrogateescape")] = data
    return files


def read_working(root: Path) -> dict[str, bytes]:
    """Read the same files as they lie on disk, whether git knows them or not."""
    found = sorted((root / CONTENT).rglob("*"))
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (*found, root / _CONFIG)
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST
    }


def changed_files(root: Path, old: str, new: str | None) -> list[tuple[str, str]]:
    """List old and new path of every file that differs between two revisions.

    Without `new` the files on disk are compared, untracked ones too. Either path is
    empty where there is no such file. Raises GeneratorError as `read_tree` does.
    """
    now = read_working(root) if new is None else read_tree(root, new)
    return list(pair_trees(read_tree(root, old), now))


def memory_place(root: Path) -> Path | None:
    """Where to keep what was found out about the past: in the repository's own folder.

    There it is never committed and never published. None without a repository.
    """
    try:
        said = git.run(root, "rev-parse", "--git-common-dir")
    except (git.NoGitError, git.RefusedError):
        return None
    return (root / os.fsdecode(said.rstrip(b"\n"))).resolve() / "qingdan-history.json"


def read_memory(place: Path) -> str:
    """Read what an earlier run kept; empty where there is nothing to read."""
    try:
        return place.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
