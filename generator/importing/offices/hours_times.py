"""Times of a day and days of a week as people write them (上午8点半至12点)."""

import re

_NUMERALS = {"零": 0, "\u3007": 0, "两": 2} | {
    c: n for n, c in enumerate("一二三四五六七八九", 1)
}
_DAYS = "一二三四五六日"
_NOON = 12
_DAY_END = 24 * 60
_TIME = re.compile(
    r"(?P<half>上午|下午|中午|午间|早上|早晨|晚上|晚间|夜间|傍晚|早|晚)?\s*"
    r"(?:(?P<four>[0-2][0-9][0-5][0-9])(?![0-9:.])"
    r"|(?P<hour>[零〇一二三四五六七八九十两]{1,3}|[0-9]{1,2})"
    r"(?:[:.](?P<minute>[0-9]{2})(?::00)?|\s*[点时](?P<word>半|正|整|[一三]刻|[0-9]{1,2}|[一二三四五六七八九十]{1,3})?分?)?)"
)
_NOONISH = {"中午", "午间"}
_LATE = {"下午", "晚上", "晚间", "夜间", "傍晚", "晚"}
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45, "正": 0, "整": 0}
_WHOLE_DAY = {"24小时", "二十四小时"}
_NINE_TO_FIVE = re.compile(r"早(\d{1,2})晚(\d{1,2})")


def read_range(text: str, of_day: str = "") -> str:
    """Read one range as 09:00-12:00; empty where it is none. `of_day` stood before it."""
    if text in _WHOLE_DAY:
        return "00:00-24:00"
    if text == "朝九晚五":
        text = "早9晚5"
    if match := _NINE_TO_FIVE.fullmatch(text):
        return _range(int(match[1]) * 60, (int(match[2]) + _NOON) * 60)
    first = _TIME.match(text)
    if not first:
        return ""
    rest = text[first.end() :].lstrip(" 至到-~").removeprefix("次日")
    second = _TIME.fullmatch(rest)
    if not second:
        return ""
    half = first["half"] or of_day
    start = _minutes(first, half)
    return _range(start, _minutes(second, second["half"] or half))


def _range(start: int, end: int) -> str:
    if not 0 <= start < end <= _DAY_END:
        return ""
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def _minutes(match: re.Match[str], half: str) -> int:
    """Minutes of the day; an afternoon's 2 is 14, and a noon's 1 follows its 12."""
    if match["four"]:
        hour, minute = int(match["four"][:2]), int(match["four"][2:])
    else:
        hour = _number(match["hour"])
        minute = int(match["minute"] or 0)
        if word := match["word"]:
            minute = _QUARTERS[word] if word in _QUARTERS else _number(word)
    is_late = half in _LATE or (half in _NOONISH and hour < _NOON - 1)
    if is_late and hour < _NOON:
        hour += _NOON
    return hour * 60 + minute


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)
    return sum(_NUMERALS.get(c, 0) * 10**i for i, c in enumerate(reversed(text)))


def read_day_words(text: str) -> str:
    """Write days in the one form that pages understand: 周一至周五, 周六、周日."""
    text = re.sub("星期|礼拜", "周", text).removeprefix("每个").strip()
    if text in {
        "每天",
        "每日",
        "工作日",
        "法定工作日",
        "双休日",
        "周末",
        "全年",
        "全年无休",
        "天天",
    }:
        return text
    text = text.removeprefix("每")
    text = re.sub("[1-7]", lambda found: _DAYS[int(found.group()) - 1], text)
    text = text.replace("天", "日").replace(" ", "")
    parts = [
        _span(part) for part in re.split("[、,和及与]", text.replace("周", "")) if part
    ]
    return "、".join(parts)


def _span(part: str) -> str:
    first, *last = re.split("至|到|-+|~", part)
    return f"周{first}至周{last[0]}" if last else f"周{first}"
