"""The site map for people (站点地图), and the page shown without a network."""

from generator.site_model import addresses
from generator.site_model.choosing import current_lists, list_link
from generator.site_model.directory_parts import DirectoryPage, OfflinePage
from generator.site_model.offices import active_offices
from generator.site_model.parts import Link
from generator.site_model.plan import Plan

_ENTRIES = (
    ("home", addresses.HOME),
    ("find", addresses.FIND),
    ("offices", addresses.OFFICES),
    ("communities", addresses.COMMUNITIES),
    ("a-z", addresses.A_TO_Z),
    ("basis", addresses.BASIS),
    ("changes", addresses.CHANGES),
    ("corrections", addresses.CORRECTIONS),
)


def directory_page(plan: Plan) -> DirectoryPage:
    """The main pages of the site, every street with its lists, and the prose pages."""
    title = plan.phrases["site-map"]
    return DirectoryPage(
        head=plan.head(addresses.SITE_MAP, title, plan.phrases["site-map-description"]),
        entries=tuple(Link(plan.phrases[word], to) for word, to in _ENTRIES),
        streets=tuple(
            (
                Link(office.name, addresses.office(office.id)),
                tuple(
                    list_link(plan, office, one) for one in current_lists(plan, office)
                ),
            )
            for office in active_offices(plan)
        ),
        prose=tuple(Link(words[0], to) for to, words in sorted(plan.prose.items())),
    )


def offline_page(plan: Plan) -> OfflinePage:
    """What a kept copy of the site shows for a page that nobody opened before."""
    title = plan.phrases["offline"]
    head = plan.head(addresses.OFFLINE, title, plan.phrases["offline-description"])
    return OfflinePage(head, plan.settings.hotline)
