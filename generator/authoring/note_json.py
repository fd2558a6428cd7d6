"""A comparison as JSON (供程序读取), for programs that go on with it.

`format` is 1 and rises when a key changes its meaning or goes. Shape:

    {"format": 1, "today": DAY, "old": SIDE, "new": SIDE, "summary": TEXT,
     "counts": {KIND or KIND-in-place, "first" or "succeeded": NUMBER}, "warnings": [TEXT],
     "entries": [ENTRY]}

SIDE is {"day": DAY}, {"revision": NAME, "commit": ID} or {"working": true}.
ENTRY is one act: {"source": "list" | "standard" | "office", "owner", "list":
OWNER/LIST or null, "title", "path", "day", "effective", "in_place", "announced",
"first", "compared_with": DAY or null, "total", "version", "published", "document":
{"number", "title", "issuer", "url"} or null, "approvals": [{"by", "document"}],
"touched": [OFFICE], "versions": [{"day", "path"}] that it joins, "recorded":
{"commit", "time", "backwards"} or null, "changes": [CHANGE]}.

CHANGE always has {"kind", "label", "title", "fields": [{"name", "label", "old",
"new"}]}; kinds are added, withdrawn, revised, moved, corrected, edited, redrafted. On a
list also {"list", "item": ID or "" for the heading, "source", "reason", "note",
"successor", "declined", "moved_from", "moved_to"}; in an office file {"office", "unit",
"post", "community", "took_over": [OFFICE]}. `old` and `new` are what the files say, null
where they say nothing; the name of a person that is not published is "".
"""

import json
from datetime import date

from generator.authoring.cautions import warnings
from generator.authoring.comparison import Comparison, steps, sums, total
from generator.authoring.told_changes import kind_of
from generator.history.changes import Commit, Entry, ItemChange, OfficeChange
from generator.model.fields import records_of, text_of
from generator.site_model.plan import Plan
from generator.site_model.value_words import (
    Declared,
    field_label,
    fields_of_heading,
    fields_of_item,
    fields_of_office,
)

FORMAT = 1
Shown = dict[str, object]


def as_json(comparison: Comparison) -> str:
    """One JSON object, in the shape that the module describes."""
    plan = comparison.plan
    return written(
        {
            "format": FORMAT,
            "today": plan.today.isoformat(),
            "old": comparison.old.facts,
            "new": comparison.new.facts,
            "summary": total(comparison),
            "counts": sums(comparison),
            "warnings": list(warnings(comparison)),
            "entries": [entry_shown(plan, entry) for entry in comparison.entries],
        }
    )


def written(value: Shown) -> str:
    """Write a value as people can read it too."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def entry_shown(plan: Plan, entry: Entry) -> Shown:
    """One act as a JSON object."""
    header = entry.version.header if entry.version else {}
    document = header.get("document")
    parts = ("number", "title", "issuer", "url")
    return {
        "source": entry.source.value,
        "owner": entry.owner,
        "list": str(entry.key) if entry.key else None,
        "title": entry.title,
        "path": entry.path,
        "day": entry.day.isoformat(),
        "effective": _day(entry.effective),
        "in_place": entry.in_place,
        "announced": not entry.in_place and entry.day > plan.today,
        "first": entry.is_first,
        "compared_with": _day(entry.before),
        "total": entry.total,
        "version": text_of(header, "version"),
        "published": text_of(header, "published") or None,
        "document": {part: text_of(document, part) for part in parts}
        if isinstance(document, dict)
        else None,
        "approvals": [
            {part: text_of(one, part) for part in ("by", "document")}
            for one in records_of(header, "approvals")
        ],
        "touched": list(entry.touched),
        "recorded": _recorded(entry.recorded),
        "versions": [{"day": _day(s.day), "path": s.path} for s in steps(plan, entry)],
        "changes": [_change(plan, change) for change in entry.changes],
    }


def _change(plan: Plan, change: ItemChange | OfficeChange) -> Shown:
    if isinstance(change, OfficeChange):
        return _office_change(plan, change)
    other = str(change.other) if change.other else None
    kind = kind_of(plan, change.list)
    declared = fields_of_item(kind) if change.item else fields_of_heading()
    return {
        "kind": change.kind.value,
        "label": plan.phrases[f"change-{change.kind.value}"],
        "list": str(change.list),
        "item": change.item,
        "title": change.title,
        "source": change.source.value,
        "reason": change.reason,
        "note": change.note,
        "successor": change.successor,
        "declined": change.declined,
        "moved_from": other if change.arrived else None,
        "moved_to": None if change.arrived else other,
        "fields": _fields(plan, declared, change),
    }


def _office_change(plan: Plan, change: OfficeChange) -> Shown:
    part = bool(change.unit or change.post or change.community)
    declared = fields_of_office(part=part)
    return {
        "kind": change.kind.value,
        "label": plan.phrases[f"change-{change.kind.value}"],
        "title": change.name,
        "office": change.office,
        "unit": change.unit,
        "post": change.post,
        "community": change.community,
        "took_over": list(change.others),
        "fields": _fields(plan, declared, change),
    }


def _fields(
    plan: Plan, declared: Declared, change: ItemChange | OfficeChange
) -> list[Shown]:
    return [
        {
            "name": field.name,
            "label": field_label(plan, declared, field.name),
            "old": field.old,
            "new": field.new,
        }
        for field in change.fields
    ]


def _recorded(commit: Commit | None) -> Shown | None:
    if commit is None:
        return None
    return {
        "commit": commit.id,
        "time": commit.time.isoformat(),
        "backwards": commit.backwards,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
