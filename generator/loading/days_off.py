"""Holidays and make-up working days (节假日和调休) from `site_config.yml`."""

from collections.abc import Iterator
from datetime import date

from generator.loading.reading import Reading
from generator.model.days_off import DaysOff, Holiday
from generator.model.fields import Record, records_of, text_of

_LONGEST = 31
"""Days of a holiday; a longer one is a slip in the year."""


def read_days_off(reading: Reading, record: Record) -> DaysOff:
    """Read `holidays:` and `workdays:`; what cannot be is reported and left out."""
    holidays = tuple(_holidays(reading, record))
    return DaysOff(holidays, tuple(_workdays(reading, record, holidays)))


def _holidays(reading: Reading, record: Record) -> Iterator[Holiday]:
    seen: list[Holiday] = []
    for one in records_of(record, "holidays"):
        name, first = text_of(one, "name"), text_of(one, "from")
        if not name or not first:
            continue
        begin = date.fromisoformat(first)
        end = date.fromisoformat(text_of(one, "to") or first)
        holiday = Holiday(name, begin, end)
        if not 0 <= (end - begin).days < _LONGEST:
            _refuse(reading, one, "to", f"“{name}”从 {begin} 到 {end}，不像一个假期。")
        elif any(begin <= other.last and other.first <= end for other in seen):
            _refuse(reading, one, "from", f"“{name}”和别的假期有重叠的日子。")
        else:
            seen.append(holiday)
            yield holiday


def _workdays(
    reading: Reading, record: Record, holidays: tuple[Holiday, ...]
) -> Iterator[date]:
    for one in records_of(record, "workdays"):
        stated = text_of(one, "on")
        if not stated:
            continue
        day = date.fromisoformat(stated)
        off = next((h for h in holidays if h.first <= day <= h.last), None)
        if off:
            said = f"调休上班的 {day} 又写在“{off.name}”的假期里。"
            _refuse(reading, one, "on", said)
        else:
            yield day


def _refuse(reading: Reading, record: Record, key: str, sentence: str) -> None:
    where = key if key in record else None
    cure = "请对照国务院办公厅的放假通知核对。"
    reading.at(record, where or "from", "bad-date", sentence, cure)
