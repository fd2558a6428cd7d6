"""What search indexes: matters, streets with their answers, places."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.office import Office
from generator.site_model import addresses
from generator.site_model.contact import hours
from generator.site_model.findable import (
    Findable,
    FindableMatter,
    FindablePlace,
    Street,
    StreetAnswer,
)
from generator.site_model.matters import Matter, ordered
from generator.site_model.offices import active_offices
from generator.site_model.parts import MatterRow
from generator.site_model.plan import Plan


def findable(plan: Plan, matters: Mapping[str, Matter]) -> Findable:
    """Everything that search can find."""
    offices = active_offices(plan)
    answers: dict[str, list[StreetAnswer]] = {office.id: [] for office in offices}
    for matter in matters.values():
        for row in matter.rows:
            if row.office.note in answers:
                answers[row.office.note].append(_answer(matter, row))
    return Findable(
        matters=tuple(_matter(matter) for matter in matters.values()),
        streets=tuple(
            Street(o.id, o.name, hours(o), tuple(answers[o.id])) for o in offices
        ),
        places=tuple(_places(offices)),
    )


def _matter(matter: Matter) -> FindableMatter:
    answer = ordered(matter)[0].answer
    names = (*matter.titles, *matter.plains)
    return FindableMatter(
        id=matter.id,
        title=matter.title,
        plain=matter.plain,
        keywords=tuple(matter.keywords),
        names=tuple(n for n in names if n not in {matter.title, matter.plain}),
        category=matter.category,
        address=addresses.matter(matter.id),
        answer=answer.label,
        tone=answer.tone,
        offices=tuple(dict.fromkeys(row.office.note for row in matter.rows)),
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
        yield FindablePlace(
            "office", office.name, names, office.id, address, office.address
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
            )
        for community in office.communities:
            names = (community.name, *community.also)
            yield FindablePlace(
                "community", community.name, names, office.id, address, office.name
            )
