"""Tables in Word documents (.docx), with the paragraphs around them.

Read from the document's own XML: python-docx does not tell where merged cells
end, and repeats their text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from generator.problems import GeneratorError
from generator.tables.document_numbers import write_out_numbers
from generator.tables.document_text import (
    local_name,
    paragraph_text,
    property_value,
)
from generator.tables.grid import Fault, Grid
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS, Span
from generator.tables.story import TableBlock, is_frame, to_grids
from generator.tables.zips import parse_xml, read_part

_WRAPPERS = {"sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"}
_TRACKED = "这一格有没有接受的修订，按修订以后的文字读，请先在 Word 里接受或拒绝修订"

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name


def read_document(name: str, data: bytes) -> list[Grid]:
    """Read every table (表格) of a document; GeneratorError where it has no body."""
    root = parse_xml(read_part(data, "word/document.xml"))
    body = root.find("{*}body") if root is not None else None
    if body is None:
        message = (
            f"“{name}”读不了：文件坏了。请在 Word 或 WPS 里打开，另存为 .docx 再导入。"
        )
        raise GeneratorError(message)
    write_out_numbers(
        body,
        parse_xml(read_part(data, "word/numbering.xml")),
        parse_xml(read_part(data, "word/styles.xml")),
    )
    return to_grids(_blocks(body))


def _blocks(container: Element) -> Iterator[str | TableBlock]:
    """Yield paragraphs and tables in order; a frame is taken apart into its cells."""
    for block in _children(container, {"p", "tbl"}):
        if local_name(block) == "p":
            yield paragraph_text(block)
        elif _holds_tables(block) and is_frame(_own_texts(block)):
            for row in _children(block, {"tr"}):
                for cell in _children(row, {"tc"}):
                    yield from _blocks(cell)
        else:
            yield _table(block)


def _children(parent: Element, wanted: set[str]) -> Iterator[Element]:
    """Children of these tags, also inside content controls and insertions."""
    for child in parent:
        tag = local_name(child)
        if tag in wanted:
            yield child
        elif tag in _WRAPPERS:
            yield from _children(child, wanted)


def _holds_tables(table: Element) -> bool:
    return table.find(".//{*}tbl") is not None


def _own_texts(table: Element) -> Iterator[list[str]]:
    for row in _children(table, {"tr"}):
        yield [
            "".join(paragraph_text(block) for block in _children(cell, {"p"}))
            for cell in _children(row, {"tc"})
        ]


def _table(table: Element) -> TableBlock:
    rows = [row for row in _children(table, {"tr"}) if not _is_deleted(row)]
    if len(rows) > MOST_ROWS:
        message = "文件里的表格太大，请分成几个再导入。"
        raise GeneratorError(message)
    placed = [list(_placed(row)) for row in rows]
    more = [{cell.left for cell in row if cell.continues} for row in placed]
    spans = [
        [
            Span(cell.text, cell.width, _reach(more, number, cell.left))
            for cell in row
            if not (cell.continues and number)
        ]
        for number, row in enumerate(placed)
    ]
    faults = tuple(
        Fault(number, cell.left, _TRACKED)
        for number, row in enumerate(placed)
        for cell in row
        if cell.is_tracked
    )
    return TableBlock(spans, faults=faults)


class _Cell(NamedTuple):
    """A cell at its 0-based column; `continues` the merged one above it."""

    left: int
    width: int
    text: str
    continues: bool
    is_tracked: bool


def _placed(row: Element) -> Iterator[_Cell]:
    """Yield the cells of a row with their columns, left-out ones as empty cells."""
    left = 0
    for skipped in _numbers(row, "gridBefore"):
        yield _Cell(0, skipped, "", continues=False, is_tracked=False)
        left = skipped
    for cell in _children(row, {"tc"}):
        width = next(_numbers(cell, "gridSpan"), 1)
        merge = cell.find("{*}tcPr/{*}vMerge")
        continues = merge is not None and property_value(merge) in {"", "continue"}
        text = "" if continues else _cell_text(cell)
        yield _Cell(left, width, text, continues, _is_tracked(cell))
        left += width


def _reach(more: list[set[int]], number: int, left: int) -> int:
    """Count the rows that a cell covers: its own and those that continue it."""
    end = number + 1
    while end < len(more) and left in more[end]:
        end += 1
    return end - number


def _numbers(element: Element, tag: str) -> Iterator[int]:
    """Yield a property of a row or a cell, where it is a number that can be."""
    for found in element.iterfind(f"{{*}}{local_name(element)}Pr/{{*}}{tag}"):
        value = property_value(found)
        if value.isdecimal() and 0 < int(value) <= MOST_COLUMNS:
            yield int(value)


def _cell_text(cell: Element) -> str:
    """The paragraphs of a cell, a line for each; a table within as lines too."""
    lines = []
    for block in _children(cell, {"p", "tbl"}):
        if local_name(block) == "p":
            lines.append(paragraph_text(block))
        else:
            lines += [" ".join(filter(None, texts)) for texts in _own_texts(block)]
    return "\n".join(lines).strip()


def _is_deleted(row: Element) -> bool:
    return row.find("{*}trPr/{*}del") is not None


def _is_tracked(cell: Element) -> bool:
    return any(True for _ in cell.iter("{*}ins", "{*}del"))
