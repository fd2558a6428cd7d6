"""Which unit (机构) of an office file a row of a table means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.importing.offices.draft import text_at
from generator.importing.unit_names import bare_name
from generator.understanding.understood import Plain

_NEAR = 0.75
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class UnitFound:
    """The unit's index, -1 for none; `near` is a name that is almost the same.

    `by_plate` tells that the row names a plate (挂牌) or a former name of it.
    """

    index: int
    near: str = ""
    by_plate: bool = False


def match_unit(
    units: Sequence[Mapping[str, Plain]],
    name: str,
    unit_id: str,
    streets: set[str],
    others: frozenset[int] = frozenset(),
) -> UnitFound:
    """Find a unit by id, name, name-plate or former name; 办 stands for 办公室.

    `others` are the indices of units that no other name can mean.
    """
    for index, unit in enumerate(units):
        if text_at(unit, "id") == (unit_id or name):
            return UnitFound(index)
    wanted = bare_name(name, streets)
    for names, by_plate in ((_own, False), (_plates, True), (_former, True)):
        found = [
            index
            for index, unit in enumerate(units)
            if wanted in {bare_name(one, streets) for one in names(unit)}
        ]
        if found:
            return UnitFound(found[0], by_plate=by_plate)
    free = [unit for index, unit in enumerate(units) if index not in others]
    return UnitFound(-1, _nearest(free, wanted, streets))


def _nearest(
    units: Sequence[Mapping[str, Plain]], wanted: str, streets: set[str]
) -> str:
    """A name so like the wanted one that it may be a slip; empty where there is none."""
    best, nearest = _NEAR, ""
    for unit in units:
        for name in (*_own(unit), *_plates(unit)):
            other = bare_name(name, streets)
            likeness = SequenceMatcher(None, wanted, other).ratio()
            likeness = 1.0 if _is_short(wanted, other) else likeness
            if likeness > best:
                best, nearest = likeness, name
    return nearest


def _is_short(short: str, whole: str) -> bool:
    """Tell that one name may stand for the other: 平安办 for 平安建设办."""
    left = iter(whole)
    return (
        len(short) >= _SHORTEST
        and short[0] == whole[:1]
        and short[-1] == whole[-1:]
        and all(character in left for character in short)
    )


def _own(unit: Mapping[str, Plain]) -> list[str]:
    return [text_at(unit, "name")]


def _plates(unit: Mapping[str, Plain]) -> list[str]:
    return _words(unit, "nameplates")


def _former(unit: Mapping[str, Plain]) -> list[str]:
    return _words(unit, "formerly")


def _words(unit: Mapping[str, Plain], key: str) -> list[str]:
    value = unit.get(key)
    return [str(one) for one in value] if isinstance(value, list) else []
