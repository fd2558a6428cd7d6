"""Page records: everything a template prints, already worded, sorted and linked.

An address is a path below the site's root, such as `offices/hongguang.html`;
templates put the page's `base` (`../` once per folder) before it. Texts are plain
text: escaping is the template's. An empty text or tuple means "leave it out".
"""

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
    """What every page has: address, depth prefix, title, description, breadcrumb."""

    address: str
    base: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()


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
class ItemPage:
    """One matter at one street: what a resident needs, in a fixed order.

    `status` is in-force, announced or ended; `banner` has its sentences.
    """

    head: Head
    office: Link
    list_link: Link
    matter: Link
    title: str
    plain: str
    status: str
    banner: tuple[str, ...]
    answer: AnswerLine
    contact: ContactCard
    elsewhere: tuple[str, tuple[PhoneLine, ...]] | None
    sections: tuple[Section, ...]
    url: str
    source: tuple[tuple[str, str, str], ...]
    versions: tuple[Link, ...]


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
class ListPage:
    """A list as in force on a day; `permanent` marks a dated page.

    `columns` heads the `cells` of every row; `facts` are number of items, dates,
    document (label, text, address); `declined` and `ended` are (title, reason).
    """

    head: Head
    office: Link
    title: str
    answer: AnswerLine
    permanent: str
    notices: tuple[str, ...]
    facts: tuple[tuple[str, str, str], ...]
    columns: tuple[str, ...]
    with_phone: bool
    groups: tuple[ListGroup, ...]
    declined: tuple[tuple[str, str], ...]
    ended: tuple[Link, ...]
    versions: tuple[Link, ...]
    current: str


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
class OfficePage:
    """A street office: how to reach it, its lists, units and communities."""

    head: Head
    id: str
    name: str
    full_name: str
    formerly: tuple[str, ...]
    office_class: str
    address: str
    hours: tuple[str, ...]
    supervision: PhoneLine | None
    facts: tuple[tuple[str, str, str], ...]
    lists: tuple[Link, ...]
    gaps: tuple[str, ...]
    units: tuple[UnitCard, ...]
    communities: tuple[CommunityRow, ...]
    notices: tuple[str, ...]
    successors: tuple[Link, ...]


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


@dataclass(frozen=True, slots=True)
class MatterPage:
    """One matter across all streets; `declined` are (street, reason)."""

    head: Head
    id: str
    title: str
    plain: str
    other_titles: tuple[str, ...]
    answers: tuple[AnswerLine, ...]
    category: str
    description: tuple[str, ...]
    rows: tuple[MatterRow, ...]
    with_time_limit: bool
    declined: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page: search, my street, life events, most asked, the numbers."""

    head: Head
    offices: tuple[Link, ...]
    life_events: tuple[tuple[str, tuple[Link, ...]], ...]
    most_asked: tuple[Link, ...]
    numbers: tuple[tuple[str, str], ...]
    latest: tuple[Link, ...]
    hotline: str


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """All street offices, grouped by class: (class, rows of name and facts)."""

    head: Head
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class CommunitiesPage:
    """All communities by the first letter of their pinyin."""

    head: Head
    letters: tuple[tuple[str, tuple[CommunityRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class AtoZPage:
    """All matters and their plain names by the first letter of their pinyin."""

    head: Head
    letters: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class FindPage:
    """The search page; the browser fills it, and links help without JavaScript."""

    head: Head
    offices: tuple[Link, ...]
    hotline: str


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The 404 page, which helps on."""

    head: Head
    hotline: str


Page = (
    HomePage
    | OfficesPage
    | OfficePage
    | ListPage
    | ItemPage
    | MatterPage
    | CommunitiesPage
    | AtoZPage
    | FindPage
    | NotFoundPage
)
