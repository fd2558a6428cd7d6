"""Small trees for the checks: lists of the street a, and what is found in them."""

from pathlib import Path

from generator.problems import Problem
from tests.trees import CONFIG, Files, problems, whole

# A kind that expects nothing, so that only the mistake in question is found.
KIND = "kind: community-duty\n"
X, Y = "{id: x, title: 甲事}", "{id: y, title: 乙事}"
BASED = f"{KIND}based_on: standard/s\n"
UNITS = """\
units:
  - id: u
    name: 社会事务办公室
    posts: [{id: head, title: 主任}]
"""


def own(*items: str, day: str = "2020-01-01", head: str = KIND) -> Files:
    """Write a whole version of the list a/s."""
    return whole("a/s", day, *items, head=head)


def standard(*items: str, day: str = "2020-01-01", head: str = KIND) -> Files:
    """Write a whole version of the standard list."""
    return whole("standard/s", day, *items, head=head)


def config(text: str) -> Files:
    """Write the configuration with more below its usual lines."""
    return {"site_config.yml": CONFIG["site_config.yml"] + text}


def spell(problem: Problem) -> str:
    """Write level, file, place and rule of a problem in one line."""
    level = "" if problem.is_error else "? "
    place = problem.place
    path = place.path.removeprefix("content/").removeprefix("lists/")
    return f"{level}{path}:{place.line}:{place.column} {problem.rule}"


def found_alone(root: Path, expected: list[str]) -> list[str]:
    """Spell what is found in a tree; gaps count only where one is expected."""
    found = [spell(p) for p in problems(root)]
    rules = {line.rsplit(" ", 1)[1] for line in expected}
    others = {"missing-expected"} - rules
    return [line for line in found if line.rsplit(" ", 1)[1] not in others]
