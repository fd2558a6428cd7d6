"""Content mistakes as values, and the one exception for broken machinery."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem weighs: an error stops publishing, a reminder does not."""

    ERROR = "错误"
    REMINDER = "提醒"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: path below the root, 1-based line and column.

    Columns count characters, not bytes. A place about a whole file or folder
    has line 0 and column 0.
    """

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the content, with its place, its sentence and the way out.

    `width` is the number of characters the caret underlines, 0 for a problem about
    the whole file; `cure` is empty where no cure is likely to be right.
    """

    place: Place
    rule: str
    sentence: str
    cure: str = ""
    severity: Severity = Severity.ERROR
    width: int = 1

    @property
    def is_error(self) -> bool:
        """Tell whether this problem stops publishing."""
        return self.severity is Severity.ERROR


class GeneratorError(Exception):
    """What stops the machine: no config, a folder not writable, a lock held.

    The message is a Chinese sentence for the person at the keyboard; only
    `cli` catches it.
    """


def sort_by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Order problems as an editor walks through the files; drop exact repeats."""
    unique = dict.fromkeys(problems)
    return sorted(
        unique,
        key=lambda p: (p.place.path, p.place.line, p.place.column, p.rule, p.sentence),
    )


def any_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether at least one problem stops publishing."""
    return any(problem.is_error for problem in problems)
