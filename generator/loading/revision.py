"""Ask git which commit the content is at; without git there is simply no answer."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit of a content tree, and whether the files are as committed."""

    commit: str
    clean: bool


def read_revision(root: Path) -> Revision | None:
    """Read the revision of a folder; None where it is not in a git repository."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if not commit:
        return None
    paths = ("content", "theme", "site_config.yml")
    changed = _git(root, "status", "--porcelain", "--", *paths)
    return Revision(commit, clean=changed == "")


def _git(root: Path, *words: str) -> str | None:
    command = ["git", "-C", str(root), *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            command, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
