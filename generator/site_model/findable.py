"""What search can find: matters once each, and streets with their answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindableMatter:
    """One matter, however many streets have it.

    `offices` are the ids of the streets that have it; `names` holds other official
    titles and units' names under which somebody may look for it.
    """

    id: str
    title: str
    plain: str
    keywords: tuple[str, ...]
    names: tuple[str, ...]
    category: str
    address: str
    answer: str
    tone: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StreetAnswer:
    """One street's answer to a matter, for the result card.

    `phone` is as printed, `tel` the tap-to-call link (empty where none);
    `status` is in-force, announced or ended.
    """

    matter: str
    address: str
    unit: str
    place: str
    phone: str
    tel: str
    answer: str
    tone: str
    status: str


@dataclass(frozen=True, slots=True)
class FindablePlace:
    """A street, unit or community: all names it answers to, and its page.

    `sort` is office, unit or community; `office` the street's id.
    """

    sort: str
    name: str
    names: tuple[str, ...]
    office: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Street:
    """One street with its answers, in the order of its lists."""

    id: str
    name: str
    hours: tuple[str, ...]
    answers: tuple[StreetAnswer, ...]


@dataclass(frozen=True, slots=True)
class Findable:
    """Everything that search indexes."""

    matters: tuple[FindableMatter, ...]
    streets: tuple[Street, ...]
    places: tuple[FindablePlace, ...]
