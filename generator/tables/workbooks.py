"""Spreadsheets: .xlsx, .xls and .ods through python-calamine."""

import io
from collections.abc import Iterator, Mapping, Sequence

import python_calamine as calamine

from generator.problems import GeneratorError
from generator.tables.biff_bounds import is_bounded
from generator.tables.biff_marks import read_old_marks
from generator.tables.cell_texts import Cell, cell_text, is_inexact
from generator.tables.formats import Form
from generator.tables.grid import Fault, Grid, Merge
from generator.tables.ole import has_end
from generator.tables.panics import is_panic, unheard
from generator.tables.rectangles import MOST_COLUMNS, MOST_ROWS
from generator.tables.sheet_marks import SheetMarks, read_marks
from generator.tables.trial import survives

_LONG = "超过 15 位的数字，表格里只剩前 15 位是准的，请对照原件改成文本"
_EMPTY_FORMULA = "公式没有算出结果，请在 Excel 或 WPS 里打开、保存一次"
_COVERED = "合并单元格下面还盖着“{}”，看不见，没有读"


def read_workbook(name: str, data: bytes, form: Form) -> list[Grid]:
    """Read every sheet (工作表); GeneratorError for what cannot be read."""
    if form is Form.XLS and not (has_end(data) and is_bounded(data) and survives(data)):
        raise _unreadable(name)
    try:
        marks = _marks(name, data, form)
        with unheard():
            return list(_grids(data, marks))
    except calamine.PasswordError:
        message = f"“{name}”读不了：这个文件加了密码，请去掉密码、另存一份再导入。"
        raise GeneratorError(message) from None
    except GeneratorError:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or is_panic(error):
            raise _unreadable(name) from error
        raise


def _grids(data: bytes, marks: Mapping[str, SheetMarks]) -> Iterator[Grid]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for sheet in book.sheets_metadata:
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet:
            yield _grid(book, sheet, marks.get(sheet.name, SheetMarks()))


def _marks(name: str, data: bytes, form: Form) -> dict[str, SheetMarks]:
    if form is Form.XLSX:
        return read_marks(name, data)
    return read_old_marks(data) if form is Form.XLS else {}


def _unreadable(name: str) -> GeneratorError:
    return GeneratorError(
        f"“{name}”读不了：文件坏了，或不是表格。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。"
    )


def _grid(
    book: calamine.CalamineWorkbook, about: calamine.SheetMetadata, marks: SheetMarks
) -> Grid:
    sheet = book.get_sheet_by_name(about.name)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        message = (
            f"工作表“{about.name}”太大（{sheet.total_height} 行 {sheet.total_width} 列），"
            "请删去用不着的行和列再导入。"
        )
        raise GeneratorError(message)
    values = sheet.to_python(skip_empty_area=False)
    faults = list(_number_faults(values))
    texts = [
        [
            cell_text(value, marks.patterns.get((row, column), ""))
            for column, value in enumerate(cells)
        ]
        for row, cells in enumerate(values)
    ]
    faults += _overlay(texts, marks)
    merges = [
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    faults += _uncover(texts, merges)
    return Grid(
        about.name,
        tuple(tuple(row) for row in texts),
        tuple(merges),
        faults=tuple(faults),
        hidden=frozenset(marks.hidden),
        is_hidden=about.visible != calamine.SheetVisibleEnum.Visible,
    )


def _number_faults(values: Sequence[Sequence[Cell]]) -> list[Fault]:
    return [
        Fault(row, column, _LONG)
        for row, cells in enumerate(values)
        for column, value in enumerate(cells)
        if is_inexact(value)
    ]


def _overlay(texts: list[list[str]], marks: SheetMarks) -> list[Fault]:
    """Put the error words that calamine leaves out into their cells, and tell them."""
    faults = [Fault(*place, _EMPTY_FORMULA) for place in sorted(marks.valueless)]
    for (row, column), word in sorted(marks.errors.items()):
        while len(texts) <= row:
            texts.append([])
        cells = texts[row]
        cells += [""] * (column + 1 - len(cells))
        cells[column] = word
        faults.append(Fault(row, column, f"公式出错（{word}），请改成正确的内容"))
    return faults


def _uncover(texts: list[list[str]], merges: Sequence[Merge]) -> list[Fault]:
    """Empty the cells that a merged range covers: nobody sees what is in them."""
    faults = []
    for merge in merges:
        first = _at(texts, merge.top, merge.left)
        for row in range(merge.top, min(merge.bottom + 1, len(texts))):
            for column in range(merge.left, min(merge.right + 1, len(texts[row]))):
                text = texts[row][column]
                if not text or (row, column) == (merge.top, merge.left):
                    continue
                texts[row][column] = ""
                if text != first:
                    faults.append(Fault(row, column, _COVERED.format(text)))
    return faults


def _at(texts: list[list[str]], row: int, column: int) -> str:
    return texts[row][column] if row < len(texts) and column < len(texts[row]) else ""
