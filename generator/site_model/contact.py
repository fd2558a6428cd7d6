"""Contact cards: unit, people, phones and hours as readers see them."""

import re
from collections.abc import Mapping

from generator.model.fields import Value, text_of
from generator.model.kinds import Kind
from generator.model.office import Office, Phone, Unit
from generator.resolution.contacts import Handling, Holder, handling, shown_name
from generator.resolution.open_days import opening
from generator.site_model import addresses
from generator.site_model.parts import ContactCard, Person, PhoneLine
from generator.site_model.plan import Plan

_LANDLINE = re.compile(
    r"(0\d{2,3})?[- ]{0,2}(\d{3,4})[ -]?(\d{4})(?: ?(?:转|分机|-|,|，) ?(\d{1,6}))?"
)
_SAMPLE = "000"
_CONTACT = ("unit", "post", "person", "hotline", "window")
_MOST_CARDS = 5_000

NOBODY = ContactCard("", "", "", (), (), "", ())
"""The contact of what nobody at the street handles any more."""


def phone_line(number: str, label: str = "", phone: Phone | None = None) -> PhoneLine:
    """A phone as printed, with its tap-to-call link."""
    verified = phone.verified.isoformat() if phone and phone.verified else ""
    return PhoneLine(
        number=number,
        tel=tap_to_call(number),
        label=label or (phone.kind if phone else ""),
        verified=verified,
        sample=number.startswith(_SAMPLE),
        note=phone.note if phone else "",
    )


def tap_to_call(number: str) -> str:
    """The `tel:` address of a number; an extension follows after a pause."""
    match = _LANDLINE.fullmatch(number)
    if match is None:
        digits = re.sub(r"\D", "", number)
        return f"tel:{digits}" if digits else ""
    area, first, last, extension = (group or "" for group in match.groups())
    return f"tel:{area}{first}{last}" + (f",{extension}" if extension else "")


def contact_card(
    plan: Plan, office: Office, kind: Kind, fields: Mapping[str, Value]
) -> ContactCard:
    """Where to go and whom to call about an item with these fields.

    That a unit is missing is said only where the kind expects one: nobody looks
    for the unit that does not issue a certificate.
    """
    texts = tuple(text_of(fields, name) for name in _CONTACT)
    key = (office.id, kind.id, *texts)
    card = plan.cards.get(key)
    if card is None:
        if len(plan.cards) > _MOST_CARDS:
            plan.cards.clear()
        card = plan.cards[key] = _card(plan, office, kind, fields)
    return card


def _card(
    plan: Plan, office: Office, kind: Kind, fields: Mapping[str, Value]
) -> ContactCard:
    known = handling(office, fields)
    place = known.unit.place if known.unit else ""
    window = text_of(fields, "window")
    if window and not window.startswith(place):
        window = f"{place} {window}"
    address = office.address if known.unit else ""
    place = window or place
    expected = "unit" in kind.expects
    return ContactCard(
        unit=known.unit_name,
        unit_link=unit_address(office, known.unit),
        missing="" if known.unit_name or not expected else plan.phrases["unit-missing"],
        phones=tuple(phone_line(p.number, plan.word(p.kind), p) for p in known.phones),
        people=people(plan, known),
        place=" ".join(part for part in (address, place) if part),
        hours=hours(office) if known.unit else (),
        open=opening(office, known.unit) if known.unit else "",
        ask=whom_to_ask(plan, known),
    )


def whom_to_ask(plan: Plan, known: Handling) -> str:
    """Say whom to ask while the post that answers for an item is away or vacant."""
    holder, backup = known.holder, known.backup
    if holder is None or not _is_away(holder):
        return ""
    why = plan.say("ask-vacant" if holder.vacant else "ask-away", post=holder.title)
    if backup is None or _is_away(backup):
        return plan.say("ask-unit", why=why)
    who = backup.name if backup.title in backup.name else backup.title + backup.name
    return plan.say("ask-backup", why=why, who=who)


def _is_away(holder: Holder) -> bool:
    return holder.vacant or bool(holder.on_leave)


def unit_address(office: Office, unit: Unit | None) -> str:
    """Where a unit stands on its office's page; empty for another body."""
    return f"{addresses.office(office.id)}#unit-{unit.id}" if unit else ""


def people(plan: Plan, known: Handling) -> tuple[Person, ...]:
    """The post that answers for an item, and its backup (A角、B角)."""
    shown: list[Person] = []
    if known.holder:
        shown.append(person(plan, known.holder))
    if known.backup:
        backup = person(plan, known.backup)
        role = plan.say("backup", title=backup.role)
        shown.append(Person(role, backup.name, backup.vacant, backup.note))
    return tuple(shown)


def person(plan: Plan, holder: Holder) -> Person:
    """A post's holder, with vacancy and leave said in words."""
    note = ""
    if holder.vacant:
        note = plan.phrases["vacant"]
    elif holder.on_leave:
        # Editors often say it themselves.
        told = "角" in holder.on_leave
        note = plan.say("away" if told else "on-leave", note=holder.on_leave)
    role = holder.title or plan.phrases["person"]
    return Person(role, holder.name, holder.vacant, note)


def unit_people(plan: Plan, office: Office, unit: Unit) -> tuple[Person, ...]:
    """All posts of a unit."""
    return tuple(person(plan, shown_name(office, post)) for post in unit.posts.values())


def hours(office: Office) -> tuple[str, ...]:
    """Opening hours, one line per kind of day."""
    return tuple(
        f"{line.days} {'、'.join(line.open)}"
        + (f"（{line.note}）" if line.note else "")
        for line in office.hours
    )
