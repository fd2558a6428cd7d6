"""The header of a new version: what the table's heading says, and what goes on (文件头)."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.authoring.yaml_text import Written
from generator.importing.alike import fold_cell, plain_of
from generator.importing.list_changes import ListChanges
from generator.importing.targets import Target
from generator.model.fields import Record, text_of
from generator.model.records import HEADER
from generator.understanding.understood import Understood

Header = dict[str, Written]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a list changes: one of REASONS, and a sentence where much of it goes."""

    reason: str
    confirm: str = ""


_GOES_ON = ("formerly", "applies_to")
"""What a new whole version takes over from the one before."""


def amendment_header(understood: Understood, target: Target, why: Why) -> Header:
    """The header of an amendment: its day, and its document where that is a new one."""
    made: Header = {
        "list": target.key.id,
        "effective": target.day.isoformat(),
        **_document(understood, target),
    }
    return _ordered(made | _confirmed(why))


def whole_header(
    understood: Understood,
    target: Target,
    changes: ListChanges,
    why: Why,
    title: str,
) -> Header:
    """The header of a whole version; `title` for a table that does not say."""
    heading, current = understood.heading, target.current
    kind = understood.kind.id if understood.kind else ""
    made: Header = {
        "list": target.key.id,
        "kind": kind,
        "title": heading.title or (current.title if current else title),
        "version": f"{target.day.year}年版",
        "effective": target.day.isoformat(),
        **_document(understood, target),
    }
    if heading.total.isdecimal():
        made["declared_total"] = int(heading.total)
    if current:
        made |= _adopting(target, changes, why.reason)
        before = current.whole.header if current.whole else {}
        made |= {n: plain_of(before[n]) for n in _GOES_ON if n in before}
    return _ordered(made | _confirmed(why))


def _confirmed(why: Why) -> Header:
    return {"confirm": why.confirm} if why.confirm else {}


def _adopting(target: Target, changes: ListChanges, reason: str) -> Header:
    """The standard list that goes on being adopted, and what of it is not."""
    current = target.current
    if current is None or current.standard is None:
        return {}
    declined = [{"id": d.id, "reason": d.reason} for d in current.declined]
    declined += [{"id": i.id, "reason": reason} for i in changes.gone if i.adopted]
    made: Header = {"based_on": str(current.standard)}
    return {**made, "declined": declined} if declined else made


def _document(understood: Understood, target: Target) -> Header:
    """Day of publication and document, unless they are those of the version in force.

    A table made from the list in force still carries its heading.
    """
    heading, current = understood.heading, target.current
    before = current.source.header if current else Record({})
    old = before.get("document")
    number = text_of(old, "number") if isinstance(old, Record) else ""
    if current and fold_cell(heading.document) == fold_cell(number):
        return {}
    document = {"number": heading.document, "issuer": heading.issuer}
    stated: Mapping[str, str] = {k: v for k, v in document.items() if v}
    made: Header = {}
    if heading.published:
        made["published"] = heading.published
    if heading.document:
        made["document"] = stated
    return made


def _ordered(header: Header) -> Header:
    names = [field.name for field in HEADER]
    return {name: header[name] for name in names if name in header}
