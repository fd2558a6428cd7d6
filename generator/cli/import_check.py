"""Check new files as part of their tree before they are written there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.loading.laid_trees import laid_tree
from generator.loading.repository import read_working
from generator.pipeline import Examined, examine
from generator.problems import Problem


def new_problems(
    before: Examined, root: Path, files: Mapping[str, str], today: date
) -> list[Problem]:
    """What is wrong with a tree that has the files and was not before it had them."""
    new = {path: text.encode() for path, text in files.items()}
    with laid_tree({**read_working(root), **new}) as folder:
        after = examine(folder, today)
    known = {_placeless(problem) for problem in before.problems}
    return [problem for problem in after.problems if _placeless(problem) not in known]


def _placeless(problem: Problem) -> Problem:
    """A problem without its line, which a change of the same file moves."""
    return replace(problem, place=replace(problem.place, line=0, column=0))
