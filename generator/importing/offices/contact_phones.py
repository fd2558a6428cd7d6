"""Phones of a row into the list of an office file: which one changed, which is new."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.importing.alike import digits_of, fold_cell
from generator.importing.offices.contact_rows import (
    NOTHING,
    PHONE_FIELDS,
    ContactRow,
    personal_remark,
)
from generator.importing.offices.draft import Draft, records, text_at
from generator.importing.offices.phone_cells import kind_of, read_phones
from generator.importing.offices.tree import Path
from generator.model.records import PHONE_KINDS
from generator.understanding.dates import read_date
from generator.understanding.understood import CellPlace, Plain

_BY_COLUMN = {"accept_phone": "受理", "duty_phone": "值班", "supervision": "监督"}
_USUAL = "咨询"
_LOCAL = (7, 8)
OldPhone = tuple[int, dict[str, Plain]]


@dataclass(frozen=True, slots=True)
class RowPhone:
    """A phone of a row; `kind`, `note`, `verified` are empty where it does not say."""

    number: str
    kind: str
    note: str
    verified: str
    place: CellPlace

    @property
    def digits(self) -> str:
        """The digits, by which two ways of writing are the same."""
        return digits_of(self.number)


def row_phones(draft: Draft, row: ContactRow, *, quiet: bool = False) -> list[RowPhone]:
    """Read all phone columns of a row; what is no phone is said once."""
    found: list[RowPhone] = []
    for field in PHONE_FIELDS:
        text = row.text(field)
        if not text:
            continue
        place = row.place(field)
        read = read_phones(text)
        if not quiet:
            for shown in read.personal:
                draft.remarks.append(personal_remark(place, "手机号码", shown))
            if read.rest and read.rest not in NOTHING:
                _say_rest(draft, place, read.rest, has_phone=bool(read.phones))
        kind = _kind(row, field)
        for one in read.phones:
            note = one.note or row.text("phone_note")
            number = RowPhone(
                one.number, kind or one.kind, note, _verified(draft, row), place
            )
            if number.digits not in {p.digits for p in found if p.kind == number.kind}:
                found.append(number)
    return found


def _say_rest(draft: Draft, place: CellPlace, rest: str, *, has_phone: bool) -> None:
    if has_phone:
        draft.remark(
            place,
            f"电话以外的“{rest}”没有录入。",
            "是号码的，请写全；是说明的，请写进备注。",
        )
    else:
        draft.remark(
            place,
            f"“{rest}”不是固定电话号码，没有录入。",
            "请写 区号-号码，例如 000-8800 1234；分机写“转801”。",
        )


def _kind(row: ContactRow, field: str) -> str:
    said = row.text("kind")
    if said in PHONE_KINDS:
        return said
    return (
        kind_of(said)
        or _BY_COLUMN.get(field, "")
        or kind_of(row.headings.get(field, ""))
    )


def _verified(draft: Draft, row: ContactRow) -> str:
    text = row.text("verified")
    day = read_date(text) if text else ""
    if text and not day:
        draft.remark(
            row.place("verified"),
            f"核实日期“{text}”看不懂，没有录入。",
            "请写成 2026-01-01。",
        )
    return day


def put_phones(
    draft: Draft,
    path: Path,
    whose: str,
    phones: Sequence[RowPhone],
    row: ContactRow,
    *,
    is_whole: bool,
) -> None:
    """Put phones into the list at `path`; from a whole table others of a use go."""
    for phone, index in _pairs(draft, path, phones):
        what = f"{whose}{phone.kind or _USUAL}电话"
        if index < 0:
            _add(draft, path, phone, what)
        else:
            _change(draft, (*path, index), phone, what, is_whole=is_whole)
    if is_whole:
        _remove_others(draft, path, whose, row)


def put_supervision(
    draft: Draft, phone: RowPhone, whose: str, *, is_whole: bool
) -> None:
    """Put the one phone of 监督电话 that an office has."""
    path, what = ("supervision",), f"{whose}监督电话"
    if isinstance(draft.at(path), dict):
        _change(draft, path, phone, what, is_whole=is_whole)
    else:
        draft.put(path, _record(phone), phone.place, what)
        draft.seen[*path, "number"] = phone.place


def _remove_others(draft: Draft, path: Path, whose: str, row: ContactRow) -> None:
    """Take away the phones of a use whose column is there and does not have them."""
    columns = {
        _kind(row, field): field for field in PHONE_FIELDS if field in row.columns
    }
    for index in reversed(range(len(records(draft.at(path))))):
        entry = records(draft.at(path))[index]
        kind = _kind_of(entry)
        if kind in columns and (*path, index, "number") not in draft.seen:
            draft.remove(path, index, row.place(columns[kind]), f"{whose}{kind}电话")


def _pairs(
    draft: Draft, path: Path, phones: Sequence[RowPhone]
) -> list[tuple[RowPhone, int]]:
    """Each phone with the index of the one it is in the file, -1 for a new one."""
    old: list[OldPhone] = [
        (i, entry)
        for i, entry in enumerate(records(draft.at(path)))
        if (*path, i, "number") not in draft.seen
    ]
    pairs: dict[int, int] = {}
    for same in (_same_number_and_use, _same_number, _same_use, _same_kind):
        for at, phone in enumerate(phones):
            if at in pairs:
                continue
            fitting = [i for i, entry in old if same(phone, entry)]
            rivals = [
                p for k, p in enumerate(phones) if k not in pairs and _alike(p, phone)
            ]
            is_number = same in {_same_number_and_use, _same_number}
            if fitting and (is_number or len(fitting) == len(rivals) == 1):
                pairs[at] = fitting[0]
                old = [(i, entry) for i, entry in old if i != fitting[0]]
    return [(phone, pairs.get(at, -1)) for at, phone in enumerate(phones)]


def _alike(one: RowPhone, other: RowPhone) -> bool:
    return (one.kind or _USUAL, one.note) == (other.kind or _USUAL, other.note)


def _same_number_and_use(phone: RowPhone, entry: dict[str, Plain]) -> bool:
    return _same_number(phone, entry) and phone.kind in {"", _kind_of(entry)}


def _same_number(phone: RowPhone, entry: dict[str, Plain]) -> bool:
    return is_same(text_at(entry, "number"), phone.number)


def is_same(old: str, new: str) -> bool:
    """Tell that a file's number and a table's are one; the table may lack 区号."""
    before, after = digits_of(old), digits_of(new)
    is_local = len(after) in _LOCAL and not after.startswith("0")
    return before == after or (is_local and before.endswith(after))


def _same_use(phone: RowPhone, entry: dict[str, Plain]) -> bool:
    same_note = fold_cell(phone.note) == fold_cell(text_at(entry, "note"))
    return same_note and _kind_of(entry) == (phone.kind or _USUAL)


def _same_kind(phone: RowPhone, entry: dict[str, Plain]) -> bool:
    return _kind_of(entry) == (phone.kind or _USUAL)


def _kind_of(entry: dict[str, Plain]) -> str:
    return text_at(entry, "kind") or _USUAL


def _add(draft: Draft, path: Path, phone: RowPhone, what: str) -> None:
    draft.append(path, _record(phone), phone.place, what)


def _record(phone: RowPhone) -> dict[str, Plain]:
    values = {
        "number": phone.number,
        "kind": phone.kind or _USUAL,
        "verified": phone.verified,
        "note": phone.note,
    }
    return {key: value for key, value in values.items() if value}


def _change(
    draft: Draft, way: Path, phone: RowPhone, what: str, *, is_whole: bool
) -> None:
    """Change the number and what the row says of it; a new number is not verified yet."""
    old = str(draft.at((*way, "number")) or "")
    is_new = not is_same(old, phone.number)
    draft.put((*way, "number"), phone.number if is_new else old, phone.place, what)
    stated = draft.at((*way, "kind")) or (phone.kind if len(way) == 1 else _USUAL)
    if phone.kind and phone.kind != stated:
        draft.put((*way, "kind"), phone.kind, phone.place, f"{what}的用途")
    if phone.note:
        draft.put((*way, "note"), phone.note, phone.place, f"{what}的备注")
    elif is_whole:
        draft.drop((*way, "note"), phone.place, f"{what}的备注")
    if phone.verified:
        draft.put((*way, "verified"), phone.verified, phone.place, f"{what}的核实日期")
    elif is_new and draft.at((*way, "verified")) is not None:
        why = f"{what}的核实日期（号码换了，原来的核实不算数）"
        draft.drop((*way, "verified"), phone.place, why)
