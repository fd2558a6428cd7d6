"""Problems as programs and code forges want them: annotations, reports, a comment."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from generator.authoring.markdown import inline, row
from generator.cli.reporting import as_github, as_json, printed_path, safe
from generator.problems import Problem

LIMIT = 4_000
"""Characters of the list in a comment; forges refuse comments of more than 65,536, and
the note on the change, which comes below it, may have 60,000."""


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A Code Quality report: GitLab shows each problem at its line.

    The fingerprint knows the sentence and not the line, so that a problem stays the
    same one when lines above it come and go.
    """
    seen: Counter[str] = Counter()
    rows = []
    for problem in problems:
        path, sentence = printed_path(problem.place.path), safe(problem.sentence)
        known = f"{path}\n{problem.rule}\n{sentence}"
        seen[known] += 1
        mark = hashlib.sha256(f"{known}\n{seen[known]}".encode()).hexdigest()
        rows.append(
            {
                "description": f"{sentence}{safe(problem.cure)}",
                "check_name": problem.rule,
                "fingerprint": mark,
                "severity": "major" if problem.is_error else "minor",
                "location": {
                    "path": path,
                    "lines": {"begin": max(problem.place.line, 1)},
                },
            }
        )
    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"


def as_markdown(problems: Iterable[Problem]) -> str:
    """What the check found, errors first, as the head of a comment on a pull request."""
    found = sorted(problems, key=lambda problem: not problem.is_error)
    text = f"{_outcome(found)}\n"
    if found:
        heads = row("在哪里", "问题", "怎样改"), row("---", "---", "---")
        text += "\n{}\n{}\n".format(*heads)
    for place, problem in enumerate(found):
        if len(text) > LIMIT:
            text += f"\n还有 {len(found) - place} 处没有列出，改好上面的再看。\n"
            break
        text += f"{_row(problem)}\n"
    return f"{text}\n"


def _outcome(found: list[Problem]) -> str:
    errors = sum(problem.is_error for problem in found)
    if errors:
        reminders = f"、{len(found) - errors} 处提醒" if len(found) > errors else ""
        return f"**检查没有通过**：{errors} 处错误要改正{reminders}。"
    if found:
        return f"**检查通过**，有 {len(found)} 处提醒，请看看要不要改。"
    return "**检查通过**，没有发现问题。"


def _row(problem: Problem) -> str:
    line = max(problem.place.line, 1)
    place = f"{printed_path(problem.place.path)} 第 {line} 行"
    said = f"{problem.severity.value}：{safe(problem.sentence)}"
    return row(*map(inline, (place, said, safe(problem.cure) or "—")))


REPORTS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "github": lambda problems: "".join(f"{line}\n" for line in as_github(problems)),
    "gitlab": as_gitlab,
    "markdown": as_markdown,
    "json": lambda problems: f"{as_json(problems)}\n",
}
"""The forms of `check --format` that go to standard output."""
