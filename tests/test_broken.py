"""Every rule is four things, and every mistake on the shelf is answered in these words.

New words are accepted with `python -m tests.accept_broken`.
"""

import ast
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.rules import RULES
from tests.broken_shelf import SHELF, WORDS, Said, check, examples, lay

ROOMS = ("loading", "resolution", "checks", "gate")
NOT_RULES = {
    "dibao-application",  # an example in a cure
    *("cat-file", "ls-tree", "merge-base", "rev-parse"),  # words of git
    *("no-commits", "no-git", "no-repository"),  # why there is no past to read
}
LIST = "content/lists/demo/services/2026-01-01.yml"
ENOUGH_LINES = 2_000
ENOUGH_SECONDS = 10

# Invented, and never to be seen in full in anything that the check prints.
SECRETS = (
    "13800138000",
    "13900139000",
    "19900138000",
    "11010519491231002X",
    "6222020200112233446",
    "130503670401001",
    "zhangsan",
    "123456789",
    "12345678",
)
WriteTree = Callable[[Mapping[str, str | bytes]], Path]


def name(example: Path) -> str:
    """Name an example as rule/shape."""
    return str(example.relative_to(SHELF))


def rules_in(words: str) -> set[str]:
    """Find the rules that messages name: the last word of their first line."""
    pattern = r"^\S.*: (?:错误|提醒): .* \[([a-z-]+)\]$"
    return set(re.findall(pattern, words, re.MULTILINE))


def flat(text: str) -> str:
    """Take all that stands between the digits of a number out of a text."""
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKC", text).casefold())


@pytest.fixture
def said(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Said]:
    """Lay one example and ask the check."""
    example: Path = request.param
    lay(example, tmp_path / "tree")
    return example, check(tmp_path / "tree")


@pytest.mark.parametrize("said", examples(), ids=name, indirect=True)
def test_the_check_says(said: tuple[Path, Said]) -> None:
    """Word for word, of the rule whose folder it is, and nothing beside it."""
    example, (words, code) = said
    assert words == (example / WORDS).read_text(encoding="utf-8")
    assert code == (1 if ": 错误: " in words else 0)
    rule = example.parent.name
    if rule == "_several":
        assert len(rules_in(words)) > 1
    else:
        assert rules_in(words) == (set() if rule == "_fine" else {rule})


@pytest.mark.parametrize("example", examples(), ids=name)
def test_no_personal_number_is_printed(example: Path) -> None:
    """Logs of a public repository are public."""
    lines = (example / WORDS).read_text(encoding="utf-8").splitlines()
    printed = [flat(line) for line in lines]
    told = [s for s in SECRETS if any(s.casefold() in line for line in printed)]
    assert told == []


def test_the_shelf_has_every_rule() -> None:
    """Each rule has at least one example, and no folder is for a rule of the past."""
    folders = {path.name for path in SHELF.iterdir() if not path.name.startswith("_")}
    assert folders == set(RULES)
    shown = {example.parent.name for example in examples()}
    assert shown - {"_fine", "_several"} == set(RULES)


def test_rules_are_those_of_the_code(repo_root: Path) -> None:
    """RULES names what the code can report, no more and no less."""
    words = {
        word
        for room in ROOMS
        for module in (repo_root / "generator" / room).rglob("*.py")
        for word in slugs_of(module)
    }
    hyphened = {rule for rule in RULES if "-" in rule}
    assert {word for word in words - NOT_RULES if "-" in word} == hyphened
    assert set(RULES) - hyphened <= words


def slugs_of(module: Path) -> Iterator[str]:
    """Find the constants of a module that could be rule ids."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and re.fullmatch("[a-z]+(?:-[a-z]+)*", value):
            yield value


def base_list() -> str:
    """Read the list of the base tree."""
    return (SHELF / "_base" / LIST).read_text(encoding="utf-8")


NASTY = st.text(
    st.sampled_from("\t\n\r :-#[]{}&*!|>'\"%@`?,\\：－，“”\u00a0\u3000\u200b\u202e\x00")
    | st.characters(blacklist_categories=["Cs"]),
    max_size=12,
)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(nasty=NASTY, at=st.integers(0, 150), instead=st.integers(0, 12))
def test_any_text_is_answered(
    write_tree: WriteTree, nasty: str, at: int, instead: int
) -> None:
    """Whatever stands in a file, the check answers with problems, never a crash."""
    text = base_list()
    broken = text[:at] + nasty + text[at + instead :]
    root = write_tree({**base_files(), LIST: broken})
    words, code = check(root)
    assert code in {0, 1}
    assert words.rstrip("\n").rsplit("\n", 1)[-1].endswith("。")


def base_files() -> dict[str, str | bytes]:
    """Read the base tree, by path."""
    base = SHELF / "_base"
    files = (path for path in base.rglob("*") if path.is_file())
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("    note: " + "\u200b甲" * 400_000, id="hidden characters"),
        pytest.param("    note: " + "1" * 2_000_000, id="digits"),
        pytest.param("    note: " + "1 " * 500_000, id="digits apart"),
        pytest.param("    note: " + "a." * 500_000, id="half a mailbox"),
        pytest.param("    note: |\n" + "      13800138000\n" * 60_000, id="mobiles"),
        pytest.param("    note: |\n" + "      甲 #乙\n" * 80_000, id="hashes"),
        pytest.param("    note: " + "[" * 1_000_000, id="brackets"),
        pytest.param("    note: [" + "*a, " * 200_000 + "]", id="aliases"),
        pytest.param("\n".join(f"    k{n}: 值" for n in range(60_000)), id="keys"),
        pytest.param("\n".join(f"    note{n}：值" for n in range(60_000)), id="colons"),
    ],
)
def test_a_hostile_file_is_answered_soon_and_shortly(
    write_tree: WriteTree, more: str
) -> None:
    """Nobody can stop the build, or flood its log, with one file."""
    root = write_tree({**base_files(), LIST: f"{base_list()}{more}\n"})
    began = time.process_time()
    words, code = check(root)
    assert time.process_time() - began < ENOUGH_SECONDS
    assert code == 1
    assert words.count("\n") < ENOUGH_LINES


def test_many_bad_files_stay_readable(write_tree: WriteTree) -> None:
    """A thousand files with one mistake each do not give thousands of lines."""
    wrong = {f"content/offices/o{n}.yml": "id: other\nname: 街\n" for n in range(1_000)}
    words, code = check(write_tree({**base_files(), **wrong}))
    assert code == 1
    assert "1000 处错误" in words
    assert words.count("\n") < ENOUGH_LINES
