"""What calamine does not tell of an .xlsx file: hidden rows, errors, number formats."""

import io
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.problems import GeneratorError
from generator.tables.document_text import local_name
from generator.tables.patterns import BUILT_IN, plain_pattern
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS
from generator.tables.zips import parse_xml, read_part

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Marks of one sheet, by 0-based row and column."""

    hidden: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    valueless: set[Place] = field(default_factory=set)
    patterns: dict[Place, str] = field(default_factory=dict)


def read_marks(name: str, data: bytes) -> dict[str, SheetMarks]:
    """Read the marks of every sheet by its name; GeneratorError for one too big."""
    patterns = _patterns(data)
    return {
        sheet: _marks(name, sheet, read_part(data, part), patterns)
        for sheet, part in _sheets(data)
    }


def _sheets(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name and the part of each sheet."""
    links = parse_xml(read_part(data, "xl/_rels/workbook.xml.rels"))
    targets = {
        link.get("Id"): posixpath.normpath(
            posixpath.join("/xl", link.get("Target") or "")
        ).lstrip("/")
        for link in (links if links is not None else ())
    }
    book = parse_xml(read_part(data, "xl/workbook.xml"))
    for sheet in book.iter("{*}sheet") if book is not None else ():
        part = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT))
        if part:
            yield sheet.get("name") or "", part


def _patterns(data: bytes) -> list[str]:
    """Give the number format of each style, empty for those that change no digits."""
    styles = parse_xml(read_part(data, "xl/styles.xml"))
    if styles is None:
        return []
    codes = {
        int(entry.get("numFmtId") or 0): plain_pattern(entry.get("formatCode") or "")
        for entry in styles.iter("{*}numFmt")
    }
    codes = {**BUILT_IN, **codes}
    used = styles.find("{*}cellXfs")
    return [
        codes.get(int(style.get("numFmtId") or 0), "")
        for style in (used if used is not None else ())
    ]


def _marks(name: str, sheet: str, content: bytes, patterns: list[str]) -> SheetMarks:
    found = SheetMarks()
    row, column = -1, -1
    for event, element in _walk(content):
        is_row = local_name(element) == "row"
        if event == "start" and is_row:
            row, column = int(element.get("r") or row + 2) - 1, -1
            if element.get("hidden") in {"1", "true"}:
                found.hidden.add(row)
        elif event == "end":
            if not is_row:
                row, column = _numbers(element.get("r") or "", (row, column + 1))
                if element.find("{*}v") is not None:
                    _refuse_far(name, sheet, row, column)
                _note_cell(found, (row, column), element, patterns)
            element.clear()
    return found


def _note_cell(
    found: SheetMarks, place: Place, cell: "etree._Element", patterns: list[str]
) -> None:
    """Note a cell that is an error, a formula without a result, or formatted."""
    value, kind = cell.findtext("{*}v") or "", cell.get("t") or "n"
    style = cell.get("s") or ""
    number = int(style) if style.isdecimal() else 0
    if kind == "e":
        found.errors[place] = value or "#N/A"
    elif not value and kind != "str" and cell.find("{*}f") is not None:
        found.valueless.add(place)
    elif value and kind == "n" and number < len(patterns) and patterns[number]:
        found.patterns[place] = patterns[number]


def _walk(content: bytes) -> Iterator[tuple[str, "etree._Element"]]:
    """Yield rows as they begin and cells and rows as they end, as far as it reads."""
    if not content:
        return
    walk = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=("{*}row", "{*}c"),
        resolve_entities=False,
        no_network=True,
        recover=True,
    )
    try:
        yield from walk
    except etree.XMLSyntaxError:
        return


def _numbers(name: str, otherwise: Place) -> Place:
    """Row and column of a cell called B2; files may leave names out."""
    found = _PLACE.fullmatch(name)
    if not found:
        return otherwise
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _refuse_far(name: str, sheet: str, row: int, column: int) -> None:
    """Refuse a sheet whose far corner would need the memory of all between."""
    if row >= MOST_ROWS or column >= MOST_COLUMNS:
        message = (
            f"“{name}”读不了：工作表“{sheet}”在第 {row + 1} 行第 {column + 1} 列还有内容，"
            "请删去用不着的行和列再导入。"
        )
        raise GeneratorError(message)
