"""Leave out what is only the echo of a mistake that is reported already.

One mistake is one message: a line that cannot be read makes no second complaint
about what was read from it, nor a file with broken syntax about what it lacks.
"""

from collections.abc import Iterable

from generator.problems import Problem

_SYNTAX = frozenset(
    {
        *("anchor-or-alias", "conflict-marker", "full-width-mark", "indentation"),
        *("multi-line-value", "quote-needed", "several-documents", "space-needed"),
        *("too-deep", "yaml-syntax"),
    }
)
_CHARACTERS = frozenset(
    {
        *("bank-card-number", "compatibility-character", "garbled-text"),
        *("hidden-character", "id-card-number", "inline-comment", "mobile-number"),
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
        return kept
    lines = {(p.place.path, p.place.line) for p in first}
    broken = {p.place.path for p in first if p.rule in _SYNTAX}
    return [
        p
        for p in kept
        if p.rule in _FIRST
        or (
            (p.place.path, p.place.line) not in lines
            and not (p.rule in _MISSING and p.place.path in broken)
        )
    ]


def without_choices(problems: Iterable[Problem], config: str) -> list[Problem]:
    """Drop what depends on a config that could not be read: its kinds and fields."""
    return [
        p for p in problems if p.rule not in _OF_THE_CONFIG or p.place.path == config
    ]
