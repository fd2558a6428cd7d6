"""Exported tables in which a clerk has made a typical mistake (填表的差错)."""

from datetime import date
from functools import partial
from pathlib import Path

from generator.export.office_tables import list_sheet
from generator.model.lists import ListKey
from generator.pipeline import examine
from generator.tables import write_xlsx
from tests.table_editing import Sheet, open_sheet
from tests.table_edits import (
    DIBAO,
    ELDER,
    Edit,
    fill,
    find_column,
    find_row,
    heading_row,
)

IN_FORCE = date(2026, 11, 22)


def table_of(root: Path, address: str, *edits: Edit) -> bytes:
    """Write a list as a workbook, with edits."""
    resolved = examine(root, IN_FORCE).resolved
    key = ListKey(*address.split("/"))
    current = resolved.on(key, IN_FORCE)
    assert current
    office = resolved.catalog.offices.get(key.owner)
    sheet = open_sheet("list.xlsx", write_xlsx(list_sheet(current, office)))
    for edit in edits:
        edit(sheet)
    return sheet.save()


def wrong(heading: str, text: str) -> Edit:
    """Write something into a cell of the first matter."""
    return partial(_fill, heading=heading, text=text)


def _fill(sheet: Sheet, heading: str, text: str) -> None:
    fill(sheet, DIBAO, heading, text)


def doubled_row(sheet: Sheet) -> None:
    """Copy a row, as happens with the fill handle."""
    row = find_row(sheet, DIBAO)
    sheet.insert(row + 1, sheet.rows()[row])


def nameless_row(sheet: Sheet) -> None:
    """Add a row and forget what it is called."""
    texts = [""] * len(sheet.rows()[0])
    texts[find_column(sheet, "承办机构")] = "社会事务办公室"
    sheet.insert(find_row(sheet, ELDER) + 1, texts)


def lost_title(sheet: Sheet) -> None:
    """Clear the name of a matter."""
    fill(sheet, DIBAO, "事项名称", "")


def sum_below(sheet: Sheet) -> None:
    """Add up below the table."""
    last = len(sheet.rows())
    texts = [""] * len(sheet.rows()[0])
    texts[0], texts[1] = "合计", "4项"
    sheet.insert(last, texts)


def dotted_date(sheet: Sheet) -> None:
    """Write the day into the title lines the way people say it."""
    for row, texts in enumerate(sheet.rows()):
        if "施行日期" in texts[0]:
            sheet.write(row, 0, "施行日期：2026.12.1\u3000项数：4")


def merged_heading(sheet: Sheet) -> None:
    """Merge two headings, as one does who wants a wider one."""
    row = heading_row(sheet)
    column = find_column(sheet, "咨询电话")
    sheet.write(row, column - 1, "责任岗位、咨询电话")
    sheet.write(row, column, "")


def no_matters(sheet: Sheet) -> None:
    """Delete every matter."""
    while len(sheet.rows()) > heading_row(sheet) + 1:
        sheet.delete(heading_row(sheet) + 1)


def broken_reference(sheet: Sheet) -> None:
    """Leave a cell whose formula lost what it pointed to."""
    fill(sheet, DIBAO, "依据", "#REF!")
