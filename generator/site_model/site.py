"""Plan the whole site: all pages in the order they are written, and what is found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.office import Office
from generator.site_model.basis import basis_pages
from generator.site_model.booklets import with_booklet
from generator.site_model.cards import told
from generator.site_model.comparisons import compare_pages
from generator.site_model.corrections import corrections_page, logged
from generator.site_model.directory import directory_page, offline_page
from generator.site_model.documents import Document, gather_documents
from generator.site_model.everywhere import everywhere_pages, latest_links
from generator.site_model.findable import Findable
from generator.site_model.findables import findable
from generator.site_model.former import former_pages
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
from generator.site_model.pages import Page
from generator.site_model.plan import Plan
from generator.site_model.proposing import propose_page
from generator.site_model.timelines import (
    gone_offices,
    list_timeline,
    office_timeline,
    standard_timeline,
)

_LATEST = 3


@dataclass(frozen=True, slots=True)
class Site:
    """The planned site: what spans streets was gathered once, pages come on demand."""

    plan: Plan
    matters: Mapping[str, Matter]
    documents: tuple[Document, ...]

    @property
    def findable(self) -> Findable:
        """What search indexes."""
        return findable(self.plan, self.matters, self.documents)

    def pages(self) -> Iterator[Page]:
        """Every page of the site, one at a time: a city has 130,000."""
        plan = self.plan
        acts = plan.history.acts()
        yield home_page(plan, self.matters, acts)
        yield find_page(plan, self.matters)
        yield offices_page(plan)
        yield communities_page(plan)
        yield a_to_z_page(plan, self.matters)
        yield not_found_page(plan)
        yield directory_page(plan)
        yield propose_page(plan)
        if plan.settings.offline:
            yield offline_page(plan)
        yield from basis_pages(plan, self.documents, self.matters)
        yield from (matter_page(plan, matter) for matter in self.matters.values())
        for office in plan.catalog.offices.values():
            yield from _office_pages(plan, office)
        yield from _predecessors(plan)
        yield from former_pages(plan)
        yield corrections_page(plan)
        yield from everywhere_pages(plan, acts)
        yield from _standard_pages(plan)


def plan_site(plan: Plan) -> Site:
    """Gather what needs all offices at once; the rest is planned page by page."""
    plan = replace(plan, logged=logged(plan))
    return Site(plan, gather(plan), gather_documents(plan))


def _office_pages(plan: Plan, office: Office) -> Iterator[Page]:
    """A street office, its lists with their past, and its items."""
    happened = plan.history.of_office(office.id)
    latest = latest_links(plan, happened, _LATEST, at_office=True)
    yield office_page(plan, office, tuple(latest))
    yield office_timeline(plan, office.id)
    for moments in plan.resolved.of_office(office.id):
        entries = plan.history.lists[moments[0].key]
        acts = told(plan, entries)
        yield from list_pages(plan, office, moments, acts)
        yield list_timeline(plan, office, moments[-1], acts)
        yield from compare_pages(plan, moments, entries)
        items = item_pages(plan, office, moments)
        bound = plan.settings.booklets
        yield from with_booklet(plan, office, moments, items) if bound else items


def _standard_pages(plan: Plan) -> Iterator[Page]:
    """The past of the standard lists that offices adopt."""
    for key, entries in plan.history.standards.items():
        moments = plan.resolved.standards[key]
        yield standard_timeline(plan, moments[-1], told(plan, entries))
        yield from compare_pages(plan, moments, entries)


def _predecessors(plan: Plan) -> Iterator[Page]:
    """Offices that are gone with their file: the old address says who succeeded."""
    known = plan.catalog.offices
    gone: dict[str, list[Office]] = {name: [] for name in gone_offices(plan)}
    for office in known.values():
        for old in office.succeeds:
            if old not in known:
                gone.setdefault(old, []).append(office)
    for old, successors in gone.items():
        yield former_office_page(plan, old, tuple(successors))
        yield office_timeline(plan, old)
