"""Pages of a list: as in force today, and as in force from each of its dates."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.fields import text_of
from generator.model.office import Office
from generator.resolution.resolved import Origin, ResolvedItem, ResolvedList
from generator.site_model import addresses
from generator.site_model.cards import Act, Acts
from generator.site_model.contact import contact_card, phone_line
from generator.site_model.offices import succeeded, successors_of
from generator.site_model.pages import ListPage
from generator.site_model.parts import Link, ListGroup, ListRow, PhoneLine
from generator.site_model.plan import Plan, answer_line
from generator.site_model.reporting import report_link
from generator.site_model.sections import unit_text, value_text
from generator.site_model.sources import earlier_links, facts, version_links
from generator.site_model.telling import recorded_text

_ORIGINS = {
    Origin.STANDARD: "mark-standard",
    Origin.REWRITTEN: "mark-rewritten",
    Origin.OWN: "mark-own",
}


def list_pages(
    plan: Plan, office: Office, moments: tuple[ResolvedList, ...], acts: Acts
) -> Iterator[ListPage]:
    """The list today (or its first announced version), and each dated page.

    `acts` are everything that happened to the list.
    """
    current = next((m for m in reversed(moments) if m.day <= plan.today), None)
    by_day = {act.entry.day: act for act in acts if not act.entry.in_place}
    shown = current or moments[0]
    later = (m for m in moments if m.day > plan.today and m is not shown)
    yield replace(
        _page(plan, office, shown, moments, _notices(plan, office, shown)),
        upcoming=tuple(_upcoming(plan, m, by_day.get(m.day)) for m in later),
        changes=Link(plan.phrases["changes"], addresses.list_changes(*shown.key)),
        booklet=addresses.booklet(*shown.key) if plan.settings.booklets else "",
    )
    for moment in moments:
        page = _page(plan, office, moment, moments, None)
        yield _with_difference(plan, page, by_day.get(moment.day))


def _upcoming(plan: Plan, moment: ResolvedList, act: Act | None) -> Link:
    """An announced version: what it will change, on the page that shows both texts."""
    text = plan.say("list-announced", day=plan.day(moment.day))
    if act is None or act.card.compare is None:
        return Link(text, addresses.list_on(*moment.key, moment.day))
    return Link(text, act.card.compare.address, act.card.summary)


def _with_difference(plan: Plan, page: ListPage, act: Act | None) -> ListPage:
    """Say on a dated page what its version changed."""
    if act is None:
        return replace(page, difference=plan.phrases["version-no-change"])
    card, entry = act.card, act.entry
    if entry.recorded:
        recorded = recorded_text(plan, entry.recorded)
        fact = (plan.phrases["source-recorded"], recorded, "")
        page = replace(page, facts=(*page.facts, fact))
    if entry.before is None:
        first = plan.say("version-first", count=entry.total)
        return replace(page, difference=first, changed=card.changes)
    return replace(
        page,
        difference=plan.say(
            "version-changed", day=plan.day(entry.before), summary=card.summary
        ),
        changed=card.changes,
        compare=card.compare,
    )


def _notices(plan: Plan, office: Office, current: ResolvedList) -> tuple[str, ...]:
    if current.day > plan.today:
        return (plan.say("list-not-yet", day=plan.day(current.day)),)
    successors = successors_of(plan, office)
    notices = [succeeded(plan, successors)] if successors else []
    notices.append(plan.say("list-today", day=plan.day(current.day)))
    if current.version is None and current.items:
        notices.append(plan.phrases["list-standard-only"])
    return tuple(notices)


def _page(
    plan: Plan,
    office: Office,
    moment: ResolvedList,
    moments: tuple[ResolvedList, ...],
    notices: tuple[str, ...] | None,
) -> ListPage:
    """One page; without `notices` it is the permanent one, the same for ever."""
    key, permanent = moment.key, notices is None
    today = addresses.list_today(office.id, key.id)
    office_link = Link(office.name, addresses.office(office.id))
    day = moment.day.isoformat()
    name = plan.say(
        "permanent-title" if permanent else "list-title",
        title=moment.title,
        office=office.name,
        day=day,
    )
    address = addresses.list_on(office.id, key.id, moment.day) if permanent else today
    crumbs: tuple[Link, ...] = (office_link,)
    if permanent:
        notices = (plan.say("list-permanent", day=plan.day(moment.day)),)
        crumbs += (Link(moment.title, today),)
    names = _columns(moment)
    groups = tuple(_groups(plan, office, moment, names, with_units=not permanent))
    return ListPage(
        head=plan.head(
            address,
            name,
            plan.say(
                "list-description",
                office=office.name,
                title=moment.title,
                count=len(moment.items),
            ),
            *crumbs,
            feed="" if permanent else addresses.list_feed(office.id, key.id),
            report=report_link(
                plan, moment.title, address, version=day, street=office.name
            ),
            propose=""
            if permanent or successors_of(plan, office)
            else addresses.changed_list(office.id, key.id),
        ),
        office=office_link,
        title=moment.title,
        answer=replace(answer_line(moment.kind.answer), sentence=""),
        permanent=plan.day(moment.day) if permanent else "",
        notices=notices or (),
        facts=facts(plan, moment),
        columns=tuple(moment.kind.fields[name].label for name in names),
        with_phone=any(row.phones for group in groups for row in group.rows),
        groups=groups,
        declined=tuple(
            (d.title, d.reason)
            for d in moment.declined
            if permanent or d.id not in moment.ended
        ),
        ended=() if permanent else _ended(office, moment),
        versions=earlier_links(plan, moments, moment)
        if permanent
        else version_links(plan, moments),
        current=today if permanent else "",
    )


def _ended(office: Office, moment: ResolvedList) -> tuple[Link, ...]:
    return tuple(
        Link(
            text_of(ended.item.fields, "title"),
            addresses.item(office.id, moment.key.id, ended.item.id),
            ended.since.isoformat(),
        )
        for ended in moment.ended.values()
    )


def _columns(moment: ResolvedList) -> tuple[str, ...]:
    """The kind's columns that at least one item fills, the published number first."""
    wanted = [
        name for name in ("number", *moment.kind.table) if name in moment.kind.fields
    ]
    return tuple(
        name
        for name in wanted
        if any(item.fields.get(name) for item in moment.items.values())
    )


