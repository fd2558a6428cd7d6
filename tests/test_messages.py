"""Every message is kind to who reads it: measurable manners of the broken shelf.

The exact words stand in `expected.txt`; here only what holds for all of them.
"""

import ast
import re
from dataclasses import dataclass

import pytest

from tests.broken_shelf import WORDS, examples
from tests.conftest import REPO

LONGEST_SENTENCE = 60
LONGEST_CURE = 110
_FIRST = re.compile(
    r"(?P<place>\S.*?): (?P<weight>错误|提醒): (?P<said>.*) \[(?P<rule>[a-z-]+)\]"
)
_QUOTED_LINE = re.compile(r" *(?:\d+ \| ?.*|\^+)")
_QUOTES = re.compile(
    r"“[^“”]*”|（[^（）]*）|《[^《》]*》|\[[^\[\]]*\]|\{[^{}]*\}|'[^']*'"
    r"|https?://[!-~]*|content/[!-~]*|standard/[!-~]*|[!-~]+\.yml|例如 [!-~]+"
)
"""Other people's words, keys, and what is to be typed as it stands."""

_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()][\u4e00-\u9fff]")
CHINESE = re.compile("[\u4e00-\u9fff]")
_BLAME = re.compile("你|非法|无效|失败|错误地|异常")
_OWN = (
    "Excel Word PDF UTF GBK Big Git LFS Tab NUL MB QQ yml qingdan import new git lfs pull"
    " http https"
)
WORDS_OF_OUR_OWN = frozenset(_OWN.split())
"""Programs, codes and commands as they are called."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the check as it is printed."""

    example: str
    rule: str
    is_error: bool
    said: str
    cure: str


def told() -> list[Told]:
    """Read the messages of all examples, each wording once."""
    found: dict[tuple[str, str], Told] = {}
    for example in examples():
        name = f"{example.parent.name}/{example.name}"
        for one in _read(name, (example / WORDS).read_text("utf-8").split("\n")):
            found.setdefault((one.said, one.cure), one)
    return list(found.values())


def _read(name: str, lines: list[str]) -> list[Told]:
    made: list[Told] = []
    for place, line in enumerate(lines):
        first = _FIRST.fullmatch(line)
        if first is None:
            continue
        cure = ""
        for below in lines[place + 1 :]:
            if not below.startswith("  "):
                break
            cure += "" if _QUOTED_LINE.fullmatch(below) else below.strip()
        made.append(
            Told(name, first["rule"], first["weight"] == "错误", first["said"], cure)
        )
    return made


TOLD = told()


def bare(text: str) -> str:
    """Leave out what is quoted, bracketed or a title: other people's words, and keys."""
    while text != (text := _QUOTES.sub("", text)):
        pass
    return text


def test_the_shelf_was_read() -> None:
    """The tests below see every message, or they prove nothing."""
    assert len(TOLD) > 300
    assert len({one.rule for one in TOLD}) > 60


def test_each_is_one_short_sentence_and_a_cure() -> None:
    """What is wrong, then what to do; both end as sentences do."""
    for one in TOLD:
        assert one.said.endswith("。"), one
        assert one.said.count("。") - one.said.count("。”") <= 1 or "“。" in one.said, (
            one
        )
        assert len(bare(one.said)) <= LONGEST_SENTENCE, one
        assert one.cure.endswith(("。", "？")), one
        choices = "可以写：" in one.cure or "可用的字段：" in one.cure
        assert choices or len(bare(one.cure)) <= LONGEST_CURE, one


def test_marks_are_chinese() -> None:
    """Between Chinese characters stand Chinese marks."""
    for one in TOLD:
        assert not _HALF_WIDTH.search(bare(one.said + one.cure)), one


def test_nobody_is_blamed() -> None:
    """No word that scolds, and none of a machine's."""
    for one in TOLD:
        assert not _BLAME.search(bare(one.said + one.cure)), one


def test_no_foreign_word_without_need() -> None:
    """Outside of quotes and brackets stand names of programs and files, nothing else."""
    strange = {}
    for one in TOLD:
        if "可以写：" in one.cure or "可用的" in one.cure:
            continue
        found = set(re.findall("[A-Za-z]{2,}", bare(one.said + one.cure)))
        if found - WORDS_OF_OUR_OWN:
            strange[one.said, one.cure] = found - WORDS_OF_OUR_OWN
    assert strange == {}


def refusals() -> list[tuple[str, str]]:
    """Find what stops a command: module and sentence, `◇` for what is filled in."""
    return [
        (str(module.relative_to(REPO)), sentence)
        for module in sorted((REPO / "generator").rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if (sentence := _refusal(node)) and CHINESE.search(sentence)
    ]


def _refusal(node: ast.AST) -> str:
    match node:
        case ast.Assign(targets=[ast.Name(id="message")], value=value):
            return _words(value)
        case ast.Call(func=ast.Name(id="GeneratorError"), args=[value, *_]):
            return _words(value)
        case _:
            return ""


def _words(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=parts):
            return "".join(_words(part) or "◇" for part in parts)
        case ast.BinOp(left=left, right=right):
            return (_words(left) or "◇") + (_words(right) or "◇")
        case _:
            return ""


def test_what_stops_a_command_has_the_same_manners() -> None:
    """Sentences, Chinese marks, nobody blamed; only a line to be copied may end one."""
    found = refusals()
    assert len(found) > 60
    for module, sentence in found:
        is_command = "请运行 git " in sentence
        assert sentence.endswith(("。", "◇")) or is_command, (module, sentence)
        assert not _HALF_WIDTH.search(bare(sentence)), (module, sentence)
        assert not _BLAME.search(bare(sentence)), (module, sentence)


@pytest.mark.parametrize("opening", ["请", "若", "是不是", "最接近", "可"])
def test_cures_begin_in_a_few_ways(opening: str) -> None:
    """A cure asks, guesses or offers; readers learn where to look."""
    assert any(one.cure.startswith(opening) for one in TOLD)
