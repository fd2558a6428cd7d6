"""The parts that pages are made of: links, phones, answers, cards, sections, rows."""

from dataclasses import dataclass
from typing import ClassVar


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
class QrCode:
    """A page's QR code as a `data:` picture, and the whole address that it holds."""

    picture: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: address, depth prefix, title, description, breadcrumb.

    `feed` is the address of the page's feed (订阅), empty where it has none; `robots`
    is what it asks of search engines; `report` is where to tell of a mistake (纠错) in
    it, already filled in; `propose` names what 提出修改 changes, empty where nothing.
    """

    address: str
    base: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    feed: str = ""
    robots: str = ""
    report: str = ""
    propose: str = ""


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

    # Templates ask for it: a name that a record lacks takes them ten times longer.
    shape: ClassVar[str] = "paragraphs"
    label: str
    paragraphs: tuple[str, ...]
    origin: str = ""
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts; `ordered` for steps, `spoken` where it is read aloud."""

    shape: ClassVar[str] = "bullets"
    label: str
    entries: tuple[str, ...]
    ordered: bool = False
    origin: str = ""
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values side by side: (label, text, web address or empty)."""

    shape: ClassVar[str] = "facts"
    spoken: ClassVar[bool] = False
    label: str
    rows: tuple[tuple[str, str, str], ...]
    origin: str = ""


Section = Paragraphs | Bullets | Facts


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Where to go and whom to call.

    `unit` is empty where it is not yet published; `missing` says so in words. `open`
    are the hours as the script reads them, `ask` whom to ask while the post that
    answers for it (A角) is away or vacant.
    """

    unit: str
    unit_link: str
    missing: str
    phones: tuple[PhoneLine, ...]
    people: tuple[Person, ...]
    place: str
    hours: tuple[str, ...]
    open: str = ""
    ask: str = ""


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
    report: str = ""
    propose: str = ""


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community or village of a street, or of the district with its street."""

    name: str
    also: tuple[str, ...]
    office: Link
    address: str
    phone: PhoneLine | None
    note: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One street's answer to a matter.

    `materials` is None where the list is of a kind that asks for none. `differs` are
    (label, words) of what is not as in most streets, `limit_differs` says it of the
    time limit; `open` are the hours as the script reads them.
    """

    office: Link
    item: Link
    answer: AnswerLine
    status: str
    unit: str
    place: str
    phones: tuple[PhoneLine, ...]
    time_limit: str
    materials: tuple[str, ...] | None = None
    fee: str = ""
    limit_differs: bool = False
    differs: tuple[tuple[str, str], ...] = ()
    open: str = ""
