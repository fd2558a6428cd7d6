"""One matter across all streets, gathered while the offices are walked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.fields import text_of, words_of
from generator.resolution.resolved import ResolvedItem
from generator.site_model import addresses
from generator.site_model.answers import answer
from generator.site_model.pages import MatterPage
from generator.site_model.parts import Link, MatterRow
from generator.site_model.plan import Plan
from generator.site_model.reporting import report_link
from generator.site_model.sections import paragraphs, value_text
from generator.site_model.standings import (
    ANNOUNCED,
    ENDED,
    IN_FORCE,
    Standing,
    standings,
)
from generator.site_model.usual import Usual, compared, usual_of

_FOR_APPLYING = "materials"
"""The field of kinds whose items people come to apply for: what they have to bring."""

_ORDER = {IN_FORCE: 0, ANNOUNCED: 1, ENDED: 2}


@dataclass(slots=True)
class Matter:
    """What all streets say about one matter; the first street's words lead."""

    id: str
    title: str
    plain: str
    category: str
    description: str
    titles: dict[str, None] = field(default_factory=dict)
    plains: dict[str, None] = field(default_factory=dict)
    keywords: dict[str, None] = field(default_factory=dict)
    audience: dict[str, None] = field(default_factory=dict)
    rows: list[MatterRow] = field(default_factory=list)
    declined: list[tuple[str, str]] = field(default_factory=list)
    applied: bool = False


def gather(plan: Plan) -> dict[str, Matter]:
    """Walk all lists of all offices once and gather their matters."""
    matters: dict[str, Matter] = {}
    for office in plan.catalog.offices.values():
        for moments in plan.resolved.of_office(office.id):
            for standing in standings(plan, office, moments):
                matter = _matter(matters, standing.item)
                matter.rows.append(_row(plan, standing))
                matter.applied |= _FOR_APPLYING in standing.moment.kind.fields
            current = next((m for m in reversed(moments) if m.day <= plan.today), None)
            for declined in current.declined if current else ():
                left = matters.setdefault(
                    declined.id, Matter(declined.id, declined.title, "", "", "")
                )
                left.declined.append((office.name, declined.reason))
    return {name: matter for name, matter in matters.items() if matter.rows}


def _matter(matters: dict[str, Matter], item: ResolvedItem) -> Matter:
    fields = item.fields
    title = text_of(fields, "title")
    matter = matters.get(item.id)
    if matter is None or not matter.rows:
        declined = matter.declined if matter else []
        matter = matters[item.id] = Matter(
            id=item.id,
            title=title,
            plain=text_of(fields, "plain"),
            category=text_of(fields, "category"),
            description=text_of(fields, "description"),
            declined=declined,
        )
    matter.titles.setdefault(title)
    plain = text_of(fields, "plain")
    if plain:
        matter.plains.setdefault(plain)
    for word in words_of(fields, "keywords"):
        matter.keywords.setdefault(word)
    for person in words_of(fields, "audience"):
        matter.audience.setdefault(person)
    return matter


def _row(plan: Plan, standing: Standing) -> MatterRow:
    office, moment, item = standing.office, standing.moment, standing.item
    answered = answer(plan, standing)
    unit, phones = answered.who
    limit = item.fields.get("time_limit")
    return MatterRow(
        office=Link(office.name, addresses.office(office.id), office.id),
        item=Link(
            text_of(item.fields, "title"),
            addresses.item(office.id, moment.key.id, item.id),
            moment.title,
        ),
        answer=answered.line,
        status=standing.status,
        unit=unit,
        place=answered.contact.place,
        phones=phones,
        time_limit=value_text(plan, moment.kind.fields["time_limit"], limit)
        if limit
        else "",
        materials=_materials(standing),
        fee=text_of(item.fields, "fee"),
        open=answered.contact.open if answered.is_street else "",
    )


def _materials(standing: Standing) -> tuple[str, ...] | None:
    """What to bring; None where a list of this kind asks for nothing."""
    if _FOR_APPLYING not in standing.moment.kind.fields:
        return None
    value = standing.item.fields.get(_FOR_APPLYING)
    if isinstance(value, tuple):
        return tuple(text for text in value if isinstance(text, str))
    return paragraphs(value) if isinstance(value, str) else ()


def matter_page(plan: Plan, matter: Matter) -> MatterPage:
    """The page that shows all streets side by side."""
    rows = ordered(matter)
    usual = usual_of(rows)
    answers = tuple(dict.fromkeys(r.answer for r in rows if r.status == rows[0].status))
    return MatterPage(
        head=plan.head(
            addresses.matter(matter.id),
            plan.say("matter-title", title=matter.title),
            plan.say(
                "matter-description",
                title=matter.title,
                answer=plan.join(answer.label for answer in answers),
            ),
            Link(plan.phrases["a-z"], addresses.A_TO_Z),
            feed=addresses.matter_feed(matter.id),
            report=report_link(plan, matter.title, addresses.matter(matter.id)),
        ),
        id=matter.id,
        title=matter.title,
        plain=matter.plain,
        other_titles=tuple(t for t in matter.titles if t != matter.title),
        answers=answers,
        category=matter.category,
        description=paragraphs(matter.description),
        rows=tuple(compared(plan, row, usual) for row in rows),
        with_time_limit=any(row.time_limit for row in rows),
        declined=tuple(matter.declined),
        usual=tuple(_usual(plan, usual)),
    )


def _usual(plan: Plan, usual: Usual) -> Iterator[tuple[str, str]]:
    """What most streets say, in words."""
    if usual.time_limit:
        yield plan.phrases["matter-time-limit"], usual.time_limit
    if usual.fee:
        yield plan.phrases["matter-fee"], usual.fee
    if usual.materials:
        yield plan.phrases["matter-materials"], "；".join(usual.materials)


def ordered(matter: Matter) -> tuple[MatterRow, ...]:
    """The rows of a matter, in force first; the first one leads."""
    return tuple(sorted(matter.rows, key=lambda row: _ORDER[row.status]))
