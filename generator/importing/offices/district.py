"""Communities across the streets of a district: a code belongs to one, names may repeat."""

from collections.abc import Mapping

from generator.importing.alike import fold_cell
from generator.importing.offices.by_street import Groups
from generator.importing.offices.community_names import CommunityName, fold_name
from generator.importing.offices.contact_rows import ContactRow
from generator.importing.offices.draft import records, text_at
from generator.importing.offices.streets import Street
from generator.understanding.understood import Remark


def across_streets(
    groups: Groups, streets: Mapping[str, Street], remarks: list[Remark]
) -> Groups:
    """Leave out rows whose code another street has or another row had, and say so."""
    owners = {
        text_at(one, "code"): street
        for street in streets.values()
        for one in records(street.plain.get("communities"))
        if text_at(one, "code")
    }
    first: dict[str, ContactRow] = {}
    kept: Groups = []
    for street, rows in groups:
        good = [row for row in rows if _is_good(row, street, owners, first, remarks)]
        if good:
            kept.append((street, good))
    remarks += _named_alike(kept)
    return kept


def _is_good(
    row: ContactRow,
    street: Street,
    owners: Mapping[str, Street],
    first: dict[str, ContactRow],
    remarks: list[Remark],
) -> bool:
    code = fold_cell(row.text("code"))
    owner = owners.get(code)
    if code and owner is not None and owner.path != street.path:
        remarks.append(
            Remark(
                row.place("code"),
                f"社区代码 {code} 现在在{owner.name}的文件里，没有再写进{street.name}。",
                f"划给{street.name}的，请先从 {owner.path} 里删去它，再导入一次。",
            )
        )
        return False
    if code and code in first:
        remarks.append(
            Remark(
                row.place("code"),
                f"社区代码 {code} 在第 {first[code].number} 行已经有了，这一行没有录入。",
                "一个社区只写一行；请核对代码。",
            )
        )
        return False
    if code:
        first[code] = row
    return True


def _named_alike(groups: Groups) -> list[Remark]:
    """Say which communities of one name are in two streets; residents must choose."""
    where: dict[CommunityName, list[tuple[Street, ContactRow]]] = {}
    for street, rows in groups:
        for row in rows:
            name = fold_name(row.text("name"))
            where.setdefault(name, []).append((street, row))
    found = []
    for places in where.values():
        streets = list(dict.fromkeys(street.name for street, _ in places))
        if len(streets) > 1:
            row = places[-1][1]
            found.append(
                Remark(
                    row.place("name"),
                    f"“{row.text('name')}”在{'、'.join(streets)}都有，已分别录入。",
                    "居民选街道时会两个都列出；请在备注里写清以哪里为界。",
                )
            )
    return found
