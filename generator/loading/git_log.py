"""Read the commits of the published branch and which content files each touched.

Who wrote a commit is never asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.loading import git

_HEADER = "\x01"
_FIRST_PARENT = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--sparse",  # also commits that touch no content: their times count
    "--reverse",
    "--raw",
    "-z",
    "--no-abbrev",
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-notes",
    "--no-show-signature",
    "--ignore-submodules=all",
    f"--format={_HEADER}%H %ct %cI",
)
_BELOW = ("--relative", "HEAD", "--", "content/lists", "content/offices")
_REGULAR = "100"
"""How the mode of an ordinary file begins; a link or a submodule is no content."""

_LAST_SECOND = 253_402_300_799


@dataclass(frozen=True, slots=True)
class Touched:
    """One file that a commit touched: paths and blobs before and after, or empty."""

    old_path: str
    new_path: str
    old_blob: str
    new_blob: str


@dataclass(frozen=True, slots=True)
class Logged:
    """One commit of the first-parent line with the content files that it touched."""

    id: str
    time: datetime
    files: tuple[Touched, ...]


def read_log(root: Path) -> Iterator[Logged]:
    """Yield the commits of the first-parent line of HEAD, oldest first.

    Paths are below the root. Raises GeneratorError where git cannot read on.
    """
    tokens = iter(_texts(git.run_or_stop(root, *_FIRST_PARENT, *_BELOW)))
    header = ""
    files: list[Touched] = []
    for token in tokens:
        if token.startswith(_HEADER):
            if header:
                yield _logged(header, files)
            header, files = token[1:], []
        elif token.startswith(":"):
            files.append(_touched(token, tokens))
    if header:
        yield _logged(header, files)


def _texts(said: bytes) -> Iterator[str]:
    for token in said.decode("utf-8", "surrogateescape").split("\0"):
        yield token.removeprefix("\n")


def _touched(token: str, tokens: Iterator[str]) -> Touched:
    old_mode, new_mode, old_blob, new_blob, status = token[1:].split(" ")
    old_path = new_path = next(tokens)
    if status[0] in "RC":
        new_path = next(tokens)
    was = status[0] != "A" and old_mode.startswith(_REGULAR)
    is_now = status[0] != "D" and new_mode.startswith(_REGULAR)
    return Touched(
        old_path if was else "",
        new_path if is_now else "",
        old_blob if was else "",
        new_blob if is_now else "",
    )


def _logged(header: str, files: list[Touched]) -> Logged:
    commit, seconds, stated = header.split(" ")
    try:
        time = datetime.fromisoformat(stated)
    except ValueError:  # a zone or a year that no clock has
        time = datetime.fromtimestamp(min(int(seconds), _LAST_SECOND), UTC)
    return Logged(commit, time, tuple(files))
