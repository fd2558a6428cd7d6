"""Put together what `diff` and `history` show: two days, two trees, one item."""

import re
from datetime import date
from pathlib import Path

import click

from generator.authoring.comparison import Comparison, Side
from generator.authoring.day_words import day_in_words
from generator.cli.shared import sound
from generator.history.between import between_days, between_trees
from generator.history.changes import NOT_RECORDED
from generator.history.recorded import edits_between
from generator.loading.laid_trees import laid_tree
from generator.loading.merge_base import find_base
from generator.loading.repository import read_tree, read_working, resolve_revision
from generator.pipeline import Examined, plan_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_day(text: str) -> bool:
    """Tell what is written like a day from a revision."""
    return _DAY.fullmatch(text) is not None


def day_given(text: str) -> date:
    """Read a day; refuses one that is not in the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"“{text}”不是日期，请写成 2026-01-01。"
        raise click.BadParameter(message) from error


def compare_days(root: Path, first: date, last: date, today: date) -> Comparison:
    """Compare every list of the files on disk as of two days."""
    examined = sound(root, today)
    return Comparison(
        plan_of(root, examined, today, NOT_RECORDED),
        Side(day_in_words(first), {"day": first.isoformat()}),
        Side(day_in_words(last), {"day": last.isoformat()}),
        tuple(between_days(examined.resolved, first, last)),
    )


def compare_revisions(root: Path, old: str, new: str | None, today: date) -> Comparison:
    """Compare a revision with another; without one with the files as they lie on disk.

    These are compared with the commit at which their branch left the revision. The
    later tree must be sound, else its problems are printed and the program ends.
    """
    known = resolve_revision(root, old)
    base = find_base(root, old) if known and new is None else old
    before = read_tree(root, base)
    after = read_working(root) if new is None else read_tree(root, new)
    examined = _examined(root, after if new else None, today)
    edits = edits_between(before, after)
    return Comparison(
        plan_of(root, examined, today, NOT_RECORDED),
        _side(root, old, base),
        _side(root, new, new) if new else Side("现在的文件", {"working": True}),
        tuple(between_trees(edits, examined.resolved, today)),
        tuple(edit.path for edit in edits if not edit.readable),
    )


def _examined(root: Path, files: dict[str, bytes] | None, today: date) -> Examined:
    """Examine files of a revision, or those on disk."""
    if files is None:
        return sound(root, today)
    with laid_tree(files) as folder:
        return sound(folder, today)


def _side(root: Path, name: str, base: str) -> Side:
    """One side: the revision as it was named, and the commit that was read."""
    commit = resolve_revision(root, base) or base
    here = "" if commit == resolve_revision(root, name) else "，从这里改起"
    words = commit[:8] if commit.startswith(name) else f"{name}（{commit[:8]}{here}）"
    return Side(words, {"revision": name, "commit": commit})
