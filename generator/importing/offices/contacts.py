"""Rows of contacts (联系方式) into an office file: units, phones, places, posts, hours."""

import re

from generator.importing.alike import digits_of
from generator.importing.ids import new_ids
from generator.importing.known import NOTHING_KNOWN
from generator.importing.offices.contact_hours import hours_note, put_hours
from generator.importing.offices.contact_phones import (
    put_phones,
    put_supervision,
    row_phones,
)
from generator.importing.offices.contact_posts import put_backup, put_post
from generator.importing.offices.contact_rows import ContactRow
from generator.importing.offices.draft import Draft, records, text_at
from generator.importing.offices.streets import bare
from generator.importing.offices.tree import Path
from generator.importing.offices.unit_match import match_unit
from generator.model.records import UNIT_TYPES
from generator.understanding.understood import CellPlace, Plain

_LABELS = {"postcode": "邮政编码", "email": "邮箱", "duty": "职责"}
_TYPES = {
    "内设机构": "office",
    "中心": "center",
    "委员会": "committee",
    "平台": "platform",
    "派驻机构": "dispatched",
    "站点": "station",
    "社区站点": "station",
}
_MOST = 1000
_SPLIT = re.compile(r"[、，,;；\n]+")


def put_contacts(
    draft: Draft, rows: list[ContactRow], names: set[str], *, is_whole: bool
) -> None:
    """Put the rows of one office into its draft.

    `names` are the office's own names, folded. `is_whole` tells a table that states
    everything there is, such as our own export: there an empty cell takes away.
    """
    others = _claimed(draft, rows, names)
    for row in rows:
        name = row.text("name")
        if not name and not row.text("id"):
            draft.remark(
                row.place("name"), "这一行没有机构名称，没有录入。", "请填写机构名称。"
            )
        elif is_own_row(row, names):
            _put_office(draft, row, is_whole=is_whole)
        else:
            _put_unit(draft, row, names, others, is_whole=is_whole)
    for row in rows:
        if row.text("backup"):
            units = records(draft.plain.get("units"))
            index = match_unit(units, row.text("name"), row.text("id"), names).index
            if index >= 0:
                put_backup(draft, ("units", index), row, text_at(units[index], "name"))


def _claimed(draft: Draft, rows: list[ContactRow], names: set[str]) -> frozenset[int]:
    """Indices of the units that a row names exactly, and of all that will be new."""
    units = records(draft.plain.get("units"))
    found = (match_unit(units, r.text("name"), r.text("id"), names).index for r in rows)
    return frozenset([*found, *range(len(units), len(units) + len(rows))])


def is_own_row(row: ContactRow, names: set[str]) -> bool:
    """Tell a row about the street office itself."""
    return bare(row.text("id") or row.text("name")) in names


def _put_office(draft: Draft, row: ContactRow, *, is_whole: bool) -> None:
    name = text_at(draft.plain, "name")
    for column, field, what in (
        ("place", "address", "地址"),
        ("postcode", "postcode", "邮政编码"),
        ("email", "email", "公务邮箱"),
        ("note", "note", "备注"),
    ):
        put_text(draft, (field,), row, column, f"{name}的{what}", is_whole=is_whole)
    if row.text("hours"):
        put_hours(draft, row, f"{name}的办公时间", is_whole=is_whole)
    phones = row_phones(draft, row)
    watch = [phone for phone in phones if phone.kind == "监督"]
    if watch:
        put_supervision(draft, watch[0], f"{name}的", is_whole=is_whole)
    known = {
        digits_of(text_at(phone, "number"))
        for unit in records(draft.plain.get("units"))
        for phone in records(unit.get("phones"))
    }
    others = [p for p in phones if p not in watch[:1] and p.digits not in known]
    if others:
        way = _unit_way(draft, row, set(), frozenset(range(_MOST)))
        whose = f"{row.text('name')}的"
        put_phones(draft, (*way, "phones"), whose, others, row, is_whole=False)
        draft.remark(
            others[0].place,
            f"街道自己只有监督电话一栏，{others[0].number} 写在同名的机构“{row.text('name')}”下面。",
            "是某个科室的电话的，请在表格里把单位改成科室名称。",
        )


