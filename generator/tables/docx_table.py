"""The XML of a table in a Word document: borders, merged cells, repeated headings.

Built directly: python-docx walks the whole table again for every cell.
"""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from generator.tables.grid import Merge
from generator.tables.sheets import SheetOut

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TWIPS = 20  # in a point


def table_element(sheet: SheetOut, room: int, size: float) -> Element:
    """Make the `w:tbl` of a table that fills `room` points, in letters of that size."""
    half_points = str(round(size * 2))
    total = sum(sheet.widths)
    widths = [room * _TWIPS * width // total for width in sheet.widths]
    table = _new("w:tbl")
    table.append(_properties())
    grid = _add(table, "w:tblGrid")
    for width in widths:
        _add(grid, "w:gridCol", w=str(width))
    for cells in sheet.header:
        row = _add(table, "w:tr")
        about = _add(row, "w:trPr")
        _add(about, "w:cantSplit")
        _add(about, "w:tblHeader")
        for text, width in zip(cells, widths, strict=True):
            _add_cell(row, text, width, half_points, is_heading=True)
    for number, cells in enumerate(sheet.rows):
        row = _add(table, "w:tr")
        for column, text in enumerate(cells):
            merge = _merge_at(sheet.merges, number, column)
            if merge is None or merge.left == column:
                span = (merge.right - merge.left + 1) if merge else 1
                width = sum(widths[column : column + span])
                cell = _add_cell(row, text, width, half_points, is_heading=False)
                _set_merge(cell, merge, number, span)
    return table


def _merge_at(merges: tuple[Merge, ...], row: int, column: int) -> Merge | None:
    return next(
        (
            merge
            for merge in merges
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right
        ),
        None,
    )


def _set_merge(cell: Element, merge: Merge | None, row: int, span: int) -> None:
    about = cell.find(qn("w:tcPr"))
    if about is None:
        return
    if span > 1:
        _add(about, "w:gridSpan", val=str(span))
    if merge and merge.bottom > merge.top:
        _add(about, "w:vMerge", val="restart" if row == merge.top else "continue")


def _properties() -> Element:
    about = _new("w:tblPr")
    _add(about, "w:tblW", w="5000", type="pct")
    borders = _add(about, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, f"w:{side}", val="single", sz="4", space="0", color="000000")
    _add(about, "w:tblLayout", type="fixed")
    inside = _add(about, "w:tblCellMar")
    for side in ("left", "right"):
        _add(inside, f"w:{side}", w="40", type="dxa")
    return about


def _add_cell(
    row: Element, text: str, width: int, size: str, *, is_heading: bool
) -> Element:
    cell = _add(row, "w:tc")
    about = _add(cell, "w:tcPr")
    _add(about, "w:tcW", w=str(width), type="dxa")
    paragraph = _add(cell, "w:p")
    layout = _add(paragraph, "w:pPr")
    _add(layout, "w:spacing", after="0")
    if is_heading:
        _add(layout, "w:jc", val="center")
    run = _add(paragraph, "w:r")
    font = _add(run, "w:rPr")
    if is_heading:
        _add(font, "w:rFonts", ascii="黑体", hAnsi="黑体", eastAsia="黑体")
        _add(font, "w:b")
    _add(font, "w:sz", val=size)
    _add(font, "w:szCs", val=size)
    for piece in _pieces(text):
        run.append(piece)
    return cell


def _pieces(text: str) -> Iterator[Element]:
    for number, line in enumerate(_CONTROLS.sub("", text).split("\n")):
        if number:
            yield _new("w:br")
        piece = _new("w:t")
        piece.text = line
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield piece


def _new(tag: str) -> Element:
    return OxmlElement(tag)


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    child = _new(tag)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child
