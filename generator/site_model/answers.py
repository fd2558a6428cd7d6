"""Who does it: the answer that an item's page, a matter's row and search all give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.fields import Record, text_of
from generator.resolution.resolved import ResolvedItem
from generator.site_model import addresses
from generator.site_model.contact import NOBODY, contact_card, phone_line
from generator.site_model.offices import succeeded
from generator.site_model.parts import AnswerLine, ContactCard, Link, PhoneLine
from generator.site_model.plan import Plan, answer_line
from generator.site_model.standings import ANNOUNCED, ENDED, Standing, find_heir

Elsewhere = tuple[str, tuple[PhoneLine, ...]]
_DEPARTMENTS = (
    ("receiving_department", "receiving_phone"),
    ("lead_department", "lead_phone"),
)
_NOT_OURS = {"elsewhere", "shared"}


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to "who does it": badge, the street's contact, another body.

    `successor` is the item's page to go to where this one is past.
    """

    line: AnswerLine
    contact: ContactCard
    elsewhere: Elsewhere | None
    successor: Link | None = None

    @property
    def is_street(self) -> bool:
        """Tell whether to turn to the street's unit first, not to another body."""
        return not (self.elsewhere and self.line.tone in _NOT_OURS)

    @property
    def who(self) -> tuple[str, tuple[PhoneLine, ...]]:
        """Whom to turn to first, with the phone: another body or the street's unit."""
        if self.elsewhere and not self.is_street:
            return self.elsewhere
        return self.contact.unit, self.contact.phones


def answer(plan: Plan, standing: Standing) -> Answered:
    """Answer for one item as it stands; what has ended answers who does it now."""
    if standing.status == ENDED:
        return _ended(plan, standing)
    fields, kind = standing.item.fields, standing.moment.kind
    contact = contact_card(plan, standing.office, kind, fields)
    return Answered(answer_line(kind.answer), contact, _department(standing.item))


def _department(item: ResolvedItem) -> Elsewhere | None:
    """The department that does it instead of, or before, the street."""
    for field, phone in _DEPARTMENTS:
        name = text_of(item.fields, field)
        if name:
            number = text_of(item.fields, phone)
            return name, (phone_line(number),) if number else ()
    return None


def _ended(plan: Plan, standing: Standing) -> Answered:
    say = plan.phrases
    line = AnswerLine(say["ended-label"], "elsewhere", say["ended-sentence"])
    if standing.successors:
        names = plan.join(office.name for office in standing.successors)
        return Answered(line, NOBODY, (names, ()))
    change = standing.ended.change if standing.ended else None
    successor = change.successor if change else None
    heir = find_heir(plan.resolved, standing, successor, plan.today)
    if heir:
        return replace(answer(plan, heir), successor=_link(heir))
    if successor is None:
        return Answered(line, NOBODY, None)
    unit, number = text_of(successor, "unit"), text_of(successor, "phone")
    phones = (phone_line(number),) if number else ()
    return Answered(line, NOBODY, (unit, phones) if unit or phones else None)


def _link(heir: Standing) -> Link:
    address = addresses.item(heir.office.id, heir.moment.key.id, heir.item.id)
    return Link(text_of(heir.item.fields, "title"), address, heir.moment.title)


def banner(plan: Plan, standing: Standing) -> tuple[str, ...]:
    """What to know before reading on: not yet in force, or no more and why."""
    if standing.successors:
        return (succeeded(plan, standing.successors),)
    if standing.status == ANNOUNCED:
        return (plan.say("announced", day=plan.day(standing.moment.day)),)
    if standing.status == ENDED:
        return tuple(_ended_banner(plan, standing))
    return ()


def _ended_banner(plan: Plan, standing: Standing) -> Iterator[str]:
    """Since when, why, on which document, and who does it now."""
    ended = standing.ended
    if ended is None:
        return
    day = plan.day(ended.since)
    change, version = ended.change, ended.version
    if change and change.reason:
        yield plan.say("ended-reason", day=day, reason=plan.word(change.reason))
    else:
        yield plan.say("ended", day=day)
    document = version.header.get("document") if version else None
    if isinstance(document, Record) and text_of(document, "number"):
        yield plan.say("ended-document", document=text_of(document, "number"))
    if version is None:
        yield plan.phrases["ended-standard"]
    if change and change.note:
        yield change.note
    elif ended.declined:
        yield plan.say("ended-declined", reason=ended.declined)
    if change and change.successor:
        yield from _successor(plan, standing, change.successor)
    elif heir := find_heir(plan.resolved, standing, None, plan.today):
        yield plan.say("ended-moved", list=heir.moment.title)


def _successor(plan: Plan, standing: Standing, successor: Record) -> Iterator[str]:
    unit, phone, note = (text_of(successor, k) for k in ("unit", "phone", "note"))
    who = " ".join(part for part in (unit, phone) if part)
    if who:
        yield plan.say("ended-successor", who=f"{who}（{note}）" if note else who)
    heir = find_heir(plan.resolved, standing, successor, plan.today)
    if heir:
        yield plan.say("ended-item", title=text_of(heir.item.fields, "title"))
