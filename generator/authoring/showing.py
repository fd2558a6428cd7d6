"""A resolved list or item as text or JSON, each field with its origin."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from generator.model.fields import Value, text_of
from generator.model.lists import STANDARD, ListKey
from generator.model.office import Office
from generator.problems import GeneratorError
from generator.resolution.contacts import shown_person
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Origin, ResolvedItem, ResolvedList

_PARTS = ("街道编号", "清单编号", "事项编号")
_ORIGINS = {
    Origin.STANDARD: "标准",
    Origin.REWRITTEN: "本街道改写",
    Origin.OWN: "本街道",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A list on a day, and the items of it that were asked for."""

    office: Office | None
    resolved: ResolvedList
    items: tuple[ResolvedItem, ...]


def find_shown(resolved: Resolved, address: str, day: date) -> Shown:
    """Find OFFICE/LIST or OFFICE/LIST/ITEM; GeneratorError where there is none."""
    parts = address.split("/")
    if len(parts) > len(_PARTS):
        message = f"“{address}”太长，请写成 {'/'.join(_PARTS)}。"
        raise GeneratorError(message)
    owner, list_id, item_id = [*parts, "", ""][:3]
    key = ListKey(owner, list_id)
    known = {str(k) for k in (*resolved.lists, *resolved.standards)}
    if str(key) not in known:
        near = get_close_matches(str(key), sorted(known), 1, 0.4)
        guess = f"是不是“{near[0]}”？" if near else ""
        message = f"没有清单“{key}”。{guess}请写成 街道编号/清单编号。"
        raise GeneratorError(message)
    current = resolved.on(key, day)
    if current is None:
        message = f"清单“{key}”在 {day} 还没有施行，请用 --on 写一个以后的日期。"
        raise GeneratorError(message)
    office = resolved.catalog.offices.get(owner) if owner != STANDARD else None
    if not item_id:
        return Shown(office, current, tuple(current.items.values()))
    if item_id in current.ended:
        ended = current.ended[item_id]
        message = f"事项“{item_id}”自 {ended.since} 起不在清单“{key}”里。"
        raise GeneratorError(message)
    if item_id not in current.items:
        near = get_close_matches(item_id, sorted(current.items), 1, 0.4)
        guess = f"是不是“{near[0]}”？" if near else ""
        message = f"清单“{key}”在 {day} 没有事项“{item_id}”。{guess}"
        raise GeneratorError(message)
    return Shown(office, current, (current.items[item_id],))


def as_json(shown: Shown) -> str:
    """One JSON object; `items` have the field names of the content files."""
    resolved, version = shown.resolved, shown.resolved.source
    value = {
        "list": str(resolved.key),
        "kind": resolved.kind.id,
        "title": resolved.title,
        "version": text_of(version.header, "version"),
        "effective": resolved.day.isoformat(),
        "published": text_of(version.header, "published"),
        "based_on": str(resolved.standard) if resolved.standard else None,
        "items": [_item(shown, item) for item in shown.items],
        "declined": [
            {"id": d.id, "title": d.title, "reason": d.reason}
            for d in resolved.declined
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _item(shown: Shown, item: ResolvedItem) -> dict[str, object]:
    fields = dict(_public(shown, item))
    own = shown.resolved.key.owner != STANDARD
    origins = {
        name: item.origin(name).value if own else Origin.STANDARD.value
        for name in fields
        if name != "id"
    }
    return {"id": item.id, **fields, "origins": origins}


def _public(shown: Shown, item: ResolvedItem) -> Iterator[tuple[str, Value]]:
    """The fields as readers may see them: names follow the office's policy."""
    for name, value in item.fields.items():
        if name == "person" and shown.office and isinstance(value, str):
            person = shown_person(shown.office, value)
            if person:
                yield name, person
        else:
            yield name, value


def as_text(shown: Shown) -> str:
    """The list as lines for the terminal."""
    return "\n".join(_lines(shown))


def _lines(shown: Shown) -> Iterator[str]:
    resolved = shown.resolved
    yield f"{resolved.title}（{resolved.key}），自 {resolved.day} 起施行，{len(resolved.items)} 项"
    for item in shown.items:
        yield ""
        yield f"{item.id}  {text_of(item.fields, 'title')}"
        for name, value in _public(shown, item):
            if name in {"id", "title"}:
                continue
            field = resolved.kind.fields.get(name)
            label = field.label if field else name
            origin = f"（{_ORIGINS[item.origin(name)]}）" if resolved.standard else ""
            yield f"    {label}{origin}: {_inline(value)}"


def _inline(value: Value) -> str:
    if isinstance(value, tuple):
        return "；".join(_inline(entry) for entry in value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return str(value).replace("\n", " / ")
