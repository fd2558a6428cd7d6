"""The cell of opening hours (办公时间) against the rows that an office file has."""

from generator.export.opening_words import hours_words
from generator.importing.alike import fold_cell
from generator.importing.offices.contact_rows import ContactRow
from generator.importing.offices.draft import Draft, records, text_at
from generator.importing.offices.hours_text import read_hours
from generator.model.office import Hours
from generator.understanding.understood import Plain

_ANY_DAY = "办公日"


def put_hours(draft: Draft, row: ContactRow, what: str, *, is_whole: bool) -> None:
    """Put the office's hours; what cannot be read whole goes to the note, and is said."""
    text, place = row.text("hours"), row.place("hours")
    old = _old(draft)
    draft.seen[("hours",)] = place
    if fold_cell(hours_words(old)) == fold_cell(text):
        return
    read = read_hours(text)
    if not read.rows:
        _keep_as_note(draft, row, text)
        return
    for sentence in read.inferred:
        draft.remark(place, sentence, "请核对；不对的，请在街道文件的 hours 里改。")
    new = [_like_old(one, old, draft, row) for one in read.rows]
    kept = [] if is_whole else [h for h in old if not _is_covered(h, new)]
    if kept and any(h not in new for h in kept):
        draft.remark(
            place,
            f"文件里还有“{hours_words(kept)}”，表格里没有写，保留。",
            "不再开放的，请在街道文件的 hours 里删去那一行。",
        )
    entries: list[Plain] = [_record(one) for one in [*new, *kept]]
    if entries != draft.plain.get("hours"):
        draft.store(("hours",), entries)
        gone = hours_words(one for one in old if one not in new and one not in kept)
        draft.edit(place, what, gone, hours_words(o for o in new if o not in old))


def hours_note(draft: Draft, row: ContactRow) -> str:
    """A unit has no hours of its own: the words for its note, empty where they are usual."""
    text = row.text("hours")
    usual = [h for h in _old(draft) if not h.note]
    said = read_hours(text).rows
    if said and all(_same(one, usual) for one in said):
        return ""
    return f"办公时间：{' '.join(text.split())}"


def _same(one: Hours, usual: list[Hours]) -> bool:
    read = [_plain(h) for h in usual]
    return (one.days, one.open) in {(h.days, h.open) for h in read} or (
        not one.days and one.open in {h.open for h in read}
    )


def _old(draft: Draft) -> list[Hours]:
    rows = []
    for entry in records(draft.plain.get("hours")):
        opened = entry.get("open")
        ranges = opened if isinstance(opened, list) else []
        texts = tuple(str(one) for one in ranges)
        rows.append(Hours(text_at(entry, "days"), texts, text_at(entry, "note")))
    return rows


def _plain(row: Hours) -> Hours:
    """A row of the file as it would be read from a table."""
    read = read_hours(hours_words([row])).rows
    return read[0] if len(read) == 1 else row


def _like_old(new: Hours, old: list[Hours], draft: Draft, row: ContactRow) -> Hours:
    """The row of the file that says the same, else the new one with its days."""
    for one in old:
        if _plain(one) == new:
            return one
    if new.days:
        return new
    usual = next((one.days for one in old if not one.note), "")
    if not usual:
        draft.remark(
            row.place("hours"),
            f"没有写星期几，先写成“{_ANY_DAY}”，网页不能说现在开着还是关着。",
            "请在表格里写上 周一至周五，或在街道文件的 hours 里改。",
        )
    return Hours(usual or _ANY_DAY, new.open, new.note)


def _is_covered(old: Hours, new: list[Hours]) -> bool:
    """Tell that the new rows speak of the days and the people of an old one."""
    return any(
        (_plain(old).days, old.note) == (_plain(one).days, one.note)
        or (not old.note and not one.note)
        or old == one
        for one in new
    )


def _keep_as_note(draft: Draft, row: ContactRow, text: str) -> None:
    place = row.place("hours")
    line = f"办公时间：{' '.join(text.split())}"
    before = text_at(draft.plain, "note")
    if line not in before:
        draft.seen.pop(("note",), None)
        joined = f"{before}\n{line}" if before else line
        draft.put(("note",), joined, place, "备注")
    draft.remark(
        place,
        "办公时间没有全部看懂，原文写进了街道文件的备注（note），没有改 hours。",
        "请写成 周一至周五 09:00-12:00、13:30-17:30 这样，几行用分号隔开。",
    )


def _record(row: Hours) -> dict[str, Plain]:
    values: dict[str, Plain] = {"days": row.days, "open": list(row.open)}
    if row.note:
        values["note"] = row.note
    return values
