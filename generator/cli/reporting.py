"""Problems as an editor reads them: text, GitHub annotations, JSON.

No personal number is ever printed in full, and no character that could forge a
line of the log.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.loading.file_names import printable
from generator.loading.personal import redact
from generator.loading.sources import read_lines
from generator.problems import Place, Problem, Severity

MOST_OF_A_FILE = 40
"""Problems shown of one file; the rest is counted."""

MOST_OF_ALL = 400
"""Problems shown of a whole tree; a folder of files named wrongly has thousands."""

_LONGEST = 100
_MARGIN = 80
"""Characters read on both sides of what is quoted, to know a cut number too."""

_NUMBERS = {"mobile-number", "id-card-number", "bank-card-number", "personal-detail"}


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """Yield each problem as a block: place and sentence, the line, the way out."""
    shown: Counter[str] = Counter()
    lines: dict[str, list[str]] = {}
    left: Counter[str] = Counter()
    for number, problem in enumerate(problems):
        path = problem.place.path
        shown[path] += 1
        if shown[path] > MOST_OF_A_FILE or number >= MOST_OF_ALL:
            left[path] += 1
            continue
        if path not in lines:
            lines = {path: read_lines(root, path)}
        yield "\n".join(_block(problem, lines[path]))
    for path, count in left.items() if shown.total() <= MOST_OF_ALL else ():
        yield f"{printed_path(path)}：还有 {count} 处没有列出，改好上面的再检查一次。"
    if shown.total() > MOST_OF_ALL:
        yield (
            f"在 {len(left)} 个文件里还有 {left.total()} 处没有列出，"
            "改好上面的再检查一次。"
        )


def as_github(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield workflow commands that GitHub and Gitea show at the lines."""
    for problem in problems:
        level = "error" if problem.severity is Severity.ERROR else "warning"
        place = problem.place
        message = safe(f"{problem.sentence}{problem.cure}")
        message = message.replace("%", "%25").replace("\n", "%0A")
        path = (
            printed_path(place.path)
            .replace("%", "%25")
            .replace(":", "%3A")
            .replace(",", "%2C")
        )
        yield (
            f"::{level} file={path},line={max(place.line, 1)},col={max(place.column, 1)},"
            f"title={problem.rule}::{message}"
        )


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON list."""
    rows = [
        {
            "path": printed_path(problem.place.path),
            "line": max(problem.place.line, 1),
            "column": max(problem.place.column, 1),
            "severity": "error" if problem.is_error else "reminder",
            "rule": problem.rule,
            "sentence": safe(problem.sentence),
            "cure": safe(problem.cure),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def summary(problems: Iterable[Problem], outcome: str) -> str:
    """The last line: how many of each, what came of it, where to read on."""
    counts = Counter(problem.severity for problem in problems)
    errors, reminders = counts[Severity.ERROR], counts[Severity.REMINDER]
    if not errors and not reminders:
        return f"没有发现问题，{outcome}。"
    return (
        f"共 {errors} 处错误、{reminders} 处提醒，{outcome}。"
        "规则说明见 content/README.md。"
    )


def _block(problem: Problem, lines: list[str]) -> Iterator[str]:
    place = problem.place
    sentence = safe(problem.sentence)
    yield (
        f"{printed_path(place.path)}:{max(place.line, 1)}:{max(place.column, 1)}: "
        f"{problem.severity.value}: {sentence} [{problem.rule}]"
    )
    yield from _quote(problem, place, lines)
    if problem.cure:
        yield f"      {safe(problem.cure)}"


def _quote(problem: Problem, place: Place, lines: list[str]) -> Iterator[str]:
    about_all = problem.width == 0 or problem.rule == "encoding"
    if not 1 <= place.line <= len(lines) or about_all:
        return
    line = lines[place.line - 1].replace("\t", " ")
    at = place.column - 1
    start = max(0, at - _LONGEST // 2)
    margin = max(0, start - _MARGIN)
    # Numbers are hidden before the line is cut: a part of one is one too.
    known = line[margin : start + _LONGEST + _MARGIN]
    safe = redact(known)
    if problem.rule in _NUMBERS and safe == known:
        return
    part = safe[start - margin : start - margin + _LONGEST]
    number = f"{place.line:>5} | "
    yield number + "".join(c if c.isprintable() else "·" for c in part)
    indent = " " * (len(number) + _width(part[: at - start]))
    covered = part[at - start : at - start + problem.width]
    yield f"{indent}{'^' * max(1, min(_width(covered), _LONGEST))}"


def _width(text: str) -> int:
    """The columns a text takes on a terminal: Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def safe(text: str) -> str:
    """A text without personal numbers and characters that could forge a line."""
    return printable(redact(text.replace("\n", " ")))


def printed_path(path: str) -> str:
    """A path as it may be shown; a name can be a number too, `/` parts names."""
    return "/".join(map(redact, path.split("/")))
