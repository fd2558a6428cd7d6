"""What search indexes: matters, streets with their answers, places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.office import Office, Unit
from generator.model.words import Words
from generator.site_model import addresses
from generator.site_model.basis import findable_documents
from generator.site_model.choosing import choices, street
from generator.site_model.contact import phone_line
from generator.site_model.documents import Document
from generator.site_model.findable import (
    Findable,
    FindableMatter,
    FindablePlace,
    StreetAnswer,
)
from generator.site_model.matters import Matter, ordered
from generator.site_model.offices import active_offices
from generator.site_model.parts import MatterRow
from generator.site_model.plan import Plan

NO_PHONE = ("", "")

_OWN_PAGES = {
    "offices": addresses.OFFICES,
    "communities": addresses.COMMUNITIES,
    "a-z": addresses.A_TO_Z,
    "changes": addresses.CHANGES,
    "basis": addresses.BASIS,
}
"""Pages of the site by the phrase that is their title."""


def findable(
    plan: Plan, matters: Mapping[str, Matter], documents: Sequence[Document]
) -> Findable:
    """Everything that search can find."""
    offices = active_offices(plan)
    answers: dict[str, list[StreetAnswer]] = {office.id: [] for office in offices}
    for matter in matters.values():
        for row in matter.rows:
            if row.office.note in answers:
                answers[row.office.note].append(_answer(matter, row))
    said = _said(plan.catalog.words)
    return Findable(
        matters=tuple(_matter(m, said.get(m.id, ())) for m in matters.values()),
        streets=tuple(street(plan, o, tuple(answers[o.id])) for o in offices),
        places=(
            *_places(offices),
            *findable_documents(plan, documents),
            *_pages(plan),
        ),
        terms=_terms(plan.catalog.words),
        ignore=plan.catalog.words.ignore,
        contact=plan.catalog.words.contact,
        choices=tuple(choices(offices)),
    )


def _said(words: Words) -> dict[str, tuple[str, ...]]:
    """What people say for each matter."""
    said: dict[str, dict[str, None]] = {}
    for entry in words.matters:
        said.setdefault(entry.matter, {}).update(dict.fromkeys(entry.say))
    return {matter: tuple(say) for matter, say in said.items()}


def _terms(words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What people say for each official word, in the order of the file."""
    said: dict[str, dict[str, None]] = {}
    for term in words.terms:
        for official in term.means:
            said.setdefault(official, {}).update(dict.fromkeys(term.say))
    return tuple((official, tuple(say)) for official, say in said.items())


def _matter(matter: Matter, said: tuple[str, ...]) -> FindableMatter:
    answer = ordered(matter)[0].answer
    names = (*matter.titles, *matter.plains)
    return FindableMatter(
        id=matter.id,
        title=matter.title,
        plain=matter.plain,
        keywords=tuple(dict.fromkeys((*matter.keywords, *said))),
        names=tuple(n for n in names if n not in {matter.title, matter.plain}),
        category=matter.category,
        address=addresses.matter(matter.id),
        answer=answer.label,
        tone=answer.tone,
        offices=tuple(dict.fromkeys(row.office.note for row in matter.rows)),
        audience=tuple(matter.audience),
        applied=matter.applied,
    )


def _answer(matter: Matter, row: MatterRow) -> StreetAnswer:
    phone = row.phones[0] if row.phones else None
    return StreetAnswer(
        matter=matter.id,
        address=row.item.address,
        unit=row.unit,
        place=row.place,
        phone=phone.number if phone else "",
        tel=phone.tel if phone else "",
        answer=row.answer.label,
        tone=row.answer.tone,
        status=row.status,
    )


def _places(offices: Iterable[Office]) -> Iterator[FindablePlace]:
    for office in offices:
        address = addresses.office(office.id)
        names = tuple(n for n in (office.name, office.full_name, *office.formerly) if n)
        phone = next((_phone(u) for u in office.units.values() if u.phones), NO_PHONE)
        yield FindablePlace(
            "office", office.name, names, office.id, address, office.address, *phone
        )
        for unit in office.units.values():
            names = (unit.name, *unit.nameplates, *unit.formerly)
            yield FindablePlace(
                "unit",
                unit.name,
                names,
                office.id,
                f"{address}#unit-{unit.id}",
                office.name,
                *_phone(unit),
            )
        for community in office.communities:
            names = (community.name, *community.also)
            yield FindablePlace(
                "community", community.name, names, office.id, address, office.name
            )


def _phone(unit: Unit) -> tuple[str, str]:
    """The first phone of a unit as printed, and its link."""
    line = phone_line(unit.phones[0].number) if unit.phones else None
    return (line.number, line.tel) if line else NO_PHONE


def _pages(plan: Plan) -> Iterator[FindablePlace]:
    """The site's own pages, and the prose pages with their headings."""
    for phrase, address in _OWN_PAGES.items():
        title = plan.phrases[phrase]
        note = plan.phrases[f"{phrase}-description"]
        yield FindablePlace("page", title, (title,), "", address, note)
    for address, headings in plan.prose.items():
        yield FindablePlace("page", headings[0], headings, "", address, "")
