"""Every table of a file, whatever its form."""

from collections.abc import Callable

from generator.problems import GeneratorError
from generator.tables.delimited import read_delimited
from generator.tables.documents import read_document
from generator.tables.formats import Form, recognise
from generator.tables.grid import Grid
from generator.tables.pages import read_archive, read_page
from generator.tables.rectangles import cut
from generator.tables.spreadsheet_xml import read_spreadsheet_xml
from generator.tables.workbooks import read_workbook

_READERS: dict[Form, Callable[[str, bytes], list[Grid]]] = {
    Form.DOCX: read_document,
    Form.HTML: read_page,
    Form.MHT: read_archive,
    Form.SPREADSHEET_XML: read_spreadsheet_xml,
    Form.TEXT: read_delimited,
}


def open_tables(name: str, data: bytes) -> tuple[Grid, ...]:
    """Read all tables (表格) of a file in their order, empty ones left out.

    `name` is what the file is called, for messages; its form is told from `data`.
    Raises GeneratorError with a sentence saying what the file is and what to do,
    where no table can be read from it.
    """
    form = recognise(name, data)
    reader = _READERS.get(form)
    grids = reader(name, data) if reader else read_workbook(name, data, form)
    kept = tuple(grid for grid in map(cut, grids) if grid is not None)
    if not kept:
        message = f"“{name}”里没有表格，或表格是空的。请核对选对了文件。"
        raise GeneratorError(message)
    return kept
