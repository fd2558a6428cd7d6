"""Tables in saved web pages (.html, .mht), and in spreadsheets that are pages."""

import email
import re
from collections.abc import Iterator

from lxml import etree

from generator.problems import GeneratorError
from generator.tables.encodings import decode
from generator.tables.grid import Grid
from generator.tables.page_text import element_text, is_hidden, tidy, tokens
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS, Span
from generator.tables.story import TableBlock, is_frame, to_grids

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name


def read_page(name: str, data: bytes) -> list[Grid]:
    """Read every table (网页里的表格) of a page, the innermost of nested ones."""
    found = _CHARSET.search(data[:_HEAD])
    text = decode(data, found[1].decode("ascii") if found else "") or ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return []
    if root.find(".//frameset") is not None and root.find(".//table") is None:
        message = (
            f"“{name}”读不了：表格不在这个文件里，而在旁边的文件夹里。"
            "请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。"
        )
        raise GeneratorError(message)
    return to_grids(_blocks(root))


def read_archive(name: str, data: bytes) -> list[Grid]:
    """Read every table of the pages in a web archive (单个文件网页)."""
    grids: list[Grid] = []
    for part in email.message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            grids += _of_part(name, content, part.get_content_charset() or "")
    return grids


def _of_part(name: str, content: bytes, charset: str) -> list[Grid]:
    if b"<frameset" in content.lower():
        return []
    text = decode(content, charset) or ""
    return read_page(name, text.encode())


def _blocks(root: Element) -> Iterator[str | TableBlock]:
    """Yield paragraphs and tables in order."""
    pieces: list[str] = []
    for token in tokens(root, _is_table):
        if isinstance(token, str):
            pieces.append(token)
            continue
        yield from tidy("".join(pieces)).split("\n")
        pieces = []
        yield _table(token)
    yield from tidy("".join(pieces)).split("\n")


def _is_table(element: Element) -> bool:
    """Tell a table with data from one that only places other tables."""
    if element.tag != "table":
        return False
    return element.find(".//table") is None or not is_frame(
        [
            "" if cell.find(".//table") is not None else element_text(cell)
            for cell in row
        ]
        for row in _rows(element)
    )


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _table(table: Element) -> TableBlock:
    rows = list(_rows(table))
    if len(rows) > MOST_ROWS:
        message = "网页里的表格太大，请分成几个再导入。"
        raise GeneratorError(message)
    caption = table.find("caption")
    return TableBlock(
        [[_span(cell) for cell in row if cell.tag in {"td", "th"}] for row in rows],
        name=element_text(caption) if caption is not None else "",
        hidden=frozenset(i for i, row in enumerate(rows) if is_hidden(row)),
    )


def _span(cell: Element) -> Span:
    return Span(
        element_text(cell),
        _reach(cell.get("colspan"), MOST_COLUMNS),
        _reach(cell.get("rowspan"), MOST_ROWS),
    )


def _reach(value: str | None, most: int) -> int:
    """A span as browsers read it: a number, else one; 0 reaches to the end."""
    number = (value or "").strip()
    if not number.isascii() or not number.isdecimal():
        return 1
    return min(int(number[:7]) or most, most)
