"""What `qingdan export` was asked for, and the files that come of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.authoring.selecting import guess
from generator.authoring.showing import Shown, as_json
from generator.model.lists import STANDARD, ListKey
from generator.model.office import Office
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedList

ALL = "all"
_ABOUT = {"contacts": "的机构和电话", "posts": "的岗位", "communities": "的社区（村）"}


@dataclass(frozen=True, slots=True)
class Exported:
    """One file: its path below the folder of exports, its bytes, what is in it."""

    path: str
    content: bytes
    about: str


@dataclass(frozen=True, slots=True)
class Owned:
    """Lists of one owner; `office` is None for standard lists."""

    owner: str
    office: Office | None
    lists: tuple[ResolvedList, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: `is_whole` for all of an owner; `told` what is left out and why."""

    owned: tuple[Owned, ...]
    is_whole: bool
    told: tuple[str, ...]

    def files(self, form: str) -> Iterator[Exported]:
        """Make the files one at a time."""
        # Only an export needs these libraries.
        from generator.export.office_files import contact_files, workbook  # noqa: PLC0415 - as said above

        for owned in self.owned:
            office = owned.office
            if self.is_whole and form == "xlsx" and (owned.lists or office):
                about = _summary(owned)
                content = workbook(owned.lists, office)
                yield Exported(f"{owned.owner}.xlsx", content, about)
                continue
            for resolved in owned.lists:
                yield _list_file(form, resolved, office)
            if self.is_whole and office:
                for name, content in contact_files(form, office):
                    path = f"{owned.owner}/{name}.{form}"
                    yield Exported(path, content, office.name + _ABOUT[name])


def find_wanted(resolved: Resolved, address: str, day: date) -> Wanted:
    """Find a list, the lists of an owner or all; GeneratorError where there is none.

    Lists that are not yet in force on the day are left out and told, or refused
    where only they were asked for.
    """
    keys = [*resolved.standards, *resolved.lists]
    names = {office.name: office.id for office in resolved.catalog.offices.values()}
    owner = names.get(address, address)
    if address == ALL:
        chosen = keys
    elif "/" in address:
        chosen = [key for key in keys if str(key) == address]
    else:
        chosen = [key for key in keys if key.owner == owner]
    if not chosen and owner not in resolved.catalog.offices:
        known = {ALL, *map(str, keys), *(key.owner for key in keys), *names}
        message = f"没有街道或清单“{address}”。{guess(address, known)}"
        raise GeneratorError(message)
    announced = [key for key in chosen if resolved.on(key, day) is None]
    told = tuple(_announced(resolved, key, day) for key in announced)
    if "/" in address and told:
        raise GeneratorError(told[0])
    owners = dict.fromkeys(
        [*(key.owner for key in chosen), *_others(resolved, address, owner)]
    )
    return Wanted(
        tuple(_owned(resolved, one, chosen, day) for one in owners),
        "/" not in address,
        told,
    )


def _others(resolved: Resolved, address: str, owner: str) -> list[str]:
    """Offices without a list have contacts."""
    offices = resolved.catalog.offices
    return [one for one in offices if address == ALL or one == owner]


def _owned(resolved: Resolved, owner: str, chosen: list[ListKey], day: date) -> Owned:
    found = (resolved.on(key, day) for key in chosen if key.owner == owner)
    office = None if owner == STANDARD else resolved.catalog.offices.get(owner)
    return Owned(owner, office, tuple(one for one in found if one is not None))


def _announced(resolved: Resolved, key: ListKey, day: date) -> str:
    moments = resolved.lists.get(key) or resolved.standards[key]
    first = moments[0]
    return (
        f"清单“{first.title}”（{key}）在 {day} 还没有施行，没有导出。"
        f"要导出它，请加上 --on {first.day}。"
    )


def _list_file(form: str, resolved: ResolvedList, office: Office | None) -> Exported:
    from generator.export.office_files import list_file  # noqa: PLC0415 - see above

    if form == "json":
        items = tuple(resolved.items.values())
        content = (as_json(Shown(office, resolved, items)) + "\n").encode()
    else:
        content = list_file(form, resolved, office)
    path = f"{resolved.key.owner}/{resolved.key.id}.{form}"
    return Exported(path, content, f"{resolved.title}，{len(resolved.items)} 项")


def _summary(owned: Owned) -> str:
    name = owned.office.name if owned.office else "标准清单"
    items = sum(len(resolved.items) for resolved in owned.lists)
    tail = "，机构和电话" if owned.office else ""
    return f"{name}，{len(owned.lists)} 份清单共 {items} 项{tail}"
