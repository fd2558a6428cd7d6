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

    `sort` is office, unit, community, basis or page; `office` the street's id;
    `phone` as printed with its `tel` link: of a street that of its first unit.
    """

    sort: str
    name: str
    names: tuple[str, ...]
    office: str
    address: str
    note: str
    phone: str = ""
    tel: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What residents see of the street they chose, wherever they are.

    `lists` are (title, address, number of items), `phones` (unit, number, tel): the
    first phone of each unit that has one.
    """

    exceptions: str
    lists: tuple[tuple[str, str, str], ...]
    phones: tuple[tuple[str, str, str], ...]


NO_DESK = Desk("", (), ())


@dataclass(frozen=True, slots=True)
class Choice:
    """A community by which residents find their street; `note` tells who else has it.

    `office` is the street's id.
    """

    name: str
    also: tuple[str, ...]
    office: str
    note: str


@dataclass(frozen=True, slots=True)
class Street:
    """One street with its answers, in the order of its lists.

    `open` are its hours as the script reads them.
    """

    id: str
    name: str
    hours: tuple[str, ...]
    answers: tuple[StreetAnswer, ...]
    also: tuple[str, ...] = ()
    desk: Desk = NO_DESK
    open: str = ""


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
    choices: tuple[Choice, ...] = ()
