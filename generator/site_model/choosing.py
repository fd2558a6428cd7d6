"""What residents need to choose their street (选街道) and see once it is chosen.

Never chooses for them: where a name fits two streets, both are given with their notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.office import Community, Office
from generator.resolution.open_days import opening
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.contact import hours, phone_line
from generator.site_model.findable import Choice, Desk, Street, StreetAnswer
from generator.site_model.parts import CommunityRow, Link
from generator.site_model.plan import Plan


def one_line(text: str) -> str:
    """Write paragraphs as one line."""
    return " ".join(text.split())


def exceptions(offices: Iterable[Office]) -> tuple[Link, ...]:
    """Streets with the places in their area that others look after (范围例外)."""
    return tuple(
        Link(office.name, addresses.office(office.id), one_line(office.exceptions))
        for office in offices
        if office.exceptions
    )


def choices(offices: Iterable[Office]) -> Iterator[Choice]:
    """Every community with its street, in the order of the files."""
    for office in offices:
        for community in office.communities:
            yield Choice(community.name, community.also, office.id, community.note)


def communities(plan: Plan, offices: Sequence[Office]) -> list[CommunityRow]:
    """All communities; where several streets have the name, each row says so."""
    named: dict[str, dict[str, None]] = {}
    for office in offices:
        for one in office.communities:
            named.setdefault(one.name, {}).setdefault(office.name)
    return [
        _in_company(plan, community_row(plan, office, one), tuple(named[one.name]))
        for office in offices
        for one in office.communities
    ]


def _in_company(
    plan: Plan, row: CommunityRow, streets: tuple[str, ...]
) -> CommunityRow:
    if len(streets) == 1:
        return row
    shared = plan.say("same-name", name=row.name, offices=plan.join(streets))
    return replace(row, note="；".join(part for part in (shared, row.note) if part))


def community_row(plan: Plan, office: Office, community: Community) -> CommunityRow:
    """A community with the street it belongs to."""
    grids = plan.say("grids", count=community.grids) if community.grids else ""
    note = "；".join(part for part in (grids, community.note) if part)
    link = Link(office.name, addresses.office(office.id), one_line(office.exceptions))
    return CommunityRow(
        name=community.name,
        also=community.also,
        office=link,
        address=community.address,
        phone=phone_line(community.phone) if community.phone else None,
        note=note,
    )


def current_lists(plan: Plan, office: Office) -> Iterator[ResolvedList]:
    """An office's lists as in force today; an announced one where it is the first."""
    for moments in plan.resolved.of_office(office.id):
        past = [m for m in moments if m.day <= plan.today]
        yield past[-1] if past else moments[0]


def list_link(plan: Plan, office: Office, moment: ResolvedList) -> Link:
    """A list of an office with the number of its items."""
    count = plan.say("items", count=len(moment.items))
    return Link(moment.title, addresses.list_today(office.id, moment.key.id), count)


def street(plan: Plan, office: Office, answers: tuple[StreetAnswer, ...]) -> Street:
    """A street as the search and the home page know it."""
    return Street(
        office.id,
        office.name,
        hours(office),
        answers,
        tuple(n for n in (office.full_name, *office.formerly) if n),
        _desk(plan, office),
        opening(office),
    )


def _desk(plan: Plan, office: Office) -> Desk:
    links = (list_link(plan, office, one) for one in current_lists(plan, office))
    return Desk(
        exceptions=one_line(office.exceptions),
        lists=tuple((link.text, link.address, link.note) for link in links),
        phones=tuple(_phones(office)),
    )


def _phones(office: Office) -> Iterator[tuple[str, str, str]]:
    for unit in office.units.values():
        if unit.phones:
            line = phone_line(unit.phones[0].number)
            yield unit.name, line.number, line.tel
