"""The parts that pages are made of: links, phones, answers, cards, sections, rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site; `note` is what stands beside it."""

    text: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A phone as readers see it; `tel` is the link, empty where none can be made."""

    number: str
    tel: str
    label: str
    verified: str = ""
    sample: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The answer to "who does it": badge label, tone and one plain sentence."""

    label: str
    tone: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: address, depth prefix, title, description, breadcrumb.

    `feed` is the address of the page's feed (订阅), empty where it has none.
    """

    address: str
    base: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A post and who holds it, as the office's names policy lets readers see it."""

    role: str
    name: str
    vacant: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A block of running text, one string a paragraph."""

    label: str
    paragraphs: tuple[str, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts; `ordered` for steps."""

    label: str
    entries: tuple[str, ...]
    ordered: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values side by side: (label, text, web address or empty)."""

    label: str
    rows: tuple[tuple[str, str, str], ...]
    origin: str = ""


Section = Paragraphs | Bullets | Facts


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Where to go and whom to call.

    `unit` is empty where it is not yet published; `missing` says so in words.
    """

    unit: str
    unit_link: str
    missing: str
    phones: tuple[PhoneLine, ...]
    people: tuple[Person, ...]
    place: str
    hours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One item in the table of a list; `mark` tells standard, rewritten or own."""

    title: str
    address: str
    plain: str
    cells: tuple[str, ...]
    phones: tuple[PhoneLine, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class ListGroup:
    """The rows of one category, with an id that is an anchor in the page."""

    label: str
    anchor: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit of a street office, with the names it also answers to."""

    anchor: str
    name: str
    type: str
    also: tuple[str, ...]
    formerly: tuple[str, ...]
    place: str
    relation: str
    phones: tuple[PhoneLine, ...]
    people: tuple[Person, ...]
    note: str


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community or village of a street, or of the district with its street."""

    name: str
    also: tuple[str, ...]
    office: Link
    address: str
    phone: PhoneLine | None
    note: str
    initial: str = ""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One street's answer to a matter."""

    office: Link
    item: Link
    answer: AnswerLine
    status: str
    unit: str
    place: str
    phones: tuple[PhoneLine, ...]
    time_limit: str
