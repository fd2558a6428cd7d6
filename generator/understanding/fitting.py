"""One cell's text made fit for its field; what does not fit is kept and said."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.fields import Field, Shape
from generator.understanding.bodies import bodies_in
from generator.understanding.brackets import mend_brackets
from generator.understanding.cleaning import clean, close_up, plain_number
from generator.understanding.columns import OTHER
from generator.understanding.dates import read_date
from generator.understanding.headers import JOINT
from generator.understanding.line_breaks import PARAGRAPH
from generator.understanding.phones import lacks_area_code, read_phones
from generator.understanding.ticks import choices_in, chosen_words, even_boxes
from generator.understanding.understood import CellPlace, Remark, Repair

_ONE_LINE = frozenset(
    {
        *(Shape.LINE, Shape.UNIT, Shape.POST, Shape.PERSON, Shape.CODE, Shape.DATE),
        *(Shape.CHOICE, Shape.ID, Shape.COUNT),
    }
)
_BODIES = re.compile(r"enforcing_body|department|toward|in_whose_name")
_NUMBERS = frozenset({"number", "code", "postcode", "office_code", "grids"})
_EATEN = re.compile(r"[〔\[（(][12]\d{3}\d{1,4}\s*[号)）\]〕]")
_SERIAL_DAY = re.compile(r"[34]\d{4}(?:\.0+)?")
_DAYS_UNIT = re.compile(
    r"[（(]\s*(?:单位[:：])?\s*((?:个)?(?:工作|自然)?[日天])\s*[)）]"
)
_LINES = re.compile(f"[\n{PARAGRAPH}]")
_FEE_ASKED = re.compile("(?:是否|有无)收")
_FEE_TOLD = {**dict.fromkeys("否无不", "不收费"), **dict.fromkeys("是有", "收费")}
_TWO = 2


class Fitted(NamedTuple):
    """The text for the field, and what of the cell is kept in the note."""

    text: str
    kept: str = ""


@dataclass(slots=True)
class Told:
    """What is to be said of the cells, collected on the way."""

    repairs: list[Repair] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def repair(self, place: CellPlace, before: str, after: str, why: str) -> None:
        """Say what was changed."""
        shown = before.replace(PARAGRAPH, "\n")
        if shown.strip() != after.strip():
            self.repairs.append(Repair(place, shown, after, why))

    def remark(self, place: CellPlace, sentence: str, cure: str = "") -> None:
        """Say what was left as it is."""
        self.remarks.append(Remark(place, sentence, cure))


def fit_cell(raw: str, declared: Field | None, place: CellPlace, told: Told) -> Fitted:
    """Repair the text of a cell and fit it into its field, None for the note."""
    if not raw.strip():
        return Fitted("")
    text = _cleaned(raw, declared, place, told)
    _look_at_citations(text, place, told)
    if declared is None:
        return Fitted(_noted(text, place, told))
    shaped = _SHAPED.get(declared.shape)
    if shaped is not None:
        return shaped(text, place, told)
    chosen = chosen_words(text)
    if choices_in(text) and chosen != text:
        told.repair(place, text, chosen, "只取打勾的，原文放进备注")
        return Fitted(chosen, text)
    return Fitted(text)


def _cleaned(raw: str, declared: Field | None, place: CellPlace, told: Told) -> str:
    if choices_in(raw):
        told.repair(place, raw, even_boxes(raw), "方框统一成■、□")
        return even_boxes(raw)
    several = _several(raw, declared)
    if several:
        told.repair(place, raw, several, "一格几个单位，用顿号隔开")
        return several
    cleaned = clean(raw, one_line=declared is not None and declared.shape in _ONE_LINE)
    text, why = cleaned.text, list(cleaned.why)
    for step, reason in (
        (_without_label, "去掉与列名重复的字"),
        (_with_unit, "按列名补上单位"),
        *(((_fee_told, "按列名写成一句话"),) if declared is not None else ()),
    ):
        after = step(text, place.heading)
        if after != text:
            why.append(reason)
        text = after
    mended = mend_brackets(text)
    if mended.is_unclear:
        told.remark(place, "书名号不成对，照原样保留。", "请对照原件补上《》或〈〉。")
    elif mended.text != text:
        why.append("书名号改成对的")
        text = close_up(mended.text)
    if declared is not None and declared.name in _NUMBERS:
        text = plain_number(text)
    if why:
        told.repair(place, raw, text, "；".join(why))
    return text


def _several(raw: str, declared: Field | None) -> str:
    """Several bodies in several lines as one line; empty where it is not so."""
    if declared is None or not _LINES.search(raw.strip()):
        return ""
    is_line = declared.shape is Shape.LINE and _BODIES.search(declared.name)
    if declared.shape is not Shape.UNIT and not is_line:
        return ""
    several = bodies_in(raw)
    return "、".join(several) if len(several) >= _TWO else ""


def _without_label(text: str, heading: str) -> str:
    """Leave out a column's name that is written again in front of the text."""
    label = heading.rpartition(JOINT)[2]
    if not label:
        return text
    return re.sub(rf"^{re.escape(label)}\s*[:：]\s*(?=\S)", "", text)


