"""What search engines are asked not to keep: pages that show people (收录姓名).

`robots.txt` counts only at the root of a host, and most sites stand below one: the
pages say it themselves. Only asks; whoever does not want a name found shows posts.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.site_model.booklet_parts import BookletPage
from generator.site_model.pages import (
    ChangesPage,
    ComparePage,
    ItemPage,
    OfficePage,
    Page,
)
from generator.site_model.parts import Head, Person
from generator.site_model.plan import Plan

NOT_KEPT = "noindex,noarchive"


def head_of(plan: Plan, page: Page) -> Head:
    """The head of a page, with what it asks of search engines."""
    if plan.settings.people_indexed or not shows_people(plan, page):
        return page.head
    return replace(page.head, robots=NOT_KEPT)


def closed_places(plan: Plan) -> tuple[str, ...]:
    """What addresses begin with that are not to be crawled: streets that name people.

    Not every search engine reads what a page asks.
    """
    if plan.settings.people_indexed:
        return ()
    naming = [o for o in plan.catalog.offices.values() if o.names != "post"]
    return tuple(f"offices/{o.id}{end}" for o in naming for end in (".html", "/"))


def shows_people(plan: Plan, page: Page) -> bool:
    """Tell whether a page shows people's names, or may: a change can be of a person."""
    match page:
        case ItemPage():
            changed = bool(page.history) and _names_people(plan, page.office.address)
            return changed or _any_name(page.contact.people)
        case BookletPage():
            entries = (one for chapter in page.chapters for one in chapter.entries)
            return any(_any_name(entry.contact.people) for entry in entries)
        case OfficePage():
            return any(_any_name(unit.people) for unit in page.units)
        case ChangesPage() | ComparePage():
            return _names_people(plan, page.head.address)
        case _:
            return False


def _any_name(people: Iterable[Person]) -> bool:
    return any(person.name for person in people)


def _names_people(plan: Plan, address: str) -> bool:
    """Tell whether the office that an address is below names people, or any does."""
    offices = plan.catalog.offices
    parts = address.removesuffix(".html").split("/")
    office = offices.get(parts[1]) if parts[0] == "offices" else None
    asked = offices.values() if office is None else (office,)
    return any(one.names != "post" for one in asked)
