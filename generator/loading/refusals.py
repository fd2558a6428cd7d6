"""Words for YAML that is legal but hides what is written, or loses some of it."""

import re
from collections.abc import Iterable, Iterator

from generator.loading.yaml_mend import Break
from generator.problems import Place, Problem

_ENOUGH = 3
"""Messages about aliases in one file: a bomb has thousands."""

_MARK_IN_LINE = re.compile(r"\s*(?:- +)?[A-Za-z_]+\s*：|\s*[－—–﹣]")


def tag(place: Place, name: str) -> Problem:
    """Refuse `!something`, which is no text but a type."""
    return Problem(
        place,
        "quote-needed",
        f"“{name.replace('tag:yaml.org,2002:', '!!')}”会被当作类型标记（标签），后面的字会丢失。",
        '请给整个值加上英文引号，像这样："…"。',
    )


def alias(place: Place, problems: list[Problem]) -> None:
    """Refuse anchors and aliases; a few messages are enough for a whole bomb."""
    same = [p.place.line for p in problems if p.rule == "anchor-or-alias"]
    if len(same) < _ENOUGH and place.line not in same:
        problems.append(
            Problem(
                place,
                "anchor-or-alias",
                "“&”和“*”在这里是特殊符号（锚点、别名），别人看不出实际写的是什么。",
                "请把内容完整写出；若它们是文字，请给整个值加英文引号。",
            )
        )


def hidden(place: Place, found: str) -> Problem:
    """Refuse an invisible character that is written as an escape."""
    return Problem(
        place,
        "hidden-character",
        f"引号里写出了看不见的特殊字符（U+{ord(found[0]):04X}）。",
        "请删去反斜杠开头的那一段。",
    )


def continuation(place: Place, lines: Iterable[str]) -> Problem:
    """Refuse a value that runs on over lines; raises Break where a mark is full-width."""
    for number, line in enumerate(lines, place.line):
        if _MARK_IN_LINE.match(line):
            raise Break(number, "full-width mark")
    return Problem(
        place,
        "multi-line-value",
        "这个值写成了多行，换行处会变成空格。",
        "请写在一行里；长文章请在冒号后写 | ，再从下一行缩进书写。",
    )


def comments(path: str, suspects: dict[int, int]) -> Iterator[Problem]:
    """Refuse comments behind a value; `suspects` maps 0-based lines to columns."""
    for line, column in sorted(suspects.items()):
        yield Problem(
            Place(path, line + 1, column + 1),
            "inline-comment",
            "“#”和它后面的字会被当作注释丢掉。",
            "若是内容，请给整个值加英文引号；若是注释，请单独写一行。",
        )
