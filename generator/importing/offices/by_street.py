"""Which rows of a table belong to which street office (街道办事处)."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.importing.ids import is_id
from generator.importing.offices.contact_rows import ContactRow
from generator.importing.offices.streets import (
    Street,
    find_street,
    is_street,
    new_street,
    new_street_id,
)
from generator.problems import GeneratorError
from generator.understanding.understood import Remark

_MANY = 3
"""Unknown streets that are told one by one."""

Groups = list[tuple[Street, list[ContactRow]]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What whoever imports asked for: a street for all rows, its name if it is new.

    `new_offices` makes a file for every street of the table that has none.
    """

    office: str = ""
    name: str = ""
    new_offices: bool = False


def by_street(
    rows: Iterable[ContactRow],
    streets: dict[str, Street],
    wanted: Wanted,
    remarks: list[Remark],
) -> Groups:
    """Group rows by street, adding new ones to `streets`; say which are unknown."""
    groups: dict[str, tuple[Street, list[ContactRow]]] = {}
    unknown: dict[str, list[ContactRow]] = {}
    for row in rows:
        name = street_named(row)
        street = _street(row, name, streets, wanted)
        if street is None:
            unknown.setdefault(name, []).append(row)
        else:
            groups.setdefault(street.path, (street, []))[1].append(row)
    if len(unknown) > _MANY:
        remarks.append(_many_unknown(unknown))
    else:
        remarks += [_unknown(name, lost) for name, lost in unknown.items()]
    return list(groups.values())


def street_named(row: ContactRow) -> str:
    """The street a row names: in its own column, or as the unit itself."""
    stated = row.text("office")
    if stated:
        return stated
    name = row.text("name")
    return name if is_street(name) and not row.text("id") else ""


def _street(
    row: ContactRow, name: str, streets: dict[str, Street], wanted: Wanted
) -> Street | None:
    known = streets.values()
    if wanted.office:
        return _asked_for(row, name, streets, wanted)
    found = find_street(known, name, row.text("office_code"))
    if found is None and name and wanted.new_offices:
        street_id = new_street_id(name, [one.id for one in known])
        found = new_street(street_id, name, row.text("office_code"))
        streets[found.path] = found
    return found


def _asked_for(
    row: ContactRow, name: str, streets: dict[str, Street], wanted: Wanted
) -> Street | None:
    """The street of --office; rows that name another known street are not its own."""
    known = streets.values()
    street = next((one for one in known if one.id == wanted.office), None)
    if street is None:
        if not is_id(wanted.office):
            message = f"街道编号“{wanted.office}”只能用小写字母、数字和短横线。"
            raise GeneratorError(message)
        title = wanted.name or name
        if not title:
            message = (
                f"还没有街道“{wanted.office}”，表格里也没有写它的名称。"
                f"请先运行 qingdan new office {wanted.office} --name 街道名称。"
            )
            raise GeneratorError(message)
        street = new_street(wanted.office, title, row.text("office_code"))
        streets[street.path] = street
    code = row.text("office_code")
    other = find_street(known, name, code) if row.text("office") or code else None
    stated = row.text("office") and name.strip() != street.name
    return None if (stated and other is not street) else street


def _many_unknown(unknown: dict[str, list[ContactRow]]) -> Remark:
    """Say it once where most streets of a district have no file."""
    rows = [row for lost in unknown.values() for row in lost]
    names = "、".join([name for name in unknown if name][:_MANY])
    return Remark(
        rows[0].place("office"),
        f"{names} 等 {len(unknown)} 个街道还没有文件，{len(rows)} 行没有录入。",
        "请加上 --new-offices，让没有的街道都新建；编号按拼音起，写入前可以先看。",
    )


def _unknown(name: str, rows: list[ContactRow]) -> Remark:
    """Say what became of the rows of a street that has no file."""
    place = rows[0].place("office" if rows[0].text("office") else "name")
    numbers = "、".join(str(row.number) for row in rows[:5])
    if len(rows) > len(rows[:5]):
        numbers += f" 等 {len(rows)}"
    if not name:
        return Remark(
            place,
            f"看不出第 {numbers} 行是哪个街道的，没有录入。",
            "请加上 --office 街道编号，或在表格里加一列“街道”。",
        )
    street_id = new_street_id(name, ())
    return Remark(
        place,
        f"还没有“{name}”的街道文件，第 {numbers} 行没有录入。",
        f"请先运行 qingdan new office {street_id} --name {name}，"
        "或加上 --new-offices，让没有的街道都新建。",
    )
