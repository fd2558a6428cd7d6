"""Query files (查询文件): one JSON object a line, and the answers to them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import GeneratorError

FIVE = 5
"""How many of the answers somebody looks at."""

UNSORTED = "未分类"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the ids of the matters that answer it.

    `line` counts from 1; `kind` is the query's type; `street` the id of the street
    that the query must set, empty where it is not asked.
    """

    line: int
    words: str
    accept: tuple[str, ...]
    kind: str = UNSORTED
    street: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A matter found, and the wording by which it was found (empty: by single tokens)."""

    id: str
    title: str
    wording: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The street that a query was taken to name (empty: none), and the first five."""

    street: str
    hits: tuple[Hit, ...]


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read a query file; raises GeneratorError that names every line that is wrong.

    Empty lines are passed over, and so are keys that this program does not know.
    """
    found: list[Query] = []
    wrong: list[str] = []
    for number, line in _lines(path):
        read = _read(number, line)
        if isinstance(read, Query):
            found.append(read)
        else:
            wrong.append(f"第 {number} 行{read}")
    if wrong:
        raise GeneratorError(_sentence(path, wrong))
    if not found:
        message = f"{path.name} 里没有一条查询，请每行写一条。"
        raise GeneratorError(message)
    return tuple(found)


def _sentence(path: Path, wrong: list[str]) -> str:
    left = len(wrong) - _SHOWN
    more = [f"另有 {left} 行写得不对。"] if left > 0 else []
    return "\n".join([f"{path.name} 有写得不对的行。", *wrong[:_SHOWN], *more])


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"读不到文件 {path}，请核对文件名。"
        raise GeneratorError(message) from error
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            # What is no UTF-8 becomes half a character, which _read refuses.
            yield number, line.decode("utf-8-sig", "surrogateescape")


def _read(number: int, line: str) -> Query | str:
    """Read one line; where it is wrong, say how."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return "不是一个 JSON 对象。"
    if not isinstance(value, dict):
        return "不是一个 JSON 对象。"
    if not _is_text(value.get("query")):
        return "缺少 query（查询的话）。"
    accept = value.get("accept")
    if not isinstance(accept, list) or not accept or not all(map(_is_text, accept)):
        return '的 accept 应写成事项编号的数组，至少一个，例如 ["dibao"]。'
    for name in ("type", "street"):
        if name in value and not _is_text(value[name]):
            return f"的 {name} 应是一段文字，不用就不写。"
    kind = value.get("type", UNSORTED)
    street = value.get("street", "")
    return Query(number, value["query"], tuple(accept), kind, street)


def _is_text(value: object) -> bool:
    """Tell text that says something and can be written from everything else."""
    if not isinstance(value, str) or not value.strip():
        return False
    return not any("\ud800" <= character <= "\udfff" for character in value)
