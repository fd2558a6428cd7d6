"""Columns that name people (姓名): what they hold never goes to a note, it would be public."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.understanding.columns import OTHER, Placed
from generator.understanding.fitting import Told
from generator.understanding.line_breaks import has_han
from generator.understanding.understood import CellPlace

PEOPLE = "people"
"""Where a text stands in a row that names people and has no field of ours."""

_NAMED = re.compile(
    "姓名|联系人|负责人|责任人|经办人|承办人|办理人|联络员|网格员|包保|分管领导|领导姓名"
    "|[AB][岗角]|首席|人员名单",
    re.IGNORECASE,
)


def names_people(heading: str) -> bool:
    """Tell whether a column is headed as one with people's names."""
    return _NAMED.search(heading) is not None


def with_people(
    placed: Sequence[Placed], cells: Sequence[Sequence[str]]
) -> tuple[Placed, ...]:
    """Keep columns of names that have no field out of the note; phones may stay."""
    return tuple(
        replace(column, field=PEOPLE, how="姓名不放进备注，免得公布出去")
        if column.field == OTHER
        and names_people(column.heading)
        and any(map(has_han, cells[column.index]))
        else column
        for column in placed
    )


def tell_people(placed: Sequence[Placed], sheet: str, row: int, told: Told) -> None:
    """Say of each such column that it was left out, and where names belong."""
    for column in placed:
        if column.field == PEOPLE:
            told.remark(
                CellPlace(sheet, row, column.heading),
                "这一栏像是姓名，没有写进文件：备注会公布出去。",
                "要公布姓名，请写在街道文件的岗位里，由姓名公开方式（names）决定怎样显示。",
            )
