r"""The broken shelf: small content trees, and what `qingdan check` says about each.

`broken/_base` is a tree without a fault. `broken/<rule>/<shape>/` holds the files
that differ from it, each at its own path, and `expected.txt`, the words of the check.
What git cannot carry (links, pipes, odd names, very long files) is described in
`setup.txt`, one line each:

    copy FROM -> TO         link PATH -> TARGET     move FROM -> TO
    pipe PATH               folder PATH             delete PATH
    append PATH TIMES TEXT  add TEXT so many times; {n} counts, \n ends a line

Where the rule is one of the gate, or where there is a folder `base/`, that folder is
laid over the base tree first and committed; the rest of the example is the change, and
the check compares it with the commit.

Paths may hold bytes such as \xbd. Folders that begin with `_` belong to no rule:
`_fine` passes without a word, `_several` breaks more than one rule.
"""

import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from generator.cli.commands import cli
from generator.rules import GATE_RULES
from tests.repositories import new_repository

SHELF = Path(__file__).resolve().parent / "broken"
DAY = "2026-11-22"
WORDS, SETUP, BASE = "expected.txt", "setup.txt", "base"


class Said(NamedTuple):
    """What the check printed for the person at the keyboard, and its exit code."""

    words: str
    code: int


def examples() -> list[Path]:
    """List the folders of all examples, in the order of their names."""
    folders = (path for path in SHELF.glob("*/*") if path.is_dir())
    return sorted(path for path in folders if path.parent.name != "_base")


def lay(example: Path, root: Path) -> None:
    """Lay an example over the base tree in a folder that does not exist yet."""
    shutil.copytree(SHELF / "_base", root)
    before = example / BASE
    if before.exists():
        shutil.copytree(before, root, dirs_exist_ok=True)
    if _is_change(example):
        new_repository(root).commit()
    shutil.copytree(
        example,
        root,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns(WORDS, SETUP, BASE),
    )
    setup = example / SETUP
    if setup.exists():
        for line in setup.read_text(encoding="utf-8").splitlines():
            verb, *words = shlex.split(line)
            _VERBS[verb](root, *(word for word in words if word != "->"))


def _is_change(example: Path) -> bool:
    return example.parent.name in GATE_RULES or (example / BASE).exists()


def check(root: Path) -> Said:
    """Run the check over a tree as the command line does; no process is started."""
    arguments = ["check", "--root", str(root), "--on", DAY]
    if (root / ".git").exists():
        arguments += ["--base", "HEAD"]
    result = CliRunner().invoke(cli, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.stderr, result.exit_code)


def _path(root: Path, words: str) -> Path:
    """Name a path below the root, and make the folder it lies in."""
    data = re.sub(
        rb"\\x([0-9a-f]{2})", lambda m: bytes.fromhex(m[1].decode()), words.encode()
    )
    path = root / os.fsdecode(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _copy(root: Path, source: str, target: str) -> None:
    shutil.copyfile(_path(root, source), _path(root, target))


def _link(root: Path, path: str, target: str) -> None:
    _path(root, path).symlink_to(target)


def _move(root: Path, source: str, target: str) -> None:
    _path(root, source).rename(_path(root, target))
    _prune((root / source).parent)


def _delete(root: Path, path: str) -> None:
    _path(root, path).unlink()
    _prune((root / path).parent)


def _prune(folder: Path) -> None:
    """Take away folders that are empty now, as git does."""
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _append(root: Path, path: str, times: str, text: str) -> None:
    text = text.replace("\\n", "\n")
    with _path(root, path).open("a", encoding="utf-8") as file:
        file.writelines(text.replace("{n}", str(n)) for n in range(int(times)))


_VERBS: dict[str, Callable[..., None]] = {
    "append": _append,
    "copy": _copy,
    "delete": _delete,
    "folder": lambda root, path: _path(root, path).mkdir(),
    "link": _link,
    "move": _move,
    "pipe": lambda root, path: os.mkfifo(_path(root, path)),
}
