"""When an act became known (更新时间), and the order of a feed: newest first."""

from collections.abc import Iterable
from datetime import date, datetime, time
from heapq import nlargest

from generator.export.identifiers import Facts, Identifiers
from generator.history.changes import Entry
from generator.history.interpret import CHINA
from generator.model.fields import text_of

MOST = 50
"""Entries in one feed; older ones are on the pages."""

NEVER = datetime(1970, 1, 1, tzinfo=CHINA)
"""Stands in a feed of which nothing is known yet: Atom asks for a time."""

Order = tuple[datetime, date, Facts]


def updated(entry: Entry) -> datetime:
    """When an act was recorded, else published, else took effect (midnight in China).

    A commit's time keeps its zone.
    """
    if entry.recorded:
        return entry.recorded.time
    published = text_of(entry.version.header, "published") if entry.version else ""
    day = date.fromisoformat(published) if published else entry.day
    return datetime.combine(day, time(), CHINA)


def order(names: Identifiers, entry: Entry) -> Order:
    """The place of an act among others, which does not depend on those."""
    return updated(entry), entry.day, names.facts(entry)


def newest(names: Identifiers, entries: Iterable[Entry]) -> list[Entry]:
    """The newest acts, newest first, each once.

    An edit that no commit holds yet has no lasting day, and is left out.
    """
    acts = {names.facts(entry): entry for entry in entries if is_dated(entry)}
    return nlargest(MOST, acts.values(), key=lambda entry: order(names, entry))


def is_dated(entry: Entry) -> bool:
    """Tell what a file or a commit dates from what only lies in a work tree today."""
    edited = entry.in_place and entry.recorded is None
    return not (edited and any(change.fields for change in entry.changes))
