"""What most streets say about a matter, and in which a street differs from them.

It never judges who is right: a difference is only made visible.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.site_model.parts import MatterRow
from generator.site_model.plan import Plan
from generator.site_model.standings import ENDED

_FEW = 3
"""Streets below which nothing is usual."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The values of more than half of the streets; empty where there is none."""

    time_limit: str
    fee: str
    materials: tuple[str, ...]


def usual_of(rows: Iterable[MatterRow]) -> Usual:
    """Find out what most streets say, among those whose list could say it."""
    asked = [r for r in rows if r.materials is not None and r.status != ENDED]
    materials = [r.materials for r in asked if r.materials]
    most = _most(["\n".join(texts) for texts in materials], len(asked))
    return Usual(
        _most([r.time_limit for r in asked], len(asked)),
        _most([r.fee for r in asked], len(asked)),
        tuple(most.split("\n")) if most else (),
    )


def compared(plan: Plan, row: MatterRow, usual: Usual) -> MatterRow:
    """Mark in words where a street differs from most."""
    if row.materials is None or row.status == ENDED:
        return row
    limit = usual.time_limit
    return replace(
        row,
        time_limit=row.time_limit or (plan.phrases["matter-unsaid"] if limit else ""),
        limit_differs=bool(limit) and row.time_limit != limit,
        differs=tuple(_differences(plan, row.fee, row.materials, usual)),
    )


def _most(texts: list[str], streets: int) -> str:
    """The text that more than half of the streets have."""
    found = Counter(text for text in texts if text).most_common(1)
    if streets < _FEW or not found:
        return ""
    text, count = found[0]
    return text if count * 2 > streets else ""


def _differences(
    plan: Plan, fee: str, materials: tuple[str, ...], usual: Usual
) -> Iterator[tuple[str, str]]:
    say = plan.phrases
    if usual.fee and fee != usual.fee:
        yield say["matter-fee"], fee or say["matter-unsaid"]
    if usual.materials and materials != usual.materials:
        yield say["matter-materials"], _materials(plan, materials, usual.materials)


def _materials(plan: Plan, own: tuple[str, ...], most: tuple[str, ...]) -> str:
    """Say which papers a street asks for besides, and which it does not."""
    if not own:
        return plan.phrases["matter-unsaid"]
    more = [text for text in own if text not in most]
    less = [text for text in most if text not in own]
    told = [
        plan.say(phrase, texts=plan.join(texts))
        for phrase, texts in (("matter-more", more), ("matter-less", less))
        if texts
    ]
    return "；".join(told) or plan.phrases["matter-order"]
