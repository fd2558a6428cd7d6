"""Values of fields as the texts of table cells, so that a table read back is the same.

Unlike `site_model.value_words`, which words what changed for residents in the
site's language, a cell is what officials edit: labels as declared, steps numbered.
"""

import re
from collections.abc import Mapping

from generator.model.fields import Field, Record, Shape, Value, text_of
from generator.model.office import Office
from generator.resolution.contacts import find_unit, handling

_NUMBERED = re.compile(r"\s*[(（]?(?:\d+|[一二三四五六七八九十]+)[)）.\uff0e、]")
_SEPARATORS = re.compile(r"[、，,；;\n]")


def item_cell(field: Field, fields: Mapping[str, Value], office: Office | None) -> str:
    """The cell of an item's field as residents see it (单元格).

    The hotline is the item's own, else its unit's; everything else as in `cell_text`.
    """
    value = fields.get(field.name)
    if field.name == "hotline" and value is None and office:
        phones = handling(office, fields).phones[:1]
        return phones[0].number if phones else ""
    return cell_text(field, value, office, text_of(fields, "unit"))


def cell_text(field: Field, value: Value, office: Office | None, unit: str = "") -> str:
    """The text of one cell, lines divided by line feeds; empty for no value.

    Ids of units and posts become their names; `unit` is where the post belongs.
    Entries are joined by 、, or stand on lines of their own where they are steps,
    laws or contain such a mark themselves.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _entries(field, value)
    if isinstance(value, Record):
        return _record(field, value)
    text = str(value)
    if office and field.shape is Shape.UNIT:
        return _unit_name(office, text)
    if office and field.shape is Shape.POST:
        return _post_title(office, unit, text)
    return text


def _unit_name(office: Office, text: str) -> str:
    """A unit's name, or the name-plate by which the list calls it."""
    found = find_unit(office, text)
    if found is None:
        return text
    return text if text in found.nameplates else found.name


def _post_title(office: Office, unit: str, text: str) -> str:
    found = find_unit(office, unit) if unit else None
    post = found.posts.get(text) if found else None
    return post.title if post else text


def _entries(field: Field, entries: tuple[str | Record, ...]) -> str:
    texts = [
        _record(field, entry) if isinstance(entry, Record) else entry
        for entry in entries
    ]
    if field.shape is Shape.RECORDS:
        return "\n".join(texts)
    if field.shape is Shape.WORDS and field.or_text:
        return _numbered(texts)
    between = "\n" if any(_SEPARATORS.search(text) for text in texts) else "、"
    return between.join(texts)


def _numbered(texts: list[str]) -> str:
    """Lines with numbers, unless there is one only or they have numbers themselves."""
    if len(texts) == 1 or all(_NUMBERED.match(text) for text in texts):
        return "\n".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _record(field: Field, record: Record) -> str:
    """The parts of a record with their labels; a law and its article as people write."""
    if set(record) <= {"document", "article"}:
        return text_of(record, "document") + text_of(record, "article")
    parts = {part.name: part for part in field.parts}
    return "；".join(
        f"{parts[name].label if name in parts else name}：{_inline(parts.get(name), value)}"
        for name, value in record.items()
        if value is not None
    )


def _inline(field: Field | None, value: Value) -> str:
    if isinstance(value, tuple):
        return "、".join(_inline(field, entry) for entry in value)
    if isinstance(value, Record):
        return "，".join(str(part) for part in value.values())
    return str(value)
