"""The command line: exit codes, wrong usage and help, told in Chinese."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accept import SAMPLE
from tests.calling import ON, Call
from tests.conftest import RunCli
from tests.trees import EMPTY, Files, whole

WriteTree = Callable[[Files], Path]
WRONG = EMPTY | whole("a/s", "2020-01-01", "{id: x, titel: 甲, title: 甲}")
REMINDED = EMPTY | whole("a/s", "2020-01-01", "{id: x, title: 待定}")


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        pytest.param(EMPTY, "check", 0, id="clean"),
        pytest.param(REMINDED, "check", 0, id="reminders"),
        pytest.param(REMINDED, "check --strict", 1, id="reminders-strictly"),
        pytest.param(EMPTY, "check --strict", 0, id="clean-strictly"),
        pytest.param(WRONG, "check", 1, id="errors"),
        pytest.param(WRONG, "check --format json", 1, id="errors-in-json"),
        pytest.param(WRONG, "check --format github", 1, id="errors-for-github"),
        pytest.param(WRONG, "build", 1, id="build-with-errors"),
        pytest.param(WRONG, "show a/s", 1, id="show-with-errors"),
        pytest.param(REMINDED, "show a/s", 0, id="show"),
        pytest.param(REMINDED, "show a/t", 2, id="show-nothing"),
        pytest.param(REMINDED, "show a/s --on 2019-01-01", 2, id="show-too-early"),
        pytest.param(EMPTY, "check --format xml", 2, id="no-such-format"),
        pytest.param(EMPTY, "check --on 2026-13-01", 2, id="no-such-day"),
        pytest.param(EMPTY, "check --on heute", 2, id="no-day-at-all"),
        pytest.param(EMPTY, "check --fast", 2, id="no-such-option"),
        pytest.param({"readme.txt": ""}, "check", 2, id="no-site-here"),
        pytest.param({"readme.txt": ""}, "build", 2, id="nothing-to-build"),
        pytest.param(EMPTY, "new office a --name 甲", 2, id="office-twice"),
        pytest.param(EMPTY, "new office", 2, id="argument-missing"),
        pytest.param(EMPTY, "new list a/s --kind service", 0, id="new-list"),
    ],
)
def test_exit_codes(
    write_tree: WriteTree, call: Call, files: Files, arguments: str, code: int
) -> None:
    """0 is clean, 1 are problems in the content, 2 is wrong usage."""
    command, *rest = arguments.split()
    root = write_tree(files)
    options = ["--root", root]
    if "--on" not in rest and command in {"check", "build", "show"}:
        options += ON
    said = call(command, *rest, *options)
    assert said.code == code, said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("arguments", ["", "biuld", "--verzion"])
def test_wrong_words(call: Call, arguments: str) -> None:
    """An unknown command or option is wrong usage, and help is offered."""
    said = call(*arguments.split())
    assert said.code == 2
    assert said.err


def test_version(call: Call) -> None:
    """The program says its name and version."""
    said = call("--version")
    assert said.code == 0
    assert re.fullmatch(r"qingdan \d+\.\d+\S*\n", said.out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param("chek", "没有命令“chek”。是不是“check”？", id="command"),
        pytest.param("check --strct", "没有选项“--strct”。", id="option"),
        pytest.param(
            "check --format xml", "text、github、gitlab、markdown、json", id="choice"
        ),
        pytest.param("serve --port 99999", "0 到 65535", id="range"),
        pytest.param(
            "show", "缺少“街道/清单[/事项]”，请写在命令的后面。", id="argument"
        ),
        pytest.param("new office a", "请加上 --name 名称。", id="required-option"),
        pytest.param("check extra", "多写了“extra”", id="extra"),
        pytest.param("build --on 20260101", "请写成 2026-01-01", id="day"),
    ],
)
def test_wrong_usage_is_told_in_chinese(call: Call, arguments: str, words: str) -> None:
    """What is wrong and how to see the usage, without a word of English."""
    said = call(*arguments.split())
    assert said.code == 2
    assert words in said.err
    assert "--help" in said.err
    assert not re.search(r"[A-Z][a-z]+ ", said.err)


def test_help_is_chinese(call: Call) -> None:
    """The headings of the help, too."""
    said = call("show", "--help")
    assert said.code == 0
    assert said.out.startswith("用法")
    assert not re.search(r"\b(Usage|Options|Show|default)\b", said.out)


def test_as_a_program_of_its_own(run_cli: RunCli, sample: Path) -> None:
    """`python -m generator` is the same program; `--root` is where it stands."""
    said = run_cli("check", *ON, cwd=sample)
    assert said.returncode == 0
    assert said.stdout == ""
    assert said.stderr == (SAMPLE / "_expected/check.txt").read_text(
        encoding="utf-8"
    ) + "".join(said.stderr.splitlines(keepends=True)[-1:])
