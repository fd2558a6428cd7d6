"""Pages of street offices: one each, and all of them together."""

from collections import Counter
from collections.abc import Iterator

from generator.checks.wording import missing_fields
from generator.model.office import Office, Unit
from generator.resolution.open_days import opening
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.choosing import (
    community_row,
    current_lists,
    exceptions,
    list_link,
    one_line,
)
from generator.site_model.contact import hours, phone_line, unit_people
from generator.site_model.overview_pages import OfficesPage
from generator.site_model.pages import OfficePage
from generator.site_model.parts import Link, UnitCard
from generator.site_model.plan import Plan
from generator.site_model.reporting import report_link


def office_page(
    plan: Plan, office: Office, latest: tuple[Link, ...] = ()
) -> OfficePage:
    """How to reach a street office, its lists, units and communities.

    `latest` are links to what changed there last.
    """
    address = addresses.office(office.id)
    current = list(current_lists(plan, office))
    successors = successors_of(plan, office)
    supervision = office.supervision
    return OfficePage(
        head=plan.head(
            address,
            office.name,
            plan.say("office-description", office=office.name),
            Link(plan.phrases["offices"], addresses.OFFICES),
            feed=addresses.office_feed(office.id),
            report=report_link(plan, office.name, address, street=office.name),
        ),
        id="" if successors else office.id,
        name=office.name,
        full_name=office.full_name,
        formerly=office.formerly,
        office_class=plan.settings.classes.get(
            office.office_class, office.office_class
        ),
        address=office.address,
        hours=hours(office),
        open=opening(office),
        supervision=phone_line(
            supervision.number, plan.word(supervision.kind), supervision
        )
        if supervision
        else None,
        facts=tuple(_facts(plan, office)),
        lists=tuple(list_link(plan, office, moment) for moment in current),
        gaps=tuple(_gaps(plan, office, current)),
        units=tuple(
            _unit(plan, office, unit, is_former=bool(successors))
            for unit in office.units.values()
        ),
        communities=tuple(community_row(plan, office, c) for c in office.communities),
        notices=tuple(_notices(plan, office, successors)),
        successors=tuple(Link(o.name, addresses.office(o.id)) for o in successors),
        predecessors=tuple(
            Link(former_name(plan, office, old), addresses.office(old))
            for old in office.succeeds
        ),
        latest=latest,
        changes=_changes(plan, office.id),
    )


def _changes(plan: Plan, office: str) -> Link:
    return Link(plan.phrases["changes"], addresses.office_changes(office))


def _facts(plan: Plan, office: Office) -> Iterator[tuple[str, str, str]]:
    if office.code:
        yield plan.phrases["source-code"], office.code, ""
    if office.postcode:
        yield plan.phrases["source-postcode"], office.postcode, ""
    if office.email:
        yield plan.phrases["source-email"], office.email, ""
    if office.note:
        yield plan.phrases["source-note"], one_line(office.note), ""


def _gaps(plan: Plan, office: Office, current: list[ResolvedList]) -> Iterator[str]:
    """What residents would need and the lists do not say: the office's completeness."""
    for moment in current:
        gaps = Counter(
            field
            for item in moment.items.values()
            for field in missing_fields(office, item, moment.kind.expects)
        )
        if gaps:
            parts = plan.join(
                plan.say("gap", count=count, label=moment.kind.fields[field].label)
                for field, count in sorted(gaps.items())
                if field in moment.kind.fields
            )
            yield plan.say("gaps", list=moment.title, gaps=parts)


