"""One stream out of a compound file (OLE), the container of .xls files."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_END = 0xFFFFFFFA  # from here on numbers are marks, no sectors
_ENTRY, _SMALL = 128, 64
_HEADER = struct.Struct("<H12xII4xII4xI")
_STREAM, _ROOT = 2, 5
_SHIFTS = {9, 12}  # sectors of 512 bytes, or of 4096


def read_stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """Give the first stream of one of these names; empty where there is none."""
    try:
        return _read(data, names)
    except (struct.error, IndexError, StopIteration, EndlessChain):
        return b""


class EndlessChain(Exception):  # noqa: N818 # it is no error of ours
    """Sectors that lead round in a ring: other readers follow them for ever."""


def has_end(data: bytes) -> bool:
    """Tell a file whose chains (扇区链) all end, as far as they can be followed."""
    try:
        _read(data, ())
    except EndlessChain:
        return False
    except (struct.error, IndexError, StopIteration):
        return True
    return True


class _Entry(NamedTuple):
    """A line of the folder: what it is called, where it begins, its bytes."""

    name: str
    kind: int
    begin: int
    extent: int


def _read(data: bytes, names: tuple[str, ...]) -> bytes:
    """Read the stream that is called one of these; all of them, where none is named."""
    shift, _, first, cutoff, small, more = _HEADER.unpack_from(data, 30)
    if shift not in _SHIFTS:
        raise EndlessChain
    size = 1 << shift
    body = data[size:]
    table = _table(data, body, size, more)
    entries = list(_entries(_chain(body, size, table, first)))
    # Small streams share one stream, the root's, in sectors of their own.
    root = next(entry for entry in entries if entry.kind == _ROOT)
    shared = _chain(body, size, table, root.begin)
    small_table = _numbers(_chain(body, size, table, small))
    for entry in entries:
        if entry.kind == _STREAM and (not names or entry.name in names):
            found = (
                _chain(body, size, table, entry.begin)
                if entry.extent >= cutoff
                else _chain(shared, _SMALL, small_table, entry.begin)
            )
            if names:
                return found[: entry.extent]
    return b""


def _entries(folder: bytes) -> Iterator[_Entry]:
    for start in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        entry = folder[start : start + _ENTRY]
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        yield _Entry(name, entry[66], *struct.unpack_from("<II", entry, 116))


def _table(data: bytes, body: bytes, size: int, more: int) -> list[int]:
    """The table of sectors (FAT): for each the one that follows it."""
    places = list(struct.unpack_from("<109I", data, 76))
    seen = set()
    while more < _END:
        if more in seen:
            raise EndlessChain
        seen.add(more)
        numbers = _numbers(_sector(body, size, more))
        places += numbers[:-1]
        more = numbers[-1]
    known = (place for place in places if place < _END)
    return _numbers(b"".join(_sector(body, size, place) for place in known))


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content))


def _chain(body: bytes, size: int, table: list[int], first: int) -> bytes:
    """Join the sectors of a chain, which has each sector once."""
    sectors: list[bytes] = []
    while first < _END:
        if len(sectors) > len(body) // size:
            raise EndlessChain
        sectors.append(_sector(body, size, first))
        first = table[first]
    return b"".join(sectors)


def _sector(body: bytes, size: int, number: int) -> bytes:
    return body[size * number : size * (number + 1)].ljust(size, b"\0")
