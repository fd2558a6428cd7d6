"""Who handles an item and how to reach them: unit, post, phone, people's names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fields import Value, text_of
from generator.model.office import Office, Phone, Post, Unit

_SLUG = re.compile(r"[a-z0-9-]+", re.ASCII)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "慕容",
    "司徒",
    "夏侯",
    "端木",
    "百里",
    "南宫",
    "长孙",
    "宇文",
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A post and its holder as the office's names policy shows them.

    `title` is empty where the list names a person and no post, `name` where no name is
    shown; `vacant` is a post without a person.
    """

    title: str
    name: str
    vacant: bool
    on_leave: str


@dataclass(frozen=True, slots=True)
class Handling:
    """Who handles an item: `unit_name` is empty where it is not yet published.

    `unit` is None for a body that is no unit of the office. `phone_given` tells that
    the list itself states the phone, not the unit.
    """

    unit_name: str
    unit: Unit | None
    phones: tuple[Phone, ...]
    phone_given: bool
    holder: Holder | None
    backup: Holder | None
    verified: date | None


def find_unit(office: Office, name: str) -> Unit | None:
    """Find a unit by id, name, name-plate (挂牌) or former name."""
    if name in office.units:
        return office.units[name]
    for names in (
        lambda unit: (unit.name,),
        lambda unit: unit.nameplates,
        lambda unit: unit.formerly,
    ):
        for unit in office.units.values():
            if name in names(unit):
                return unit
    return None


def handling(office: Office, fields: Mapping[str, Value]) -> Handling:
    """Work out who handles an item with these fields at an office."""
    stated = text_of(fields, "unit")
    unit = find_unit(office, stated) if stated else None
    hotline = text_of(fields, "hotline")
    phones = _phones(unit, hotline)
    post = unit.posts.get(text_of(fields, "post")) if unit else None
    backup = unit.posts.get(post.backup) if unit and post and post.backup else None
    person = text_of(fields, "person")
    return Handling(
        unit_name=_shown(unit, stated),
        unit=unit,
        phones=phones,
        phone_given=bool(hotline),
        holder=_holder(office, post) if post else _person(office, person),
        backup=_holder(office, backup) if backup else None,
        verified=phones[0].verified if phones else None,
    )


def shown_name(office: Office, post: Post) -> Holder:
    """Show a post's holder as the office's policy allows."""
    return _holder(office, post)


def shown_person(office: Office, name: str, title: str = "") -> str:
    """Show a name by the office's policy: full, surname (with title) or not at all."""
    if not name or office.names == "post":
        return ""
    if office.names == "full":
        return name
    surname = name[:2] if name.startswith(_COMPOUND) else name[:1]
    return surname + title if title else f"{surname}某"


def _shown(unit: Unit | None, stated: str) -> str:
    """A unit found by its name-plate is shown under that name-plate.

    An id that no unit of the office has says nothing to a resident.
    """
    if unit is None:
        return "" if _SLUG.fullmatch(stated) else stated
    return stated if stated in unit.nameplates else unit.name


def _phones(unit: Unit | None, hotline: str) -> tuple[Phone, ...]:
    known = unit.phones if unit else ()
    if hotline:
        digits = "".join(c for c in hotline if c.isdigit())
        same = [
            p for p in known if "".join(c for c in p.number if c.isdigit()) == digits
        ]
        return (same[0] if same else Phone(hotline, "咨询", None, ""),)
    by_use = [p for kind in ("咨询", "受理", "值班") for p in known if p.kind == kind]
    return tuple(by_use[:1])


def _holder(office: Office, post: Post) -> Holder:
    return Holder(
        title=post.title,
        name=shown_person(office, post.person or "", post.title),
        vacant=post.stated and post.person is None,
        on_leave=post.on_leave,
    )


def _person(office: Office, name: str) -> Holder | None:
    shown = shown_person(office, name)
    return Holder("", shown, vacant=False, on_leave="") if shown else None
