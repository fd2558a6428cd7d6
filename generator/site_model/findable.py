"""What search can find: matters once each, and streets with their answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindableMatter:
    """One matter, however many streets have it.

    `offices` are the ids of the streets that have it; `keywords` holds what people
    say for it, the usual words first, `names` other official titles and plain names.
    `applied` tells what people come to apply for from what the street does by itself.
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
    audience: tuple[str, ...] = ()
    applied: bool = False


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
    """A street, unit, community, legal document or prose page, with all its names.

    `sort` is office, unit, community, basis or page; `office` the street's id.
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
    """Everything that search indexes.

    `terms` are official words with what people say for them; `ignore` is what says
    nothing about a matter, `contact` what asks for a place beside its name.
    """

    matters: tuple[FindableMatter, ...]
    streets: tuple[Street, ...]
    places: tuple[FindablePlace, ...]
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignore: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
