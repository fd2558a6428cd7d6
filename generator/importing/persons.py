"""Names of people in the rows of a list (责任人): written only where the office shows them."""

from dataclasses import replace

from generator.model.office import Office
from generator.understanding.understood import CellPlace, Remark, Row

PERSON = "person"


def without_names(
    row: Row, office: Office | None, sheet: str
) -> tuple[Row, tuple[Remark, ...]]:
    """Take out a name that the site would never show; the file is public as well."""
    if not row.cells.get(PERSON) or (office and office.names != "post"):
        return row, ()
    place = CellPlace(sheet, row.number, row.headings.get(PERSON, ""))
    remark = Remark(
        place,
        "姓名没有写进文件：这里只公开岗位，不公开姓名。",
        "请写责任岗位；要公布姓名，请先改街道文件里的姓名公开方式（names）。",
    )
    cells, values = dict(row.cells), dict(row.values)
    del cells[PERSON]
    values.pop(PERSON, None)
    return replace(row, cells=cells, values=values), (remark,)
