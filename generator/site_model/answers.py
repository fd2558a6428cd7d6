"""Who does it: the answer that an item's page, a matter's row and search all give."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields import Record, text_of
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedItem
from generator.site_model.contact import NOBODY, contact_card, phone_line
from generator.site_model.offices import succeeded
from generator.site_model.parts import AnswerLine, ContactCard, PhoneLine
from generator.site_model.plan import Plan, answer_line, day_in_words
from generator.site_model.standings import ANNOUNCED, ENDED, Standing

Elsewhere = tuple[str, tuple[PhoneLine, ...]]
_DEPARTMENTS = (
    ("receiving_department", "receiving_phone"),
    ("lead_department", "lead_phone"),
)
_NOT_OURS = {"elsewhere", "shared"}


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to "who does it": badge, the street's contact, another body."""

    line: AnswerLine
    contact: ContactCard
    elsewhere: Elsewhere | None

    @property
    def who(self) -> tuple[str, tuple[PhoneLine, ...]]:
        """Whom to turn to first, with the phone: another body or the street's unit."""
        if self.elsewhere and self.line.tone in _NOT_OURS:
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
    elsewhere: Elsewhere | None = None
    if standing.successors:
        names = "、".join(office.name for office in standing.successors)
        elsewhere = names, ()
    elif standing.ended and standing.ended.change and standing.ended.change.successor:
        successor = standing.ended.change.successor
        unit, number = text_of(successor, "unit"), text_of(successor, "phone")
        if unit or number:
            elsewhere = unit, (phone_line(number),) if number else ()
    say = plan.phrases
    line = AnswerLine(say["ended-label"], "elsewhere", say["ended-sentence"])
    return Answered(line, NOBODY, elsewhere)


def banner(plan: Plan, standing: Standing) -> tuple[str, ...]:
    """What to know before reading on: not yet in force, or no more and why."""
    if standing.successors:
        return (succeeded(plan, standing.successors),)
    if standing.status == ANNOUNCED:
        return (plan.say("announced", day=day_in_words(standing.moment.day)),)
    if standing.status == ENDED:
        return tuple(_ended_banner(plan, standing))
    return ()


def _ended_banner(plan: Plan, standing: Standing) -> Iterator[str]:
    """Since when, why, on which document, and who does it now."""
    ended = standing.ended
    if ended is None:
        return
    day = day_in_words(ended.since)
    change, version = ended.change, ended.version
    if change and change.reason:
        yield plan.say("ended-reason", day=day, reason=change.reason)
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
    else:
        yield plan.say("ask-hotline", hotline=plan.settings.hotline)


def _successor(plan: Plan, standing: Standing, successor: Record) -> Iterator[str]:
    unit, phone, note = (text_of(successor, k) for k in ("unit", "phone", "note"))
    who = " ".join(part for part in (unit, phone) if part)
    if who:
        yield plan.say("ended-successor", who=f"{who}（{note}）" if note else who)
    address = text_of(successor, "item")
    if address:
        title = _successor_title(plan.resolved, standing, address)
        yield plan.say("ended-item", title=title)


def _successor_title(resolved: Resolved, standing: Standing, address: str) -> str:
    """The title of a successor item given as 清单/事项 or 街道/清单/事项."""
    *head, item = address.split("/")
    owner = head[0] if len(head) > 1 else standing.office.id
    list_id = head[-1] if head else standing.moment.key.id
    for key, moments in (*resolved.lists.items(), *resolved.standards.items()):
        if key.owner == owner and key.id == list_id:
            for moment in reversed(moments):
                if item in moment.items:
                    return text_of(moment.items[item].fields, "title")
    return address
