"""The page of one item at one street office."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields import Record, text_of
from generator.model.kinds import Kind
from generator.model.office import Office
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.site_model import addresses
from generator.site_model.answers import Answered, answer, banner
from generator.site_model.contact import phone_line
from generator.site_model.item_history import Lines, begun, happened, upcoming
from generator.site_model.offices import successors_of
from generator.site_model.pages import ItemPage
from generator.site_model.parts import Link, PhoneLine
from generator.site_model.plan import Plan
from generator.site_model.qr_codes import qr_code
from generator.site_model.reporting import report_link
from generator.site_model.sections import how, order_of, sections
from generator.site_model.sources import Fact, version_label, version_links
from generator.site_model.standings import ENDED, IN_FORCE, Standing, standings


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all items of one version have in common, worked out once."""

    moment: ResolvedList
    office: Link
    list_link: Link
    order: tuple[str, ...]
    source: tuple[Fact, ...]
    versions: tuple[Link, ...]
    changes: str
    supervision: PhoneLine | None
    is_former: bool


def item_pages(
    plan: Plan, office: Office, moments: tuple[ResolvedList, ...]
) -> Iterator[ItemPage]:
    """Every item that ever was, is or will be on a list: each keeps its page."""
    versions = version_links(plan, moments)
    histories = plan.history.of_items(moments[0].key)
    frame: _Frame | None = None
    for standing in standings(plan, office, moments):
        if frame is None or frame.moment is not standing.moment:
            frame = _frame(plan, standing, versions)
        yield _item_page(plan, standing, frame, histories.get(standing.item.id, []))


def _frame(plan: Plan, standing: Standing, versions: tuple[Link, ...]) -> _Frame:
    office, moment = standing.office, standing.moment
    said = office.supervision
    today = addresses.list_today(office.id, moment.key.id)
    return _Frame(
        moment=moment,
        office=Link(office.name, addresses.office(office.id)),
        list_link=Link(moment.title, today),
        order=order_of(moment.kind),
        source=tuple(_source(plan, moment)),
        versions=versions,
        changes=addresses.list_changes(office.id, moment.key.id),
        supervision=phone_line(said.number, plan.word(said.kind), said)
        if said
        else None,
        is_former=bool(successors_of(plan, office)),
    )


def _item_page(plan: Plan, standing: Standing, frame: _Frame, lines: Lines) -> ItemPage:
    office, moment, item = standing.office, standing.moment, standing.item
    title = text_of(item.fields, "title")
    answered = answer(plan, standing)
    since = begun(plan, lines)
    is_past = standing.status == ENDED
    instead = how(plan, moment.kind, item)
    parts = sections(plan, office, moment.kind, item, frame.order)
    address = addresses.item(office.id, moment.key.id, item.id)
    return ItemPage(
        head=plan.head(
            address,
            plan.say("item-title", title=title, office=office.name),
            _description(plan, office, title, answered),
            frame.office,
            frame.list_link,
            report=report_link(
                plan,
                title,
                address,
                version=moment.day.isoformat(),
                street=office.name,
            ),
            propose=addresses.changed_item(office.id, moment.key.id, item.id)
            if standing.status == IN_FORCE and not frame.is_former
            else "",
        ),
        office=frame.office,
        list_link=frame.list_link,
        matter=Link(title, addresses.matter(item.id)),
        title=title,
        plain=text_of(item.fields, "plain"),
        status=standing.status,
        banner=(*banner(plan, standing), *_upcoming(plan, standing, lines)),
        answer=answered.line,
        contact=answered.contact,
        elsewhere=answered.elsewhere,
        successor=answered.successor,
        sections=(instead, *parts) if is_past and instead else parts,
        url="" if is_past else text_of(item.fields, "url"),
        source=(*frame.source, *_own_source(plan, moment, item, answered)),
        versions=frame.versions,
        begun=since,
        history=() if since else happened(plan, lines),
        changes=frame.changes,
        code=qr_code(plan.settings.url, address),
        how=None if is_past else instead,
        supervision=frame.supervision,
        hotline=_hotline(plan, answered),
    )


def _hotline(plan: Plan, answered: Answered) -> str:
    """The number to call where neither the street nor another body has one."""
    elsewhere = answered.elsewhere
    known = answered.contact.phones or (elsewhere and elsewhere[1])
    return "" if known else plan.settings.hotline


def _upcoming(plan: Plan, standing: Standing, lines: Lines) -> Iterator[str]:
    """What an announced version will change; most items have only one line."""
    if len(lines) > 1 and standing.status == IN_FORCE:
        yield from upcoming(plan, lines)


def _description(plan: Plan, office: Office, title: str, answered: Answered) -> str:
    unit, phones = answered.who
    return plan.say(
        "item-description",
        office=office.name,
        title=title,
        answer=answered.line.sentence,
        unit=f"{unit}。" if unit else "",
        phone=plan.say("item-description-phone", number=phones[0].number)
        if phones
        else "",
    )


def _source(plan: Plan, moment: ResolvedList) -> Iterator[Fact]:
    key, version = moment.key, moment.source
    say = plan.phrases
    yield say["source-list"], moment.title, addresses.list_today(key.owner, key.id)
    dated = addresses.list_on(key.owner, key.id, moment.day)
    yield say["source-version"], version_label(plan, moment), dated
    yield say["source-effective"], plan.day(moment.day), ""
    document = version.header.get("document")
    if isinstance(document, Record) and text_of(document, "number"):
        yield say["source-document"], text_of(document, "number"), ""


def _own_source(
    plan: Plan, moment: ResolvedList, item: ResolvedItem, answered: Answered
) -> Iterator[Fact]:
    if moment.standard:
        yield plan.phrases["source-origin"], _origin(plan, moment.kind, item), ""
    phones = answered.contact.phones
    if phones and phones[0].verified:
        yield plan.phrases["source-verified"], phones[0].verified, ""
    yield from plan.logged.get((*moment.key, item.id), ())


def _origin(plan: Plan, kind: Kind, item: ResolvedItem) -> str:
    if not item.adopted:
        return plan.phrases["origin-own"]
    fields = [f for n, f in kind.fields.items() if n in item.own]
    if not fields:
        return plan.phrases["origin-standard"]
    return plan.say("origin-mixed", fields=plan.join(f.label for f in fields))
