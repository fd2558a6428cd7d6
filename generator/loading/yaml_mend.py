"""Say in an official's words where a file stops being YAML, and mend it in memory.

Mending lets the rest of the file be checked in the same run; nothing is written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


class Break(Exception):  # noqa: N818, it says where, not what went wrong
    """Where reading stopped: 0-based line, libyaml's words, line of the context."""

    def __init__(
        self, line: int, words: str, context: int | None = None, column: int = 0
    ) -> None:
        """Keep the place; without a context the line itself is the context."""
        super().__init__(words)
        self.line = line
        self.words = words
        self.context = line if context is None else context
        self.column = column


@dataclass(frozen=True, slots=True)
class Mended:
    """What to tell the editor (1-based place), and the text to go on with, if any."""

    line: int
    column: int
    rule: str
    sentence: str
    cure: str
    text: str | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    found: re.Pattern[str]
    sentence: str
    cure: str
    repair: Callable[[re.Match[str]], str]


def _quoted(match: re.Match[str]) -> str:
    value = match["value"].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["key"]}"{value}"'


_KEY = r"^(?P<key>\s*(?:- +)?[A-Za-z_]+: +)"
_PATTERNS = (
    _Pattern(
        "conflict-marker",
        re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$"),
        "这里是两人修改冲突留下的标记。",
        "请保留正确的一份，删去 <<<<<<<、=======、>>>>>>> 三种行。",
        lambda _: "",
    ),
    _Pattern(
        "indentation",
        re.compile(r"^(?P<in>[ ]*\t[ \t]*)(?P<rest>.*)$"),
        "行首用了制表符（Tab 键），只能用空格缩进。",
        "请把行首的 Tab 换成空格，与上下行对齐。",
        lambda m: m["in"].replace("\t", "  ") + m["rest"],
    ),
    _Pattern(
        "indentation",
        re.compile(r"^(?P<in>[ ]*[\u00a0\u3000\u2000-\u200a][\s]*)(?P<rest>\S.*)$"),
        "行首有不间断空格或全角空格，看起来像空格但不能缩进。",
        "请删去行首空白，用空格键重新缩进。",
        lambda m: " " * len(m["in"]) + m["rest"],
    ),
    _Pattern(
        "full-width-mark",
        re.compile(r"^(?P<key>\s*(?:- +)?[A-Za-z_]+)\s*：\s*(?P<value>.*)$"),
        "“：”是全角冒号。",
        "请改为半角冒号加一个空格“: ”。",
        lambda m: f"{m['key']}: {m['value']}",
    ),
    _Pattern(
        "full-width-mark",
        re.compile(r"^(?P<in>\s*)[－—–﹣‐](?P<rest>\s*\S.*)$"),
        "行首的“－”是全角短横线。",
        "请改为半角短横线加一个空格“- ”。",
        lambda m: f"{m['in']}- {m['rest'].strip()}",
    ),
    _Pattern(
        "quote-needed",
        re.compile(_KEY + r"(?P<value>[@`%!&*|>?,].*)$"),
        "这个值以特殊符号开头，会被当作格式。",
        "请给整个值加上英文引号。",
        _quoted,
    ),
    _Pattern(
        "quote-needed",
        re.compile(
            _KEY + r"(?P<value>\[[^\]]*\][^\]]*\S|\{[^}]*\}[^}]*\S|[\[{][^\]}]*)$"
        ),
        "这个值以括号开头，会被当作列表或对照表。",
        "若是文字，请给整个值加上英文引号；若是列表，请补全右括号。",
        _quoted,
    ),
    _Pattern(
        "quote-needed",
        re.compile(_KEY + r"(?P<value>[\"'].*)$"),
        "引号不成对，或引号后面还有字。",
        "请检查引号；值里要用引号时写中文引号“ ”。",
        lambda m: m["key"] + '"' + re.sub(r"[\"'\\]", "", m["value"]).rstrip() + '"',
    ),
    _Pattern(
        "quote-needed",
        re.compile(_KEY + r"(?P<value>[^\"'\[{|>].*?:(?: .*|$))"),
        "值里有半角冒号加空格，会被当作另一个字段。",
        "请给整个值加上英文引号，或把里面的冒号改成全角“：”。",
        _quoted,
    ),
    _Pattern(
        "space-needed",
        re.compile(r"^(?P<key>\s*(?:- +)?[A-Za-z_]+:)(?P<value>[^\s/].*)$"),
        "冒号后面少一个空格。",
        "请在冒号后加一个空格。",
        lambda m: f"{m['key']} {m['value']}",
    ),
    _Pattern(
        "space-needed",
        re.compile(r"^(?P<in>\s*)-(?P<rest>[A-Za-z_]+:.*)$"),
        "短横线后面少一个空格。",
        "请在短横线后加一个空格。",
        lambda m: f"{m['in']}- {m['rest']}",
    ),
)
_SPECIAL = {
    "complex key": (
        "wrong-shape",
        "字段名必须是一个词，这里是列表或对照表。",
        "请检查这一行的冒号和括号。",
    ),
    "too deep": ("too-deep", "嵌套太深，最多 8 层。", "请检查缩进和括号。"),
    "second document": (
        "several-documents",
        "一个文件里有两份文档（第二个 ---）。",
        "请分成两个文件，或删去 --- 这一行。",
    ),
    "directive": (
        "several-documents",
        "文件开头有 YAML 指令（%），这里不用。",
        "请删去以 % 开头的行。",
    ),
}
_FINAL = {"too deep", "second document", "directive"}


def mend(text: str, broken: Break) -> Mended:
    """Explain a break and repair the line at fault, or blank it out."""
    lines = text.split("\n")
    if broken.words in _SPECIAL:
        rule, sentence, cure = _SPECIAL[broken.words]
        mended = None if broken.words in _FINAL else _without(lines, broken.line)
        return Mended(broken.line + 1, 1, rule, sentence, cure, mended)
    for number in _suspects(lines, broken):
        for pattern in _PATTERNS:
            match = pattern.found.match(lines[number])
            if match:
                repaired = pattern.repair(match)
                changed = [*lines[:number], repaired, *lines[number + 1 :]]
                column = len(lines[number]) - len(lines[number].lstrip()) + 1
                return Mended(
                    number + 1,
                    column,
                    pattern.rule,
                    pattern.sentence,
                    pattern.cure,
                    "\n".join(changed),
                )
    return _unexplained(lines, broken)


def _suspects(lines: list[str], broken: Break) -> Iterator[int]:
    """Yield the lines that may be at fault: where it broke, the one before, its start."""
    at = min(broken.line, len(lines) - 1)
    before = at - 1
    while before > 0 and not lines[before].strip():
        before -= 1
    for number in dict.fromkeys((at, before, min(broken.context, len(lines) - 1))):
        if number >= 0:
            yield number


def _unexplained(lines: list[str], broken: Break) -> Mended:
    at = min(broken.line, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1
    line = lines[at]
    column = len(line) - len(line.lstrip()) + 1
    if re.match(r"\s*(?:- +)?[A-Za-z_]+:(?: |$)", line):
        return Mended(
            at + 1,
            column,
            "indentation",
            "这一行的缩进与上下行没有对齐。",
            "同一层的字段要用同样多的空格开头。",
            _without(lines, at),
        )
    return Mended(
        at + 1,
        column,
        "yaml-syntax",
        "从这一行起不符合 YAML 格式，读不下去。",
        "请检查这一行和上一行的冒号、引号、短横线和缩进。",
        _without(lines, at),
    )


def _without(lines: list[str], number: int) -> str:
    return "\n".join([*lines[:number], "", *lines[number + 1 :]])
