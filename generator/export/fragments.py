"""A street office as a piece of HTML (门户片段) that another page takes in as it is.

No script, no inline style, no id: one element with a class of our own, which
`assets/embed.css` or the portal's own sheet dresses. No person is in it.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

from generator.export.atom import Links, clean, put
from generator.model.office import Office, Phone, Unit
from generator.outputs import OutputFile
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.choosing import list_link
from generator.site_model.contact import hours, phone_line
from generator.site_model.parts import Link
from generator.site_model.plan import Plan

_CLASS = "qingdan-office"


def fragment(
    plan: Plan, office: Office, lists: Iterable[ResolvedList], links: Links
) -> OutputFile:
    """Write the piece: name, address, hours, lists, phones of the units."""
    page = links.to(addresses.office(office.id))
    root = Element("section", {"class": _CLASS, "lang": plan.phrases["language"]})
    put(put(root, "h2"), "a", office.name, href=page)
    if plan.settings.sample:
        put(root, "p", plan.settings.sample)
    facts = list(_facts(plan, office))
    if facts:
        put(root, "dl").extend(facts)
    shown = [list_link(plan, office, one) for one in lists]
    _section(root, plan.phrases["portal-lists"], [_listed(one, links) for one in shown])
    units = [_unit(plan, unit) for unit in office.units.values() if unit.phones]
    _section(root, plan.phrases["portal-units"], units)
    put(put(root, "p"), "a", plan.say("portal-more", office=office.name), href=page)
    text = tostring(root, encoding="unicode", method="html")
    return OutputFile(links.address, f"{text}\n".encode())


def _facts(plan: Plan, office: Office) -> Iterator[Element]:
    words = plan.phrases
    address = (office.address,) if office.address else ()
    for word, texts in (("address", address), ("hours", hours(office))):
        if texts:
            yield _element("dt", words[f"portal-{word}"])
            yield from (_element("dd", text) for text in texts)
    if office.supervision:
        yield _element("dt", words["portal-supervision"])
        yield _phone(plan, "dd", office.supervision)


def _section(root: Element, heading: str, entries: list[Element]) -> None:
    if entries:
        put(root, "h3", heading)
        put(root, "ul").extend(entries)


def _listed(link: Link, links: Links) -> Element:
    entry = Element("li")
    put(entry, "a", link.text, href=links.to(link.address)).tail = f" {link.note}"
    return entry


def _unit(plan: Plan, unit: Unit) -> Element:
    entry = _element("li", f"{unit.name} ")
    for phone in unit.phones:
        entry.append(_phone(plan, "span", phone))
        entry[-1].tail = " "
    entry[-1].tail = clean(f" {unit.place}" if unit.place else "")
    return entry


def _phone(plan: Plan, tag: str, phone: Phone) -> Element:
    line = phone_line(phone.number)
    number = Element(tag)
    if line.tel:
        put(number, "a", line.number, href=line.tel)
    else:
        put(number, "b", line.number)
    number[-1].tail = plan.phrases["portal-sample"] if line.sample else ""
    return number


def _element(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = clean(text)
    return element
