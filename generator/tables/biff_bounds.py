"""Numbers in an .xls file that would make its reader ask for all memory there is."""

import struct
from collections.abc import Iterator

from generator.tables.ole import read_stream

_EXTENT, _STRINGS, _MANY = 0x0200, 0x00FC, (0x00BD, 0x00BE)
_CELLS = {
    0x0006,
    0x00BD,
    0x00BE,
    0x00D6,
    0x00FD,
    0x0201,
    0x0203,
    0x0204,
    0x0205,
    0x027E,
}
_ROWS, _COLUMNS = 65_536, 256


def is_bounded(data: bytes) -> bool:
    """Tell a file whose cells and counts stay within what .xls files can have (边界)."""
    book = read_stream(data, ("Workbook", "Book"))
    try:
        return all(_fits(kind, body, len(book)) for kind, body in _all_records(book))
    except struct.error:
        return False


def _all_records(book: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _fits(kind: int, body: bytes, most: int) -> bool:
    if kind == _EXTENT:
        # Version 8 counts rows with four bytes, version 5 with two.
        form = "<IIHH" if len(body) >= 14 else "<HHHH"  # noqa: PLR2004 # see above
        _, bottom, _, right = struct.unpack_from(form, body)
        return bool(bottom <= _ROWS and right <= _COLUMNS)
    if kind == _STRINGS:
        return all(count <= most for count in struct.unpack_from("<II", body))
    if kind in _CELLS:
        _, column = struct.unpack_from("<HH", body)
        last = column + len(body) // 2 if kind in _MANY else column
        return bool(column < _COLUMNS and last < 2 * _COLUMNS)
    return True
