"""Ids are unique, communities belong to one street, succession makes sense."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.checked import Checked, at
from generator.model.fields import Record, records_of, text_of, words_of
from generator.model.office import Office
from generator.problems import Problem, Severity


def ids_are_used_once(checked: Checked) -> Iterator[Problem]:
    """An id names one unit, one post, one item in its place."""
    for office in checked.catalog.offices.values():
        units = records_of(office.record, "units")
        yield from _repeated(units, "机构编号")
        yield from _named_alike(units)
        for unit in units:
            yield from _repeated(records_of(unit, "posts"), "岗位编号")
    for version in checked.versions():
        yield from _repeated(version.items or (), "事项编号")
        declined = records_of(version.header, "declined")
        yield from _repeated(declined, "未采用的事项编号")


def _repeated(records: Iterable[Record], what: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for record in records:
        name = text_of(record, "id")
        if name and name in first:
            yield at(
                record,
                "id",
                "duplicate-id",
                f"{what}“{name}”在第 {first[name]} 行已经用过。",
                "一个编号只用一次；请合并，或另起编号。",
            )
        first.setdefault(name, record.place("id").line)


def _named_alike(units: Iterable[Record]) -> Iterator[Problem]:
    """Point out a second unit of one name: an item that names it finds the first."""
    first: dict[str, int] = {}
    for unit in units:
        name = text_of(unit, "name")
        if name and name in first:
            yield at(
                unit,
                "name",
                "duplicate-id",
                f"机构名称“{name}”在第 {first[name]} 行已经用过。",
                "请核对是不是同一个机构；不同的机构名称要分得清。",
                Severity.REMINDER,
            )
        first.setdefault(name, unit.place("name").line)


def communities_are_in_one_office(checked: Checked) -> Iterator[Problem]:
    """A community's code stands once in the whole district."""
    owners: dict[str, list[tuple[str, Record]]] = {}
    for office in checked.catalog.offices.values():
        for community in office.communities:
            if community.code:
                place = (office.name, community.record)
                owners.setdefault(community.code, []).append(place)
    for code, places in owners.items():
        for index, (_, record) in enumerate(places):
            if len(places) > 1:
                other = places[index - 1][0]
                where = f"在“{other}”也有"
                if all(one.path == record.path for _, one in places):
                    if index == 0:
                        continue
                    where = f"第 {places[0][1].place('code').line} 行已经写过"
                yield at(
                    record,
                    "code",
                    "duplicate-community",
                    f"社区代码 {code} 重复：{where}。",
                    "一个社区只属于一个街道，请核对代码。",
                )


def offices_succeed_others(checked: Checked) -> Iterator[Problem]:
    """An office does not replace itself; an unknown predecessor is pointed out."""
    offices = checked.catalog.offices
    for office in offices.values():
        for old in words_of(office.record, "succeeds"):
            if old == office.id:
                yield at(
                    office.record,
                    "succeeds",
                    "succession",
                    f"承接的街道（succeeds）写的是本街道自己（{old}）。",
                    "请写被合并或更名的旧街道编号。",
                )
            elif old not in offices:
                yield at(
                    office.record,
                    "succeeds",
                    "succession",
                    f"没有街道文件“{old}”，它的旧网址会写明由{office.name}承接。",
                    "请核对编号；旧街道的文件已经删去的，不用改。",
                    Severity.REMINDER,
                )


def succession_ends(checked: Checked) -> Iterator[Problem]:
    """Offices do not replace each other in a circle: then none of them would be left."""
    offices = checked.catalog.offices
    reach = {office: _reached(office, offices) for office in offices}
    for name, office in offices.items():
        circle = {one for one in reach[name] if name in reach[one]}
        if len(circle) > 1 and name == min(circle):
            names = "、".join(offices[one].name for one in sorted(circle))
            yield at(
                office.record,
                "succeeds",
                "succession",
                f"街道互相承接：{names}。",
                "请只在现在还在的街道的文件里写承接的街道（succeeds），另一处删去。",
            )


def _reached(start: str, offices: Mapping[str, Office]) -> set[str]:
    """Every office that an office replaces, directly or through others."""
    reached: set[str] = set()
    before = list(offices[start].succeeds)
    while before:
        old = before.pop()
        if old in offices and old not in reached:
            reached.add(old)
            before += offices[old].succeeds
    return reached
