"""Sections of an item page, from the declared fields of its kind."""

from collections.abc import Iterator, Mapping

from generator.model.fields import Field, Record, Shape, Value, text_of
from generator.model.kinds import Kind
from generator.model.office import Office
from generator.resolution.resolved import Origin, ResolvedItem
from generator.site_model.parts import Bullets, Facts, Paragraphs, Section
from generator.site_model.plan import Plan

SHOWN_ELSEWHERE = frozenset(
    {
        *("title", "plain", "keywords", "url", "unit", "post", "person", "window"),
        *("hotline", "receiving_phone", "lead_phone"),
        *("receiving_department", "lead_department"),
        *("instead", "method"),
    }
)
_LAST = ("basis", "note")
_FIRST = ("description", "channels")
_HOW = ("instead", "method")
_SPOKEN = "materials"
_FACTS = ("category", "audience", "level", "number", "code")


def sections(
    plan: Plan,
    office: Office,
    kind: Kind,
    item: ResolvedItem,
    order: tuple[str, ...],
) -> tuple[Section, ...]:
    """Everything a list says about an item, in the order that `order_of` gives."""
    built: list[Section] = []
    facts: list[tuple[str, str, str]] = []
    for name in order:
        value = item.fields.get(name)
        if not value:
            continue
        field = kind.fields[name]
        origin = origin_label(plan, item, name)
        if isinstance(value, str) and field.shape in {Shape.LINE, Shape.UNIT}:
            facts.append((field.label, unit_text(office, field, value), ""))
        elif name in _FACTS and isinstance(value, tuple):
            facts.append((field.label, value_text(plan, field, value), ""))
        else:
            built.append(_section(plan, field, value, origin))
    if facts:
        built.insert(
            _before_last(built, kind), Facts(plan.phrases["more"], tuple(facts))
        )
    return tuple(built)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text into its paragraphs; hard line breaks of a table stay apart."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def origin_label(plan: Plan, item: ResolvedItem, field: str) -> str:
    """Say that a field is the street's own wording; silent about the usual case."""
    rewritten = item.origin(field) is Origin.REWRITTEN
    return plan.phrases["origin-rewritten"] if rewritten else ""


def order_of(kind: Kind) -> tuple[str, ...]:
    """The fixed order in which an item's fields stand on its page."""
    middle = [
        name
        for name in kind.fields
        if name not in SHOWN_ELSEWHERE
        and name not in _LAST
        and name not in _FACTS
        and name not in _FIRST
    ]
    return tuple(n for n in (*_FIRST, *middle, *_FACTS, *_LAST) if n in kind.fields)


def _before_last(built: list[Section], kind: Kind) -> int:
    last = {kind.fields[name].label for name in _LAST if name in kind.fields}
    labels = [section.label for section in built]
    for index, label in enumerate(labels):
        if label in last:
            return index
    return len(built)


def how(plan: Plan, kind: Kind, item: ResolvedItem) -> Paragraphs | None:
    """What to do instead (替代办法), or how the department now does it (工作方式)."""
    for name in _HOW:
        value = item.fields.get(name)
        if isinstance(value, str) and value:
            origin = origin_label(plan, item, name)
            return Paragraphs(kind.fields[name].label, paragraphs(value), origin)
    return None


def _section(plan: Plan, field: Field, value: Value, origin: str) -> Section:
    if isinstance(value, str):
        if field.shape is Shape.URL:
            return Facts(field.label, ((field.label, value, value),), origin)
        spoken = field.name == _SPOKEN
        return Paragraphs(field.label, paragraphs(value), origin, spoken)
    if isinstance(value, Record):
        rows = _rows(plan, field, value)
        if field.name == "channels":
            rows = (_channel(plan, row) for row in rows)
        return Facts(field.label, tuple(rows), origin)
    entries = value if isinstance(value, tuple) else (str(value),)
    texts = tuple(_entry(entry) for entry in entries)
    return Bullets(
        field.label,
        texts,
        ordered=field.name == "steps",
        origin=origin,
        spoken=field.name == _SPOKEN,
    )


def _channel(plan: Plan, row: tuple[str, str, str]) -> tuple[str, str, str]:
    """A channel (办理渠道) with a link where the item or the site knows its address."""
    label, text, address = row
    if address:
        return label, text.partition("://")[2].removesuffix("/"), address
    known = (url for name, url in plan.settings.channels.items() if name in text)
    return label, text, next(known, "")


def unit_text(office: Office, field: Field, value: str) -> str:
    """A unit given by its id is shown by its name."""
    unit = office.units.get(value) if field.shape is Shape.UNIT else None
    return unit.name if unit else value


def _rows(
    plan: Plan, field: Field, record: Mapping[str, Value]
) -> Iterator[tuple[str, str, str]]:
    for part in field.parts:
        text = text_of(record, part.name)
        if text:
            shown = plan.word(text) if part.choices else text
            yield part.label, shown, text if part.shape is Shape.URL else ""


def _entry(entry: str | Record) -> str:
    if isinstance(entry, str):
        return entry
    return "".join(str(value) for value in entry.values() if isinstance(value, str))


def value_text(plan: Plan, field: Field, value: Value) -> str:
    """A value in one line of a table; the parts of a record keep their labels."""
    if isinstance(value, Record):
        rows = _rows(plan, field, value)
        return "；".join(f"{label}{text}" for label, text, _ in rows)
    if isinstance(value, tuple):
        texts = map(_entry, value)
        return plan.join(map(plan.word, texts) if field.choices else texts)
    return "" if value is None else str(value)
