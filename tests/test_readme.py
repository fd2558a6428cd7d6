"""README.md keeps its promises: its commands exist, its links lead somewhere."""

import re
import shlex
import subprocess
from pathlib import Path

import openpyxl
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


def test_the_first_steps_work(run_cli: RunCli, tmp_path: Path) -> None:
    """Typed one after the other, all of them succeed: a district with its own table."""
    here, district = tmp_path / "here", tmp_path / "qingping"
    here.mkdir()
    for call in program_calls():
        begins = call[0] == "init"
        if call[0] == "import":
            _keep_table(district / call[1])
            call.append("--yes")  # it asks, and here nobody answers
        if call[0] != "serve":  # it runs until it is stopped
            result = run_cli(*call, cwd=here if begins else district)
            assert result.returncode == 0, f"{call}: {result.stdout}{result.stderr}"
    assert (district / "build/site/offices/hongguang.html").is_file()
    (version,) = (district / "content/lists/hongguang").glob("*/2027-01-01.yml")
    assert "高龄津贴申领" in version.read_text(encoding="utf-8")


def _keep_table(file: Path) -> None:
    """Write the table that an official keeps already."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["序号", "服务事项", "办理科室", "申请材料", "设定依据"])
    sheet.append([1, "高龄津贴申领", "社会事务办公室", "身份证", "《老年人优待规定》"])
    book.save(file)


def told_commands() -> list[tuple[str, list[str]]]:
    """List the commands that the text names, with the options told for each."""
    return [
        (command, re.findall(r"--[a-z]+", rest))
        for command, rest in re.findall(r"`qingdan ([a-z-]+)([^`]*)`", README)
    ]


@pytest.mark.parametrize(("command", "options"), told_commands())
def test_the_program_knows_the_command(
    run_cli: RunCli, command: str, options: list[str]
) -> None:
    """The help of each command names every option that README.md tells of."""
    result = run_cli(command, "--help")
    assert result.returncode == 0, result.stderr
    assert [option for option in options if option not in result.stdout] == []


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
