"""Dates in all the forms in which notices and tables write them."""

import re
import unicodedata
from datetime import date, timedelta

_DIGITS = dict(
    zip("\u3007○零\uff2f一二三四五六七八九元", "0000123456789" + "1", strict=True)
)
_HAN_DATE = re.compile(
    r"([一二三四五六七八九\u3007○零\uff2f]{4})年([元一二三四五六七八九十]{1,3})月"
    r"(?:([一二三四五六七八九十]{1,3})日)?"
)
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:[-/.年]|—|–)\s*(\d{1,2})\s*(?:[-/.月]|—|–)\s*(\d{1,2})(?!\d)"
    r"(?:\s*日)?"
)
_COMPACT = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)
_TEN = 10
_EXCEL = date(1899, 12, 30)
_SERIAL = re.compile(r"([34]\d{4}|5[0-4]\d{3})(?:\.\d+)?")


def find_dates(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every date of a text: where it begins and ends, and as 2026-01-01."""
    found: list[tuple[int, int, str]] = []
    for pattern in (_DATE, _COMPACT):
        for match in pattern.finditer(text):
            year, month, day = (int(part) for part in match.groups())
            _keep(found, match, _iso(year, month, day))
    for match in _HAN_DATE.finditer(text):
        year = int("".join(_DIGITS[c] for c in match[1]))
        if match[3]:
            _keep(found, match, _iso(year, han_number(match[2]), han_number(match[3])))
    return tuple(sorted(found))


def _keep(found: list[tuple[int, int, str]], match: re.Match[str], day: str) -> None:
    clear = all(match.end() <= start or match.start() >= end for start, end, _ in found)
    if day and clear:
        found.append((match.start(), match.end(), day))


def read_date(text: str) -> str:
    """Read the one date that a cell holds as 2026-01-01; empty where there is none.

    A number alone is the day that a spreadsheet counts from 1900.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    serial = _SERIAL.fullmatch(plain)
    if serial:
        return (_EXCEL + timedelta(days=int(serial[1]))).isoformat()
    found = find_dates(_narrow(text))
    return found[0][2] if len(found) == 1 else ""


def _narrow(text: str) -> str:
    """Digits and marks half-width, while ○ of 二○二五 stays."""
    return "".join(
        unicodedata.normalize("NFKC", c) if "！" <= c <= "～" and c != "\uff2f" else c
        for c in text
    )


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def han_number(text: str) -> int:
    """Read 一 to 九十九 as a number; 0 where it is none."""
    if text == "元":
        return 1
    head, ten, tail = text.partition("十")
    if not ten:
        return int(_DIGITS.get(head, "0")) if len(head) == 1 else 0
    tens = int(_DIGITS.get(head, "1")) if head else 1
    return tens * _TEN + (int(_DIGITS.get(tail, "0")) if tail else 0)
