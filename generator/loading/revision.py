"""Ask git which commit the content is at; without git there is simply no answer."""

from dataclasses import dataclass
from pathlib import Path

from generator.loading import git


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit of a content tree, and whether the files are as committed."""

    commit: str
    clean: bool


def read_revision(root: Path) -> Revision | None:
    """Read the revision of a folder; None where it is not in a git repository."""
    commit = _ask(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if not commit:
        return None
    paths = ("content", "theme", "site_config.yml")
    changed = _ask(root, "status", "--porcelain", "--", *paths)
    return Revision(commit, clean=changed == "")


def _ask(root: Path, *words: str) -> str | None:
    try:
        return git.run(root, *words).decode("utf-8", "replace").strip()
    except (git.NoGitError, git.RefusedError):
        return None
