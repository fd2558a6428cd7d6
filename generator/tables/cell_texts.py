"""Values of spreadsheet cells as the texts that their readers see."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.tables.guarding import unguard

_EXACT = 15
"""Digits that a spreadsheet keeps of a number; the rest have become zeros."""

_DIGITS = re.compile(r"[0\-() ]*0[0\-() ]*0[0\-() ]*")
_DECIMALS = re.compile(r"(?:#,##)?0\.(0+)")
_PERCENT = re.compile(r"0(?:\.(0+))?%")

Cell = str | bool | int | float | date | datetime | time | timedelta | None


def cell_text(value: Cell, pattern: str = "") -> str:
    """The text of a cell: 1.0 as 1, dates as 2026-01-01, 是 and 否.

    `pattern` is the number format where the file tells it; of these only what
    changes digits is followed: leading zeros, fixed decimals, per cent.
    """
    if isinstance(value, str):
        return unguard(_lines(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, pattern)
    return _time(value) if value is not None else ""


def is_inexact(value: Cell) -> bool:
    """Tell a number that had more digits than a spreadsheet can keep."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) >= 10**_EXACT
    )


def _lines(text: str) -> str:
    """Line feeds only, none at the end; what no reader sees is left out."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    return unix.replace("\x00", "").strip("\n")


def _number(value: float, pattern: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 # the test for what is no number
        return ""
    if value == int(value) and _DIGITS.fullmatch(pattern) and value >= 0:
        return _filled(str(int(value)), pattern)
    if found := _DECIMALS.fullmatch(pattern):
        return f"{value:.{len(found[1])}f}"
    if found := _PERCENT.fullmatch(pattern):
        return f"{value * 100:.{len(found[1] or '')}f}%"
    if isinstance(value, int):
        return str(value)
    plain = format(Decimal(format(value, f".{_EXACT}g")), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _filled(digits: str, pattern: str) -> str:
    """Fill a pattern like 0000 or 000-00000000 with digits, from the right."""
    rest = list(digits)
    filled = [
        (rest.pop() if rest else "0") if mark == "0" else mark
        for mark in reversed(pattern)
    ]
    return "".join(rest) + "".join(reversed(filled))


def _time(value: date | datetime | time | timedelta) -> str:
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return _clock(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    if not isinstance(value, datetime):
        return value.isoformat()
    clock = _clock(value.hour, value.minute, value.second)
    day = value.date().isoformat()
    return day if clock == "00:00" else f"{day} {clock}"


def _clock(hours: int, minutes: int, seconds: int) -> str:
    text = f"{hours:02}:{minutes:02}"
    return f"{text}:{seconds:02}" if seconds else text
