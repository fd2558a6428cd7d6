"""Text to plain nodes with line and column: the only door to PyYAML.

Reads the event stream of libyaml, which is three times as fast as its loaders and
guesses no types: every scalar stays the text that the editor typed.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.loading import refusals
from generator.loading.characters import HIDDEN
from generator.loading.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.yaml_mend import Break, Mended, mend
from generator.problems import Place, Problem

DEEPEST = 8
"""Levels of nesting; the deepest honest file, an office's phones, has five."""

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_COMMENT_BEHIND = re.compile(r"^(?=[^\n#]*\S)[^\n]*?\S[ \t]+(#)", re.MULTILINE)
_TRIES = 20
_BIG = 1_000_000
_TRIES_OF_A_BIG_FILE = 3
_Event = Any
"""The stubs call every mark optional; the events of a text have all of them."""

_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's root node; `whole` is False where mistakes in the syntax were mended.

    What is missing from a file that is not whole is no further mistake.
    """

    root: Node | None
    whole: bool


def parse(path: str, text: str, problems: list[Problem]) -> Parsed:
    """Parse a file; syntax mistakes are reported, mended in memory and passed over."""
    whole = True
    # Reported by check_characters already; libyaml would stop at them.
    text = HIDDEN.sub(lambda match: " " * len(match.group()), text)
    for _ in range(_TRIES if len(text) < _BIG else _TRIES_OF_A_BIG_FILE):
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
            problems += refusals.comments(path, _comments_behind(text))
            return Parsed(root, whole)
        whole = False
        _report(path, mended, problems)
        if mended.text is None:
            break
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
    return Break(line, str(error.problem), context)


@dataclass(slots=True)
class _Tree:
    """The nodes of one document while its events arrive."""

    root: Node | None = None
    open: list[Sequence | Mapping] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)

    def put(self, node: Node) -> None:
        """Hang a node where it belongs: as root, entry, key or value."""
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Sequence):
            parent.entries.append(node)
        elif (key := self.keys[-1]) is not None:
            parent.keys.append(key)
            parent.values.append(node)
            self.keys[-1] = None
        elif isinstance(node, Scalar):
            self.keys[-1] = node
        else:
            raise Break(node.line - 1, "complex key")

    def enter(self, node: Sequence | Mapping) -> None:
        """Go on inside a list or mapping."""
        self.put(node)
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > DEEPEST:
            raise Break(node.line - 1, "too deep")

    def leave(self) -> None:
        """Go on behind a list or mapping."""
        self.open.pop()
        self.keys.pop()


def _compose(path: str, text: str, problems: list[Problem]) -> Node | None:
    """Build nodes from events; refuse what hides or repeats (anchors, tags, …)."""
    tree = _Tree()
    documents = 0
    event: _Event
    for event in yaml.parse(text, Loader=_LOADER):
        sort = type(event)
        if sort is yaml.ScalarEvent:
            tree.put(_scalar(path, text, event, problems))
        elif sort in _ENDS:
            tree.leave()
        elif sort is yaml.MappingStartEvent or sort is yaml.SequenceStartEvent:
            mark = event.start_mark
            make = Mapping if sort is yaml.MappingStartEvent else Sequence
            if event.anchor or event.tag:
                _refuse_hiding(path, event, problems)
            tree.enter(make(mark.line + 1, mark.column + 1))
        elif sort is yaml.AliasEvent:
            mark = event.start_mark
            _refuse_hiding(path, event, problems)
            tree.put(Scalar("*", mark.line + 1, mark.column + 1, plain=False))
        elif sort is yaml.DocumentStartEvent:
            documents += 1
            _refuse_second_document(event, documents)
    return tree.root


def _scalar(path: str, text: str, event: _Event, problems: list[Problem]) -> Scalar:
    mark = event.start_mark
    line, style = mark.line, event.style
    if event.anchor or event.tag:
        _refuse_hiding(path, event, problems)
    if not style or style in "\"'":
        last = event.end_mark.line
        place = Place(path, line + 1, mark.column + 1)
        if last != line:
            lines = text.split("\n")[line + 1 : last + 1]
            problems.append(refusals.continuation(place, lines))
        if style == '"' and (found := HIDDEN.search(event.value)):
            problems.append(refusals.hidden(place, found.group()))
    return Scalar(event.value, line + 1, mark.column + 1, plain=not style)


def _refuse_hiding(path: str, event: _Event, problems: list[Problem]) -> None:
    place = Place(path, event.start_mark.line + 1, event.start_mark.column + 1)
    name = getattr(event, "tag", None)
    if name:
        problems.append(refusals.tag(place, name))
    else:
        refusals.alias(place, problems)


def _refuse_second_document(event: _Event, documents: int) -> None:
    if documents > 1:
        raise Break(event.start_mark.line, "second document")
    if event.version or event.tags:
        raise Break(event.start_mark.line, "directive")


def _comments_behind(text: str) -> dict[int, int]:
    """Find `value # rest`, of which YAML drops the rest without a word.

    Gives 0-based lines and columns of the `#`; one inside a value is no comment.
    """
    suspects: dict[int, int] = {}
    if " #" not in text and "\t#" not in text:
        return suspects
    for match in _COMMENT_BEHIND.finditer(text):
        line = text.count("\n", 0, match.start(1))
        suspects[line] = match.start(1) - text.rfind("\n", 0, match.start(1)) - 1
    if suspects:
        event: _Event
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                _clear(suspects, event)
    return suspects


def _clear(suspects: dict[int, int], event: _Event) -> None:
    start, end = event.start_mark, event.end_mark
    for line in range(start.line, end.line + 1):
        column = suspects.get(line)
        if column is not None and (
            (start.line, start.column) <= (line, column) < (end.line, end.column)
        ):
            del suspects[line]