def _groups(
    plan: Plan,
    office: Office,
    moment: ResolvedList,
    names: tuple[str, ...],
    *,
    with_units: bool,
) -> Iterator[ListGroup]:
    by_category: dict[str, list[ResolvedItem]] = {}
    for item in moment.items.values():
        by_category.setdefault(text_of(item.fields, "category"), []).append(item)
    only = len(by_category) == 1
    for number, (category, items) in enumerate(by_category.items(), 1):
        label = category or ("" if only else plan.phrases["no-category"])
        rows = tuple(
            _row(plan, office, moment, i, names, with_units=with_units) for i in items
        )
        yield ListGroup(label, f"c{number}", rows)


def _row(
    plan: Plan,
    office: Office,
    moment: ResolvedList,
    item: ResolvedItem,
    names: tuple[str, ...],
    *,
    with_units: bool,
) -> ListRow:
    return ListRow(
        title=text_of(item.fields, "title"),
        address=addresses.item(office.id, moment.key.id, item.id),
        plain=text_of(item.fields, "plain"),
        cells=tuple(_cell(plan, office, moment, item, name) for name in names),
        phones=_phones(plan, office, moment, item, with_units=with_units),
        mark=_mark(plan, moment, item),
    )


def _cell(
    plan: Plan, office: Office, moment: ResolvedList, item: ResolvedItem, name: str
) -> str:
    field = moment.kind.fields[name]
    return unit_text(office, field, value_text(plan, field, item.fields.get(name)))


def _phones(
    plan: Plan,
    office: Office,
    moment: ResolvedList,
    item: ResolvedItem,
    *,
    with_units: bool,
) -> tuple[PhoneLine, ...]:
    if with_units:
        return contact_card(plan, office, moment.kind, item.fields).phones
    hotline = text_of(item.fields, "hotline")
    return (phone_line(hotline),) if hotline else ()


def _mark(plan: Plan, moment: ResolvedList, item: ResolvedItem) -> str:
    if not moment.standard:
        return ""
    if not item.adopted:
        return plan.phrases["mark-own"]
    origin = Origin.REWRITTEN if item.own else Origin.STANDARD
    return plan.phrases[_ORIGINS[origin]]
