"""What earlier runs found out about pairs of blobs (缓存), as text and back.

Reads and writes no file. It holds what stood in old files, personal numbers too, so it
belongs beside the repository and never on a site.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.history.changes import PartDifference
from generator.history.differences import Difference
from generator.model.fields import Record, Value

FORMAT = 1
"""To be raised whenever the same two blobs would give another difference."""

_Key = str


class Memory:
    """Differences by pair of blobs and sort of file; keeps what this run asked for."""

    def __init__(self, known: Mapping[_Key, Difference] | None = None) -> None:
        """Start with what is known from before."""
        self._known = dict(known or {})
        self._used: dict[_Key, Difference] = {}
        self._learnt = False

    @classmethod
    def load(cls, text: str) -> "Memory":
        """Read what `dump` wrote; damaged or foreign text is an empty memory."""
        try:
            return cls(_read(json.loads(text)))
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return cls()

    def dump(self) -> str:
        """Write what was asked for in this run; the same history gives the same text."""
        records: dict[str, int] = {}
        pairs = {key: _written(self._used[key], records) for key in sorted(self._used)}
        # Each record is written once: it is the new of one pair and the old of the next.
        table = ",\n".join(records)
        facts = json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))
        return f'{{"format":{FORMAT},"pairs":{facts},"records":[\n{table}\n]}}\n'

    @property
    def is_changed(self) -> bool:
        """Tell whether `dump` would say anything else than what was loaded."""
        return self._learnt or len(self._used) != len(self._known)

    def recall(self, old: str, new: str, sort: str) -> Difference | None:
        """Give the difference of two blobs if it is known."""
        key = f"{old} {new} {sort}"
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def keep(self, old: str, new: str, sort: str, found: Difference) -> None:
        """Remember the difference of two blobs."""
        key = f"{old} {new} {sort}"
        self._known[key] = self._used[key] = found
        self._learnt = True


def _written(found: Difference, records: dict[str, int]) -> list[Any]:
    parts = [
        [part.section, part.id, _number(part.old, records), _number(part.new, records)]
        for part in found.parts
    ]
    return [found.old_readable, found.new_readable, *parts]


def _number(record: Mapping[str, Value] | None, records: dict[str, int]) -> int | None:
    if record is None:
        return None
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return records.setdefault(text, len(records))


def _read(stored: Any) -> dict[_Key, Difference]:  # noqa: ANN401, any JSON at all
    """Read what was stored; raises an error of the kinds that `load` expects."""
    if stored["format"] != FORMAT:
        return {}
    records = [_record(record) for record in stored["records"]]
    return {
        key: Difference(
            tuple(_part(part, records) for part in parts),
            old_readable is True,
            new_readable is True,
        )
        for key, (old_readable, new_readable, *parts) in stored["pairs"].items()
    }


def _part(stored: list[Any], records: list[Record]) -> PartDifference:
    section, name, old, new = stored
    if not (isinstance(section, str) and isinstance(name, str)):
        raise TypeError
    return PartDifference(
        section,
        name,
        None if old is None else records[old],
        None if new is None else records[new],
    )


def _record(stored: dict[str, Any]) -> Record:
    return Record({key: _value(value) for key, value in stored.items()})


def _value(stored: Any) -> Value:  # noqa: ANN401, any JSON at all
    if stored is None or isinstance(stored, str):
        return stored
    if isinstance(stored, dict):
        return _record(stored)
    return tuple(_member(member) for member in stored)


def _member(stored: Any) -> str | Record:  # noqa: ANN401, any JSON at all
    return stored if isinstance(stored, str) else _record(stored)
