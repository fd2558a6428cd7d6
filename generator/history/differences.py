"""What differs between two states of one file, told part by part in raw values."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.history.blocks import Cut, cut
from generator.history.changes import PartDifference
from generator.history.raw import (
    HEAD,
    SECTIONS,
    Parts,
    entry_of,
    id_of,
    numbered,
    parts_of,
    record_of,
    root_of,
    value_of,
)
from generator.loading.encoding import decode_text
from generator.loading.nodes import Mapping, Sequence
from generator.loading.renames import FileSort
from generator.loading.sources import SourceFile
from generator.model.fields import Record
from generator.problems import Problem

Seen = dict[str, Record]
"""Records by the text they were read from: the new of one edit is the old of the next."""

_UNCUT = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs; nothing is known of a state that is not readable."""

    parts: tuple[PartDifference, ...] = ()
    old_readable: bool = True
    new_readable: bool = True

    @property
    def is_known(self) -> bool:
        """Tell whether both states could be read."""
        return self.old_readable and self.new_readable


class State:
    """One state of a file: decoded at once, cut or parsed when first asked, and kept."""

    __slots__ = ("_cut", "_parts", "sort", "text")

    def __init__(self, data: bytes | None, sort: FileSort) -> None:
        """Decode the bytes of a file; None is a file too large to be content."""
        unheard: list[Problem] = []
        source = SourceFile("", data) if data is not None else None
        self.text = decode_text(source, unheard) if source else None
        self.sort = sort
        self._cut: object = _UNCUT
        self._parts: object = _UNCUT

    def cut(self) -> Cut | None:
        """Give the pieces of the text, None where it cannot be cut safely."""
        if self._cut is _UNCUT:
            self._cut = None if self.text is None else cut(self.text, self.sort)
        return self._cut if isinstance(self._cut, Cut) else None

    def parts(self) -> Parts | None:
        """Give the parts of the whole file, None where it is not readable."""
        if self._parts is _UNCUT:
            self._parts = None if self.text is None else parts_of(self.text, self.sort)
        return self._parts if isinstance(self._parts, dict) else None


def difference(old: State, new: State, seen: Seen) -> Difference:
    """Compare two states; `seen` is kept for the next pair of the same file."""
    old_cut, new_cut = old.cut(), new.cut()
    if old_cut and new_cut:
        parts = _between_cuts(old_cut, new_cut, old.sort, seen)
        if parts is not None:
            return Difference(parts)
    was, now = old.parts(), new.parts()
    if was is None or now is None:
        return Difference((), was is not None, now is not None)
    found = (
        part
        for section in (HEAD, *SECTIONS[old.sort])
        for part in _between(section, was.get(section, {}), now.get(section, {}))
    )
    return Difference(tuple(found))


def _between_cuts(
    old: Cut, new: Cut, sort: FileSort, seen: Seen
) -> tuple[PartDifference, ...] | None:
    """Parse only what differs; None where a piece does not stand alone after all."""
    found: list[PartDifference] = []
    if old.head != new.head:
        was, now = _head(old.head), _head(new.head)
        if was is None or now is None:
            return None
        found += _between(HEAD, {"": was}, {"": now})
    for section in SECTIONS[sort]:
        olds, news = old.sections.get(section, ()), new.sections.get(section, ())
        was_all, now_all = set(olds), set(news)
        gone = _records(section, (e for e in olds if e not in now_all), seen)
        come = _records(section, (e for e in news if e not in was_all), seen)
        if gone is None or come is None:
            return None
        found += _between(section, gone, come)
    return tuple(found)


def _between(
    section: str, old: dict[str, Record], new: dict[str, Record]
) -> Iterator[PartDifference]:
    for name, now in new.items():
        was = old.get(name)
        if was != now:
            yield PartDifference(section, name, was, now)
    for name, was in old.items():
        if name not in new:
            yield PartDifference(section, name, was, None)


def _records(
    section: str, entries: Iterator[str], seen: Seen
) -> dict[str, Record] | None:
    """Parse entries; None where one cannot be, or where ids do not tell them apart."""
    records: list[Record] = []
    for entry in entries:
        record = seen.get(entry) or _entry(entry)
        if record is None:
            return None
        seen[entry] = record
        records.append(record)
    names = {id_of(section, record) for record in records}
    if "" in names or len(names) < len(records):
        return None
    return numbered(section, records)


def _entry(text: str) -> Record | None:
    root = root_of(f"{text}\n")
    if not isinstance(root, Sequence) or len(root.entries) != 1:
        return None
    value = value_of(root.entries[0])
    return entry_of(value) if isinstance(value, str | Record) else None


def _head(text: str) -> Record | None:
    root = root_of(text)
    return record_of(root) if isinstance(root, Mapping) else None