def _unit(plan: Plan, office: Office, unit: Unit, *, is_former: bool) -> UnitCard:
    relations = (
        ("belongs", unit.belongs_to),
        ("managed", unit.managed_by),
        ("used", unit.used_by),
    )
    anchor = f"unit-{unit.id}"
    address = f"{addresses.office(office.id)}#{anchor}"
    return UnitCard(
        anchor=anchor,
        name=unit.name,
        type=plan.unit_types.get(unit.type, ""),
        also=unit.nameplates,
        formerly=unit.formerly,
        place=unit.place,
        relation="，".join(plan.say(p, text=text) for p, text in relations if text),
        phones=tuple(phone_line(p.number, plan.word(p.kind), p) for p in unit.phones),
        people=unit_people(plan, office, unit),
        note=unit.note,
        report=report_link(plan, unit.name, address, street=office.name),
        propose="" if is_former else addresses.changed_unit(office.id, unit.id),
    )


def _notices(
    plan: Plan, office: Office, successors: tuple[Office, ...]
) -> Iterator[str]:
    if successors:
        yield succeeded(plan, successors)
    if office.exceptions:
        yield plan.say("exceptions", text=one_line(office.exceptions))
    if office.succeeds:
        names = plan.join(former_name(plan, office, old) for old in office.succeeds)
        yield plan.say("succeeds", offices=names)


def former_name(plan: Plan, office: Office, old: str) -> str:
    """The name of an office that this one replaced; its file may be gone."""
    known = plan.catalog.offices.get(old)
    if known:
        return known.name
    missing = [o for o in office.succeeds if o not in plan.catalog.offices]
    one = len(missing) == 1 and len(office.formerly) == 1
    return office.formerly[0] if one else plan.phrases["former-office"]


def known_name(plan: Plan, old: str) -> str:
    """The name of an office, which may be gone with its file."""
    known = plan.catalog.offices
    if old in known:
        return known[old].name
    names = {former_name(plan, o, old) for o in known.values() if old in o.succeeds}
    return names.pop() if len(names) == 1 else plan.phrases["former-office"]


def succeeded(plan: Plan, successors: tuple[Office, ...]) -> str:
    """Say who took over from an office."""
    return plan.say("succeeded", offices=plan.join(o.name for o in successors))


def active_offices(plan: Plan) -> list[Office]:
    """The offices that no other has succeeded."""
    return [o for o in plan.catalog.offices.values() if not successors_of(plan, o)]


def successors_of(plan: Plan, office: Office) -> tuple[Office, ...]:
    """The offices that took over from this one; none while it is active."""
    offices = plan.catalog.offices.values()
    return tuple(o for o in offices if office.id in o.succeeds and o is not office)


def office_links(plan: Plan) -> tuple[Link, ...]:
    """All active offices, in the order of their files."""
    return tuple(
        Link(o.name, addresses.office(o.id), o.id) for o in active_offices(plan)
    )


def offices_page(plan: Plan) -> OfficesPage:
    """All street offices by class."""
    groups: dict[str, list[Link]] = {}
    for office in active_offices(plan):
        label = plan.settings.classes.get(office.office_class, "")
        note = office.address
        groups.setdefault(label, []).append(
            Link(office.name, addresses.office(office.id), note)
        )
    return OfficesPage(
        head=plan.head(
            addresses.OFFICES,
            plan.phrases["offices"],
            plan.phrases["offices-description"],
        ),
        groups=tuple((label, tuple(links)) for label, links in groups.items()),
        exceptions=exceptions(active_offices(plan)),
    )


def former_office_page(
    plan: Plan, old: str, successors: tuple[Office, ...]
) -> OfficePage:
    """The address of an office whose file is gone: it only says who took over."""
    name = known_name(plan, old)
    said = succeeded(plan, successors) if successors else plan.phrases["office-gone"]
    return OfficePage(
        head=plan.head(
            addresses.office(old),
            name,
            said,
            Link(plan.phrases["offices"], addresses.OFFICES),
        ),
        id="",
        name=name,
        full_name="",
        formerly=(),
        office_class="",
        address="",
        hours=(),
        supervision=None,
        facts=(),
        lists=(),
        gaps=(),
        units=(),
        communities=(),
        notices=(said,),
        successors=tuple(Link(o.name, addresses.office(o.id)) for o in successors),
        changes=_changes(plan, old),
    )
