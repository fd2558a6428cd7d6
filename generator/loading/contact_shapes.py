"""Read the values by which people are reached: codes, web addresses, phones, hours."""

import re
import unicodedata
from urllib.parse import urlsplit

from generator.loading.nodes import Scalar
from generator.loading.reading import Reading
from generator.model.fields import Field

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


def read_phone(reading: Reading, node: Scalar, _field: Field) -> str | None:
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


def read_range(reading: Reading, node: Scalar, _field: Field) -> str | None:
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
