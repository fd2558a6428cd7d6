"""Rows that are no items (sections, sums, notes), rows that are one, groups."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.understanding.cleaning import clean, seen
from generator.understanding.line_breaks import PARAGRAPH
from generator.understanding.regions import Line

_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)\s*[:：]?.{0,20}")
_NOTE = re.compile(
    r"(?:备注|注|说明|填表说明|填报说明|附注|填写说明|注释)\s*\d?\s*[:：、.].*",
    re.DOTALL,
)
_SIGNED = re.compile(
    r"(?:填\s*[报表]\s*(?:人|单\s*位|日\s*期|时\s*间)|审\s*[核批]\s*人?|联\s*系\s*人|制\s*表\s*(?:人|单位)?"
    r"|负\s*责\s*人|经\s*办\s*人|(?:单\s*位)?[（(]?盖\s*章[)）]?|领导签字|签\s*字|日\s*期)\s*[:：].*",
    re.DOTALL,
)
_DAY = re.compile(r"[\d\u3007○零一二三四五六七八九十]{2,4}\s*年.{1,12}日?")
_HAN_INDEX = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.\uff0e]?")
LEADING_INDEX = re.compile(
    r"^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.\uff0e]"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|类|章|批)[、：:\s]*)\s*"
)
_COUNTED = re.compile(
    r"(?<!\s)\s*[（(]?\s*(?:共|计|合计)?\s*(?<!\d)\d+\s*(?:个?项|条|个)\s*[)）]?$"
)
_FOOTNOTE = re.compile(r"[*\uff0a※]+\s*[^\s*\uff0a※].*", re.DOTALL)
_PAGE = re.compile(
    r"(?:内部(?:资料|文件|材料)|仅供内部|注意保存|征求意见稿|讨论稿|此页无正文|接上页|转下页|续表)\S{0,12}"
    r"|[-—]*\s*(?:第\s*)?\d+\s*(?:页\s*[,，/]?\s*共\s*\d+\s*)?页|[-—]\s*\d+\s*[-—]"
)
_LONG = 40

SECTION, SUM, REMARK, SIGNATURE = "section", "sum", "note", "signature"
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Body:
    """The rows that are items, each with its section; what else stood among them."""

    lines: tuple[Line, ...]
    sections: tuple[str, ...]
    asides: tuple[tuple[Line, str], ...]
    joined: tuple[Line, ...] = ()


def sort_rows(
    lines: Sequence[Line], titles: Sequence[int], number: int, *, joins: bool = True
) -> Body:
    """Tell items from sections, sums, notes and signatures.

    `titles` are the columns that name an item, `number` that of the numbers, -1
    where there is none. Without `joins` no row goes on with the one above.
    """
    filled = [
        line
        for line, below in zip(lines, (*lines[1:], None), strict=False)
        if _says_something(line, below)
    ]
    items: list[Line] = []
    sections: list[str] = []
    asides: list[tuple[Line, str]] = []
    continued: list[Line] = []
    section = ""
    for index, line in enumerate(filled):
        is_last = index == len(filled) - 1
        what = _aside(line, min(titles, default=-1), is_last=is_last)
        if what == SECTION:
            section = section_name(
                next(t for c in reversed(line.texts) if (t := c.strip()))
            )
        if what:
            asides.append((line, what))
        elif joins and items and _continues(items[-1], line, titles, number):
            items[-1] = _together(items[-1], line)
            continued.append(line)
        else:
            items.append(line)
            sections.append(section)
    return Body(tuple(items), tuple(sections), tuple(asides), tuple(continued))


def _says_something(line: Line, below: Line | None) -> bool:
    """Tell a row from an empty one, in which only merged cells reach."""
    own = [i for i, c in enumerate(line.texts) if c.strip() and i not in line.tied]
    reach = below.tied if below else frozenset[int]()
    return any(i not in reach for i in own)


def _aside(line: Line, title: int, *, is_last: bool) -> str:
    """What a row is that is no item; empty for items."""
    filled = [(i, t) for i, c in enumerate(line.texts) if (t := seen(c).strip())]
    texts = list(dict.fromkeys(t for _, t in filled))
    first = texts[0]
    said = _said(texts, len(line.texts))
    if said:
        return said
    if len(texts) == 2 and _HAN_INDEX.fullmatch(first) and not is_last:  # noqa: PLR2004 # an index and its name
        return SECTION
    if len(texts) != 1:
        return ""
    is_stray = 0 <= filled[0][0] < title and not first.rstrip(".").isdigit()
    if line.is_across or is_stray:
        return REMARK if is_last or len(first) > _LONG else SECTION
    is_section = LEADING_INDEX.match(first) and len(first) <= _LONG and not is_last
    return SECTION if is_section and len(line.texts) > 1 else ""


def _said(texts: Sequence[str], wide: int) -> str:
    """What the words of a row say that it is: a sum, a note, a signature."""
    first = texts[0]
    if _SUM.fullmatch(first) and len(texts) * 2 <= wide + 2:
        return SUM
    if len(texts) <= 2 and _NOTE.fullmatch(first):  # noqa: PLR2004 # a label and its text
        return REMARK
    if len(texts) == 1 and wide > 1 and _FOOTNOTE.fullmatch(first):
        return REMARK
    if len(texts) == 1 and _PAGE.fullmatch("".join(first.split())):
        return PAGE
    is_day = len(texts) == 1 and _DAY.fullmatch(first)
    return SIGNATURE if is_day or _SIGNED.fullmatch(first) else ""


def section_name(text: str) -> str:
    """A section's words without their numbering and their count."""
    plain = clean(text, one_line=True).text
    return _COUNTED.sub("", LEADING_INDEX.sub("", plain)).strip() or plain


