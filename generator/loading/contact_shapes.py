"""Read the values by which people are reached: codes, phones, hours."""

import re
import unicodedata

from generator.loading.nodes import Scalar
from generator.loading.reading import Reading, cut
from generator.model.fields import Field

_LANDLINE = re.compile(
    r"0\d{2,3}[- ]{0,2}\d{3,4}[ -]?\d{4}(?:(?:转|-|,|，| ?转 ?| ?分机 ?)\d{1,6})?"
)
_SHORT = re.compile(
    r"1\d{2}|1[12]\d{3}|9[56]\d{3,4}|12\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}"
)
_LOCAL = re.compile(r"[2-9]\d{2,3}[ -]?\d{4}(?:(?:转|-)\d{1,6})?")
_RANGE = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)")
_MIDNIGHT = 24 * 60


def read_code(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a 区划代码; the field's choices are the lengths allowed."""
    text = node.text.strip()
    if re.fullmatch(r"\d+", text, re.ASCII) and str(len(text)) in field.choices:
        return reading.same(text)
    lengths = " 或 ".join(field.choices)
    fault = f"应为 {lengths} 位数字，这里是 {len(text)} 位"
    if not re.fullmatch(r"\d+", text, re.ASCII):
        fault = f"只能是数字，“{cut(text, 20)}”里有别的字符"
    reading.error(
        node,
        "bad-code",
        f"{field.label}（{field.name}）{fault}。",
        "请对照国家统计局公布的代码。",
        len(text),
    )
    return None


def read_phone(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a phone: landline with area code and extension, or a short number."""
    typed = node.text.strip()
    text = unicodedata.normalize("NFKC", typed).replace("—", "-").replace("–", "-")
    is_wide = text != typed
    text = re.sub(r"^\((0\d{2,3})\)\s*", r"\1-", text)
    text = re.sub(r"\s*\(((?:转|分机) ?\d{1,6})\)$", r"\1", text)
    if _LANDLINE.fullmatch(text) or _SHORT.fullmatch(text):
        if text != typed:
            how = "里有全角字符" if is_wide else "不是统一的写法"
            reading.remind(
                node,
                "bad-phone",
                f"电话“{cut(typed, 30)}”{how}。",
                f"已按“{text}”显示，请照此改写。",
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
            f"{field.label}“{cut(typed, 30)}”不是固定电话号码的写法。",
            _phone_cure(text),
            len(typed),
        )
    return None


def _phone_cure(text: str) -> str:
    """Say how to write a phone; name the one number that was meant."""
    found = [m.group() for m in re.finditer(_LANDLINE, re.sub(r"^\+86 ?", "", text))]
    if len(found) > 1:
        return "这里像是有几个号码：一处只写一个，请分成几个电话。"
    if found and len(re.sub(r"\D", "", text)) == len(re.sub(r"\D", "", found[0])):
        return f"请只写号码，例如“{found[0]}”；说明写在备注里。"
    return "请写 区号-号码，例如 000-8800 1234；分机写“转801”；一处只写一个号码。"


def read_range(reading: Reading, node: Scalar, _field: Field) -> str | None:
    """Read opening hours such as 09:00-12:00; closing may be 24:00."""
    typed = node.text.strip()
    text = re.sub(r"\s*[-—–~～至到]+\s*", "-", unicodedata.normalize("NFKC", typed))
    match = _RANGE.fullmatch(text)
    if not match:
        reading.error(
            node,
            "bad-hours",
            f"时间“{cut(typed, 30)}”不是 09:00-12:00 的写法。",
            _range_cure(text),
            len(typed),
        )
        return None
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if max(start, end) > _MIDNIGHT or end <= start:
        fault, cure = _impossible(start, end)
        reading.error(node, "bad-hours", f"时间“{typed}”{fault}。", cure, len(typed))
        return None
    if text != typed:
        reading.remind(
            node,
            "bad-hours",
            f"时间“{typed}”不是标准写法。",
            f"已按“{text}”显示，请照此改写。",
            len(typed),
        )
    return reading.same(text)


def _range_cure(text: str) -> str:
    parts = re.findall(r"\d{1,2}:\d{2}-\d{1,2}:\d{2}", text)
    if len(parts) > 1:
        return "请分成几段，各加引号：[" + ", ".join(f'"{p}"' for p in parts) + "]。"
    return "请写成 开门-关门，例如 09:00-12:00，用半角冒号。"


def _impossible(start: int, end: int) -> tuple[str, str]:
    """Say what is wrong with two times of a day, in minutes."""
    if max(start, end) > _MIDNIGHT:
        return "超过了 24:00", "请核对；一天到 24:00 为止。"
    if start == end:
        return "的开门和关门是同一时间", "请核对。"
    afternoon = end + _MIDNIGHT // 2
    if afternoon > start and end < _MIDNIGHT // 2:
        later = f"{afternoon // 60:02}:{afternoon % 60:02}"
        return "先后颠倒，关门早于开门", f"若是下午，请写 {later}；跨过半夜的写成两段。"
    return "先后颠倒，关门早于开门", "请核对；跨过半夜的写成两段。"
