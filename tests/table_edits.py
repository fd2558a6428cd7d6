"""Twelve edits that a clerk makes in an exported list, whatever the program.

They are made on the services of the sample's 东门街道, one after another in this order.
"""

from collections.abc import Callable

from tests.table_editing import Sheet

Edit = Callable[[Sheet], None]
ELDER, DIBAO, BIRTH = "老年人优待证办理", "最低生活保障申请", "出生一件事联办"
NEW = {
    "事项名称": "高龄津贴申领",
    "类别": "养老服务",
    "承办机构": "便民服务中心",
    "依据": "《某市高龄津贴办法》第三条",
}


def heading_row(sheet: Sheet) -> int:
    """Find the row of the headings."""
    return next(at for at, row in enumerate(sheet.rows()) if "事项名称" in row)


def find_row(sheet: Sheet, title: str) -> int:
    """Find the row of a matter."""
    return next(at for at, row in enumerate(sheet.rows()) if title in row)


def find_column(sheet: Sheet, heading: str) -> int:
    """Find a column by its heading."""
    return sheet.rows()[heading_row(sheet)].index(heading)


def fill(sheet: Sheet, title: str, heading: str, text: str) -> None:
    """Write into the cell of a matter."""
    sheet.write(find_row(sheet, title), find_column(sheet, heading), text)


def change_a_text(sheet: Sheet) -> None:
    """Change the conditions of a matter."""
    fill(sheet, DIBAO, "办理条件", "本街道户籍，家庭人均收入低于标准。")


def change_a_phone(sheet: Sheet) -> None:
    """Change a phone."""
    fill(sheet, DIBAO, "咨询电话", "000-8800 1299")


def change_a_time_limit(sheet: Sheet) -> None:
    """Change a time limit."""
    fill(sheet, ELDER, "办理时限", "3个工作日")


def clear_a_cell(sheet: Sheet) -> None:
    """Clear a cell."""
    fill(sheet, DIBAO, "收费", "")


def add_a_row(sheet: Sheet) -> None:
    """Add a matter below another, with the few cells that a clerk fills."""
    headings = sheet.rows()[heading_row(sheet)]
    texts = [NEW.get(heading, "") for heading in headings]
    sheet.insert(find_row(sheet, ELDER) + 1, texts)


def delete_a_row(sheet: Sheet) -> None:
    """Delete a matter."""
    sheet.delete(find_row(sheet, BIRTH))


def reorder_rows(sheet: Sheet) -> None:
    """Move the first matter below the others."""
    row = find_row(sheet, DIBAO)
    texts = sheet.rows()[row]
    sheet.delete(row)
    sheet.insert(find_row(sheet, NEW["事项名称"]) + 1, texts)


def merge_cells(sheet: Sheet) -> None:
    """Merge the equal categories of two neighbours."""
    row = find_row(sheet, ELDER)
    sheet.merge_down(find_column(sheet, "类别"), row, row + 1)


def widen_digits(sheet: Sheet) -> None:
    """Write digits full width."""
    fill(sheet, ELDER, "办理窗口", "３号窗口")


def leave_rows_empty(sheet: Sheet) -> None:
    """Leave empty rows below the heading and above the last matter."""
    empty = [""] * len(sheet.rows()[0])
    sheet.insert(find_row(sheet, DIBAO), empty)
    sheet.insert(heading_row(sheet) + 1, empty)


def rename_columns(sheet: Sheet) -> None:
    """Call columns by the names of another city."""
    row = heading_row(sheet)
    names = {"承办机构": "责任科室", "咨询电话": "联系电话", "依据": "法律\n依据"}
    for heading, name in names.items():
        sheet.write(row, find_column(sheet, heading), name)


def add_a_title(sheet: Sheet) -> None:
    """Put one more title line above."""
    sheet.insert(0, ["附件1", *[""] * (len(sheet.rows()[0]) - 1)])


EDITS: tuple[Edit, ...] = (
    change_a_text,
    change_a_phone,
    change_a_time_limit,
    clear_a_cell,
    add_a_row,
    delete_a_row,
    reorder_rows,
    merge_cells,
    widen_digits,
    leave_rows_empty,
    rename_columns,
    add_a_title,
)
