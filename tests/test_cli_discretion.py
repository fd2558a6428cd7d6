"""The command line: what no message repeats, and what nobody slips into one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calling import ON, Call
from tests.trees import EMPTY, Files

WriteTree = Callable[[Files], Path]
MOBILE = "13800138000"
ID_CARD = "11010519491231002X"

PERSONAL = [
    pytest.param(f"title: 甲 {MOBILE}", id="in-a-title"),
    pytest.param(f'title: "{ID_CARD}"', id="alone"),
    pytest.param(f"titel: {MOBILE}", id="of-an-unknown-key"),
    pytest.param(f"{MOBILE}: 甲", id="as-a-key"),
    pytest.param(f"level: [张三 {ID_CARD}]", id="as-a-choice"),
    pytest.param(f"level: [张张张张张张张张张张张张 {ID_CARD}]", id="as-a-cut-choice"),
    pytest.param(f"hotline: 张三{MOBILE}", id="as-a-phone"),
    pytest.param(f"url: https://e.cn/{'a' * 40}/{ID_CARD}", id="in-an-address"),
    pytest.param(f"url: https://{ID_CARD}", id="as-an-address"),
    pytest.param(f"unit: {ID_CARD}", id="as-a-unit"),
    pytest.param(f"note: 甲\n      {ID_CARD}", id="in-a-run-on-value"),
    pytest.param(f"note: '甲 {MOBILE}", id="behind-an-open-quote"),
    pytest.param(f"# {MOBILE}", id="in-a-comment"),
]


@pytest.mark.parametrize("line", PERSONAL)
def test_personal_numbers_are_not_repeated(
    write_tree: WriteTree, call: Call, line: str
) -> None:
    """No format prints a mobile or ID-card number, whole or all but whole."""
    text = f"list: s\nkind: service\neffective: 2020-01-01\nitems:\n  - id: x\n    {line}\n"
    root = write_tree(EMPTY | {"content/lists/a/s/2020-01-01.yml": text})
    for form in ("text", "github", "json"):
        said = call("check", "--root", root, "--format", form, *ON)
        printed = re.sub(
            r"\D", "", re.sub(r"(?<=\D)\d{1,5}(?=\D)", "", said.out + said.err)
        )
        assert said.code == 1
        assert MOBILE[:8] not in printed
        assert ID_CARD[:15] not in printed


def test_nobody_forges_the_log(write_tree: WriteTree, call: Call) -> None:
    """What an editor typed cannot pretend to be a message or an annotation."""
    key = '"x\\n::error file=a::b%0A\\e[31m": 1'
    text = f"list: s\neffective: 2020-01-01\n{key}\n"
    root = write_tree(EMPTY | {"content/lists/a/s/2020-01-01.yml": text})
    for form in ("text", "github", "json"):
        said = call("check", "--root", root, "--format", form, *ON)
        assert "\x1b" not in said.out + said.err
        lines = (said.out + said.err).split("\n")
        assert not any(line.startswith("::error file=a") for line in lines)


@pytest.mark.parametrize(
    "path", ["content/offices/a%0Ab.yml", "content/offices/a,b.yml"]
)
def test_odd_names_are_escaped(write_tree: WriteTree, call: Call, path: str) -> None:
    """A file's name does not break the annotation's own marks."""
    root = write_tree(EMPTY | {path: "id: ab\nname: 甲\n"})
    said = call("check", "--root", root, "--format", "github", *ON)
    lines = [line for line in said.out.split("\n") if line]
    assert lines
    for line in lines:
        file = re.fullmatch(
            r"::\w+ file=([^,]+),line=\d+,col=\d+,title=[^:]+::.+", line
        )
        assert file is not None
        assert "%0A" not in file[1]
