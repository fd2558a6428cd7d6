"""README.md keeps its promises: its commands exist, its links lead somewhere."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPO, RunCli

BLOCK = re.compile(
    r"^```(?:sh|bash|console|shell)?\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
PROGRAMS = ("qingdan", "python -m generator")
README = (REPO / "README.md").read_text(encoding="utf-8")


def command_lines() -> list[str]:
    """List the lines of the code blocks, without prompts and comments."""
    lines = [line for block in BLOCK.findall(README) for line in block.splitlines()]
    return [line.removeprefix("$ ").strip() for line in lines if line.strip()]


def make_targets() -> list[str]:
    """List the targets of every `make` line."""
    return sorted(
        {
            word
            for line in command_lines()
            if line.startswith("make ")
            for word in shlex.split(line, comments=True)[1:]
            if "=" not in word
        }
    )


def program_calls() -> list[list[str]]:
    """List the arguments of every call of the program."""
    called = (line.removeprefix(".venv/bin/") for line in command_lines())
    return [
        shlex.split(line.removeprefix(program), comments=True)
        for line in called
        for program in PROGRAMS
        if line.startswith(program + " ")
    ]


def test_the_readme_shows_how_to_start() -> None:
    """There are commands to test at all: building, testing, checking."""
    assert {"site", "test"} <= set(make_targets())
    assert {"build", "check"} <= {call[0] for call in program_calls()}


@pytest.mark.parametrize("target", make_targets())
def test_make_knows_the_target(repo_root: Path, target: str) -> None:
    """`make` would know what to do; nothing is run."""
    result = subprocess.run(
        ["make", "--dry-run", target],  # noqa: S607 # whichever make the reader has
        cwd=repo_root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("call", program_calls(), ids=" ".join)
def test_the_program_knows_the_command(run_cli: RunCli, call: list[str]) -> None:
    """The command exists and its help names every option that README.md uses."""
    words = [word for word in call if word.startswith("-")]
    commands = call[:2] if call[0] == "new" else call[:1]
    result = run_cli(*commands, "--help")
    assert result.returncode == 0, result.stderr
    assert [word for word in words if word.partition("=")[0] not in result.stdout] == []


def test_links_lead_to_files(repo_root: Path) -> None:
    """Every relative link of the Markdown files names something in the repository."""
    faults = [
        f"{name}: {target}"
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
        for target in LINK.findall((repo_root / name).read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:"))
        and not (repo_root / target).exists()
    ]
    assert faults == []
