"""The site without a network (断网也能看): a service worker over what the site holds.

Browsers that once had it ask for `sw.js` again and again; so there is always one,
and where the site is set not to keep anything, it removes itself.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from generator.outputs import OutputFile
from generator.shell.assets import FOLDER, read_script

WORKER = "sw.js"
REGISTERS = f"{FOLDER}/offline.js"

_SCRIPTS = "offline"
_PAGES = frozenset(
    f"{name}.html"
    for name in ("index", "find", "offices", "communities", "a-z", "offline")
)
_LENGTH = 16


def with_worker(
    files: Iterable[OutputFile], theme_dir: Path, *, offline: bool
) -> Iterator[OutputFile]:
    """Hand on all files of the site, then the worker that keeps some of them.

    Its version is made of what it keeps from the start: frame, entries and search.
    Raises GeneratorError where the theme lacks a script.
    """
    if not offline:
        yield from files
        yield OutputFile(WORKER, read_script(theme_dir, _SCRIPTS, "gone").encode())
        return
    script = read_script(theme_dir, _SCRIPTS, "register")
    yield OutputFile(REGISTERS, script.encode())
    first, version = [REGISTERS], sha256(script.encode())
    for file in files:
        if _is_kept(file.path):
            first.append(file.path)
            version.update(file.path.encode() + b"\0" + file.content)
        yield file
    yield _worker(theme_dir, first, version.hexdigest()[:_LENGTH])


def _is_kept(path: str) -> bool:
    """Tell what is kept from the start; the search of a street comes when used."""
    folder, _, name = path.rpartition("/")
    return path in _PAGES or folder == FOLDER or (folder == "search" and bool(name))


def _worker(theme_dir: Path, first: list[str], version: str) -> OutputFile:
    listed = json.dumps(sorted(first), indent=1)
    script = read_script(theme_dir, _SCRIPTS, "worker")
    text = f'const VERSION = "{version}";\nconst FIRST = {listed};\n{script}'
    return OutputFile(WORKER, text.encode())