def _with_unit(text: str, heading: str) -> str:
    """20 below 法定时限（工作日） is 20个工作日."""
    unit = _DAYS_UNIT.search(heading)
    if unit is None or not text.strip().isdigit():
        return text
    word = unit[1] if unit[1].startswith("个") or unit[1] in "日天" else f"个{unit[1]}"
    return text.strip() + word


def _fee_told(text: str, heading: str) -> str:
    """否 below 是否收费 is 不收费."""
    if not _FEE_ASKED.search(heading):
        return text
    return _FEE_TOLD.get(text.strip("。 "), text)


def _look_at_citations(text: str, place: CellPlace, told: Told) -> None:
    for match in _EATEN.finditer(text):
        sentence = f"文号“{match.group()}”像是缺了字，照原样保留。"
        told.remark(place, sentence, "请对照原件改正，例如 〔2023〕74号。")


def _noted(text: str, place: CellPlace, told: Told) -> str:
    """A text for the note; the number of a day in a column of dates is a date."""
    if not (re.search(r"日期|时间", place.heading) and _SERIAL_DAY.fullmatch(text)):
        return text
    told.repair(place, text, read_date(text), "表格里的日期数字改成日期")
    return read_date(text)


def _unit(text: str, place: CellPlace, told: Told) -> Fitted:
    several = bodies_in(text)
    if len(several) < _TWO:
        return Fitted(text)
    told.remark(
        place,
        f"一格有 {len(several)} 个单位，先按“{several[0]}”填写，全部写进备注。",
        "若主办的是另一个，请在表里把它写在最前面。",
    )
    return Fitted(several[0], "、".join(several))


def _phone(text: str, place: CellPlace, told: Told) -> Fitted:
    phones = read_phones(text)
    if phones.mobiles:
        told.remark(place, "有手机号码，不会公布。", "请换成单位的固定电话。")
    rest = "、".join(t for t in (*phones.numbers[1:], phones.rest) if t)
    if not phones.numbers:
        return Fitted("", phones.rest) if phones.mobiles else Fitted(text)
    first = phones.numbers[0]
    if len(phones.numbers) >= _TWO:
        told.remark(
            place,
            f"一格有 {len(phones.numbers)} 个号码，先按“{first}”填写，其余写进备注。",
        )
    if lacks_area_code(first):
        told.remark(
            place, f"电话“{first}”没有区号。", "请加上区号，例如 000-8800 1234。"
        )
    if not rest:
        told.repair(place, text, first, "电话改成统一的写法")
    return Fitted(first, rest)


_SHAPED: Mapping[Shape, Callable[[str, CellPlace, Told], Fitted]] = {
    Shape.UNIT: _unit,
    Shape.PHONE: _phone,
    Shape.DATE: lambda text, _place, _told: Fitted(read_date(text) or text),
}


def note_line(heading: str, text: str) -> str:
    """A line of the note: what the column was called, and what stood there."""
    return f"{heading}：{text}" if heading and heading != OTHER else text
