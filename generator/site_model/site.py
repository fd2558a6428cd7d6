"""Plan the whole site: all pages in the order they are written, and what is found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.office import Office
from generator.site_model.findable import Findable
from generator.site_model.findables import findable
from generator.site_model.items import item_pages
from generator.site_model.lists import list_pages
from generator.site_model.matters import Matter, gather, matter_page
from generator.site_model.offices import (
    former_office_page,
    office_page,
    offices_page,
)
from generator.site_model.overview import (
    a_to_z_page,
    communities_page,
    find_page,
    home_page,
    not_found_page,
)
from generator.site_model.pages import OfficePage, Page
from generator.site_model.plan import Plan


@dataclass(frozen=True, slots=True)
class Site:
    """The planned site: `matters` were gathered once, pages are yielded on demand."""

    plan: Plan
    matters: Mapping[str, Matter]

    @property
    def findable(self) -> Findable:
        """What search indexes."""
        return findable(self.plan, self.matters)

    def pages(self) -> Iterator[Page]:
        """Every page of the site, one at a time: a city has 130,000."""
        plan = self.plan
        yield home_page(plan, self.matters)
        yield find_page(plan)
        yield offices_page(plan)
        yield communities_page(plan)
        yield a_to_z_page(plan, self.matters)
        yield not_found_page(plan)
        yield from (matter_page(plan, matter) for matter in self.matters.values())
        for office in plan.catalog.offices.values():
            yield office_page(plan, office)
            for moments in plan.resolved.of_office(office.id):
                yield from list_pages(plan, office, moments)
                yield from item_pages(plan, office, moments)
        yield from _predecessors(plan)


def plan_site(plan: Plan) -> Site:
    """Gather what needs all offices at once; the rest is planned page by page."""
    return Site(plan, gather(plan))


def _predecessors(plan: Plan) -> Iterator[OfficePage]:
    """Offices that are gone with their file: the old address says who succeeded."""
    known = plan.catalog.offices
    gone: dict[str, list[Office]] = {}
    for office in known.values():
        for old in office.succeeds:
            if old not in known:
                gone.setdefault(old, []).append(office)
    for old, successors in gone.items():
        yield former_office_page(plan, old, tuple(successors))
