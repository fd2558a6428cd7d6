"""Say in an official's words where a file stops being YAML, and mend it in memory.

Mending lets the rest of the file be checked in the same run; nothing is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.loading.yaml_indents import realign
from generator.loading.yaml_lines import (
    in_blocks,
    indent_of,
    inner_of,
    is_dash,
    is_key,
    line_above,
)
from generator.loading.yaml_patterns import ESCAPE, FORMAT, PATTERNS, Pattern


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
class Fault:
    """What to tell the editor, with a 1-based place."""

    line: int
    column: int
    width: int
    rule: str
    sentence: str
    cure: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The faults found at a break, and the text to go on with, if any."""

    faults: tuple[Fault, ...]
    text: str | None


_SPECIAL = {
    "too deep": ("too-deep", "嵌套太深，最多 8 层。", "请检查缩进和括号。"),
    "second document": (
        "several-documents",
        "文件中间有单独一行 ---，它后面的内容不会被读到。",
        "请分成两个文件，或删去 --- 这一行。",
    ),
    "directive": (
        "several-documents",
        "文件开头有以 % 开头的行，这里不用。",
        "请删去以 % 开头的行。",
    ),
}
_NO_COLON = "could not find expected ':'"


def mend(text: str, broken: Break) -> Mended:
    """Explain a break and repair the line at fault, or blank it out."""
    lines = text.split("\n")
    if broken.words in _SPECIAL:
        rule, sentence, cure = _SPECIAL[broken.words]
        return Mended((Fault(broken.line + 1, 1, 1, rule, sentence, cure),), None)
    for number in _suspects(lines, broken):
        first = (ESCAPE,) if "escape" in broken.words else ()
        for pattern in (*first, *PATTERNS):
            if pattern.found.match(lines[number]):
                return _repaired(lines, number, pattern)
    return _unexplained(lines, broken)


def _suspects(lines: list[str], broken: Break) -> Iterator[int]:
    """Yield the lines that may be at fault: where it broke, the one before, its start."""
    last = len(lines) - 1
    at, context = min(broken.line, last), min(broken.context, last)
    before = at - 1
    while before > 0 and not lines[before].strip():
        before -= 1
    # Where no colon came, the line without one is where it began to wait.
    order = (
        (context, at, before) if broken.words == _NO_COLON else (at, before, context)
    )
    for number in dict.fromkeys(order):
        if number >= 0:
            yield number


def _repaired(lines: list[str], number: int, pattern: Pattern) -> Mended:
    """Repair one line, or every line from there on with the same slip."""
    numbers = [number]
    if pattern.everywhere:
        texts = set(in_blocks(lines))
        numbers += [n for n in range(number + 1, len(lines)) if n not in texts]
    mended = list(lines)
    faults = []
    for one in numbers:
        match = pattern.found.match(lines[one])
        if match:
            mended[one] = pattern.repair(match)
            faults.append(_fault(one, pattern, match))
    return Mended(tuple(faults), "\n".join(mended))


def _fault(number: int, pattern: Pattern, match: re.Match[str]) -> Fault:
    groups = {name: text or "" for name, text in match.groupdict().items()}
    marked = next((g for g in ("mark", "value") if groups.get(g)), None)
    start = match.start(marked) if marked else inner_of(match.string)
    value = match.start("value") if pattern.rule == "quote-needed" else start
    width = len(groups["value"].rstrip()) if pattern.rule == "quote-needed" else 1
    words = {name: text.strip() for name, text in groups.items()}
    return Fault(
        number + 1,
        min(start, value) + 1,
        width,
        pattern.rule,
        pattern.sentence.replace("{mark}", words.get("mark", "")),
        pattern.cure,
    )


def _unexplained(lines: list[str], broken: Break) -> Mended:
    at = next(n for n in _suspects(lines, broken))
    while at > 0 and not lines[at].strip():
        at -= 1
    moved = realign(lines, at)
    if moved:
        fault = Fault(
            moved.line + 1,
            indent_of(lines[moved.line]) + 1,
            1,
            "indentation",
            f"这一行没有与上下行对齐：行首有 {moved.blanks} 个空格，应为 {moved.due} 个。",
            "同一层的字段要用同样多的空格开头。",
        )
        return Mended((fault,), "\n".join(moved.lines))
    match = FORMAT.found.match(lines[at])
    if match and is_key(lines[at]):
        return _repaired(lines, at, FORMAT)
    return _no_pair(lines, at, broken.words)


def _no_pair(lines: list[str], at: int, words: str) -> Mended:
    """Tell of a line that is no pair, and take away the like below it too."""
    line, above = lines[at], line_above(lines, at)
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _is_yaml(lines[end]):
        end += 1
    due = _due_in_block(lines, above)
    rule, sentence = "yaml-syntax", "这一行不是“字段: 值”的写法。"
    cure = "请写成“字段: 值”；若是说明，请在行首加 #。"
    if words == "complex key":
        rule = "wrong-shape"
    elif _is_yaml(line):
        rule, sentence = "indentation", "这一行的缩进与上下行没有对齐。"
        cure = "同一层的字段要用同样多的空格开头。"
    elif due:
        rule, sentence = "indentation", "这是上面“|”的内容，缩进不够。"
        cure = f"请在行首写 {due} 个空格，与内容的其他行对齐。"
    width = len(line.strip()) or 1
    fault = Fault(at + 1, indent_of(line) + 1, width, rule, sentence, cure)
    moved = [" " * due + one.strip() if due else "" for one in lines[at:end]]
    return Mended((fault,), "\n".join([*lines[:at], *moved, *lines[end:]]))


def _due_in_block(lines: list[str], above: int) -> int:
    """Give the column of a block's text where the line above belongs to one, else 0."""
    if above < 0:
        return 0
    if re.search(r": +[|>][+\-0-9]*\s*$", lines[above]):
        return inner_of(lines[above]) + 2
    return indent_of(lines[above]) if above in set(in_blocks(lines)) else 0


def _is_yaml(line: str) -> bool:
    return is_key(line) or is_dash(line)
