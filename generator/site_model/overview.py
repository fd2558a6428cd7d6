"""Pages over the whole site: home, search, A to Z, communities, not found."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from generator.history.changes import Entry
from generator.model.office import Office
from generator.site_model import addresses
from generator.site_model.choosing import communities, exceptions
from generator.site_model.everywhere import latest_links
from generator.site_model.matters import Matter
from generator.site_model.offices import (
    active_offices,
    office_links,
)
from generator.site_model.overview_pages import (
    AtoZPage,
    CommunitiesPage,
    FindPage,
    NotFoundPage,
)
from generator.site_model.pages import HomePage
from generator.site_model.parts import Head, Link
from generator.site_model.pinyin import by_letter
from generator.site_model.plan import Plan
from generator.site_model.reporting import report_link
from generator.site_model.standings import IN_FORCE

_LATEST = 5
_DONE_HERE = {"ours", "shared"}


def home_page(
    plan: Plan, matters: Mapping[str, Matter], acts: Sequence[Entry]
) -> HomePage:
    """The home page; every number on it is counted; acts are oldest first."""
    settings = plan.settings
    return HomePage(
        head=plan.head(
            addresses.HOME,
            settings.name,
            settings.description or settings.name,
            feed=addresses.FEED,
        ),
        offices=office_links(plan),
        life_events=tuple(_life_events(plan, matters)),
        most_asked=tuple(
            _matter_link(matters[name])
            for name in settings.most_asked
            if name in matters
        ),
        numbers=tuple(_numbers(plan, matters)),
        latest=tuple(latest_links(plan, acts, _LATEST)),
        hotline=settings.hotline,
        changes=addresses.CHANGES,
        exceptions=exceptions(active_offices(plan)),
    )


def _matter_link(matter: Matter) -> Link:
    return Link(matter.plain or matter.title, addresses.matter(matter.id), matter.title)


def _life_events(
    plan: Plan, matters: Mapping[str, Matter]
) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for event in plan.settings.life_events:
        named = [matters[name] for name in event.matters if name in matters]
        rest = [
            m for m in matters.values() if m.category and m.category in event.categories
        ]
        chosen = {m.id: m for m in (*named, *rest)}
        if chosen:
            yield event.title, tuple(_matter_link(m) for m in chosen.values())


def _numbers(plan: Plan, matters: Mapping[str, Matter]) -> Iterator[tuple[str, str]]:
    offices = active_offices(plan)
    items = sum(
        row.status == IN_FORCE and row.answer.tone in _DONE_HERE
        for matter in matters.values()
        for row in matter.rows
    )
    counted = {
        "number-offices": len(offices),
        "number-items": items,
        "number-matters": len(matters),
        "number-units": sum(len(o.units) for o in offices),
        "number-communities": sum(len(o.communities) for o in offices),
    }
    for phrase, count in counted.items():
        if count:
            yield f"{count:,}", plan.phrases[phrase]


def find_page(plan: Plan, matters: Mapping[str, Matter]) -> FindPage:
    """The search page, filled by the browser."""
    settings = plan.settings
    asked = (matters[name] for name in settings.most_asked if name in matters)
    return FindPage(
        head=plan.head(
            addresses.FIND, plan.phrases["find"], plan.phrases["find-description"]
        ),
        hotline=settings.hotline,
        examples=tuple(matter.plain or matter.title for matter in asked),
        report=report_link(
            plan, plan.say("report-unfound", words="{words}"), addresses.FIND
        ),
    )


def a_to_z_page(plan: Plan, matters: Mapping[str, Matter]) -> AtoZPage:
    """All matters under their titles and under their everyday names."""
    links = [
        Link(
            name,
            addresses.matter(matter.id),
            "" if name == matter.title else matter.title,
        )
        for matter in matters.values()
        for name in dict.fromkeys((*matter.titles, *matter.plains))
    ]
    return AtoZPage(
        head=plan.head(
            addresses.A_TO_Z, plan.phrases["a-z"], plan.phrases["a-z-description"]
        ),
        letters=by_letter(links, lambda link: link.text.lstrip("《“（(")),
    )


def communities_page(plan: Plan) -> CommunitiesPage:
    """All communities, each with its street."""
    offices: list[Office] = active_offices(plan)
    rows = communities(plan, offices)
    return CommunitiesPage(
        head=plan.head(
            addresses.COMMUNITIES,
            plan.phrases["communities"],
            plan.phrases["communities-description"],
        ),
        letters=by_letter(rows, lambda row: row.name),
    )


def not_found_page(plan: Plan) -> NotFoundPage:
    """The 404 page; served at any depth, so its links begin at the site's own path."""
    base = urlsplit(plan.settings.url).path if plan.settings.url else ""
    base = base if not base or base.endswith("/") else f"{base}/"
    title = plan.phrases["not-found"]
    return NotFoundPage(
        head=Head(addresses.NOT_FOUND, base, title, title),
        hotline=plan.settings.hotline,
    )
