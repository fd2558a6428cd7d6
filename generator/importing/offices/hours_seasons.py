"""Summer and winter hours (夏令时、冬令时) in one cell, and the morning they share."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.office import Hours

_NOON = "12:00"
Parted = tuple[tuple[Hours, ...], tuple[str, ...]]


def apart(rows: Sequence[Hours], seasons: Sequence[str]) -> Parted | None:
    """Note each row's season; a morning written only once holds for every season.

    Gives the rows and sentences on what was inferred; None where it is not clear.
    """
    if sum(bool(season) for season in seasons) <= 1:
        return tuple(map(_noted, rows, seasons)), ()
    first, *others = (i for i, season in enumerate(seasons) if season)
    same_days = all(rows[i].days == rows[first].days for i in others)
    if not same_days or all(_has_morning(rows[i]) for i in (first, *others)):
        return tuple(map(_noted, rows, seasons)), ()
    if not any(_has_morning(rows[i]) for i in (first, *others)):
        return tuple(map(_noted, rows, seasons)), ()
    if any(_has_morning(rows[i]) for i in others):
        return None
    return _shared(rows, seasons, first)


def _shared(rows: Sequence[Hours], seasons: Sequence[str], first: int) -> Parted:
    mornings = tuple(r for r in rows[first].open if r < _NOON)
    evenings = tuple(r for r in rows[first].open if r >= _NOON)
    parted = [*map(_noted, rows, seasons)]
    parted[first] = replace(parted[first], open=evenings)
    parted.insert(first, replace(rows[first], open=mornings))
    words = "、".join(mornings)
    return tuple(row for row in parted if row.open), (
        f"上午 {words} 只写了一次，当作各季都一样，下午按季分开。",
    )


def _has_morning(row: Hours) -> bool:
    return row.open[0] < _NOON


def _noted(row: Hours, season: str) -> Hours:
    if not season:
        return row
    return replace(row, note=f"{season}，{row.note}" if row.note else season)
