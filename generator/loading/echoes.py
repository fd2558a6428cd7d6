"""Leave out what is only the echo of a mistake that is reported already.

One mistake is one message: a line that cannot be read makes no second complaint
about what was read from it, nor a file with broken syntax about what it lacks.
"""

from collections.abc import Iterable, Iterator

from generator.problems import Problem

_SYNTAX = frozenset(
    {
        *("anchor-or-alias", "conflict-marker", "full-width-mark", "indentation"),
        *("quote-needed", "several-documents", "space-needed", "too-deep"),
        "yaml-syntax",
    }
)
_CHARACTERS = frozenset(
    {
        *("bank-card-number", "compatibility-character", "garbled-text"),
        *("hidden-character", "id-card-number", "inline-comment", "mobile-number"),
        "multi-line-value",
    }
)
_FIRST = _SYNTAX | _CHARACTERS
_MISSING = frozenset({"missing-key", "empty-list"})
_OF_THE_CONFIG = frozenset({"bad-choice", "unknown-key"})


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Drop what repeats, in other words, a mistake of the same line or file."""
    kept = list(problems)
    first = [p for p in kept if p.is_error and p.rule in _FIRST]
    if not first:
        return _without_doubts(kept)
    lines = {(p.place.path, p.place.line) for p in first}
    later = set(map(id, _later_in_line(first)))
    whole = {(p.place.path, rule) for p in first for rule in _echoes_in_file(p)}
    return _without_doubts(
        p
        for p in kept
        if (p.rule in _FIRST and id(p) not in later)
        or (
            p.rule not in _FIRST
            and (p.place.path, p.place.line) not in lines
            and (p.place.path, p.rule) not in whole
        )
    )


def _later_in_line(first: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the syntax mistakes of a line after its first one."""
    seen: set[tuple[str, int]] = set()
    for problem in first:
        line = (problem.place.path, problem.place.line)
        if problem.rule in _SYNTAX:
            if line in seen:
                yield problem
            seen.add(line)


def _echoes_in_file(first: Problem) -> frozenset[str]:
    """The rules that a mistake sets off anywhere else in its file."""
    if not first.place.line:
        return frozenset({"name-mismatch"})
    echoes = _MISSING if first.rule in _SYNTAX else frozenset[str]()
    return echoes | ({"unknown-key"} if first.rule == "anchor-or-alias" else set())


def _without_doubts(problems: Iterable[Problem]) -> list[Problem]:
    """Drop doubts about a character of a line that is refused already."""
    kept = list(problems)
    refused = {(p.place.path, p.place.line) for p in kept if p.is_error}
    return [
        p
        for p in kept
        if p.is_error
        or p.rule != "compatibility-character"
        or (p.place.path, p.place.line) not in refused
    ]


def without_choices(problems: Iterable[Problem], config: str) -> list[Problem]:
    """Drop what depends on a config that could not be read: its kinds and fields."""
    return [
        p for p in problems if p.rule not in _OF_THE_CONFIG or p.place.path == config
    ]
