"""The correction log (纠错记录): what was reported, what came of it, how long it took.

Counts no day that passes: a report that is open shows when it came in, not its age.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from generator.model.corrections import FIXED, KEPT, PARTLY, Correction, Target
from generator.model.fields import text_of
from generator.model.lists import STANDARD, ListKey
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.correction_parts import CorrectionCard, CorrectionsPage
from generator.site_model.offices import known_name
from generator.site_model.parts import Link
from generator.site_model.plan import Fact, Plan
from generator.site_model.reporting import general_link

_TONES = {FIXED: "fixed", PARTLY: "partly", KEPT: "kept"}
_OPEN = "open"


def corrections_page(plan: Plan) -> CorrectionsPage:
    """Every report that was logged, newest first, and how long they took."""
    log = plan.catalog.corrections
    title = plan.phrases["corrections"]
    return CorrectionsPage(
        head=plan.head(
            addresses.CORRECTIONS,
            title,
            plan.phrases["corrections-description"],
            report=general_link(plan.settings),
        ),
        title=title,
        numbers=tuple(_numbers(plan, log)) if log else (),
        cards=tuple(reversed([_card(plan, a, one) for a, one in _anchored(log)])),
    )


def logged(plan: Plan) -> dict[tuple[str, str, str], list[Fact]]:
    """What was reported about single items, newest first, with links to the log."""
    facts: dict[tuple[str, str, str], list[Fact]] = {}
    for anchor, one in _anchored(plan.catalog.corrections):
        owner, list_id, item, _ = one.target
        if owner and item:
            text = plan.say(
                "correction-noted",
                day=plan.day(one.received),
                answer=_answer(plan, one),
            )
            where = f"{addresses.CORRECTIONS}#{anchor}"
            fact = (plan.phrases["source-corrections"], text, where)
            facts.setdefault((owner, list_id, item), []).insert(0, fact)
    return facts


def _anchored(log: Sequence[Correction]) -> Iterator[tuple[str, Correction]]:
    """The log, oldest first, each with its lasting place on the page."""
    seen: Counter[str] = Counter()
    for one in sorted(log, key=lambda entry: entry.received):
        day = f"on{one.received:%Y%m%d}"
        seen[day] += 1
        yield day if seen[day] == 1 else f"{day}_{seen[day]}", one


def _numbers(plan: Plan, log: Sequence[Correction]) -> Iterator[Fact]:
    days = [one.days for one in log if one.days is not None]
    counted = {"all": len(log), "closed": len(days), "waiting": len(log) - len(days)}
    for name, count in counted.items():
        said = plan.say("correction-count", count=count)
        yield plan.phrases[f"correction-{name}"], said, ""
    if days:
        middle = plan.say("correction-days", count=f"{median(days):g}")
        yield plan.phrases["correction-median"], middle, ""


def _card(plan: Plan, anchor: str, one: Correction) -> CorrectionCard:
    return CorrectionCard(
        anchor=anchor,
        about=_about(plan, one.target),
        answer=_answer(plan, one),
        tone=_TONES.get(one.answer, _OPEN),
        received=plan.day(one.received),
        wrong=one.wrong,
        action=one.action,
        done=plan.day(one.done) if one.done else "",
        took=_took(plan, one.days),
    )


def _answer(plan: Plan, one: Correction) -> str:
    return plan.phrases[f"correction-{_TONES.get(one.answer, _OPEN)}"]


def _took(plan: Plan, days: int | None) -> str:
    if days is None:
        return ""
    same = plan.phrases["correction-same-day"]
    return plan.say("correction-days", count=days) if days else same


def _about(plan: Plan, target: Target) -> Link:
    """The page that was wrong, by its title; what has gone keeps its bare address."""
    if target.page:
        prose = plan.prose.get(target.page)
        return Link(prose[0] if prose else target.page, target.page)
    if not target.owner or target.owner == STANDARD:
        return _everywhere(plan, target)
    street = known_name(plan, target.owner)
    if not target.list or target.owner not in plan.catalog.offices:
        return Link(street, addresses.office(target.owner))
    moments = plan.resolved.lists.get(ListKey(target.owner, target.list), ())
    listed = addresses.list_today(target.owner, target.list)
    if not target.item:
        return Link(moments[-1].title if moments else target.list, listed, street)
    where = addresses.item(target.owner, target.list, target.item)
    return Link(_title(moments, target.item), where, street)


def _everywhere(plan: Plan, target: Target) -> Link:
    """What concerns all streets: a matter, or a standard list that nobody adopts."""
    lists = (m for moments in plan.resolved.lists.values() for m in moments)
    known = tuple(moment for moment in lists if target.item in moment.items)
    if known:
        where, note = addresses.matter(target.item), plan.phrases["correction-matter"]
        return Link(_title(known, target.item), where, note)
    moments = plan.resolved.standards.get(ListKey(STANDARD, target.list), ())
    title = moments[-1].title if moments else target.list
    return Link(title, addresses.standard_changes(target.list))


def _title(moments: Sequence[ResolvedList], item: str) -> str:
    """What an item was called last."""
    for moment in reversed(moments):
        if item in moment.items:
            return text_of(moment.items[item].fields, "title")
    return item
