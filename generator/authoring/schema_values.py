"""Declared fields to the parts of a JSON Schema, with all that an editor can say."""

from collections.abc import Iterable, Mapping

from generator.authoring.schema_words import CHOICES, PATTERNS, PHONE_SNIPPETS
from generator.loading.nodes import Node, Scalar, Sequence, is_null
from generator.loading.yaml_source import parse
from generator.model.fields import Field, Shape
from generator.model.records import PHONE
from generator.rules import RULES

Schema = dict[str, object]
Meanings = Mapping[str, str]
"""What a choice means, by the choice: what the site declared itself."""

LISTS: Mapping[Shape, Shape] = {
    Shape.WORDS: Shape.LINE,
    Shape.IDS: Shape.ID,
    Shape.CHOICES: Shape.CHOICE,
    Shape.RANGES: Shape.RANGES,
}
_SWITCH = ("true", "false")


def object_of(
    fields: Iterable[Field], meanings: Meanings, *, nullable: bool = False
) -> Schema:
    """The schema of one record; with `nullable` a null removes what is not required."""
    known = list(fields)
    schema: Schema = {
        "type": "object",
        "properties": {
            field.name: value_of(
                field, meanings, nullable=nullable and not field.required
            )
            for field in known
        },
        "additionalProperties": False,
    }
    required = [field.name for field in known if field.required]
    if required:
        schema["required"] = required
    if tuple(known) == PHONE:
        schema["defaultSnippets"] = list(PHONE_SNIPPETS)
    return schema


def value_of(field: Field, meanings: Meanings, *, nullable: bool = False) -> Schema:
    """The schema of one field: label, help, example, and what it may hold."""
    schema = _shape(field, meanings)
    if field.or_text and schema.get("type") != "string":
        schema = {"anyOf": [{"type": "string"}, schema]}
    if nullable or field.shape is Shape.PERSON:
        schema = {"anyOf": [schema, {"type": "null"}]}
    said: Schema = {
        "title": field.label,
        "description": field.help or f"{field.label}。",
    }
    if field.example:
        schema["examples"] = [_example(field)]
    return said | schema


def _example(field: Field) -> object:
    """The example as an editor would read it from the file."""
    is_read = field.shape in LISTS or field.shape is Shape.COUNT
    if is_read or field.choices == _SWITCH or field.example[0] in "[{":
        root = parse("", field.example, []).root
        return _as_read(root, field) if root else field.example
    return field.example


def _as_read(node: Node, field: Field) -> object:
    if isinstance(node, Scalar):
        if is_null(node):
            return None
        if field.choices == _SWITCH:
            return node.text == "true"
        return int(node.text) if field.shape is Shape.COUNT else node.text
    if isinstance(node, Sequence):
        return [_as_read(entry, field) for entry in node.entries]
    pairs = zip(node.keys, node.values, strict=True)
    return {key.text: _as_read(value, field) for key, value in pairs}


def _shape(field: Field, meanings: Meanings) -> Schema:
    if field.shape in LISTS:
        entry = _scalar(LISTS[field.shape], field.choices, meanings)
        return {"type": "array", "items": entry}
    if field.shape is Shape.RECORD:
        return object_of(field.parts, meanings)
    if field.shape is Shape.RECORDS:
        entry = {"title": f"{field.label}的一项", **object_of(field.parts, meanings)}
        return {"type": "array", "items": entry}
    return _scalar(field.shape, field.choices, meanings)


def _scalar(shape: Shape, choices: tuple[str, ...], meanings: Meanings) -> Schema:
    # Editors read unquoted digits and dates as numbers; our own reader keeps text.
    if shape is Shape.COUNT:
        return {"type": "integer", "minimum": 0}
    if choices == _SWITCH:
        return {"type": "boolean"}
    if shape is Shape.CHOICE:
        known = {**CHOICES, **RULES, **meanings}
        told = [known.get(choice, f"{choice}。") for choice in choices]
        return {"type": "string", "enum": list(choices), "enumDescriptions": told}
    if shape in {Shape.PHONE, Shape.LINE, Shape.CODE}:
        return {"type": ["string", "number"]}
    schema: Schema = {"type": "string"}
    if shape in PATTERNS:
        pattern, fault = PATTERNS[shape]
        schema |= {"pattern": pattern, "patternErrorMessage": fault}
    return schema
