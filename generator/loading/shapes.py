"""Read the single values of fields: texts, ids, dates, phones, addresses, codes."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from urllib.parse import urlsplit

from generator.loading.reading import Reading
from generator.loading.yaml_source import Scalar
from generator.model.fields import Field, Shape

LONGEST_LINE = 500
LONGEST_TEXT = 20_000
LONGEST_NAME = 12
LONGEST_ID = 80

RESERVED = frozenset(
    "index changes compare feed print booklet poster cards standard all history "
    "con prn aux nul".split()
    + [f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)]
)
"""Ids that name other pages of the site, or devices on Windows."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)
_PLACEHOLDER = re.compile(
    r"(?:待定|待补充?|待完善|待确认|待填写?|请填写|暂缺|未定|某某|TBD|TODO|x{3,}|×{2,}|\?{2,}|？{2,}"
    r"|(?:测试|test)(?:事项|数据|条目|内容)?\d*)",
    re.IGNORECASE,
)
_LANDLINE = re.compile(
    r"0\d{2,3}[- ]{0,2}\d{3,4}[ -]?\d{4}(?:(?:转|-|,|，| ?转 ?| ?分机 ?)\d{1,6})?"
)
_SHORT = re.compile(
    r"1\d{2}|1[12]\d{3}|9[56]\d{3,4}|12\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}"
)
_LOCAL = re.compile(r"[2-9]\d{2,3}[ -]?\d{4}(?:(?:转|-)\d{1,6})?")
_RANGE = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)")
_PRIVATE_HOST = re.compile(
    r"(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\..*|localhost|.*\.(?:local|lan)"
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


def read_id(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read an id (编号): a slug that can be an address for ever."""
    text = node.text
    fault = ""
    if not _ID.fullmatch(text) or len(text) > LONGEST_ID:
        fault = "只能用小写字母、数字和单个短横线"
    elif _DATE_LIKE.fullmatch(text):
        fault = "不能是日期，日期是各版本的网址"
    elif not re.search("[a-z]", text):
        fault = "至少要有一个字母，例如 a001"
    elif text in RESERVED:
        fault = "是保留的名字"
    if fault:
        cure = _suggest_id(text)
        reading.error(
            node, "bad-id", f"编号（id）“{text[:40]}”不能用：{fault}。", cure, len(text)
        )
        return None
    return reading.same(text)


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
    reading.error(
        node, "bad-date", f"{field.label}“{text[:30]}”不是日期格式。", cure, len(text)
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
        f"“{field.label}”应为整数，现在是“{text[:20]}”。",
        "请只写数字，例如 130。",
        len(text),
    )
    return None


def read_code(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a 区划代码; the field's choices are the lengths allowed."""
    text = node.text.strip()
    if re.fullmatch(r"\d+", text, re.ASCII) and str(len(text)) in field.choices:
        return reading.same(text)
    lengths = "或".join(field.choices)
    reading.error(
        node,
        "bad-code",
        f"{field.label}（code）应为 {lengths} 位数字，这里是 {len(text)} 位。",
        "请对照国家统计局公布的代码。",
        len(text),
    )
    return None


def read_url(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a web address; only http and https, no names or passwords in it."""
    text = node.text.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if not re.fullmatch(r"https?://[^\s<>\"'\\^`{}|]+", text) or "." not in host:
        reading.error(
            node,
            "bad-url",
            f"{field.label}的网址“{text[:60]}”不能用。",
            "网址要以 https:// 或 http:// 开头，用半角符号，中间没有空格。",
            len(text),
        )
        return None
    if "@" in parts.netloc or not host.isascii():
        reading.error(
            node,
            "bad-url",
            "网址的域名部分有“@”或特殊文字，可能把人引到别处。",
            "请核对网址，只留真正的域名。",
            len(text),
        )
        return None
    if _PRIVATE_HOST.fullmatch(host):
        reading.remind(
            node,
            "bad-url",
            f"网址“{host}”是内网地址，居民打不开。",
            "请换成互联网上的地址。",
            len(text),
        )
    return reading.same(text)


def read_phone(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a phone: landline with area code and extension, or a short number."""
    typed = node.text.strip()
    text = unicodedata.normalize("NFKC", typed).replace("—", "-").replace("–", "-")
    text = re.sub(r"^\((0\d{2,3})\)\s*", r"\1-", text)
    if _LANDLINE.fullmatch(text) or _SHORT.fullmatch(text):
        if text != typed:
            reading.remind(
                node,
                "bad-phone",
                f"电话“{typed}”里有全角字符。",
                f"已按“{text}”显示，请改成半角。",
                len(typed),
            )
        return reading.same(text)
    if _LOCAL.fullmatch(text):
        reading.remind(
            node,
            "bad-phone",
            f"电话“{text}”没有区号，外地打不通。",
            "请在前面加区号，例如 000-8800 1234。",
            len(typed),
        )
        return reading.same(text)
    if not reading.is_personal(typed):
        reading.error(
            node,
            "bad-phone",
            f"“{typed[:30]}”不是固定电话号码的写法。",
            "请写 区号-号码，例如 000-8800 1234；分机写“转801”；一处只写一个号码。",
            len(typed),
        )
    return None


def read_choice(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read one of the field's choices."""
    text = node.text.strip()
    if text in field.choices:
        return reading.same(text)
    near = get_close_matches(text, field.choices, 1, 0.5)
    guess = f"是不是“{near[0]}”？" if near else ""
    known = "、".join(field.choices)
    reading.error(
        node,
        "bad-choice",
        f"{field.label}（{field.name}）没有“{text[:30]}”这一种。",
        f"{guess}可以写：{known}。",
        len(text),
    )
    return None


def read_range(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read opening hours such as 09:00-12:00; closing may be 24:00."""
    typed = node.text.strip()
    text = re.sub(r"\s*[-—–~～至到]+\s*", "-", unicodedata.normalize("NFKC", typed))
    match = _RANGE.fullmatch(text)
    if not match:
        reading.error(
            node,
            "bad-hours",
            f"时间“{typed[:30]}”不是 09:00-12:00 的写法。",
            "请写 开门-关门，用半角冒号。",
            len(typed),
        )
        return None
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if end <= start or end > 24 * 60:
        reading.error(
            node,
            "bad-hours",
            f"时间“{typed}”先后颠倒，关门早于开门。",
            "请核对；跨过半夜的写成两段。",
            len(typed),
        )
        return None
    if text != typed:
        reading.remind(
            node,
            "bad-hours",
            f"时间“{typed}”里有全角字符。",
            f"已按“{text}”显示，请改成半角。",
            len(typed),
        )
    return reading.same(text)


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
    if not text.strip():
        reading.error(
            node,
            "empty-value",
            f"“{field.label}”（{field.name}）是空的。",
            "请填写，或删去这一行。",
        )
        return None
    if node.plain and text in {"null", "~", "Null", "NULL"}:
        reading.error(
            node,
            "empty-value",
            f"“{field.label}”写的是 {text}，表示没有内容。",
            "没有内容就删去这一行；若真是这几个字，请加英文引号。",
        )
        return None
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
            f"“{text[:20]}”是占位文字，不是内容。",
            "请填上，或删去这一行（页面会写“尚未公布”）。",
            len(text),
        )
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return reading.same(text)


def _suggest_id(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
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
