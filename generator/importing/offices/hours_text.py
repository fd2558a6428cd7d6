"""Opening hours (办公时间) in any Chinese form to the rows of an office file."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.importing.offices.hours_seasons import apart
from generator.importing.offices.hours_times import read_day_words, read_range
from generator.importing.offices.hours_tokens import (
    Sort,
    Token,
    is_season,
    plain_text,
    tokens,
)
from generator.model.office import Hours

_LONGEST = 1000
"""Characters; nobody's hours are longer, and the words are looked for everywhere."""

_FILLERS = {"为", "是", "和", "及", "以及", "均为", "时间", "正常", "在"}
_LIKE_DAYS = re.compile(r".{1,16}(?:[日天集]|期间|假期)")
_TELLING = {Sort.RANGE, Sort.DAYS}
_INLINE = {*_TELLING, Sort.EXCEPT, Sort.SEASON, Sort.OF_DAY, Sort.BREAK}


@dataclass(frozen=True, slots=True)
class HoursRead:
    """What was read: no `rows` unless the whole text was understood.

    A row without days has an empty text there. `inferred` are Chinese sentences on
    what the text says only between its lines.
    """

    rows: tuple[Hours, ...]
    inferred: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    """Ranges that hold together; `is_closed` once brackets behind them named a season."""

    days: str = ""
    season: str = ""
    ranges: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_closed: bool = False


@dataclass(slots=True)
class _Walk:
    """Where the reading of one text stands."""

    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    general: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    of_day: str = ""
    is_lost: bool = False

    @property
    def last(self) -> _Group:
        """The group that is being read."""
        return self.groups[-1]


def read_hours(text: str) -> HoursRead:
    """Read hours; where any word is not understood, nothing is read."""
    if len(text) > _LONGEST:
        return HoursRead(())
    words = list(_inline(tokens(plain_text(text))))
    walk = _Walk()
    for index, word in enumerate(words):
        _STEPS[word.sort](walk, word.text, words[index + 1 :])
    groups = [group for group in walk.groups if group.ranges]
    is_leftover = any(
        (g.days or g.notes or g.season) and not g.ranges for g in walk.groups
    )
    if walk.is_lost or is_leftover or not groups:
        return HoursRead(())
    rows = [_row(group, walk.general) for group in groups]
    parted = apart(rows, [group.season for group in groups])
    if parted is None:
        return HoursRead(())
    joined = _joined(parted[0])
    if not all(_in_order(row.open) for row in joined):
        return HoursRead(())
    closed = (f"“{words}”不用写：没有写到的日子就是不办公。" for words in walk.closed)
    return HoursRead(joined, (*parted[1], *closed))


def _inline(words: Iterable[Token]) -> Iterable[Token]:
    """Open brackets that hold hours themselves: （周一至周五，节假日除外）."""
    for word in words:
        inside = list(tokens(word.text[1:-1])) if word.sort is Sort.ASIDE else []
        sorts = {one.sort for one in inside}
        if sorts == {Sort.EXCEPT} or (sorts <= _INLINE and sorts & _TELLING):
            yield from inside
        else:
            yield word


def _days(walk: _Walk, text: str, rest: Sequence[Token]) -> None:
    group, days = walk.last, read_day_words(text)
    walk.of_day = ""
    if not group.ranges:
        group.days = f"{group.days}、{days}" if group.days else days
    elif group.days or any(one.sort is Sort.RANGE for one in rest):
        walk.groups.append(_Group(days, "" if group.is_closed else group.season))
    else:
        for one in walk.groups:
            one.days = one.days or days


def _range(walk: _Walk, text: str, _rest: Sequence[Token]) -> None:
    opening = read_range(text, walk.of_day)
    walk.is_lost = walk.is_lost or not opening
    if walk.last.is_closed:
        walk.groups.append(_Group(walk.last.days))
    walk.last.ranges.append(opening)


def _season(walk: _Walk, text: str, _rest: Sequence[Token]) -> None:
    """Outside of brackets a season names what follows it."""
    if walk.last.ranges:
        walk.groups.append(_Group(walk.last.days))
    group = walk.last
    group.season = f"{group.season}（{text}）" if group.season else text
    walk.of_day = ""


def _except(walk: _Walk, text: str, rest: Sequence[Token]) -> None:
    is_general = not any(one.sort is Sort.RANGE for one in rest)
    has_ranges = any(group.ranges for group in walk.groups)
    (walk.general if is_general and has_ranges else walk.last.notes).append(text)


def _closed(walk: _Walk, text: str, _rest: Sequence[Token]) -> None:
    """周六、周日休息 is a note on the other days; 午休 beside a range is not clear."""
    group = walk.last
    if group.days and not group.ranges:
        if walk.of_day:
            walk.general.append(f"{group.days}{walk.of_day}{text}")
        else:
            walk.closed.append(f"{group.days}{text}")
        group.days = ""
    elif walk.of_day:
        group.notes.append(f"{walk.of_day}{text}")
    else:
        walk.is_lost = True
    walk.of_day = ""


def _aside(walk: _Walk, text: str, rest: Sequence[Token]) -> None:
    inside, group = text[1:-1].strip(), walk.last
    if group.days and not group.ranges and _LIKE_DAYS.fullmatch(group.days) and rest:
        group.days += f"（{inside}）"
        return
    for part in filter(None, map(str.strip, inside.split(","))):
        if is_season(part):
            group.season = f"{group.season}（{part}）" if group.season else part
            group.is_closed = bool(group.ranges)
        elif group.ranges or group.days:
            group.notes.append(part)
        else:
            walk.is_lost = True


def _of_day(walk: _Walk, text: str, _rest: Sequence[Token]) -> None:
    walk.is_lost = walk.is_lost or text == "午休"
    walk.of_day = text


def _break(walk: _Walk, _text: str, _rest: Sequence[Token]) -> None:
    walk.of_day = ""


def _other(walk: _Walk, text: str, rest: Sequence[Token]) -> None:
    """Unknown words right before a range may name days: 逢赶集日（农历三、八）."""
    coming = [one.sort for one in rest if one.sort is not Sort.ASIDE]
    if text in _FILLERS:
        return
    if _LIKE_DAYS.fullmatch(text) and coming[:1] == [Sort.RANGE]:
        walk.groups.append(_Group(text))
    else:
        walk.is_lost = True


_STEPS: Mapping[Sort, Callable[[_Walk, str, Sequence[Token]], None]] = {
    Sort.DAYS: _days,
    Sort.RANGE: _range,
    Sort.SEASON: _season,
    Sort.EXCEPT: _except,
    Sort.CLOSED: _closed,
    Sort.ASIDE: _aside,
    Sort.OF_DAY: _of_day,
    Sort.BREAK: _break,
    Sort.OTHER: _other,
}


def _row(group: _Group, general: Sequence[str]) -> Hours:
    notes = dict.fromkeys([*group.notes, *general])
    return Hours(group.days, tuple(group.ranges), "，".join(notes))


def _joined(rows: Iterable[Hours]) -> tuple[Hours, ...]:
    """Neighbours of the same days and note are one row."""
    joined: list[Hours] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before and (before.days, before.note) == (row.days, row.note):
            joined[-1] = replace(before, open=(*before.open, *row.open))
        else:
            joined.append(row)
    return tuple(joined)


def _in_order(ranges: Sequence[str]) -> bool:
    """Tell that every range begins after the one before it has ended."""
    return all(a.split("-")[1] <= b.split("-")[0] for a, b in pairwise(ranges))
