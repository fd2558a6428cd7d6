"""Comparing two texts of a file, cut into blocks and parsed whole alike."""

from generator.history.changes import PartDifference
from generator.history.differences import Difference, State, difference
from generator.loading.renames import FileSort

LIST, OFFICE = FileSort.LIST, FileSort.OFFICE
HEAD = "list: services\neffective: 2025-01-01\n"
ITEMS = HEAD + "items:\n  - id: a\n    title: 甲\n  - id: b\n    title: 乙\n"
WHOLE = "#\t\n"
"""A comment with a tab makes a file one that is parsed whole."""


def differ(old: str, new: str, sort: FileSort = LIST) -> Difference:
    """Compare two texts, and hold the result to that of parsing both files whole."""
    found = difference(State(old.encode(), sort), State(new.encode(), sort), {})
    was, now = (State((text + WHOLE).encode(), sort) for text in (old, new))
    assert found == difference(was, now, {})
    return found


def parts(old: str, new: str, sort: FileSort = LIST) -> list[PartDifference]:
    """Compare two readable texts."""
    found = differ(old, new, sort)
    assert found.is_known
    return list(found.parts)
