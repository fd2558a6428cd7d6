"""Real git repositories for tests, with a fixed committer and nobody's own settings.

A moment is a day (`2026-01-05`, at ten in the morning in China) or a whole
`2026-01-05T10:00:00+08:00`.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "某编辑",
    "GIT_AUTHOR_EMAIL": "editor@example.gov.cn",
    "GIT_COMMITTER_NAME": "某合并人",
    "GIT_COMMITTER_EMAIL": "merger@example.gov.cn",
    "LC_ALL": "C",
}
FIRST = "2025-01-01"

Changed = Mapping[str, str | bytes | None]
"""Files by path below the repository's folder; None deletes one."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree; every method works on the branch it is on."""

    folder: Path

    def git(self, *words: str, on: str = FIRST) -> str:
        """Run git as at a moment, and give what it printed without the last line end."""
        moment = on if "T" in on else f"{on}T10:00:00+08:00"
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            ["git", "-C", str(self.folder), *words],  # noqa: S607, git is where it is
            env={**os.environ, **ENVIRONMENT, **dates},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, f"git {' '.join(words)}\n{done.stderr}"
        return done.stdout.strip()

    def write(self, files: Changed) -> None:
        """Write and delete files in the work tree, without a commit."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)

    def commit(self, files: Changed | None = None, on: str = FIRST) -> str:
        """Write files, commit everything there is, and give the id of the commit."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=改动", on=on)
        return self.head()

    def head(self) -> str:
        """Give the id of the last commit of this branch."""
        return self.git("rev-parse", "HEAD")

    def move(self, old: str, new: str) -> None:
        """Rename a file or a folder in the work tree, without a commit."""
        target = self.folder / new
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self.folder / old, target)

    def branch(self, name: str) -> None:
        """Begin a branch here and go on with it."""
        self.git("switch", "--quiet", "--create", name)

    def switch(self, name: str) -> None:
        """Go back to a branch; the first is `main`."""
        self.git("switch", "--quiet", name)

    def merge(self, name: str, on: str) -> str:
        """Merge a branch with a merge commit, and give its id."""
        self.git("merge", "--quiet", "--no-ff", "--message=合并", name, on=on)
        return self.head()

    def squash(self, name: str, on: str) -> str:
        """Bring in a branch as one ordinary commit, and give its id."""
        self.git("merge", "--quiet", "--squash", name, on=on)
        self.git("commit", "--quiet", "--message=压成一次", on=on)
        return self.head()

    def rebase(self, name: str, on: str) -> str:
        """Set the commits of a branch upon this one, go on here, and give the last id."""
        here = self.git("branch", "--show-current")
        self.git("rebase", "--quiet", here, name, on=on)
        self.switch(here)
        self.git("merge", "--quiet", "--ff-only", name)
        return self.head()

    def reset(self, revision: str) -> None:
        """Take the branch and the work tree back (or over) to a revision."""
        self.git("reset", "--quiet", "--hard", revision)

    def fetch_forced(self) -> None:
        """Follow a force-pushed `main` of the repository this one was cloned from."""
        self.git("fetch", "--quiet", "--force", "origin")
        self.reset("origin/main")


def new_repository(folder: Path, files: Changed | None = None) -> Repository:
    """Make a repository with the branch `main`; with files also its first commit."""
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("config", "core.autocrlf", "false")
    if files is not None:
        repository.commit(files)
    return repository


def clone(source: Repository, folder: Path, *words: str) -> Repository:
    """Clone a repository; `--depth=1` makes a shallow clone."""
    address = source.folder.resolve().as_uri()
    source.git("clone", "--quiet", *words, address, str(folder.resolve()))
    return Repository(folder)
