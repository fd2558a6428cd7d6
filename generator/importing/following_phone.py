"""A phone that the item leaves to its unit goes with the unit (电话随机构)."""

from collections.abc import Iterator, Mapping, Sequence

from generator.importing.alike import digits_of
from generator.importing.revising import Changed, Setting
from generator.model.fields import Value
from generator.resolution.contacts import handling
from generator.understanding.understood import CellPlace, Remark, Row


def following_phone(
    row: Row,
    item: Mapping[str, Value],
    changed: Sequence[Changed],
    setting: Setting,
    sheet: str,
) -> Iterator[Remark]:
    """Say which phone residents will see where a row names a new unit and the old phone."""
    values = {change.field.name: change.value for change in changed}
    unit, cell = values.get("unit"), row.cells.get("hotline", "")
    is_own = bool(item.get("hotline")) or "hotline" in values
    if setting.office is None or is_own or not isinstance(unit, str) or not cell:
        return
    phones = handling(setting.office, {"unit": unit}).phones
    now = phones[0].number if phones else ""
    if digits_of(now) != digits_of(cell):
        place = CellPlace(sheet, row.number, row.headings.get("hotline", ""))
        shown = f"“{now}”" if now else "“尚未公布”"
        yield Remark(
            place,
            f"承办机构换了，电话也跟着换：网页会显示{shown}，不再是“{cell}”。",
            "若仍打原来的电话，请导入以后在新文件里给这一项写上 hotline。",
        )
