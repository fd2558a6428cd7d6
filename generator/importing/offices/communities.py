"""Rows of communities (社区、村) into an office file: matched by code, then by name."""

import re

from generator.importing.alike import fold_cell
from generator.importing.offices.community_names import same_name
from generator.importing.offices.contact_phones import is_same
from generator.importing.offices.contact_rows import (
    NOTHING,
    ContactRow,
    personal_remark,
)
from generator.importing.offices.draft import Draft, records, text_at
from generator.importing.offices.phone_cells import PhonesRead, read_phones
from generator.importing.offices.tree import Path
from generator.understanding.understood import Plain

_LIST: Path = ("communities",)
_SPLIT = re.compile(r"[、，,;；\n]+")
_CODE = re.compile(r"\d{12}")
_OFFICE_CODE = 9


def put_communities(draft: Draft, rows: list[ContactRow], *, is_whole: bool) -> None:
    """Put the rows of one office into its draft; `is_whole`: empty cells take away."""
    for row in rows:
        name = row.text("name")
        if not name:
            draft.remark(
                row.place("name"), "这一行没有社区名称，没有录入。", "请填写社区名称。"
            )
            continue
        code = _code(draft, row)
        index = _find(draft, name, code)
        if index is None:
            _say_unclear(draft, row, name)
        elif index < 0:
            entry = _entry(draft, row, name, code)
            draft.append(_LIST, entry, row.place("name"), "社区")
        else:
            _update(draft, (*_LIST, index), row, name, code, is_whole=is_whole)


def _code(draft: Draft, row: ContactRow) -> str:
    """A code of 12 digits; anything else is said."""
    text = fold_cell(row.text("code"))
    if not text:
        return ""
    office = text_at(draft.plain, "code")[:_OFFICE_CODE]
    if not _CODE.fullmatch(text):
        draft.remark(
            row.place("code"),
            f"社区代码“{text}”不是 12 位数字，没有录入。",
            "请对照国家统计局公布的代码；表格里请把这一列设成文本，免得末尾变成 0。",
        )
        return ""
    if office and not text.startswith(office):
        draft.remark(
            row.place("code"),
            f"社区代码 {text} 的前 9 位和街道的代码 {office} 不一样。",
            "请核对这个社区是不是这个街道的。",
        )
    return text


def _find(draft: Draft, name: str, code: str) -> int | None:
    """The index of the row's community, -1 for a new one, None where two would fit."""
    known = records(draft.plain.get("communities"))
    if code:
        same = [i for i, one in enumerate(known) if text_at(one, "code") == code]
        if same:
            return same[0]
    fitting = [
        i
        for i, one in enumerate(known)
        if same_name(name, text_at(one, "name")) and not (code and text_at(one, "code"))
    ]
    exact = [
        i for i in fitting if fold_cell(text_at(known[i], "name")) == fold_cell(name)
    ]
    if len(exact or fitting) > 1:
        return None
    return (exact or fitting or [-1])[0]


def _say_unclear(draft: Draft, row: ContactRow, name: str) -> None:
    draft.remark(
        row.place("name"),
        f"文件里有几个社区都像“{name}”，不知道是哪一个，没有录入。",
        "请在表格里写全称，或加一列社区代码。",
    )


def _entry(draft: Draft, row: ContactRow, name: str, code: str) -> dict[str, Plain]:
    values: dict[str, Plain] = {"code": code, "name": name, **_values(draft, row)}
    return {field: value for field, value in values.items() if value}


def _values(draft: Draft, row: ContactRow) -> dict[str, Plain]:
    """What a row says of its community, empty where it is silent."""
    return {
        "also": [word for word in _SPLIT.split(row.text("also")) if word],
        "address": _line(row, "address"),
        "phone": _phone(draft, row),
        "grids": _grids(draft, row),
        "note": _note(row),
    }


def _update(
    draft: Draft, way: Path, row: ContactRow, name: str, code: str, *, is_whole: bool
) -> None:
    one = draft.at(way)
    old = text_at(one, "name") if isinstance(one, dict) else ""
    if code:
        draft.put((*way, "code"), code, row.place("code"), f"{old}的代码")
    stated = old if same_name(name, old) and not is_whole else name
    draft.put((*way, "name"), stated, row.place("name"), "社区名称")
    values = _values(draft, row)
    for field, label in _LABELS.items():
        value = values[field]
        path = (*way, field)
        before = draft.at(path)
        if field == "phone" and isinstance(before, str) and isinstance(value, str):
            value = before if is_same(before, value) else value
        if value and not (field == "note" and _holds(before, value)):
            draft.put(path, value, row.place(field), f"{old}的{label}")
        elif not value and is_whole and row.is_emptied(field):
            draft.drop(path, row.place(field), f"{old}的{label}")


_LABELS = {
    "also": "别名",
    "address": "地址",
    "phone": "电话",
    "grids": "网格数",
    "note": "备注",
}


def _holds(before: Plain, value: Plain) -> bool:
    return isinstance(before, str) and isinstance(value, str) and value in before


def _line(row: ContactRow, field: str) -> str:
    return " ".join(row.text(field).split())


def _note(row: ContactRow) -> str:
    """The note, with what a community has no field for."""
    postcode = row.text("postcode")
    parts = [_line(row, "note"), f"邮政编码：{postcode}" if postcode else ""]
    return "；".join(part for part in parts if part)


def _grids(draft: Draft, row: ContactRow) -> str:
    text = row.text("grids").removesuffix("个")
    if text and not text.isdecimal():
        draft.remark(
            row.place("grids"), f"网格数“{text}”不是数字，没有录入。", "请只写数字。"
        )
        return ""
    return text


def _phone(draft: Draft, row: ContactRow) -> str:
    """The first phone; a community has one, so the others are said."""
    text = row.text("phone")
    if not text:
        return ""
    place, read = row.place("phone"), read_phones(text)
    for shown in read.personal:
        draft.remarks.append(personal_remark(place, "手机号码", shown))
    left = _left(read)
    if left:
        draft.remark(
            place,
            f"“{'、'.join(left)}”没有录入：一个社区只写一个固定电话。",
            "请留下居民最该打的那一个；其余的写在备注里。",
        )
    return read.phones[0].number if read.phones else ""


def _left(read: PhonesRead) -> list[str]:
    others = [phone.number for phone in read.phones[1:]]
    return [*others, read.rest] if read.rest not in NOTHING else others
