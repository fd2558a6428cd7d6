"""Text to plain nodes with line and column: the only door to PyYAML.

Reads the event stream of libyaml, which is three times as fast as its loaders and
guesses no types: every scalar stays the text that the editor typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.loading.characters import HIDDEN
from generator.loading.yaml_mend import Break, Mended, mend
from generator.problems import Place, Problem

DEEPEST = 8
"""Levels of nesting; the deepest honest file, an office's phones, has five."""

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_COMMENT_BEHIND = re.compile(r"^(?=[^\n#]*\S)[^\n]*?\S[ \t]+(#)", re.MULTILINE)
_TRIES = 20
_ENOUGH = 3
"""Messages about aliases in one file: a bomb has thousands."""


class Scalar:
    """A text as the editor typed it; `plain` tells it was written without quotes."""

    __slots__ = ("column", "line", "plain", "text")

    def __init__(self, text: str, line: int, column: int, *, plain: bool) -> None:
        """Keep the text and its 1-based place."""
        self.text = text
        self.line = line
        self.column = column
        self.plain = plain


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a 1-based place."""
        self.entries: list[Node] = []
        self.line = line
        self.column = column


class Mapping:
    """Pairs of a key and a node, in the order of the file, duplicates included."""

    __slots__ = ("column", "keys", "line", "values")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a 1-based place."""
        self.keys: list[Scalar] = []
        self.values: list[Node] = []
        self.line = line
        self.column = column


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's root node; `whole` is False where mistakes in the syntax were mended.

    What is missing from a file that is not whole is no further mistake.
    """

    root: Node | None
    whole: bool


def parse(path: str, text: str, problems: list[Problem]) -> Parsed:
    """Parse one file; syntax mistakes are reported, mended in memory and passed over."""
    whole = True
    # Reported by check_characters already; libyaml would stop at them.
    text = HIDDEN.sub(lambda match: " " * len(match.group()), text)
    for _ in range(_TRIES if len(text) < 1_000_000 else 3):  # noqa: PLR2004, big files mend slowly
        found: list[Problem] = []
        try:
            root = _compose(path, text, found)
        except Break as broken:
            mended = mend(text, broken)
        except yaml.MarkedYAMLError as error:
            mended = mend(text, _as_break(error))
        except yaml.YAMLError as error:
            mended = mend(text, Break(0, str(error)))
        else:
            problems += found
            problems += _comments_behind(path, text)
            return Parsed(root, whole)
        whole = False
        _report(path, mended, problems)
        if mended.text is None:
            return Parsed(None, whole=False)
        text = mended.text
    return Parsed(None, whole=False)


def _report(path: str, mended: Mended, problems: list[Problem]) -> None:
    place = Place(path, mended.line, mended.column)
    if not any(p.place.line == mended.line and p.place.path == path for p in problems):
        problems.append(Problem(place, mended.rule, mended.sentence, mended.cure))


def _as_break(error: yaml.MarkedYAMLError) -> Break:
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    context = error.context_mark.line if error.context_mark else line
    return Break(line, str(error.problem), context, mark.column if mark else 0)


def _compose(path: str, text: str, problems: list[Problem]) -> Node | None:
    """Build nodes from events; refuse what hides or repeats (anchors, tags, …)."""
    stack: list[Sequence | Mapping] = []
    keys: list[Scalar | None] = []
    root: Node | None = None
    documents = 0
    scalar, mapping, sequence = (
        yaml.ScalarEvent,
        yaml.MappingStartEvent,
        yaml.SequenceStartEvent,
    )
    for event in yaml.parse(text, Loader=_LOADER):
        sort = type(event)
        node: Node
        if sort is scalar:
            node = _scalar(path, text, event, problems)
        elif sort is mapping or sort is sequence:
            mark = event.start_mark
            make = Mapping if sort is mapping else Sequence
            node = make(mark.line + 1, mark.column + 1)
            if event.anchor or event.tag:
                _refuse_hiding(path, event, problems)
        elif sort in {yaml.MappingEndEvent, yaml.SequenceEndEvent}:
            stack.pop()
            keys.pop()
            continue
        elif sort is yaml.AliasEvent:
            _refuse_hiding(path, event, problems)
            mark = event.start_mark
            node = Scalar("*", mark.line + 1, mark.column + 1, plain=False)
        else:
            documents += sort is yaml.DocumentStartEvent
            _refuse_second_document(event, documents)
            continue
        if not stack:
            root = node
        elif isinstance(parent := stack[-1], Sequence):
            parent.entries.append(node)
        elif (key := keys[-1]) is None:
            if not isinstance(node, Scalar):
                raise Break(node.line - 1, "complex key")
            keys[-1] = node
        else:
            parent.keys.append(key)
            parent.values.append(node)
            keys[-1] = None
        if not isinstance(node, Scalar):
            stack.append(node)
            keys.append(None)
            if len(stack) > DEEPEST:
                raise Break(node.line - 1, "too deep")
    return root


def _scalar(
    path: str, text: str, event: yaml.ScalarEvent, problems: list[Problem]
) -> Scalar:
    mark = event.start_mark
    line = mark.line
    style = event.style
    if event.anchor or event.tag:
        _refuse_hiding(path, event, problems)
    if not style or style in "\"'":
        if event.end_mark.line != line:
            _refuse_continuation(path, text, event, problems)
        if style == '"' and (hidden := HIDDEN.search(event.value)):
            _refuse_hidden(path, event, hidden.group(), problems)
    return Scalar(event.value, line + 1, mark.column + 1, plain=not style)


def _refuse_continuation(
    path: str, text: str, event: yaml.ScalarEvent, problems: list[Problem]
) -> None:
    first, last = event.start_mark.line, event.end_mark.line
    for number, line in enumerate(text.split("\n")[first + 1 : last + 1], first + 1):
        if re.match(r"\s*(?:- +)?[A-Za-z_]+\s*：", line) or re.match(
            r"\s*[－—–﹣]", line
        ):
            raise Break(number, "full-width mark")
    problems.append(
        Problem(
            Place(path, first + 1, event.start_mark.column + 1),
            "multi-line-value",
            "这个值写成了多行，换行处会变成空格。",
            "请写在一行里；长文章请在冒号后写 | ，再从下一行缩进书写。",
        )
    )


def _refuse_hidden(
    path: str, event: yaml.ScalarEvent, hidden: str, problems: list[Problem]
) -> None:
    mark = event.start_mark
    problems.append(
        Problem(
            Place(path, mark.line + 1, mark.column + 1),
            "hidden-character",
            f"引号里写出了看不见的特殊字符（U+{ord(hidden[0]):04X}）。",
            "请删去反斜杠开头的那一段。",
        )
    )


def _refuse_hiding(path: str, event: yaml.Event, problems: list[Problem]) -> None:
    place = Place(path, event.start_mark.line + 1, event.start_mark.column + 1)
    if getattr(event, "tag", None):
        sentence = f"“{event.tag}”会被当作类型标记（标签），后面的字会丢失。"
        problems.append(
            Problem(place, "quote-needed", sentence, "请给整个值加上英文引号。")
        )
    elif sum(p.rule == "anchor-or-alias" for p in problems) < _ENOUGH:
        problems.append(
            Problem(
                place,
                "anchor-or-alias",
                "不能使用锚点（&）和别名（*）：别人看不出这里实际写的是什么。",
                "请把内容完整写出；若“&”“*”是文字，请给整个值加英文引号。",
            )
        )


def _refuse_second_document(event: yaml.Event, documents: int) -> None:
    if not isinstance(event, yaml.DocumentStartEvent):
        return
    if documents > 1:
        raise Break(event.start_mark.line, "second document")
    if event.version or event.tags:
        raise Break(event.start_mark.line, "directive")


def _comments_behind(path: str, text: str) -> Iterator[Problem]:
    """Report `value # rest`: YAML drops the rest without a word."""
    if " #" not in text and "\t#" not in text:
        return
    suspects: dict[int, int] = {}
    for match in _COMMENT_BEHIND.finditer(text):
        line = text.count("\n", 0, match.start(1))
        suspects[line] = match.start(1) - text.rfind("\n", 0, match.start(1)) - 1
    if not suspects:
        return
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            for line in range(start.line, end.line + 1):
                column = suspects.get(line)
                inside = column is not None and (
                    (start.line, start.column) <= (line, column)
                    and (line, column) < (end.line, end.column)
                )
                if inside:
                    del suspects[line]
    for line, column in sorted(suspects.items()):
        yield Problem(
            Place(path, line + 1, column + 1),
            "inline-comment",
            "“#”和它后面的字会被当作注释丢掉。",
            "若是内容，请给整个值加英文引号；若是注释，请单独写一行。",
        )
