"""Contacts of an office as tables (联系方式): units with phones, posts, communities.

`qingdan import` reads each of them back; what nobody changed is no change.
"""

from collections.abc import Mapping, Sequence

from generator.export.columns import widths_of
from generator.export.opening_words import hours_words
from generator.model.office import Office, Phone, Unit
from generator.model.records import PHONE_KINDS
from generator.tables import SheetOut

_NUMBER, _UNIT, _ID = "序号", "机构名称", "机构编号"
_VACANT = "空缺"


def contacts_sheet(office: Office) -> SheetOut:
    """The table of units and phones (机构和电话): the office itself, then its units."""
    units = list(office.units.values())
    watch = _phone(office.supervision) if office.supervision else ""
    columns = {
        _UNIT: [office.name, *(unit.name for unit in units)],
        "挂牌": ["", *("、".join(unit.nameplates) for unit in units)],
        "办公地点": [office.address, *(unit.place for unit in units)],
        **{
            f"{kind}电话": [
                watch if kind == "监督" else "",
                *(_phones(unit, kind) for unit in units),
            ]
            for kind in PHONE_KINDS
        },
        "办公时间": [hours_words(office.hours), *("" for _ in units)],
        "备注": [office.note, *(unit.note for unit in units)],
        _ID: [office.id, *(unit.id for unit in units)],
    }
    return _sheet("机构和电话", f"{office.name}机构和电话", columns)


def posts_sheet(office: Office) -> SheetOut:
    """The table of posts (岗位), with names only where the office shows them whole."""
    posts = [(u, post) for u in office.units.values() for post in u.posts.values()]
    columns = {
        _UNIT: [unit.name for unit, _ in posts],
        "职务": [post.title for _, post in posts],
        "B角": [
            unit.posts[post.backup].title if post.backup in unit.posts else ""
            for unit, post in posts
        ],
        "岗位编号": [post.id for _, post in posts],
        _ID: [unit.id for unit, _ in posts],
    }
    if office.names == "full":
        holders = [post.person or (_VACANT if post.stated else "") for _, post in posts]
        columns = _after(columns, "职务", "姓名", holders)
    return _sheet("岗位", f"{office.name}岗位", columns)


def communities_sheet(office: Office) -> SheetOut:
    """The table of communities (社区、村)."""
    known = office.communities
    columns = {
        "社区（村）名称": [one.name for one in known],
        "别名": ["、".join(one.also) for one in known],
        "地址": [one.address for one in known],
        "电话": [one.phone for one in known],
        "网格数": ["" if one.grids is None else str(one.grids) for one in known],
        "备注": [one.note for one in known],
        "区划代码": [one.code for one in known],
    }
    return _sheet("社区", f"{office.name}社区（村）", columns)


def _sheet(name: str, title: str, columns: Mapping[str, Sequence[str]]) -> SheetOut:
    """A sheet of the columns that say something; ids stand last."""
    kept = {head: texts for head, texts in columns.items() if any(texts)}
    header = (_NUMBER, *kept)
    rows = tuple(
        (str(number), *texts)
        for number, texts in enumerate(zip(*kept.values(), strict=True), start=1)
    )
    return SheetOut(
        name=name,
        titles=(title,),
        header=(header,),
        rows=rows,
        widths=widths_of(header, rows),
    )


def _after(
    columns: Mapping[str, list[str]], before: str, name: str, texts: list[str]
) -> dict[str, list[str]]:
    """Put a column behind another."""
    placed: dict[str, list[str]] = {}
    for head, own in columns.items():
        placed[head] = own
        if head == before:
            placed[name] = texts
    return placed


def _phones(unit: Unit, kind: str) -> str:
    """The phones of a use, a line for each."""
    return "\n".join(_phone(phone) for phone in unit.phones if phone.kind == kind)


def _phone(phone: Phone) -> str:
    return f"{phone.number}（{phone.note}）" if phone.note else phone.number
