"""Page records: everything a template prints, already worded, sorted and linked.

An address is a path below the site's root, such as `offices/hongguang.html`;
templates put the page's `base` (`../` once per folder) before it. Texts are plain
text: escaping is the template's. An empty text or tuple means "leave it out".
"""

from dataclasses import dataclass

from generator.site_model.basis_parts import BasisDocumentPage, BasisPage
from generator.site_model.booklet_parts import BookletPage
from generator.site_model.correction_parts import CorrectionsPage
from generator.site_model.directory_parts import DirectoryPage, OfflinePage
from generator.site_model.former import FormerPage
from generator.site_model.history_parts import ChangeLine, EntryCard, Happened, Step
from generator.site_model.overview_pages import (
    AtoZPage,
    CommunitiesPage,
    FindPage,
    NotFoundPage,
    OfficesPage,
    ProposePage,
)
from generator.site_model.parts import (
    AnswerLine,
    CommunityRow,
    ContactCard,
    Head,
    Link,
    ListGroup,
    MatterRow,
    Paragraphs,
    PhoneLine,
    QrCode,
    Section,
    UnitCard,
)


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One matter at one street: what a resident needs, in a fixed order.

    `status` is in-force, announced or ended; `banner` has its sentences. `history` is
    what happened to it, newest first; where that is no more than its first day,
    `begun` says so. `changes` is the address of the list's timeline. `how` says what
    to do instead where the street does not do it, `supervision` whom to complain to,
    `hotline` whom to call where no other phone is known.
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
    successor: Link | None = None
    begun: str = ""
    history: tuple[Happened, ...] = ()
    changes: str = ""
    how: Paragraphs | None = None
    supervision: PhoneLine | None = None
    hotline: str = ""
    code: QrCode | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list as in force on a day; `permanent` marks a dated page.

    `columns` heads the `cells` of every row; `facts` are number of items, dates,
    document (label, text, address); `declined` and `ended` are (title, reason).
    `upcoming` are announced versions with what they change. A dated page says in
    `difference` and `changed` what it changed, and `compare` shows both texts.
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
    upcoming: tuple[Link, ...] = ()
    changes: Link | None = None
    difference: str = ""
    compare: Link | None = None
    changed: tuple[ChangeLine, ...] = ()
    booklet: str = ""


@dataclass(frozen=True, slots=True)
class OfficePage:
    """A street office: how to reach it, its lists, units and communities.

    `open` are its hours as the script reads them.
    """

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
    predecessors: tuple[Link, ...] = ()
    latest: tuple[Link, ...] = ()
    changes: Link | None = None
    open: str = ""


@dataclass(frozen=True, slots=True)
class MatterPage:
    """One matter across all streets; `declined` are (street, reason).

    `usual` is what most streets say, as (label, text).
    """

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
    usual: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page: search, my street, life events, most asked, the numbers.

    `exceptions` are streets with the places that they do not look after, in `note`.
    """

    head: Head
    offices: tuple[Link, ...]
    life_events: tuple[tuple[str, tuple[Link, ...]], ...]
    most_asked: tuple[Link, ...]
    numbers: tuple[tuple[str, str], ...]
    latest: tuple[Link, ...]
    hotline: str
    changes: str = ""
    exceptions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """A timeline (变动记录), newest first: of a list, an office, a month, the site.

    `gap` says why recorded times are missing; `up` is the page it belongs to. On a
    mixed page every card names its office and list. `dates` (day, words) and `steps`
    let the browser compare any two versions; `months` are (page, number of acts).
    """

    head: Head
    title: str
    lead: str
    gap: str
    up: Link | None
    is_mixed: bool
    announced: tuple[EntryCard, ...]
    cards: tuple[EntryCard, ...]
    months: tuple[Link, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two neighbouring versions side by side (对照): permanent, whatever comes later.

    `older` and `newer` lead to the permanent pages; `groups` are (heading, changes).
    """

    head: Head
    title: str
    owner: Link | None
    card: EntryCard
    older: Link
    newer: Link
    changes: Link
    groups: tuple[tuple[str, tuple[ChangeLine, ...]], ...]


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
    | ChangesPage
    | ComparePage
    | FormerPage
    | BasisPage
    | BookletPage
    | BasisDocumentPage
    | CorrectionsPage
    | DirectoryPage
    | OfflinePage
    | ProposePage
)
