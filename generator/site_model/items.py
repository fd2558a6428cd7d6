"""The page of one item at one street office."""

from collections.abc import Iterator

from generator.model.fields import Record, text_of
from generator.model.office import Office
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Ended, ResolvedItem, ResolvedList
from generator.site_model import addresses
from generator.site_model.contact import contact_card, phone_line
from generator.site_model.offices import succeeded, successors_of
from generator.site_model.pages import ItemPage
from generator.site_model.parts import ContactCard, Link, PhoneLine
from generator.site_model.plan import Plan, answer_line, day_in_words
from generator.site_model.sections import sections
from generator.site_model.sources import version_label, version_links

IN_FORCE, ANNOUNCED, ENDED = "in-force", "announced", "ended"
_DEPARTMENTS = (
    ("receiving_department", "receiving_phone"),
    ("lead_department", "lead_phone"),
)


def item_pages(
    plan: Plan, office: Office, moments: tuple[ResolvedList, ...]
) -> Iterator[ItemPage]:
    """Every item that ever was, is or will be on a list: each keeps its page."""
    current = _current(plan, moments)
    versions = version_links(plan, moments)
    successors = successors_of(plan, office)
    status, notice = IN_FORCE, tuple[str, ...]()
    if successors:
        status, notice = ENDED, (succeeded(plan, successors),)
    seen: set[str] = set()
    if current:
        for item in current.items.values():
            seen.add(item.id)
            yield item_page(plan, office, current, item, status, notice, versions)
        for ended in current.ended.values():
            seen.add(ended.item.id)
            banner = _ended_banner(plan, current, ended)
            yield item_page(plan, office, current, ended.item, ENDED, banner, versions)
    for moment in moments:
        if moment.day <= plan.today:
            continue
        for item in moment.items.values():
            if item.id not in seen:
                seen.add(item.id)
                banner = (plan.say("announced", day=day_in_words(moment.day)),)
                yield item_page(plan, office, moment, item, ANNOUNCED, banner, versions)


def _current(plan: Plan, moments: tuple[ResolvedList, ...]) -> ResolvedList | None:
    return next((m for m in reversed(moments) if m.day <= plan.today), None)


def item_page(
    plan: Plan,
    office: Office,
    resolved: ResolvedList,
    item: ResolvedItem,
    status: str,
    banner: tuple[str, ...],
    versions: tuple[Link, ...],
) -> ItemPage:
    """One item's page; `status` is in-force, announced or ended."""
    key = resolved.key
    title = text_of(item.fields, "title")
    contact = contact_card(plan, office, resolved.kind, item.fields)
    answer = answer_line(resolved.kind.answer)
    office_link = Link(office.name, addresses.office(office.id))
    list_link = Link(resolved.title, addresses.list_today(office.id, key.id))
    return ItemPage(
        head=plan.head(
            addresses.item(office.id, key.id, item.id),
            plan.say("item-title", title=title, office=office.name),
            _description(plan, office, title, answer.sentence, contact),
            office_link,
            list_link,
        ),
        office=office_link,
        list_link=list_link,
        matter=Link(title, addresses.matter(item.id)),
        title=title,
        plain=text_of(item.fields, "plain"),
        status=status,
        banner=banner,
        answer=answer,
        contact=contact,
        elsewhere=_elsewhere(item),
        sections=sections(plan, office, resolved.kind, item),
        url=text_of(item.fields, "url"),
        source=tuple(_source(plan, resolved, item, contact)),
        versions=versions,
    )


def _description(
    plan: Plan, office: Office, title: str, answer: str, contact: ContactCard
) -> str:
    unit = f"{contact.unit}。" if contact.unit else ""
    phone = f"电话 {contact.phones[0].number}。" if contact.phones else ""
    return plan.say(
        "item-description",
        office=office.name,
        title=title,
        answer=answer,
        unit=unit,
        phone=phone,
    )


def _elsewhere(item: ResolvedItem) -> tuple[str, tuple[PhoneLine, ...]] | None:
    """The department that does it instead of, or before, the street."""
    for field, phone in _DEPARTMENTS:
        name = text_of(item.fields, field)
        number = text_of(item.fields, phone)
        if name:
            return name, (phone_line(number),) if number else ()
    return None


def _source(
    plan: Plan, resolved: ResolvedList, item: ResolvedItem, contact: ContactCard
) -> Iterator[tuple[str, str, str]]:
    key, version = resolved.key, resolved.source
    say = plan.phrases
    yield say["source-list"], resolved.title, addresses.list_today(key.owner, key.id)
    dated = addresses.list_on(key.owner, key.id, resolved.day)
    yield say["source-version"], version_label(plan, resolved), dated
    yield say["source-effective"], day_in_words(resolved.day), ""
    document = version.header.get("document")
    if isinstance(document, Record) and text_of(document, "number"):
        yield say["source-document"], text_of(document, "number"), ""
    if resolved.standard:
        yield say["source-origin"], _origin(plan, resolved, item), ""
    if contact.phones and contact.phones[0].verified:
        yield say["source-verified"], contact.phones[0].verified, ""


def _origin(plan: Plan, resolved: ResolvedList, item: ResolvedItem) -> str:
    if not item.adopted:
        return plan.phrases["origin-own"]
    fields = [f for n, f in resolved.kind.fields.items() if n in item.own]
    if not fields:
        return plan.phrases["origin-standard"]
    return plan.say("origin-mixed", fields="、".join(f.label for f in fields))


def _ended_banner(plan: Plan, resolved: ResolvedList, ended: Ended) -> tuple[str, ...]:
    """Since when, why, on which document, and who does it now."""
    day = day_in_words(ended.since)
    change, version = ended.change, ended.version
    lines: list[str] = []
    if change:
        lines.append(plan.say("ended-reason", day=day, reason=change.reason or "取消"))
    else:
        lines.append(plan.say("ended", day=day))
    document = version.header.get("document") if version else None
    if isinstance(document, Record) and text_of(document, "number"):
        lines.append(plan.say("ended-document", document=text_of(document, "number")))
    if version is None:
        lines.append(plan.phrases["ended-standard"])
    if change and change.note:
        lines.append(change.note)
    if change and change.successor:
        lines.extend(_successor(plan, resolved, change.successor))
    else:
        lines.append(plan.say("ask-hotline", hotline=plan.settings.hotline))
    return tuple(lines)


def _successor(plan: Plan, resolved: ResolvedList, successor: Record) -> Iterator[str]:
    unit, phone, note = (text_of(successor, k) for k in ("unit", "phone", "note"))
    who = " ".join(part for part in (unit, phone) if part)
    if who:
        yield plan.say("ended-successor", who=f"{who}（{note}）" if note else who)
    address = text_of(successor, "item")
    if address:
        title = successor_title(plan.resolved, resolved, address)
        yield plan.say("ended-item", title=title)


def successor_title(resolved: Resolved, current: ResolvedList, address: str) -> str:
    """The title of a successor item given as 清单/事项 or 街道/清单/事项."""
    *head, item = address.split("/")
    owner = head[0] if len(head) > 1 else current.key.owner
    list_id = head[-1] if head else current.key.id
    for key, moments in resolved.lists.items():
        if key.owner == owner and key.id == list_id:
            for moment in reversed(moments):
                if item in moment.items:
                    return text_of(moment.items[item].fields, "title")
    return address
