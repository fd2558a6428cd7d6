"""Where a problem of the gate stands in the new files, and how items are named."""

from collections.abc import Sequence

from generator.history.changes import ItemChange
from generator.model.fields import Record, text_of
from generator.model.lists import Version
from generator.problems import Place, Problem

NAMED = 3
"""Items that a sentence names; the rest is counted."""

Spot = tuple[Place, int]
"""A place, and how many characters of it are underlined; 0 for the whole file."""


def problem(spot: Spot, rule: str, sentence: str, cure: str) -> Problem:
    """A problem at a spot."""
    return Problem(spot[0], rule, sentence, cure, width=spot[1])


def whole_file(path: str) -> Spot:
    """The spot of a file or folder as a whole."""
    return Place(path, 1, 1), 0


def spot_of(version: Version, item: str, field: str = "") -> Spot:
    """Find an item, or one of its fields, in a version; without an item its heading.

    What is not there is looked for at the whole file.
    """
    if not item:
        return _at(version.header, field) or whole_file(version.path)
    for record in version.items or ():
        if text_of(record, "id") == item:
            return _at(record, field) or _at(record, "id") or whole_file(version.path)
    for change in version.changes:
        if change.item == item:
            return _at(change.fields, field) or (change.place, len(item))
    return whole_file(version.path)


def _at(record: Record, field: str) -> Spot | None:
    if field not in record:
        return None
    value = record[field]
    return record.place(field), len(value) if isinstance(value, str) else 1


def name_items(changes: Sequence[ItemChange]) -> str:
    """Name some items by their titles, and count the rest."""
    return some([f"“{change.title or change.item}”" for change in changes])


def some(names: Sequence[str]) -> str:
    """Name the first of many, and count them."""
    named = "、".join(names[:NAMED])
    return f"{named} 等 {len(names)} 项" if len(names) > NAMED else named


def listed(texts: Sequence[str]) -> str:
    """Join words as a Chinese sentence does, the last two by 和."""
    if len(texts) < NAMED:
        return "和".join(texts)
    return "、".join(texts[:-1]) + f"和{texts[-1]}"
