"""Read the single values of fields: texts, ids, dates, phones, addresses, codes."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from difflib import get_close_matches

from generator.loading.addresses import read_url
from generator.loading.contact_shapes import read_code, read_phone, read_range
from generator.loading.nodes import Scalar
from generator.loading.reading import Reading, cut
from generator.model.fields import Field, Shape

LONGEST_LINE = 500
LONGEST_TEXT = 20_000
LONGEST_NAME = 12
LONGEST_ID = 80

_PAGES = (
    *("index", "changes", "compare", "feed", "print", "booklet"),
    *("poster", "cards", "standard", "all", "history"),
)
_DEVICES = (
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
)
RESERVED = frozenset({*_PAGES, *_DEVICES})
"""Ids that name other pages of the site, or devices on Windows."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)
_PLACEHOLDER = re.compile(
    r"(?:待定|待补充?|待完善|待确认|待填写?|请填写|暂缺|未定|某某|TBD|TODO|x{3,}|×{2,}|\?{2,}|？{2,}"
    r"|[/\\—－–…]+|\.{3,}|-{2,}|详见附件|见附件|略|同上|(?:测试|test)(?:事项|数据|条目|内容)?\d*)",
    re.IGNORECASE,
)


def read_line(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read one line of text."""
    text = _text(reading, node, field, LONGEST_LINE)
    if text is not None and "\n" in text:
        reading.error(
            node,
            "multi-line-value",
            f"“{field.label}”只能写一行，这里有换行。",
            "请合成一行。",
        )
        return None
    return text


def read_text(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read paragraphs."""
    return _text(reading, node, field, LONGEST_TEXT)


def read_id(reading: Reading, node: Scalar, _field: Field) -> str | None:
    """Read an id (编号): a slug that can be an address for ever."""
    text = node.text
    fault = _id_fault(text)
    if fault:
        cure = (
            f"请缩短到 {LONGEST_ID} 个字符以内。"
            if len(text) > LONGEST_ID
            else _suggest_id(text)
        )
        said = f"编号（id）“{cut(text, 40)}”{fault}。"
        reading.error(node, "bad-id", said, cure, len(text))
        return None
    return reading.same(text)


def _id_fault(text: str) -> str:
    if len(text) > LONGEST_ID:
        return f"太长：{len(text)} 个字符，最多 {LONGEST_ID} 个"
    if not _ID.fullmatch(text):
        return "不能用：只能用小写字母、数字和单个短横线"
    if _DATE_LIKE.fullmatch(text):
        return "不能用：不能是日期，日期是各版本的网址"
    if not re.search("[a-z]", text):
        return "不能用：至少要有一个字母，例如 a001"
    return "不能用：是保留的名字" if text in RESERVED else ""


def read_date(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a date written 2026-01-01; the text is kept, it sorts as a date does."""
    text = node.text.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            date.fromisoformat(text)
        except ValueError:
            reading.error(
                node, "bad-date", f"没有“{text}”这一天。", "请核对年月日。", len(text)
            )
            return None
        return reading.same(text)
    cure = "请写成 年-月-日，例如 2026-01-01。"
    match = re.match(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})", text)
    if match:
        year, month, day = (int(part) for part in match.groups())
        cure = f"请写成 {year:04}-{month:02}-{day:02}。"
    if re.fullmatch(r"[34]\d{4}|5[0-4]\d{3}", text, re.ASCII):
        day_meant = date(1899, 12, 30) + timedelta(days=int(text))
        cure = f"这像是表格软件里日期的序号，请写成 {day_meant}。"
    reading.error(
        node,
        "bad-date",
        f"{field.label}“{cut(text, 30)}”不是日期格式。",
        cure,
        len(text),
    )
    return None


def read_count(reading: Reading, node: Scalar, field: Field) -> int | None:
    """Read a whole number."""
    text = node.text.strip()
    if re.fullmatch(r"\d{1,6}", text, re.ASCII):
        return int(text)
    reading.error(
        node,
        "wrong-shape",
        f"“{field.label}”应为整数，现在是“{cut(text, 20)}”。",
        "请只写数字，例如 130。",
        len(text),
    )
    return None


def read_choice(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read one of the field's choices."""
    text = node.text.strip()
    if text in field.choices:
        return reading.same(text)
    reading.error(
        node,
        "bad-choice",
        f"{field.label}（{field.name}）没有“{cut(text, 30)}”这一种。",
        _choice_cure(text, field),
        len(text),
    )
    return None


def _choice_cure(text: str, field: Field) -> str:
    """Name what was meant, else all that can be written, in Chinese too."""
    words = dict(zip(field.choices, field.meanings, strict=False))
    meant = next((choice for choice, word in words.items() if word == text), "")
    if meant:
        return f"请写它的代号“{meant}”。"
    named = (f"{c}（{words[c]}）" if words.get(c) else c for c in field.choices)
    return f"{_guess_choice(text, field.choices)}可以写：{'、'.join(named)}。"


def _guess_choice(text: str, choices: tuple[str, ...]) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().strip()
    near = [c for c in choices if plain and plain.startswith(c)]
    near = near or get_close_matches(plain, choices, 1, 0.5)
    return f"是不是“{near[0]}”？" if near else ""


def read_person(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a person's name; a long one is more likely a slip or a list of names."""
    name = read_line(reading, node, field)
    if name is not None and len(name) > LONGEST_NAME:
        reading.remind(
            node,
            "long-name",
            f"姓名有 {len(name)} 个字，太长了。",
            "一处只写一个人的姓名。",
            len(name),
        )
    return name


def _text(reading: Reading, node: Scalar, field: Field, longest: int) -> str | None:
    text = node.text.strip("\n")
    if len(text) > longest:
        reading.error(
            node,
            "too-long",
            f"“{field.label}”太长：{len(text)} 字，最多 {longest} 字。",
            "请分段放进合适的字段，或检查引号是否少了一个。",
        )
        return None
    if _PLACEHOLDER.fullmatch(text.strip()):
        reading.remind(
            node,
            "placeholder",
            f"“{cut(text, 20)}”是占位文字，不是内容。",
            "请填上，或删去这一行（页面会写“尚未公布”）。",
            len(text),
        )
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return reading.same(text)


def _suggest_id(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().strip()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") if plain.isascii() else ""
    if _ID.fullmatch(slug) and re.search("[a-z]", slug) and slug not in RESERVED:
        return f"可以改为“{slug}”；编号公布后不要再改。"
    return "请起一个拼音或英文的短名，例如 dibao-application。"


READ: dict[Shape, Callable[[Reading, Scalar, Field], str | int | None]] = {
    Shape.LINE: read_line,
    Shape.TEXT: read_text,
    Shape.ID: read_id,
    Shape.DATE: read_date,
    Shape.COUNT: read_count,
    Shape.CODE: read_code,
    Shape.URL: read_url,
    Shape.PHONE: read_phone,
    Shape.CHOICE: read_choice,
    Shape.PERSON: read_person,
    Shape.UNIT: read_line,
    Shape.POST: read_line,
    Shape.LIST: read_line,
    Shape.WORDS: read_line,
    Shape.IDS: read_id,
    Shape.CHOICES: read_choice,
    Shape.RANGES: read_range,
}
"""How a scalar of each shape is read; for the shapes of lists, one entry of them."""
