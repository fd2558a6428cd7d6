"""The rows of a table of contacts or communities, with places and what must not go in."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.loading.personal import find_personal, redact
from generator.problems import Severity
from generator.understanding.understood import CellPlace, Remark, Row, Understood

NOTHING = {"", "无", "/", "-", "—", "——", "--", "暂无", "\\", "同上"}
_ABOVE = {"省", "省份", "市", "地市", "区县", "县", "区", "县区", "县市区"}
PHONE_FIELDS = ("phone", "accept_phone", "duty_phone", "supervision")
"""Columns in which phones stand; what else they hold is said, never written."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One row: the cells by field, none that says nothing, and their headings."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    columns: frozenset[str]
    headings: Mapping[str, str]

    def place(self, field: str = "") -> CellPlace:
        """Say where a cell of this row stands."""
        return CellPlace(self.sheet, self.number, self.headings.get(field, ""))

    def text(self, *fields: str) -> str:
        """The text of the first of these fields that has one, else empty."""
        return next((self.cells[f] for f in fields if self.cells.get(f)), "")

    def is_emptied(self, field: str) -> bool:
        """Tell that the table has this column and that the cell is empty."""
        return field in self.columns and not self.cells.get(field)


def contact_rows(understood: Understood) -> tuple[list[ContactRow], list[Remark]]:
    """Give the rows; a personal number outside of the phones is said and left out."""
    remarks: list[Remark] = []
    rows = []
    above: set[str] = set()
    for row in understood.rows:
        cells = {
            field: text.strip()
            for field, text in row.cells.items()
            if text.strip() not in NOTHING
        }
        kept = _without_personal(understood.sheet, row, cells, remarks)
        if "note" in kept:
            kept["note"] = _without_above(kept["note"], above)
        columns = frozenset(row.cells)
        rows.append(
            ContactRow(understood.sheet, row.number, kept, columns, row.headings)
        )
    if above:
        place = CellPlace(understood.sheet, understood.rows[0].number, "")
        what = "、".join(sorted(above))
        remarks.append(
            Remark(place, f"{what}这几列没有写进文件：街道文件不写上级的区划。")
        )
    return rows, remarks


def _without_above(note: str, above: set[str]) -> str:
    """Leave out the columns of province, city and district, which no street has."""
    kept = []
    for line in note.split("\n"):
        label = line.partition("：")[0]
        if label in _ABOVE:
            above.add(f"“{label}”")
        else:
            kept.append(line)
    return "\n".join(kept)


def _without_personal(
    sheet: str, row: Row, cells: Mapping[str, str], remarks: list[Remark]
) -> dict[str, str]:
    kept: dict[str, str] = {}
    for field, text in cells.items():
        found = [f for f in find_personal(text) if f.severity is Severity.ERROR]
        if not found or field in PHONE_FIELDS:
            kept[field] = text
            continue
        place = CellPlace(sheet, row.number, row.headings.get(field, ""))
        remarks.append(personal_remark(place, found[0].name, redact(text)))
    return kept


def personal_remark(place: CellPlace, name: str, shown: str) -> Remark:
    """Say that a personal number was left out; `shown` has it hidden already."""
    return Remark(
        place,
        f"这里有{name}（{shown}），个人信息不能公布，没有写进文件。",
        "请在表格里改成办公室的固定电话，或删去，再导入一次。",
    )
