"""What the form 提出修改 knows of a list: its items as the files say, and its versions."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from generator.model.fields import Shape, Value, text_of
from generator.model.office import Office
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.resolution.state import Moments, in_force

_STATE = 16
"""Characters of a state, which only has to differ when a list does."""

Values = Mapping[str, object]
States = dict[tuple[object, date], str]
"""States that are known already: every street adopts the same standard lists."""


def shown(moments: Moments, today: date) -> ResolvedList:
    """Pick the moment that the pages show: in force today, else the first announced."""
    return in_force(moments, today) or moments[0]


def list_values(
    resolved: Resolved,
    moments: Moments,
    office: Office | None,
    today: date,
    states: States,
) -> Values:
    """Give a list as shown; what it adopts is left to the script of the standard list.

    Persons are in it only where the office's policy shows them whole.
    """
    moment = shown(moments, today)
    version = moment.version
    versions = resolved.catalog.lists.get(moment.key, ())
    apart = moment.base is None or _is_shown(resolved, moment.base, today)
    hidden = frozenset() if office and office.names == "full" else _persons(moment)
    return {
        "owner": moment.key.owner,
        "id": moment.key.id,
        "office": office.name if office else "",
        "title": moment.title,
        "kind": moment.kind.id,
        "day": moment.day.isoformat(),
        "version": version.effective.isoformat() if version else "",
        "whole": moment.whole is not None,
        "versions": [one.effective.isoformat() for one in versions],
        "standard": str(moment.standard) if moment.standard else "",
        "apart": apart,
        "hidden": sorted(hidden),
        "state": state_of(moment, states),
        "items": _items(moment, hidden, apart=apart),
        "ended": {
            name: [text_of(end.item.fields, "title"), end.since.isoformat()]
            for name, end in sorted(moment.ended.items())
        },
    }


def state_of(moment: ResolvedList, states: States) -> str:
    """Say in a few characters what a list says: other values, another state."""
    place = (moment.key, moment.day)
    if place not in states:
        below = state_of(moment.base, states) if moment.base else ""
        said = as_json([below, _items(moment, _persons(moment), apart=True)])
        states[place] = hashlib.sha256(said.encode()).hexdigest()[:_STATE]
    return states[place]


def as_json(value: object) -> str:
    """Write a value for a script; `<` never ends it, should it ever stand in a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _is_shown(resolved: Resolved, base: ResolvedList, today: date) -> bool:
    return shown(resolved.standards[base.key], today).day == base.day


def _persons(moment: ResolvedList) -> frozenset[str]:
    fields = moment.kind.fields.items()
    return frozenset(name for name, field in fields if field.shape is Shape.PERSON)


def _items(
    moment: ResolvedList, hidden: frozenset[str], *, apart: bool
) -> dict[str, Values]:
    """Give the items in their order; `apart`: of adopted ones only the office's own part."""
    order = tuple(name for name in moment.kind.fields if name not in hidden)
    return {
        name: _own(item, order)
        if apart and item.adopted
        else {n: v for n, v in item.fields.items() if n != "id" and n not in hidden}
        for name, item in moment.items.items()
    }


def _own(item: ResolvedItem, order: tuple[str, ...]) -> dict[str, Value]:
    """What the office says itself of an item that it adopts; null takes a field away."""
    if not item.own:
        return {}
    return {name: item.fields.get(name) for name in order if name in item.own}
