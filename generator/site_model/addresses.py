"""Addresses of pages, below the site's root; once published they never change."""

from datetime import date

HOME = "index.html"
FIND = "find.html"
OFFICES = "offices.html"
COMMUNITIES = "communities.html"
A_TO_Z = "a-z.html"
NOT_FOUND = "404.html"
CHANGES = "changes.html"
BASIS = "basis.html"
CORRECTIONS = "corrections.html"
FEED = "feed.xml"
SITE_MAP = "sitemap.html"
OFFLINE = "offline.html"
PROPOSE = "propose.html"
PROPOSE_FIELDS = "propose/fields.js"


def office(office_id: str) -> str:
    """Where a street office is."""
    return f"offices/{office_id}.html"


def list_today(office_id: str, list_id: str) -> str:
    """Where the list in force today is."""
    return f"offices/{office_id}/{list_id}.html"


def list_on(office_id: str, list_id: str, day: date) -> str:
    """Where a list is as in force from a day on: the permanent address."""
    return f"offices/{office_id}/{list_id}/{day.isoformat()}.html"


def list_changes(office_id: str, list_id: str) -> str:
    """Where the timeline of a list is."""
    return f"offices/{office_id}/{list_id}/changes.html"


def compare(office_id: str, list_id: str, day: date) -> str:
    """Where the version of a day is compared with the one before it."""
    return f"offices/{office_id}/{list_id}/compare/{day.isoformat()}.html"


def office_changes(office_id: str) -> str:
    """Where the timeline of a street office is."""
    return f"offices/{office_id}/changes.html"


def standard_changes(list_id: str) -> str:
    """Where the timeline of a standard list is."""
    return f"standards/{list_id}/changes.html"


def standard_compare(list_id: str, day: date) -> str:
    """Where a version of a standard list is compared with the one before it."""
    return f"standards/{list_id}/compare/{day.isoformat()}.html"


def month_changes(year: int, month: int) -> str:
    """Where all changes of one month are."""
    return f"changes/{year:04}-{month:02}.html"


def list_feed(office_id: str, list_id: str) -> str:
    """Where the feed of a list is."""
    return f"offices/{office_id}/{list_id}/feed.xml"


def office_feed(office_id: str) -> str:
    """Where the feed of a street office is."""
    return f"offices/{office_id}/feed.xml"


def matter_feed(item_id: str) -> str:
    """Where the feed of one matter across all streets is."""
    return f"matters/{item_id}.xml"


def booklet(office_id: str, list_id: str) -> str:
    """Where a whole list is, to be printed and bound."""
    return f"offices/{office_id}/{list_id}/booklet.html"


def item(office_id: str, list_id: str, item_id: str) -> str:
    """Where an item of a street is."""
    return f"offices/{office_id}/{list_id}/{item_id}.html"


def matter(item_id: str) -> str:
    """Where one matter is across all streets."""
    return f"matters/{item_id}.html"


def document(slug: str) -> str:
    """Where a legal document is, with all items that rest on it."""
    return f"basis/{slug}.html"


def office_data(office_id: str) -> str:
    """Where what a district portal shows of a street office is, for programs."""
    return f"data/offices/{office_id}.json"


def office_fragment(office_id: str) -> str:
    """Where the piece of a street office is that another page takes in.

    No page of its own, hence not `.html`.
    """
    return f"embed/{office_id}.htm"


def changed_item(office_id: str, list_id: str, item_id: str) -> str:
    """What 提出修改 is told to change an item: the fragment of its address."""
    return f"{office_id}/{list_id}/{item_id}"


def changed_list(office_id: str, list_id: str) -> str:
    """The same to add an item to a list."""
    return f"{office_id}/{list_id}"


def changed_unit(office_id: str, unit_id: str) -> str:
    """The same to change how a unit is reached."""
    return f"{office_id}/units/{unit_id}"


def propose_office(office_id: str) -> str:
    """Where what the form 提出修改 knows of an office is, for its scripts."""
    return f"propose/{office_id}.js"


def propose_list(owner: str, list_id: str) -> str:
    """Where what that form knows of a list is."""
    return f"propose/{owner}/{list_id}.js"


def base(address: str) -> str:
    """The way from a page back to the root: `../` once per folder."""
    return "../" * address.count("/")
