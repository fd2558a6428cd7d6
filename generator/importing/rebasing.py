"""Edits of a table that was printed before the list changed again (改写到新的内容上)."""

from collections.abc import Iterator
from dataclasses import replace

from generator.importing.alike import fold_cell, plain_of, same_value
from generator.importing.list_changes import Added, ListChanges, Revised
from generator.importing.revising import Changed
from generator.importing.targets import Target, day_of
from generator.importing.telling import told_date
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.understanding.understood import CellPlace, Heading, Remark, Row


def made_from(
    resolved: Resolved, target: Target, heading: Heading
) -> ResolvedList | None:
    """The earlier state that a table was printed from, as its title and day say.

    None where it is the state in force on the target's day, or where nothing tells.
    """
    stated = day_of(heading)
    if stated is None or target.current is None:
        return None
    origin = resolved.on(target.key, stated)
    if origin is None or origin.day != stated or stated >= target.current.day:
        return None
    same_title = fold_cell(origin.title) == fold_cell(heading.title)
    return origin if same_title else None


def rebased(
    changes: ListChanges, origin: ResolvedList, current: ResolvedList, sheet: str
) -> ListChanges:
    """Keep what somebody edited in the table, on what the list says since then.

    An item that nobody touched in the table stays as it has become. Where both
    changed the same cell the table wins, and it is said.
    """
    remarks = [*changes.remarks]
    found = tuple(_found(changes, current, sheet, remarks))
    added = tuple(_added(changes, current, sheet, remarks))
    gone = (current.items.get(item.id) for item in changes.gone)
    return replace(
        changes,
        found=found,
        added=added,
        gone=tuple(item for item in gone if item),
        remarks=tuple(remarks),
        origin=origin.day,
    )


def _found(
    changes: ListChanges, current: ResolvedList, sheet: str, remarks: list[Remark]
) -> Iterator[Revised]:
    since = told_date(current.day.isoformat())
    for one in changes.found:
        now = current.items.get(one.item.id)
        if now is not None:
            fields = tuple(_kept(one, now, since, sheet, remarks))
            yield Revised(one.row, now, fields, one.how)
        elif one.fields:
            remarks.append(
                Remark(
                    _place(sheet, one.row),
                    f"这一项{since}起已经取消，这一行的改动没有写进去。",
                    "请核对；仍要办理的，请去掉它的编号，作为新增的事项再导入。",
                )
            )


def _kept(
    one: Revised, now: ResolvedItem, since: str, sheet: str, remarks: list[Remark]
) -> Iterator[Changed]:
    """The changed cells of a row that the list does not say already."""
    for changed in one.fields:
        name = changed.field.name
        before, today = (plain_of(item.fields.get(name)) for item in (one.item, now))
        if same_value(today, changed.value):
            continue
        if not same_value(before, today):
            remarks.append(
                Remark(
                    CellPlace(sheet, one.row.number, changed.heading),
                    f"这一栏{since}起已经改过，表格是照更早的内容改的；现在照表格写。",
                    "请核对以哪一个为准；不改的，请把这一格恢复原样再导入。",
                )
            )
        yield changed


def _added(
    changes: ListChanges, current: ResolvedList, sheet: str, remarks: list[Remark]
) -> Iterator[Added]:
    since = told_date(current.day.isoformat())
    for one in changes.added:
        if one.item not in current.items:
            yield one
            continue
        remarks.append(
            Remark(
                _place(sheet, one.row),
                f"“{one.title}”{since}起已经有了，没有再新增一次。",
                "请核对；内容要改的，请导出那一天的清单来改。",
            )
        )


def _place(sheet: str, row: Row) -> CellPlace:
    return CellPlace(sheet, row.number, row.headings.get("title", ""))
