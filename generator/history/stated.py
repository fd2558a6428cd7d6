"""What the files themselves say of the past: corrections, and who took over from whom."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.history.changes import (
    ChangeKind,
    Commit,
    Entry,
    ItemChange,
    OfficeChange,
    Recorded,
    Source,
)
from generator.history.interpret import day_of, title_of
from generator.model.fields import records_of, text_of
from generator.model.lists import STANDARD, ListKey, Version
from generator.model.office import Office
from generator.resolution.resolve import Resolved


def stated_corrections(
    resolved: Resolved, key: ListKey, edits: Iterable[Entry]
) -> Iterator[Entry]:
    """Yield corrections that a version states and git does not show: without old text."""
    shown = {
        (edit.path, change.item, change.note)
        for edit in edits
        for change in edit.changes
        if isinstance(change, ItemChange) and change.kind is ChangeKind.CORRECTED
    }
    for version in resolved.catalog.lists.get(key, ()):
        for one in records_of(version.header, "corrections"):
            item, reason = text_of(one, "item"), text_of(one, "reason")
            day = text_of(one, "on")
            if day and (version.path, item, reason) not in shown:
                yield _correction(resolved, version, item, reason, day)


def _correction(
    resolved: Resolved, version: Version, item: str, reason: str, day: str
) -> Entry:
    key = version.key
    title = title_of(resolved, key, item)
    change = ItemChange(ChangeKind.CORRECTED, key, item, title, note=reason)
    return Entry(
        source=Source.STANDARD if key.owner == STANDARD else Source.LIST,
        owner=key.owner,
        key=key,
        path=version.path,
        day=date.fromisoformat(day),
        title=title_of(resolved, key, ""),
        effective=version.effective,
        in_place=True,
        changes=(change,),
    )


def successions(
    office: Office, recorded: Recorded, edits: list[Entry]
) -> Iterator[Entry]:
    """Yield everything that happened to an office file, who took over on its own day.

    Without a day in the file (`since`) it is the day on which git recorded it; without
    git there is then no entry at all.
    """
    path = f"content/offices/{office.id}.yml"
    commit = recorded.added.get(path)
    seen: set[str] = set()
    for edit in edits:
        moved = [c for c in edit.changes if _is_succession(c)]
        others = {o for c in moved if isinstance(c, OfficeChange) for o in c.others}
        seen |= others
        if moved and office.since and others <= set(office.succeeds):
            rest = tuple(c for c in edit.changes if c not in moved)
            yield _succession(office, path, office.since, edit.recorded, moved[0])
            if rest:
                yield replace(edit, changes=rest)
        else:
            yield edit
    left = tuple(o for o in office.succeeds if o not in seen)
    day = office.since or (day_of(commit) if commit else None)
    if left and day:
        change = OfficeChange(ChangeKind.MOVED, office.id, office.name, others=left)
        yield _succession(office, path, day, commit, change)


def _is_succession(change: ItemChange | OfficeChange) -> bool:
    return isinstance(change, OfficeChange) and change.kind is ChangeKind.MOVED


def _succession(
    office: Office,
    path: str,
    day: date,
    commit: Commit | None,
    change: ItemChange | OfficeChange,
) -> Entry:
    return Entry(
        source=Source.OFFICE,
        owner=office.id,
        key=None,
        path=path,
        day=day,
        title=office.name,
        effective=office.since,
        recorded=commit,
        changes=(change,),
    )
