"""One matter across all streets, gathered while the offices are walked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.fields import text_of, words_of
from generator.model.office import Office
from generator.resolution.resolved import Ended, ResolvedItem, ResolvedList
from generator.site_model import addresses
from generator.site_model.contact import contact_card
from generator.site_model.items import ANNOUNCED, ENDED, IN_FORCE
from generator.site_model.offices import successors_of
from generator.site_model.pages import MatterPage
from generator.site_model.parts import AnswerLine, Link, MatterRow
from generator.site_model.plan import Plan, answer_line
from generator.site_model.sections import paragraphs, value_text

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
    rows: list[MatterRow] = field(default_factory=list)
    declined: list[tuple[str, str]] = field(default_factory=list)


def gather(plan: Plan) -> dict[str, Matter]:
    """Walk all lists of all offices once and gather their matters.

    What an office that is gone once did is shown as ended.
    """
    matters: dict[str, Matter] = {}
    for office in plan.catalog.offices.values():
        gone = bool(successors_of(plan, office))
        for moments in plan.resolved.of_office(office.id):
            for moment, item, status in answers_of(plan, moments):
                row = _row(plan, office, moment, item, ENDED if gone else status)
                _matter(matters, item).rows.append(row)
            current = next((m for m in reversed(moments) if m.day <= plan.today), None)
            for declined in current.declined if current else ():
                matter = matters.setdefault(
                    declined.id, Matter(declined.id, declined.title, "", "", "")
                )
                matter.declined.append((office.name, declined.reason))
    return {name: matter for name, matter in matters.items() if matter.rows}


def answers_of(
    plan: Plan, moments: tuple[ResolvedList, ...]
) -> Iterator[tuple[ResolvedList, ResolvedItem, str]]:
    """Every item of a list that has a page: in force, ended, or announced."""
    current = next((m for m in reversed(moments) if m.day <= plan.today), None)
    seen: set[str] = set()
    if current:
        for item in current.items.values():
            seen.add(item.id)
            yield current, item, IN_FORCE
        for ended in _open_ended(current):
            seen.add(ended.item.id)
            yield current, ended.item, ENDED
    for moment in moments:
        if moment.day > plan.today:
            for item in moment.items.values():
                if item.id not in seen:
                    seen.add(item.id)
                    yield moment, item, ANNOUNCED


def _open_ended(current: ResolvedList) -> Iterator[Ended]:
    yield from current.ended.values()


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
    return matter


def _row(
    plan: Plan, office: Office, moment: ResolvedList, item: ResolvedItem, status: str
) -> MatterRow:
    contact = contact_card(plan, office, moment.kind, item.fields)
    address = addresses.item(office.id, moment.key.id, item.id)
    return MatterRow(
        office=Link(office.name, addresses.office(office.id), office.id),
        item=Link(text_of(item.fields, "title"), address, moment.title),
        answer=answer_line(moment.kind.answer),
        status=status,
        unit=contact.unit,
        place=contact.place,
        phones=contact.phones,
        time_limit=value_text(item.fields.get("time_limit")),
    )


def matter_page(plan: Plan, matter: Matter) -> MatterPage:
    """The page that shows all streets side by side."""
    answers = dict.fromkeys(row.answer for row in matter.rows)
    return MatterPage(
        head=plan.head(
            addresses.matter(matter.id),
            plan.say("matter-title", title=matter.title),
            plan.say(
                "matter-description",
                title=matter.title,
                answer="、".join(answer.label for answer in answers),
            ),
            Link(plan.phrases["a-z"], addresses.A_TO_Z),
        ),
        id=matter.id,
        title=matter.title,
        plain=matter.plain,
        other_titles=tuple(t for t in matter.titles if t != matter.title),
        answers=tuple(answers),
        category=matter.category,
        description=paragraphs(matter.description),
        rows=tuple(sorted(matter.rows, key=lambda row: _ORDER[row.status])),
        with_time_limit=any(row.time_limit for row in matter.rows),
        declined=tuple(matter.declined),
    )


def lead_answer(matter: Matter) -> AnswerLine:
    """The answer that a search result shows: the first street's that is in force."""
    rows = sorted(matter.rows, key=lambda row: _ORDER[row.status])
    return rows[0].answer
