"""What was read from a table, in words for whoever keeps it (识别结果)."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.loading.reading import cut
from generator.model.fields import Field
from generator.model.records import COMMUNITY, UNIT
from generator.understanding.people import PEOPLE
from generator.understanding.subjects import FIELDS
from generator.understanding.understood import Column, Remark, Repair, Understood

SHOWN = 3
"""Examples of one kind that are shown; the rest is counted."""

_LONG, _HEAD = 24, 14


def told_understood(
    understood: Understood, name: str, *, verbose: bool = False
) -> Iterator[str]:
    """Say what was read, how each column was taken, what was changed and what is left."""
    yield from _overview(understood, name)
    yield from _columns(understood)
    yield from _repairs(understood.repairs, verbose=verbose)
    if understood.remarks:
        yield from ("", f"请看一眼（{len(understood.remarks)} 处）")
        yield from told_remarks(understood.remarks, verbose=verbose)
    yield from _lacking(understood)


def told_remarks(remarks: Iterable[Remark], *, verbose: bool = False) -> Iterator[str]:
    """Say remarks in the order of the rows, those that say the same together."""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: one.place.row):
        key = (remark.sentence, remark.cure) if remark.cure else (remark.sentence, "")
        groups.setdefault(key, []).append(remark)
    for (sentence, cure), same in groups.items():
        places = [one.place.words() for one in same]
        shown = places if verbose else places[:SHOWN]
        more = f" 等 {len(places)} 处" if len(shown) < len(places) else ""
        yield f"  {'、'.join(shown)}{more}：{sentence}"
        if cure:
            yield f"      {cure}"


def told_date(day: str) -> str:
    """A day as officials write it: 2026年1月1日."""
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"


def _overview(understood: Understood, name: str) -> Iterator[str]:
    rows = understood.rows
    sheet = f"，表“{understood.sheet}”" if understood.sheet else ""
    yield f"读了 {name}{sheet}"
    if any(below.number <= row.number for row, below in pairwise(rows)):
        yield f"  几张表接在一起，共 {len(rows)} 项；行号是各张表自己的，会有重复。"
    elif rows:
        yield f"  第 {rows[0].number} 行到第 {rows[-1].number} 行，共 {len(rows)} 项。"
    heading = understood.heading
    for label, text in (
        ("名称", heading.title),
        ("文号", heading.document),
        ("发文机关", heading.issuer),
        ("施行日期", heading.effective),
        ("公布日期", heading.published),
        ("写明的项数", heading.total),
    ):
        if text:
            yield f"  {label}：{text}"
    if understood.kind:
        yield f"  看作：{understood.kind.label}（{understood.why_kind}）"


def _columns(understood: Understood) -> Iterator[str]:
    """An aligned table: heading, field, examples."""
    rows = [
        (
            cut(_line(column.heading), _HEAD) or "（没有写）",
            _meaning(understood, column),
            _examples(column),
        )
        for column in understood.columns
    ]
    if not rows:
        return
    rows.insert(0, ("表里的栏", "认作", "前几格"))
    wide = [max(width(row[place]) for row in rows) for place in (0, 1)]
    yield from ("", f"各栏认作什么（{len(rows) - 1} 栏）")
    for first, second, third in rows:
        yield f"  {_padded(first, wide[0])}  {_padded(second, wide[1])}  {third}".rstrip()


def _meaning(understood: Understood, column: Column) -> str:
    """What a column was taken for, as the page calls it."""
    if not column.field:
        return "备注（没有对应的栏）"
    whole, _, part = column.field.partition(".")
    field = _fields(understood).get(whole)
    if field is None:
        return {"id": "事项编号", PEOPLE: "（姓名，不写进文件）"}.get(whole, whole)
    parts = {one.name: one.label for one in field.parts}
    return parts.get(part, field.label)


def _fields(understood: Understood) -> dict[str, Field]:
    own = understood.kind.fields if understood.kind else FIELDS[understood.subject]
    return {field.name: field for field in (*COMMUNITY, *UNIT)} | dict(own)


def _examples(column: Column) -> str:
    return " | ".join(cut(_line(text), _LONG) for text in column.examples)


def _repairs(repairs: tuple[Repair, ...], *, verbose: bool) -> Iterator[str]:
    """What was changed on the way, by why."""
    if not repairs:
        return
    yield from ("", f"顺手整理了 {len(repairs)} 处（意思没有变）")
    groups: dict[str, list[Repair]] = {}
    for repair in repairs:
        groups.setdefault(repair.why, []).append(repair)
    for why, same in groups.items():
        yield f"  {why}：{len(same)} 处"
        for one in same if verbose else same[:SHOWN]:
            before, after = differing(one.before, one.after)
            yield f"      {one.place.words()}：{before} → {after}"


def _lacking(understood: Understood) -> Iterator[str]:
    fields = _fields(understood)
    labels = [fields[name].label for name in understood.missing if name in fields]
    if labels:
        yield from (
            "",
            f"表里没有这些栏：{'、'.join(labels)}。居民常要看，能补就补上。",
        )
    if understood.left:
        yield from ("", "没有读的表：")
        yield from (f"  {left}" for left in understood.left)


def differing(old: str, new: str) -> tuple[str, str]:
    """Two texts for comparison by eye; of long ones what is the same is left out."""
    one, other = _line(old), _line(new)
    if max(len(one), len(other)) <= _LONG * 2:
        return _named(one), _named(other)
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    return _named(_middle(one, start, end)), _named(_middle(other, start, end))


def width(text: str) -> int:
    """The columns a text takes on a terminal: Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def _middle(text: str, start: int, end: int) -> str:
    """The part of a text that differs, with a few characters around it."""
    first, last = max(0, start - 8), len(text) - max(0, end - 8)
    part = text[first:last]
    shown = part if len(part) <= _LONG * 2 else f"{part[:_LONG]}…{part[-_LONG // 2 :]}"
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"


def _named(text: str) -> str:
    return text or "（空）"


def _line(text: str) -> str:
    return " ".join(text.split())


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
