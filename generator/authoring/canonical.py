"""A content file in its canonical form (统一格式): same words, same comments, in order.

Values are never rewritten: their lines move as they are. What was made is held
against what was there before it is handed out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.canonical_blocks import Order, lay_out
from generator.loading.characters import check_characters
from generator.loading.encoding import decode_text
from generator.loading.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.sources import SourceFile
from generator.loading.yaml_source import parse
from generator.problems import Problem, any_errors

_MARKER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_HARMLESS = frozenset({"inline-comment"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file's canonical text; or why it was left alone (a sentence), text empty."""

    text: str
    left_alone: str = ""


def formatted(path: str, data: bytes, order: Order) -> Formatted:
    """Write a file in its canonical form, unless it cannot be read for certain."""
    problems: list[Problem] = []
    text = decode_text(SourceFile(path, data), problems)
    root = _root(path, text, problems) if text is not None else None
    if text is None or any_errors(p for p in problems if p.rule not in _HARMLESS):
        return Formatted("", "有错误，没有整理；请先运行 qingdan check，照提示改正。")
    if not isinstance(root, Mapping) or root.bracketed or not root.keys:
        return Formatted("", "没有“字段: 值”这样的内容，没有整理。")
    if twice := _repeated(root):
        return Formatted("", f"“{twice}”写了两次，没有整理；请先合并或删去一处。")
    if _MARKER.search(text):
        return Formatted("", "有 --- 或 ... 开头的行，没有整理；请先删去这些行。")
    made = lay_out(text, root, order)
    if not is_same(text, made):
        return Formatted("", "写法太特别，没有把握，没有整理。")
    return Formatted(made)


def is_same(before: str, after: str) -> bool:
    """Tell that two texts say the same: values, comments, and no line but moved."""
    old, new = (parse("", text, []).root for text in (before, after))
    return (
        old is not None
        and new is not None
        and _meaning(old) == _meaning(new)
        and _lines(before) == _lines(after)
    )


def _root(path: str, text: str, problems: list[Problem]) -> Node | None:
    problems.extend(check_characters(path, text))
    parsed = parse(path, text, problems)
    return parsed.root if parsed.whole else None


def _repeated(node: Node) -> str:
    """Find a key that one record has twice; empty where there is none."""
    if isinstance(node, Scalar):
        return ""
    if isinstance(node, Mapping):
        counted = Counter(key.text for key in node.keys)
        if twice := next((name for name, times in counted.items() if times > 1), ""):
            return twice
    return next(filter(None, map(_repeated, _below(node))), "")


def _below(node: Mapping | Sequence) -> Iterator[Node]:
    yield from node.values if isinstance(node, Mapping) else node.entries


def _meaning(node: Node) -> object:
    """What a node says, whatever the order of its keys."""
    if isinstance(node, Scalar):
        # Whether a text at the end of a file ends its line makes no difference.
        return (node.text.strip("\n"), node.plain)
    if isinstance(node, Sequence):
        return [_meaning(entry) for entry in node.entries]
    pairs = zip(node.keys, node.values, strict=True)
    return {key.text: _meaning(value) for key, value in pairs}


def _lines(text: str) -> Counter[str]:
    """Count the lines of a text without what formatting may change of them."""
    bare = (line.strip().lstrip("- \t") for line in text.split("\n"))
    return Counter(line for line in bare if line)
