"""On which days an office is open: the day words of its hours, as far as they are clear.

It never guesses: words that are not understood make a row that only keeps the page
from saying "closed" while that row might hold.
"""

import re
import unicodedata
from collections.abc import Iterable

from generator.model.office import Hours, Office, Unit
from generator.resolution.contacts import find_unit

EVERY_DAY = "1234567"
UNCLEAR = "?"
_ANY_DAY = "*"
_ON_HOLIDAYS = "h"

_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_WHOLE = {
    "工作日": "12345",
    "周末": "67",
    "双休日": "67",
    "每天": EVERY_DAY + _ON_HOLIDAYS,
    "每日": EVERY_DAY + _ON_HOLIDAYS,
    "天天": EVERY_DAY + _ON_HOLIDAYS,
    "全年": EVERY_DAY + _ON_HOLIDAYS,
    "全年无休": EVERY_DAY + _ON_HOLIDAYS,
}
_FREE = r"(?:(?:国家)?法定)?(?:节?假日|公休日|双休日|周末|周六|周日)"
_EXCEPT_HOLIDAYS = re.compile(
    rf"\(?(?:{_FREE}[、,和及])*{_FREE}(?:除外|休息|不办公|放假)\)?"
)
_TIME_OF_DAY = re.compile(r"(?:上午|下午|午间|中午|早上|晚上|晚间|夜间|白天|全天)$")
_JOINTS = re.compile(r"[、，,和及与]")
_DAYS = re.compile(
    r"(?P<week>(?:周|星期|礼拜)?)(?P<first>[一二三四五六日天])"
    r"(?:(?:至|到|[-—–~～])(?:周|星期|礼拜)?(?P<last>[一二三四五六日天]))?"
)
_ONLY = re.compile(r"(?:仅限|只限|仅|只|限)(?P<who>.+?)(?:办公|开放|开门|服务|对外)?")


def read_days(words: str) -> str:
    """Say which days words like 周一至周五 name: digits of weekdays, Monday is 1.

    An `h` follows where the words include holidays; empty where they are not clear.
    """
    text = unicodedata.normalize("NFKC", words).replace(" ", "")
    text = _EXCEPT_HOLIDAYS.sub("", text)
    text = _TIME_OF_DAY.sub("", text).rstrip("的").removeprefix("法定")
    if text in _WHOLE:
        return _WHOLE[text]
    found: set[int] = set()
    for index, part in enumerate(_JOINTS.split(text.removeprefix("每"))):
        if part in _WHOLE:
            found.update(int(c) for c in _WHOLE[part] if c.isdigit())
            continue
        match = _DAYS.fullmatch(part)
        if match is None or (index == 0 and not match["week"]):
            return ""
        first = _NUMBERS[match["first"]]
        last = _NUMBERS[match["last"]] if match["last"] else first
        if last < first:
            return ""
        found.update(range(first, last + 1))
    return "".join(str(day) for day in sorted(found))


def opening(office: Office, unit: Unit | None = None) -> str:
    """Put an office's hours, as they hold for a unit, into one compact text.

    Rows `days/ranges/whose` are joined by `;`: ranges are minutes of the day, `whose`
    is empty where the row holds for this unit, the name of the unit that alone is
    open, or `?` where it is not clear. Empty where no row holds for sure.
    """
    rows = [_row(office, unit, line) for line in office.hours]
    known = any(row.endswith("/") for row in rows)
    return ";".join(rows) if known else ""


def is_clear(office: Office) -> bool:
    """Tell whether pages can say that the office is open: a row holds for all of it."""
    return bool(opening(office))


def _row(office: Office, unit: Unit | None, line: Hours) -> str:
    days = read_days(line.days)
    whose = _whose(office, unit, line.note) if days else UNCLEAR
    return f"{days or _ANY_DAY}/{_minutes(line.open)}/{whose}"


def _whose(office: Office, unit: Unit | None, note: str) -> str:
    """Say to whom a note limits its row."""
    if not _EXCEPT_HOLIDAYS.sub("", note).strip("。，"):
        return ""
    match = _ONLY.fullmatch(note.strip())
    named = find_unit(office, match["who"]) if match else None
    if match is None or named is None:
        return UNCLEAR
    return "" if named is unit else match["who"]


def _minutes(ranges: Iterable[str]) -> str:
    return ",".join("-".join(map(_minute, text.split("-"))) for text in ranges)


def _minute(time: str) -> str:
    hours, minutes = time.split(":")
    return str(int(hours) * 60 + int(minutes))
