"""What calamine does not tell of an .xls file: hidden rows, errors, number formats."""

import struct
from collections.abc import Iterator, Mapping

from generator.tables.ole import read_stream
from generator.tables.patterns import BUILT_IN, plain_pattern
from generator.tables.sheet_marks import SheetMarks

_FORMULA, _BLANK_END, _SHEET, _MANY = 0x0006, 0x000A, 0x0085, 0x00BD
_LOOK, _NUMBER, _ERROR, _ROW, _SHORT = 0x00E0, 0x0203, 0x0205, 0x0208, 0x027E
_PATTERN = 0x041E
_HIDDEN = 0x20
_WORDS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

Record = tuple[int, bytes]


def read_old_marks(data: bytes) -> dict[str, SheetMarks]:
    """Read the marks of every sheet by its name; none where the file is not whole."""
    book = read_stream(data, ("Workbook", "Book"))
    try:
        patterns = _patterns(list(_records(book, 0)))
        return {
            name: _marks(_records(book, place), patterns)
            for name, place in _sheets(_records(book, 0))
        }
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def _records(book: bytes, place: int) -> Iterator[Record]:
    """Yield the records of one part of the book, up to its end."""
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + length]
        if kind == _BLANK_END:
            return
        place += 4 + length


def _sheets(records: Iterator[Record]) -> Iterator[tuple[str, int]]:
    for kind, body in records:
        if kind == _SHEET:
            length, is_wide = body[6], body[7] & 1
            name = body[8 : 8 + length * (1 + is_wide)]
            yield name.decode("utf-16-le" if is_wide else "latin-1"), _number(body, 0)


def _number(body: bytes, place: int) -> int:
    (number,) = struct.unpack_from("<I", body, place)
    return int(number)


def _patterns(records: list[Record]) -> list[str]:
    """Give the number format of each look, empty for those that change no digits."""
    codes: dict[int, str] = dict(BUILT_IN)
    for kind, body in records:
        if kind == _PATTERN and len(body) > 5:  # noqa: PLR2004 # the header of its text
            number, length, flags = struct.unpack_from("<HHB", body)
            wide = flags & 1
            text = body[5 : 5 + length * (1 + wide)]
            code = text.decode("utf-16-le" if wide else "latin-1", "replace")
            codes[number] = plain_pattern(code)
    looks = (body for kind, body in records if kind == _LOOK)
    return [codes.get(struct.unpack_from("<H", body, 2)[0], "") for body in looks]


def _marks(records: Iterator[Record], patterns: list[str]) -> SheetMarks:
    found = SheetMarks()
    for kind, body in records:
        if kind == _ROW:
            if struct.unpack_from("<I", body, 12)[0] & _HIDDEN:
                found.hidden.add(struct.unpack_from("<H", body)[0])
        elif kind == _ERROR and body[7]:
            found.errors[_place(body)] = _word(_WORDS, body[6])
        elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:  # noqa: PLR2004 # an error
            found.errors[_place(body)] = _word(_WORDS, body[8])
        elif kind in {_NUMBER, _SHORT}:
            _note(found, _place(body), struct.unpack_from("<H", body, 4)[0], patterns)
        elif kind == _MANY:
            row, column = _place(body)
            for start in range(4, len(body) - 7, 6):
                look = struct.unpack_from("<H", body, start)[0]
                _note(found, (row, column + (start - 4) // 6), look, patterns)
    return found


def _word(words: Mapping[int, str], code: int) -> str:
    return words.get(code, "#N/A")


def _place(body: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", body)
    return int(row), int(column)


def _note(
    found: SheetMarks, place: tuple[int, int], look: int, patterns: list[str]
) -> None:
    if look < len(patterns) and patterns[look]:
        found.patterns[place] = patterns[look]