def _continues(item: Line, line: Line, titles: Sequence[int], number: int) -> bool:
    """Tell whether a row goes on with the item above.

    Its name is the same merged cell, or it has neither name nor number.
    """
    if not any(item.texts[i].strip() for i in titles):
        return False
    is_unnumbered = number < 0 or number in line.tied or not line.texts[number].strip()
    named = [i for i in titles if line.texts[i].strip()]
    return is_unnumbered and all(i in line.tied for i in named)


def _together(item: Line, line: Line) -> Line:
    """Put the texts of a row below those of the item that it goes on with."""
    texts = []
    for index, (above, below) in enumerate(zip(item.texts, line.texts, strict=True)):
        is_new = below.strip() and index not in line.tied
        texts.append(
            f"{above}{PARAGRAPH}{below}" if above.strip() and is_new else above or below
        )
    return replace(item, texts=tuple(texts))


def fill_groups(
    body: Body, columns: Mapping[int, int]
) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Write a group's value into the blank cells below it, up to the next section.

    Only in columns that are filled just where a group starts; tells which they were.
    `columns` gives for each how many rows a group must have on the average.
    """
    grouped = tuple(
        column
        for column, size in columns.items()
        if _is_grouped([line.texts[column] for line in body.lines], size)
    )
    current = dict.fromkeys(grouped, "")
    filled: list[Line] = []
    used: set[int] = set()
    before = ""
    for line, section in zip(body.lines, body.sections, strict=True):
        if section != before:
            current = dict.fromkeys(grouped, "")
        before = section
        texts = list(line.texts)
        above = filled[-1] if filled else line
        for column in grouped:
            if texts[column].strip():
                current[column] = texts[column]
            elif current[column] and _is_whole(line, above, grouped):
                texts[column] = current[column]
                used.add(column)
        filled.append(replace(line, texts=tuple(texts)))
    return tuple(filled), tuple(column for column in grouped if column in used)


def _is_whole(line: Line, above: Line, grouped: Sequence[int]) -> bool:
    """Tell a row of a group from one that lacks most cells: there blank is blank."""
    said, usual = (
        sum(bool(t.strip()) for i, t in enumerate(one.texts) if i not in grouped)
        for one in (line, above)
    )
    return said * 2 >= usual


def _is_grouped(cells: Sequence[str], size: int) -> bool:
    """Tell whether a column holds a value only where a group starts."""
    texts = [c.strip() for c in cells]
    if not texts or not texts[0] or all(texts):
        return False
    filled = [t for t in texts if t]
    repeats = any(a == b for a, b in pairwise(texts) if a)
    return not repeats and len(texts) >= size * len(filled)
