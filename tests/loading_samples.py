"""A list of one item, and the mistakes of what was loaded, in a word each."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.loading.load import Loaded, load
from generator.model.fields import Record
from generator.model.lists import ListKey
from generator.problems import Problem
from tests.trees import EMPTY

WriteTree = Callable[[Mapping[str, str | bytes]], Path]
LIST = "content/lists/a/s/2020-01-01.yml"
HEAD = "list: s\nkind: service\neffective: 2020-01-01\nitems:\n  - id: x\n"
FIRST = 6  # the line after HEAD


def wide(text: str) -> str:
    """Write digits and spaces as a Chinese keyboard does in full-width mode."""
    shift = 0xFF10 - ord("0")
    return "".join("\u3000" if c == " " else chr(ord(c) + shift) for c in text)


def at(problem: Problem) -> str:
    """Write rule and place of a problem in one word."""
    return f"{problem.rule} {problem.place.line}:{problem.place.column}"


def places(loaded: Loaded) -> list[str]:
    """Rules and places of all problems, in the order they were found."""
    return [at(problem) for problem in loaded.problems]


def item(write_tree: WriteTree, text: str | bytes) -> tuple[Record, Loaded]:
    """Load a list of one item whose fields are the given lines."""
    data = text if isinstance(text, bytes) else text.encode()
    loaded = load(write_tree(EMPTY | {LIST: HEAD.encode() + data}))
    items = loaded.catalog.lists[ListKey("a", "s")][0].items
    assert items
    return items[0], loaded
