"""What is said of a table's layout: merged cells, groups, sections, sums, faults."""

from collections.abc import Sequence

from generator.understanding.columns import Placed
from generator.understanding.filling import (
    PAGE,
    REMARK,
    SECTION,
    SIGNATURE,
    SUM,
    Body,
)
from generator.understanding.fitting import Told
from generator.understanding.regions import Region
from generator.understanding.understood import CellPlace

_ASIDES = {
    SECTION: "是分组标题，作为下面各行的类别",
    SUM: "是合计，没有当作事项",
    REMARK: "是说明，没有当作事项",
    SIGNATURE: "是落款，没有当作事项",
    PAGE: "是页眉、页脚或水印，没有当作事项",
}
_QUOTED = 60


def tell_layout(
    region: Region,
    body: Body,
    columns: Sequence[Placed],
    groups: Sequence[int],
    told: Told,
) -> None:
    """Say what was understood of the layout, once for each column or row."""
    headings = {c.index: c.heading for c in columns if c.heading}
    first = body.lines[0].number if body.lines else region.start + 1
    for index in sorted(region.merged & headings.keys()):
        place = CellPlace(region.sheet, first, headings[index])
        told.repair(place, "合并的单元格", "每一行都写上", "拆开合并的单元格")
    for index in groups:
        place = CellPlace(region.sheet, first, headings[index])
        told.repair(place, "下面几行空着", "与上面相同", "空着的格沿用上面的值")
    for line, what in body.asides:
        text = " ".join(
            dict.fromkeys(t for c in line.texts if (t := " ".join(c.split())))
        )
        place = CellPlace(line.sheet, line.number, "")
        told.remark(place, f"“{_cut(text)}”{_ASIDES[what]}。")
    for line in body.joined:
        place = CellPlace(line.sheet, line.number, "")
        told.remark(
            place,
            "这一行没有事项名称，接到上一行的事项里。",
            "若是另一件事，请写上名称。",
        )
    _tell_sheet(region, headings, told)


def _tell_sheet(region: Region, headings: dict[int, str], told: Told) -> None:
    for number in region.repeats:
        place = CellPlace(region.sheet, number, "")
        told.remark(place, "表头又出现一次，已跳过。")
    for number in region.hidden:
        place = CellPlace(region.sheet, number, "")
        told.remark(
            place, "这一行在表格里是隐藏的，也读了。", "不要的话，请在表里删去。"
        )
    for fault in region.faults:
        place = CellPlace(region.sheet, fault.row, headings.get(fault.column, ""))
        told.remark(place, fault.sentence, "请在表里改好这一格再导入。")


def tell_empty(columns: Sequence[Placed], region: Region, told: Told) -> None:
    """Say which columns are empty from top to bottom: harmless, and removed nothing."""
    empty = [c.heading for c in columns if c.heading and not c.filled]
    if empty:
        place = CellPlace(region.sheet, region.start, "")
        names = "”“".join(empty)
        told.remark(place, f"“{names}”整列是空的。")


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
