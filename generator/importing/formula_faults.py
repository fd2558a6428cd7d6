"""Cells in which a formula failed (公式出错): they say nothing, and are told of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.understanding.understood import CellPlace, Remark, Row, Understood

_FAILED = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|#{3,}"
)


def without_failed(understood: Understood) -> tuple[tuple[Row, ...], list[Remark]]:
    """Give the rows without cells that failed, as if these had no column, and say so.

    A cell of which something was said already is not told of twice.
    """
    said = {remark.place for remark in understood.remarks}
    rows: list[Row] = []
    remarks: list[Remark] = []
    for row in understood.rows:
        failed = {name: text for name, text in row.cells.items() if _is_failed(text)}
        rows.append(_without(row, failed) if failed else row)
        told = _told(understood.sheet, row, failed)
        remarks += [remark for remark in told if remark.place not in said]
    return tuple(rows), remarks


def _is_failed(text: str) -> bool:
    return text.startswith("#") and _FAILED.fullmatch(text.strip()) is not None


def _without(row: Row, failed: dict[str, str]) -> Row:
    cells = {name: text for name, text in row.cells.items() if name not in failed}
    values = {name: value for name, value in row.values.items() if name not in failed}
    return replace(row, cells=cells, values=values)


def _told(sheet: str, row: Row, failed: dict[str, str]) -> Iterator[Remark]:
    for name, text in failed.items():
        place = CellPlace(sheet, row.number, row.headings.get(name, ""))
        yield Remark(
            place,
            f"公式出错（{text}），这一格没有读。",
            "请在表格里改成正确的内容，再导入一次。",
        )
