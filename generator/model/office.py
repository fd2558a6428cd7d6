"""A street office (街道办事处) with its units, posts, phones and communities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.fields import Record


@dataclass(frozen=True, slots=True)
class Phone:
    """A landline or short number; `verified` is the day somebody last checked it."""

    number: str
    kind: str
    verified: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post (岗位), which is not a person; a vacancy (空缺) has `person` None.

    `stated` tells whether the file says anything about the person at all.
    """

    id: str
    title: str
    person: str | None
    stated: bool
    backup: str
    on_leave: str
    record: Record


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit (内设机构) that handles matters, with all the names it answers to."""

    id: str
    name: str
    type: str
    nameplates: tuple[str, ...]
    formerly: tuple[str, ...]
    belongs_to: str
    managed_by: str
    used_by: str
    place: str
    phones: tuple[Phone, ...]
    posts: Mapping[str, Post]
    note: str
    record: Record


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours: days in words, and ranges like 09:00-12:00."""

    days: str
    open: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Community:
    """A community (社区) or village (村), by which residents find their street."""

    code: str
    name: str
    also: tuple[str, ...]
    address: str
    phone: str
    grids: int | None
    note: str
    record: Record


@dataclass(frozen=True, slots=True)
class Office:
    """A street office (街道办事处) as its file says, with every default filled in.

    `exceptions` says which places in its area others look after, such as a zone.
    """

    id: str
    name: str
    full_name: str
    formerly: tuple[str, ...]
    code: str
    office_class: str
    address: str
    postcode: str
    email: str
    hours: tuple[Hours, ...]
    supervision: Phone | None
    names: str
    units: Mapping[str, Unit]
    communities: tuple[Community, ...]
    succeeds: tuple[str, ...]
    since: date | None
    exceptions: str
    note: str
    record: Record
