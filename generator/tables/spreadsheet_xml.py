"""Excel 2003 XML (XML 表格), which many programs write under the name of .xls."""

from collections.abc import Iterator

from lxml import etree

from generator.problems import GeneratorError
from generator.tables.cell_texts import cell_text
from generator.tables.grid import Fault, Grid, Merge
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS
from generator.tables.zips import parse_xml

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name


def read_spreadsheet_xml(name: str, data: bytes) -> list[Grid]:
    """Read every sheet of such a file."""
    root = parse_xml(data)
    sheets = root.iter(f"{_SS}Worksheet") if root is not None else ()
    return [_grid(name, sheet) for sheet in sheets]


def _grid(name: str, sheet: Element) -> Grid:
    texts: dict[tuple[int, int], str] = {}
    merges, faults, hidden = [], [], set()
    row = -1
    for line in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        row = _count(line, "Index", row + 2) - 1
        if line.get(f"{_SS}Hidden") == "1":
            hidden.add(row)
        for column, cell in _cells(line):
            if row >= MOST_ROWS or column >= MOST_COLUMNS:
                message = f"“{name}”读不了：表格太大，请删去用不着的行和列再导入。"
                raise GeneratorError(message)
            across, down = _count(cell, "MergeAcross", 0), _count(cell, "MergeDown", 0)
            if across or down:
                merges.append(Merge(row, column, row + down, column + across))
            kind, text = _value(cell)
            texts[row, column] = text
            if kind == "Error":
                sentence = f"公式出错（{text}），请改成正确的内容"
                faults.append(Fault(row, column, sentence))
    height = max((place[0] for place in texts), default=-1) + 1
    width = max((place[1] for place in texts), default=-1) + 1
    return Grid(
        sheet.get(f"{_SS}Name") or "",
        tuple(
            tuple(texts.get((row, column), "") for column in range(width))
            for row in range(height)
        ),
        tuple(merges),
        faults=tuple(faults),
        hidden=frozenset(hidden),
    )


def _cells(line: Element) -> Iterator[tuple[int, Element]]:
    column = -1
    for cell in line.iterfind(f"{_SS}Cell"):
        column = _count(cell, "Index", column + 2) - 1
        yield column, cell
        column += _count(cell, "MergeAcross", 0)


def _value(cell: Element) -> tuple[str, str]:
    """The kind of a value and its text as a reader sees it."""
    data = next(cell.iter("{*}Data"), None)
    if data is None:
        return "", ""
    kind, text = data.get(f"{_SS}Type") or "", "".join(map(str, data.itertext()))
    if kind == "Number":
        try:
            return kind, cell_text(float(text))
        except ValueError:
            return kind, text
    if kind == "DateTime":
        return kind, text.split("T")[0] if text.endswith("T00:00:00.000") else text
    if kind == "Boolean":
        return kind, cell_text(text == "1")
    return kind, cell_text(text)


def _count(element: Element, name: str, otherwise: int) -> int:
    value = element.get(f"{_SS}{name}") or ""
    return int(value) if value.isdecimal() and len(value) < 8 else otherwise  # noqa: PLR2004 # digits of any sheet