def _put_unit(
    draft: Draft,
    row: ContactRow,
    names: set[str],
    others: frozenset[int],
    *,
    is_whole: bool,
) -> None:
    way = _unit_way(draft, row, names, others)
    if not way:
        return
    name = text_at(_record(draft, way), "name")
    for field, what in (("place", "办公地点"), ("note", "备注")):
        put_text(draft, (*way, field), row, field, f"{name}的{what}", is_whole=is_whole)
    for field, what in (("nameplates", "挂牌"), ("formerly", "原名")):
        if row.text(field):
            words: list[Plain] = [w for w in _SPLIT.split(row.text(field)) if w]
            draft.put((*way, field), words, row.place(field), f"{name}的{what}")
        elif is_whole and row.is_emptied(field):
            draft.drop((*way, field), row.place(field), f"{name}的{what}")
    _put_type(draft, way, row, name)
    _put_asides(draft, way, row, name)
    put_phones(
        draft,
        (*way, "phones"),
        f"{name}的",
        row_phones(draft, row),
        row,
        is_whole=is_whole,
    )
    put_post(draft, way, row, name, is_whole=is_whole)


def put_text(
    draft: Draft, path: Path, row: ContactRow, column: str, what: str, *, is_whole: bool
) -> None:
    """Set a text field; an empty cell takes it away only from a whole table."""
    if row.text(column):
        text = " ".join(row.text(column).split("\n"))
        draft.put(path, text, row.place(column), what)
    elif is_whole and row.is_emptied(column) and path not in draft.seen:
        draft.drop(path, row.place(column), what)


def _put_type(draft: Draft, way: Path, row: ContactRow, name: str) -> None:
    said = row.text("type")
    if not said:
        return
    kind = _TYPES.get(said, said)
    if kind in UNIT_TYPES:
        draft.put((*way, "type"), kind, row.place("type"), f"{name}的机构类型")
    else:
        draft.remark(
            row.place("type"),
            f"机构类型“{said}”不是规定的几种，没有写进文件。",
            f"可以写：{'、'.join(_TYPES)}。",
        )


def _put_asides(draft: Draft, way: Path, row: ContactRow, name: str) -> None:
    """Keep in the note what a unit has no field for."""
    said = [
        (field, f"{label}：{row.text(field)}")
        for field, label in _LABELS.items()
        if row.text(field)
    ]
    if row.text("hours") and (note := hours_note(draft, row)):
        said.append(("hours", note))
    for field, text in said:
        before = text_at(_record(draft, way), "note")
        line = " ".join(text.split("\n"))
        if line in before:
            continue
        joined = f"{before}；{line}" if before else line
        draft.seen.pop((*way, "note"), None)
        draft.put((*way, "note"), joined, row.place(field), f"{name}的备注")
        draft.remark(
            row.place(field), f"机构没有“{text.split('：')[0]}”这一栏，写进了备注。"
        )


def _unit_way(
    draft: Draft, row: ContactRow, names: set[str], others: frozenset[int]
) -> Path:
    """Find the row's unit or make it; no way where it is not sure which is meant."""
    units = records(draft.plain.get("units"))
    name, place = row.text("name"), row.place("name")
    found = match_unit(units, name, row.text("id"), names, others)
    if found.index >= 0:
        way: Path = ("units", found.index)
        if name and not found.by_plate and row.text("id"):
            draft.put((*way, "name"), name, place, "机构名称")
        else:
            draft.seen.setdefault((*way, "name"), place)
        return way
    if found.near:
        draft.remark(
            place,
            f"文件里没有“{name}”，有相近的“{found.near}”，不知道是不是同一个机构，这一行没有录入。",
            "是同一个的，请把表格里的名称改成一样；不是的，请先在街道文件的 units 里加上它。",
        )
        return ()
    taken = [text_at(unit, "id") for unit in units]
    entry: dict[str, Plain] = {
        "id": new_ids([name], taken, NOTHING_KNOWN)[0],
        "name": name,
    }
    return draft.append(("units",), entry, place, "机构")


def _record(draft: Draft, way: Path) -> dict[str, Plain]:
    value = draft.at(way)
    return value if isinstance(value, dict) else {}


def say_absent(draft: Draft, place: CellPlace) -> None:
    """Say which units of the file the table does not have; they stay."""
    units = records(draft.plain.get("units"))
    touched = {path[1] for path in draft.seen if path[:1] == ("units",) and path[1:]}
    missing = [
        text_at(unit, "name") for i, unit in enumerate(units) if i not in touched
    ]
    if missing and touched:
        draft.remark(
            place,
            f"街道文件里有、表格里没有的机构：{'、'.join(missing)}；都保留。",
            "确实撤销了的，请在街道文件里删去那个机构（从它的短横线到下一个短横线之前）。",
        )
