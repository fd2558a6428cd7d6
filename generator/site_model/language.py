"""What the program declares, said in the language of the site (界面语言).

Labels of kinds, answers and fields, and the choices that editors pick from, are words
of the program and have their translation in the labels, by their own text. What a
site declares in other words, and all content, stays as it is written.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.model.fields import Field
from generator.model.kinds import Kind
from generator.model.lists import ListKey
from generator.resolution.resolve import Resolved
from generator.resolution.state import Moments
from generator.settings import Settings

Words = Mapping[str, str]


def settings_in(settings: Settings, words: Words) -> Settings:
    """Say the classes of offices that ship in the site's language."""
    classes = {name: words.get(text, text) for name, text in settings.classes.items()}
    return replace(settings, classes=classes)


def resolved_in(resolved: Resolved, words: Words) -> Resolved:
    """Say the kinds of all lists in the site's language."""
    if not words:
        return resolved
    kinds = {name: _kind(kind, words) for name, kind in resolved.catalog.kinds.items()}
    return replace(
        resolved,
        catalog=replace(resolved.catalog, kinds=kinds),
        standards=_lists(resolved.standards, kinds),
        lists=_lists(resolved.lists, kinds),
    )


def fields_in(fields: Mapping[str, Field], words: Words) -> Mapping[str, Field]:
    """Say the labels of fields, and of their parts, in the site's language."""
    if not words:
        return fields
    return {name: _field(field, words) for name, field in fields.items()}


def _lists(
    lists: Mapping[ListKey, Moments], kinds: Mapping[str, Kind]
) -> dict[ListKey, Moments]:
    return {
        key: tuple(replace(one, kind=kinds[one.kind.id]) for one in moments)
        for key, moments in lists.items()
    }


def _kind(kind: Kind, words: Words) -> Kind:
    answer = kind.answer
    return replace(
        kind,
        label=words.get(kind.label, kind.label),
        answer=replace(
            answer,
            label=words.get(answer.label, answer.label),
            sentence=words.get(answer.sentence, answer.sentence),
        ),
        fields=fields_in(kind.fields, words),
    )


def _field(field: Field, words: Words) -> Field:
    return replace(
        field,
        label=words.get(field.label, field.label),
        parts=tuple(_field(part, words) for part in field.parts),
    )
