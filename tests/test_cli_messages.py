"""The command line: what it says about mistakes, as text, for GitHub and in JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calling import ON, Call
from tests.trees import EMPTY, Files, whole

WriteTree = Callable[[Files], Path]

MISTAKES = {
    "content/offices/dongmen.yml": (
        ("full_name:", "fullname:"),
        ("class: urban", "class: uban"),
        ("number: 000-8800 1234", "number: 8800"),
    ),
    "content/lists/dongmen/services/2023-05-01.yml": (
        ("revise: dibao", "revise: diboa"),
        ("reason: 下放", "reason: 下方"),
        ("declared_total: 4", "declared_total: 5"),
    ),
    "content/lists/xihe/services/2025-03-01.yml": (
        ("    unit: farm", "    unit: fram"),
        ("published: 2025-02-20", "published: 2025-02-30"),
    ),
}
RULES = {
    "unknown-key",
    "bad-choice",
    "bad-phone",
    "unknown-item",
    "declared-total",
    "unknown-unit",
    "bad-date",
}
HEADLINE = re.compile(
    r"^(?P<path>content/[\w/.-]+):(?P<line>\d+):(?P<column>\d+): 错误: "
    r"(?P<sentence>[^\n]+) \[(?P<rule>[a-z-]+)\]$",
    re.MULTILINE,
)


@pytest.fixture
def spoilt(sample: Path) -> Path:
    """Make eight mistakes in three files of the sample."""
    for name, replacements in MISTAKES.items():
        file = sample / name
        text = file.read_text(encoding="utf-8")
        for right, wrong in replacements:
            assert right in text
            text = text.replace(right, wrong, 1)
        file.write_text(text, encoding="utf-8")
    return sample


def test_eight_mistakes_as_text(call: Call, spoilt: Path) -> None:
    """All of them in one run, each with its place, its line and the way out."""
    said = call("check", "--root", spoilt, *ON)
    assert said.code == 1
    assert said.out == ""
    blocks = re.split(r"\n(?=content/)", said.err)
    wrong = [block for block in blocks if HEADLINE.search(block)]
    assert len(wrong) == 8
    for block in wrong:
        head, quoted, caret, cure, *_ = block.split("\n")
        place = HEADLINE.search(head)
        assert place is not None
        line = (spoilt / place["path"]).read_text(encoding="utf-8").split("\n")
        assert quoted == f"{place['line']:>5} | {line[int(place['line']) - 1]}"
        assert re.fullmatch(r" +\^+", caret)
        assert re.fullmatch(r" {6}\S.+", cure)
    assert {HEADLINE.search(block)["rule"] for block in wrong} == RULES  # type: ignore[index]  # found above
    assert "共 8 处错误" in said.err


def test_eight_mistakes_for_github(call: Call, spoilt: Path) -> None:
    """The same problems as annotations at their lines."""
    said = call("check", "--root", spoilt, "--format", "github", *ON)
    wrong = [line for line in said.out.split("\n") if line.startswith("::error ")]
    assert said.code == 1
    assert len(wrong) == 8
    pattern = r"::error file=(content/\S+),line=\d+,col=\d+,title=[a-z-]+::\S.+"
    matches = [re.fullmatch(pattern, line) for line in wrong]
    assert {match[1] for match in matches if match} == set(MISTAKES)
    assert all(matches)


def test_eight_mistakes_in_json(call: Call, spoilt: Path) -> None:
    """The same problems as one list."""
    said = call("check", "--root", spoilt, "--format", "json", *ON)
    rows = [row for row in json.loads(said.out) if row["severity"] == "error"]
    assert said.code == 1
    assert len(rows) == 8
    assert all(row["sentence"] and row["cure"] and row["line"] > 1 for row in rows)
    assert {row["rule"] for row in rows} == RULES


def test_the_caret_stands_below(write_tree: WriteTree, call: Call) -> None:
    """The caret is placed by what a terminal shows: Han characters take two columns."""
    files = EMPTY | whole("a/s", "2020-01-01", "{id: x, title: 甲乙丙, level: [省]}")
    lines = call("check", "--root", write_tree(files), *ON).err.split("\n")
    quoted = next(line for line in lines if " | " in line)
    caret = lines[lines.index(quoted) + 1]
    before, _, _ = quoted.partition("省")
    width = sum(2 if ord(c) > 0x2E80 else 1 for c in before)
    assert caret == " " * width + "^^"


def test_many_mistakes_are_counted(write_tree: WriteTree, call: Call) -> None:
    """Of one file forty mistakes are shown, the rest is counted; JSON has all."""
    items = [f"{{id: x{n}, title: 甲, fe: 1}}" for n in range(50)]
    root = write_tree(EMPTY | whole("a/s", "2020-01-01", *items))
    text = call("check", "--root", root, *ON).err
    rows = json.loads(call("check", "--root", root, "--format", "json", *ON).out)
    wrong = [row for row in rows if row["severity"] == "error"]
    assert len(wrong) == 50
    assert text.count("[") - text.count("[near") <= 50
    assert "还有" in text
    assert "共 50 处错误" in text
