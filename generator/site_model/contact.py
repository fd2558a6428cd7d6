"""Contact cards: unit, people, phones and hours as readers see them."""

import re
from collections.abc import Mapping

from generator.model.fields import Value, text_of
from generator.model.office import Office, Phone, Unit
from generator.resolution.contacts import Handling, Holder, handling, shown_name
from generator.site_model import addresses
from generator.site_model.parts import ContactCard, Person, PhoneLine
from generator.site_model.plan import Plan

_EXTENSION = re.compile(r"(?:转|分机|-|,|，)\s*(\d{1,6})$")
_SAMPLE = "000"


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
    match = _EXTENSION.search(number)
    extension = ""
    digits = re.sub(r"\D", "", number)
    if match and len(digits) - len(match[1]) >= 7:  # noqa: PLR2004, shortest landline
        extension = f",{match[1]}"
        digits = digits[: -len(match[1])]
    return f"tel:{digits}{extension}" if digits else ""


def contact_card(
    plan: Plan, office: Office, fields: Mapping[str, Value]
) -> ContactCard:
    """Where to go and whom to call about an item with these fields."""
    known = handling(office, fields)
    window = text_of(fields, "window")
    place = window or (known.unit.place if known.unit else "")
    if place and office.address and known.unit:
        place = f"{office.address} {place}"
    elif known.unit:
        place = office.address
    return ContactCard(
        unit=known.unit_name,
        unit_link=unit_address(office, known.unit),
        missing="" if known.unit_name else plan.phrases["unit-missing"],
        phones=tuple(phone_line(p.number, phone=p) for p in known.phones),
        people=people(plan, known),
        place=place,
        hours=hours(office) if known.unit else (),
    )


def unit_address(office: Office, unit: Unit | None) -> str:
    """Where a unit stands on its office's page; empty for another body."""
    return f"{addresses.office(office.id)}#{unit.id}" if unit else ""


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
        note = plan.say("on-leave", note=holder.on_leave)
    return Person(holder.title, holder.name, holder.vacant, note)


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
