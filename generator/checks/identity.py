"""Ids are unique, communities belong to one street, succession makes sense."""

from collections.abc import Iterable, Iterator

from generator.checks.checked import Checked, at
from generator.model.fields import Record, records_of, text_of, words_of
from generator.problems import Problem, Severity


def ids_are_used_once(checked: Checked) -> Iterator[Problem]:
    """An id names one unit, one post, one item in its place."""
    for office in checked.catalog.offices.values():
        units = records_of(office.record, "units")
        yield from _repeated(units, "机构编号")
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
                yield at(
                    record,
                    "code",
                    "duplicate-community",
                    f"社区代码 {code} 重复：在“{other}”也有。",
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
                    f"succeeds 写的是本街道自己（{old}）。",
                    "请写被合并或更名的旧街道编号。",
                )
            elif old not in offices:
                yield at(
                    office.record,
                    "succeeds",
                    "succession",
                    f"没有街道文件“{old}”，它的旧网址会写明由{office.name}承接。",
                    "若编号写错了请改正。",
                    Severity.REMINDER,
                )
