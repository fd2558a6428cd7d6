"""Edits of a version file after it was recorded: corrections, or edits in place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.history.changes import (
    ChangeKind,
    FieldChange,
    FileEdit,
    ItemChange,
    PartDifference,
)
from generator.history.compare import compare_fields
from generator.history.publishable import publishable, redacted
from generator.model.fields import Nature, Record, Value, records_of, text_of
from generator.model.kinds import Kind
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.model.records import CHANGE_VERBS

SILENT = frozenset({"list", "formerly", "corrections", "confirm"})
"""Keys of a heading that say something about the file, not about the list."""

CAUSE = "change-"
"""Begins the names of what an amendment says around an item: `change-reason`."""

FILE = "file"
"""The name of the change by which a version file is deleted or comes back."""

Fields = Mapping[str, Value]
TitleOf = Callable[[ListKey, str], str]


@dataclass(frozen=True, slots=True)
class VersionFile:
    """What is known of the file that an edit changed; `day` is the day of the edit.

    `effective` is the day of the version, the earlier one where the edit changed it.
    """

    key: ListKey
    effective: date
    day: date
    kind: Kind | None
    office: Office | None
    title_of: TitleOf

    @property
    def in_force(self) -> bool:
        """Tell whether the version was in force when it was edited."""
        return self.effective <= self.day


def list_changes(edit: FileEdit, file: VersionFile) -> Iterator[ItemChange]:
    """Yield what an edit of a version file changed; contact is a correction."""
    if not edit.new_path or not edit.old_path:
        was, now = (None, file.effective) if edit.new_path else (file.effective, None)
        yield _change(file, "", (FieldChange(FILE, _text(was), _text(now)),), {})
        return
    corrected = _corrections(edit)
    for part in edit.parts:
        fields = tuple(_fields(part))
        if fields:
            item = "" if part.section == "head" else part.id
            yield _change(file, item, publishable(file.office, fields), corrected)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _corrections(edit: FileEdit) -> dict[str, str]:
    """The corrections that the edit itself adds to the heading: reason by item."""
    for part in edit.parts:
        if part.section == "head":
            known = records_of(part.old or {}, "corrections")
            return {
                text_of(one, "item"): text_of(one, "reason")
                for one in records_of(part.new or {}, "corrections")
                if one not in known
            }
    return {}


def _fields(part: PartDifference) -> Iterator[FieldChange]:
    old, new = part.old or {}, part.new or {}
    if part.section == "changes":
        old, new = _flat(old), _flat(new)
    for change in redacted(compare_fields(old, new)):
        if part.section != "head" or change.name not in SILENT:
            yield change


def _flat(change: Fields) -> dict[str, Value]:
    """Lay the item of an amendment's change and what stands around it side by side."""
    verb = next((verb for verb in CHANGE_VERBS if verb in change), "")
    body = change.get("add" if verb == "add" else "set")
    flat: dict[str, Value] = dict(body) if isinstance(body, Record) else {}
    if verb:
        flat[f"{CAUSE}verb"] = verb
    around = {"reason", "note", "successor"} & set(change)
    flat |= {f"{CAUSE}{name}": change[name] for name in sorted(around)}
    return flat


def _change(
    file: VersionFile,
    item: str,
    fields: tuple[FieldChange, ...],
    corrected: Mapping[str, str],
) -> ItemChange:
    kind = ChangeKind.EDITED
    if not file.in_force:
        kind = ChangeKind.REDRAFTED
    elif item in corrected or all(_is_contact(file.kind, f.name) for f in fields):
        kind = ChangeKind.CORRECTED
    return ItemChange(
        kind,
        file.key,
        item,
        file.title_of(file.key, item),
        fields,
        note=corrected.get(item, ""),
    )


def _is_contact(kind: Kind | None, name: str) -> bool:
    field = kind.fields.get(name) if kind else None
    return field is not None and field.nature is Nature.CONTACT
