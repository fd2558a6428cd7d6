"""Addresses of pages, below the site's root; once published they never change."""

from datetime import date

HOME = "index.html"
FIND = "find.html"
OFFICES = "offices.html"
COMMUNITIES = "communities.html"
A_TO_Z = "a-z.html"
NOT_FOUND = "404.html"


def office(office_id: str) -> str:
    """Where a street office is."""
    return f"offices/{office_id}.html"


def list_today(office_id: str, list_id: str) -> str:
    """Where the list in force today is."""
    return f"offices/{office_id}/{list_id}.html"


def list_on(office_id: str, list_id: str, day: date) -> str:
    """Where a list is as in force from a day on: the permanent address."""
    return f"offices/{office_id}/{list_id}/{day.isoformat()}.html"


def item(office_id: str, list_id: str, item_id: str) -> str:
    """Where an item of a street is."""
    return f"offices/{office_id}/{list_id}/{item_id}.html"


def matter(item_id: str) -> str:
    """Where one matter is across all streets."""
    return f"matters/{item_id}.html"


def base(address: str) -> str:
    """The way from a page back to the root: `../` once per folder."""
    return "../" * address.count("/")
