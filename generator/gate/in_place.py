"""A version in force stays as it is, unless the edit is said to be a correction."""

from collections.abc import Iterator
from functools import partial

from generator.gate.proposal import Proposal, by_path
from generator.gate.wording import problem, spot_of
from generator.history.changes import ChangeKind, FieldChange, FileEdit, ItemChange
from generator.history.interpret import title_of
from generator.history.list_edits import CAUSE, VersionFile, list_changes
from generator.model.kinds import Kind
from generator.model.lists import ListKey, Version
from generator.model.records import CHANGE, HEADER
from generator.problems import Problem

_AROUND = {f"{CAUSE}{field.name}": field.label for field in CHANGE} | {
    f"{CAUSE}verb": "改动方式"
}
_HEADING = {field.name: field.label for field in HEADER}

_SHOWN = 30
"""Characters of an old text that a sentence quotes."""


def versions_in_force_stay(proposal: Proposal) -> Iterator[Problem]:
    """What a version said while in force changes only as a stated correction (更正)."""
    known, versions = by_path(proposal.old), by_path(proposal.new)
    for edit in proposal.edits:
        was, now = known.get(edit.old_path), versions.get(edit.new_path)
        # What cannot be read has its own message.
        if was is None or now is None or was.effective > proposal.today:
            continue
        kind = proposal.old.catalog.kind_of(was.key)
        file = VersionFile(
            now.key,
            was.effective,
            proposal.today,
            kind,
            proposal.new.catalog.offices.get(now.key.owner),
            partial(_title, proposal, was),
        )
        for change in list_changes(edit, file):
            if change.kind is ChangeKind.EDITED:
                yield _edited(change, edit, was, now, kind)


def _title(proposal: Proposal, was: Version, key: ListKey, item: str) -> str:
    """The title of an item as it was; of one that was not there, as it is now."""
    title = title_of(proposal.old, was.key, item)
    return title_of(proposal.new, key, item) if title == item else title


def _edited(
    change: ItemChange, edit: FileEdit, was: Version, now: Version, kind: Kind | None
) -> Problem:
    act = _came_or_went(change, edit)
    said = f"却{act}事项“{change.title}”" if act else _revised(change, kind)
    return problem(
        spot_of(now, change.item, "" if act else change.fields[0].name),
        "in-force-edited",
        f"这一版 {was.effective} 已经施行，{said}。",
        _cure(change.item, now),
    )


def _came_or_went(change: ItemChange, edit: FileEdit) -> str:
    """Say that a whole item came in or went out; nothing where it was revised."""
    parts = [p for p in edit.parts if p.section != "head" and p.id == change.item]
    if parts and all(part.old is None for part in parts):
        return "又加进了"
    if parts and all(part.new is None for part in parts):
        return "删去了"
    return ""


def _revised(change: ItemChange, kind: Kind | None) -> str:
    """Name the fields that differ; of a single text say what it was."""
    own = {f.name: f.label for f in kind.fields.values()} if kind else {}
    labels = own | _AROUND if change.item else _HEADING
    named = "、".join(labels.get(f.name, f.name) for f in change.fields)
    whose = f"事项“{change.title}”的" if change.item else ""
    was = _text(change.fields[0]) if len(change.fields) == 1 else ""
    return f"{whose}{named}却改了" + (f"，原来是“{was}”" if was else "")


def _text(field: FieldChange) -> str:
    old = field.old if isinstance(field.old, str) else ""
    return old if len(old) <= _SHOWN else f"{old[:_SHOWN]}…"


def _cure(item: str, now: Version) -> str:
    named = f"事项编号（item: {item}）、" if item else ""
    return (
        "若是规定变了，请恢复这个文件，另建一版写明改动"
        f"（qingdan new amendment {now.key} --effective 施行日期）。"
        "若只是改正错字、漏字，请在文件开头的更正（corrections）里写明"
        f"{named}日期（on）和说明（reason）。"
    )
