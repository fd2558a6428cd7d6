"""Text to plain nodes with line and column: the only door to PyYAML.

Reads the event stream of libyaml, which is three times as fast as its loaders and
guesses no types: every scalar stays the text that the editor typed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.loading import refusals
from generator.loading.characters import UNSEEN
from generator.loading.conflicts import settle_conflicts
from generator.loading.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.personal import check_value, find_personal
from generator.loading.positions import Walk
from generator.loading.yaml_mend import Break, Fault, mend
from generator.problems import Place, Problem

DEEPEST = 8
"""Levels of nesting; the deepest honest file, an office's phones, has five."""

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_COMMENT_BEHIND = re.compile(r"^[ \t]*[^\s#][^\n]*?[ \t]+(#)", re.MULTILINE)
_TRIES = 20
_BIG = 1_000_000
_TRIES_OF_A_BIG_FILE = 3
_Event = Any
"""The stubs call every mark optional; the events of a text have all of them."""

_SCALAR = yaml.ScalarEvent
_STARTS: dict[type, type[Mapping | Sequence]] = {
    yaml.MappingStartEvent: Mapping,
    yaml.SequenceStartEvent: Sequence,
}
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_ON_ONE_LINE = frozenset({"'", '"'})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's root node; `whole` is False where mistakes in the syntax were mended.

    What is missing from a file that is not whole is no further mistake.
    """

    root: Node | None
    whole: bool


def parse(path: str, text: str, problems: list[Problem]) -> Parsed:
    """Parse a file; syntax mistakes are reported, mended in memory and passed over."""
    settled = settle_conflicts(path, text, problems)
    whole = settled == text
    text = settled
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
        _report(path, mended.faults, problems)
        if mended.text is None:
            break
        text = mended.text
    return Parsed(None, whole=False)


def _report(path: str, faults: Iterable[Fault], problems: list[Problem]) -> None:
    """Report faults, but none on a line that has an error already."""
    taken = {p.place.line for p in problems if p.is_error and p.place.path == path}
    for fault in faults:
        if fault.line not in taken:
            taken.add(fault.line)
            place = Place(path, fault.line, fault.column)
            problems.append(
                Problem(
                    place, fault.rule, fault.sentence, fault.cure, width=fault.width
                )
            )


def _as_break(error: yaml.MarkedYAMLError) -> Break:
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    context = error.context_mark.line if error.context_mark else line
    return Break(line, str(error.problem), context)


def _compose(path: str, text: str, problems: list[Problem]) -> Node | None:
    """Build nodes from events; refuse what hides or repeats (anchors, tags, …)."""
    root = Sequence(1, 1)
    inside: list[Mapping | Sequence] = [root]
    parent: Mapping | Sequence = root
    documents = 0
    for event in _events(text):
        sort = type(event)
        if sort is _SCALAR:
            parent.add(_scalar(path, text, event, problems))
        elif sort in _ENDS:
            inside.pop()
            parent = inside[-1]
        elif sort in _STARTS:
            mark = event.start_mark
            if event.anchor or event.tag:
                _refuse_hiding(path, event, problems)
            node = _STARTS[sort](mark.line + 1, mark.column + 1)
            node.bracketed = event.flow_style
            if not parent.add(node):
                raise Break(mark.line, "complex key")
            inside.append(node)
            parent = node
            if len(inside) > DEEPEST + 1:
                raise Break(mark.line, "too deep")
        elif sort is yaml.AliasEvent:
            mark = event.start_mark
            _refuse_hiding(path, event, problems)
            parent.add(Scalar("*", mark.line + 1, mark.column + 1, plain=False))
        elif sort is yaml.DocumentStartEvent:
            documents += 1
            _refuse_second_document(event, documents)
    return root.entries[0] if root.entries else None


def _scalar(path: str, text: str, event: _Event, problems: list[Problem]) -> Scalar:
    """One value; called once per value of a city, so the usual case is short."""
    mark = event.start_mark
    line, style = mark.line, event.style
    if event.anchor or event.tag:
        _refuse_hiding(path, event, problems)
    if not style:
        if event.end_mark.line != line:
            _refuse_continuation(path, text, event, problems)
        return Scalar(event.value, line + 1, mark.column + 1, plain=True)
    if style in _ON_ONE_LINE:
        if event.end_mark.line != line:
            _refuse_continuation(path, text, event, problems)
        if style == '"' and "\\" in text[mark.index : event.end_mark.index]:
            _refuse_escaped(path, text, event, problems)
    return Scalar(event.value, line + 1, mark.column + 1, plain=False)


def _refuse_continuation(
    path: str, text: str, event: _Event, problems: list[Problem]
) -> None:
    start = event.start_mark
    place = Place(path, start.line + 1, start.column + 1)
    lines = text[start.index : event.end_mark.index].split("\n")[1:]
    problems.append(refusals.continuation(place, lines))


def _refuse_escaped(
    path: str, text: str, event: _Event, problems: list[Problem]
) -> None:
    """Refuse what only an escape writes: nobody sees it in the file, but the page does."""
    mark, value = event.start_mark, event.value
    place = Place(path, mark.line + 1, mark.column + 1)
    if found := UNSEEN.search(value):
        problems.append(refusals.hidden(place, found.group()))
    if not find_personal(text[mark.index : event.end_mark.index]):
        problems.extend(check_value(place, value))


def _events(text: str) -> Iterator[_Event]:
    """The events of a text; `yaml.parse` does the same with two calls an event."""
    return iter(_LOADER(text).get_event, None)


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
    walk = Walk(text)
    for match in _COMMENT_BEHIND.finditer(text):
        line, column = walk.to(match.start(1))
        suspects[line - 1] = column - 1
    if suspects:
        for event in _events(text):
            if type(event) is _SCALAR:
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
