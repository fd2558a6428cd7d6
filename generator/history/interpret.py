"""What edits of files mean: entries of timelines, with the kind of every change.

Edits that belong together, such as the renaming of a whole folder, are one change.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta, timezone
from itertools import groupby

from generator.history.changes import (
    ChangeKind,
    Commit,
    Entry,
    FileEdit,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.history.list_edits import VersionFile, list_changes
from generator.history.office_edits import office_changes
from generator.model.fields import text_of
from generator.model.lists import STANDARD, ListKey
from generator.resolution.resolve import Resolved

CHINA = timezone(timedelta(hours=8))

_VERSION = re.compile(r"content/lists/([^/]+)/([^/]+)/(\d{4}-\d{2}-\d{2})\.yml")
_OFFICE = re.compile(r"content/offices/([^/]+)\.yml")


@dataclass(frozen=True, slots=True)
class Place:
    """Whose file a path is: an office's, or a version of a list."""

    owner: str
    key: ListKey | None
    effective: date | None


Folders = tuple[Place, Place]


def place_of(path: str) -> Place | None:
    """Read a path as what it names; None where it is neither list nor office."""
    office, version = _OFFICE.fullmatch(path), _VERSION.fullmatch(path)
    if office:
        return Place(office[1], None, None)
    if not version:
        return None
    try:
        effective = date.fromisoformat(version[3])
    except ValueError:
        return None
    return Place(version[1], ListKey(version[1], version[2]), effective)


def day_of(commit: Commit) -> date:
    """The day of a commit in China, whatever zone it was made in."""
    return commit.time.astimezone(CHINA).date()


def interpret(
    edits: Iterable[FileEdit], resolved: Resolved, today: date
) -> Iterator[Entry]:
    """Yield the entries of edits in their order; without a commit they are of today."""
    for commit, group in groupby(edits, lambda edit: edit.commit):
        day = day_of(commit) if commit else today
        yield from _act(list(group), commit, day, resolved)


def _act(
    edits: list[FileEdit], commit: Commit | None, day: date, resolved: Resolved
) -> Iterator[Entry]:
    """Yield what one commit did, a renamed folder first."""
    renamed: dict[str, str] = {}
    succeeded: dict[str, set[str]] = {}
    for edit in edits:
        old, new = place_of(edit.old_path), place_of(edit.new_path)
        if old and new and not new.key and old.owner != new.owner:
            renamed[old.owner] = new.owner
        for part in edit.parts if new and not new.key else ():
            others = (part.new or {}).get("succeeds")
            if part.section == "head" and isinstance(others, tuple) and new:
                succeeded.setdefault(new.owner, set()).update(map(str, others))
    for (before, after), paths in _folders(edits).items():
        known = renamed.get(before.owner) == after.owner
        if not known and before.owner not in succeeded.get(after.owner, set()):
            yield _folder_entry(before, after, paths[0], (commit, day), resolved)
    for edit in edits:
        yield from _entry(edit, commit, day, resolved)


def _folders(edits: Iterable[FileEdit]) -> dict[tuple[ListKey, ListKey], list[str]]:
    """The folders of lists that were renamed, with the paths of their files now."""
    folders: dict[tuple[ListKey, ListKey], list[str]] = {}
    for edit in edits:
        old, new = place_of(edit.old_path), place_of(edit.new_path)
        if old and new and old.key and new.key and old.key != new.key:
            folders.setdefault((old.key, new.key), []).append(edit.path)
    return folders


def _folder_entry(
    before: ListKey,
    after: ListKey,
    path: str,
    when: tuple[Commit | None, date],
    resolved: Resolved,
) -> Entry:
    title = title_of(resolved, after, "")
    change = ItemChange(ChangeKind.MOVED, after, "", title, other=before, arrived=True)
    return _in_place(Place(after.owner, after, None), path, when, title, (change,))


def _entry(
    edit: FileEdit, commit: Commit | None, day: date, resolved: Resolved
) -> Iterator[Entry]:
    place = place_of(edit.path)
    if place is None:
        return
    owner = resolved.catalog.offices.get(place.owner)
    changes: tuple[ItemChange | OfficeChange, ...]
    if place.key is None or place.effective is None:
        title = owner.name if owner else place.owner
        changes = tuple(office_changes(edit, place.owner, owner))
        renamed = place_of(edit.old_path)
        if renamed and edit.new_path and renamed.owner != place.owner:
            others = (renamed.owner,)
            moved = OfficeChange(ChangeKind.MOVED, place.owner, title, others=others)
            changes = (moved, *changes)
    else:
        title = title_of(resolved, place.key, "")
        was = place_of(edit.old_path)
        begun = was.effective if was and was.effective else place.effective
        file = VersionFile(
            place.key,
            min(begun, place.effective),
            day,
            resolved.catalog.kind_of(place.key),
            owner,
            lambda key, item: title_of(resolved, key, item),
        )
        changes = tuple(list_changes(edit, file))
    if changes:
        yield _in_place(place, edit.path, (commit, day), title, changes)


def _in_place(
    place: Place,
    path: str,
    when: tuple[Commit | None, date],
    title: str,
    changes: tuple[ItemChange | OfficeChange, ...],
) -> Entry:
    source = Source.STANDARD if place.owner == STANDARD else Source.LIST
    return Entry(
        source=source if place.key else Source.OFFICE,
        owner=place.owner,
        key=place.key,
        path=path,
        day=when[1],
        title=title,
        effective=place.effective,
        recorded=when[0],
        in_place=True,
        changes=changes,
    )


def title_of(resolved: Resolved, key: ListKey, item: str) -> str:
    """The last title of an item, or of a list where no item is named."""
    moments = resolved.lists.get(key) or resolved.standards.get(key, ())
    if not item:
        return moments[-1].title if moments else str(key)
    for moment in reversed(moments):
        if item in moment.items:
            return text_of(moment.items[item].fields, "title")
    return item


def with_recorded(entry: Entry, added: Mapping[str, Commit]) -> Entry:
    """Add to the entry of a version when its file was recorded."""
    commit = added.get(entry.path)
    return replace(entry, recorded=commit) if commit else entry
