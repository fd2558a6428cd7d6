"""What lies between two days, or between two content trees.

The same records as on the timelines: `qingdan diff` and the gate word or judge them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.history.changes import (
    NOT_RECORDED,
    ChangeKind,
    Entry,
    FileEdit,
    OfficeChange,
    Source,
)
from generator.history.interpret import interpret, place_of
from generator.history.joining import reached, versions
from generator.history.net import Span, net_changes, settle_moves
from generator.history.stated import successions
from generator.history.timelines import in_order
from generator.model.lists import STANDARD
from generator.model.office import Office
from generator.resolution.resolve import Resolved
from generator.resolution.state import in_force


def between_trees(
    edits: Iterable[FileEdit], resolved: Resolved, today: date
) -> list[Entry]:
    """Say what edits that lead to a resolved tree do: new versions, then the rest.

    A version that is new is told by what it changes on its day.
    """
    known = tuple(edits)
    new = {edit.path for edit in known if not edit.old_path}
    effective = [
        replace(entry, touched=reached(resolved, entry))
        for key, entries in versions(resolved).items()
        for entry in entries
        if entry.path in new and (entry.version and entry.version.key == key)
    ]
    in_place = [
        one
        for entry in interpret((e for e in known if e.path not in new), resolved, today)
        for one in _dated(entry, resolved)
    ]
    offices = (
        entry
        for path in sorted(new)
        if (place := place_of(path)) and place.key is None
        if (office := resolved.catalog.offices.get(place.owner))
        for entry in _new_office(office, path, today)
    )
    return [*in_order(effective), *in_place, *offices]


def between_days(resolved: Resolved, first: date, last: date) -> list[Entry]:
    """Say how every office's list differs between two days, item by item.

    An entry a list that differs; its version is the last of those between the days.
    A list that began between them is told by its number of items and what moved in.
    """
    spans = {
        key: Span(in_force(moments, first), after, inside)
        for key, entries in versions(resolved).items()
        if key.owner != STANDARD
        if (inside := tuple(e for e in entries if first < e.day <= last))
        if (after := in_force(moments := resolved.lists[key], last))
    }
    nets = {key: net_changes(span.entries) for key, span in spans.items()}
    settled = settle_moves(spans, nets)
    return [
        replace(
            span.entries[-1],
            before=span.before.day if span.before else None,
            total=len(span.after.items),
            changes=settled[key],
        )
        for key, span in spans.items()
        if settled[key] or span.before is None
    ]


def _dated(entry: Entry, resolved: Resolved) -> Iterator[Entry]:
    """Tell who took over on the day that the office's file says."""
    office = resolved.catalog.offices.get(entry.owner)
    if entry.key or office is None or office.since is None:
        yield entry
        return
    # What was said before this edit is not told again.
    changes = (c for c in entry.changes if isinstance(c, OfficeChange))
    others = tuple(other for change in changes for other in change.others)
    yield from successions(replace(office, succeeds=others), NOT_RECORDED, [entry])


def _new_office(office: Office, path: str, today: date) -> Iterator[Entry]:
    """Yield a new office's entry: who it took over from, or that it is new."""
    if office.succeeds:
        dated = replace(office, since=office.since or today)
        yield from successions(dated, NOT_RECORDED, [])
        return
    added = OfficeChange(ChangeKind.ADDED, office.id, office.name)
    yield Entry(
        source=Source.OFFICE,
        owner=office.id,
        key=None,
        path=path,
        day=today,
        title=office.name,
        in_place=True,
        changes=(added,),
    )
