"""The manners of the house that no linter knows (ARCHITECTURE.md).

That a rule is four things stands in test_broken.py.
"""

import re
import subprocess
from pathlib import Path

import pytest

from tests.calling import Call
from tests.conftest import REPO

MODULE_LIMIT = 250
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
ROOMS = ("generator", "bench")
MODULES = sorted(path for room in ROOMS for path in (REPO / room).rglob("*.py"))

# One letter of each stands in brackets, so that this file is not found itself.
ELSEWHERE = re.compile(
    r"/[w]ork/(?:main|shared)"
    r"|(?<![\w.])/(?:[r]oot|[h]ome/\w+)/"
    r"|/[t]mp/venv"
    r"|[p]ypi\.org|[p]ythonhosted\.org"
    r"|[r]egistry\.npmjs|[d]eb\.debian"
)


def tracked_files() -> list[Path]:
    """List the files that are or would be committed."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 # whichever git there is
        cwd=REPO,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    paths = (REPO / name for name in listing.stdout.split("\0") if name)
    return sorted({path for path in paths if path.is_file()})


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_modules_are_short(module: Path) -> None:
    """No module is longer than anybody wants to read at once."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MODULE_LIMIT


def test_rooms_have_names() -> None:
    """No room is named for being a heap."""
    places = {module.stem for module in MODULES} | {m.parent.name for m in MODULES}
    assert places & VAGUE == set()


def test_every_command_has_help(call: Call) -> None:
    """`--help` lists the commands, each with a sentence, and each has its own."""
    overview = call("--help")
    assert overview.code == 0
    commands = re.findall(r"^  ([a-z-]+)  +(\S.*)$", overview.out, re.MULTILINE)
    expected = {"build", "check", "new", "schema", "serve", "show"}
    assert expected <= {name for name, _ in commands}
    for name, sentence in commands:
        assert sentence
        assert call(name, "--help").code == 0


def test_the_repository_names_no_machine() -> None:
    """No file names a path of somebody's machine or the host of a registry."""
    faults = []
    for path in tracked_files():
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            if match := ELSEWHERE.search(line.decode("utf-8", errors="replace")):
                faults.append(f"{path.relative_to(REPO)}:{number}: {match.group()}")
    assert faults == []


def test_pins_name_no_address(repo_root: Path) -> None:
    """The lock files hold versions and hashes, and nothing that names a server."""
    locks = sorted((repo_root / "requirements").glob("*.txt"))
    assert {lock.stem for lock in locks} == {"bench", "lock", "run", "test"}
    for lock in [*locks, repo_root / "tools/package-lock.json"]:
        assert "://" not in lock.read_text(encoding="utf-8")
