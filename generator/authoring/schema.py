"""JSON Schemas for editors, from the same declarations that the decoder uses."""

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.loading.offices import office_fields
from generator.loading.versions import WHOLE_ONLY, header_fields, item_fields
from generator.model.corrections import CORRECTIONS
from generator.model.fields import Field, Shape
from generator.model.kinds import Kind
from generator.model.records import CHANGE
from generator.model.words import WORDS
from generator.outputs import OutputFile
from generator.settings import Settings

Schema = dict[str, object]
_DIALECT = "http://json-schema.org/draft-07/schema#"
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_PATTERNS = {
    Shape.ID: _SLUG,
    Shape.DATE: r"^\d{4}-\d{2}-\d{2}$",
    Shape.URL: "^https?://",
    Shape.CODE: r"^\d{9}(\d{3})?$",
    Shape.LIST: "^standard/[a-z0-9-]+$",
}
_LISTS = {
    Shape.WORDS: Shape.LINE,
    Shape.IDS: Shape.ID,
    Shape.CHOICES: Shape.CHOICE,
    Shape.RANGES: Shape.LINE,
}


def schema_files(settings: Settings) -> Iterator[OutputFile]:
    """Yield the schemas of content files, at their paths below the root."""
    office = _object(office_fields(tuple(settings.classes)).values())
    yield _file("office", {"$schema": _DIALECT, "title": "街道文件", **office})
    yield _file("list", list_schema(settings))
    log = _object(CORRECTIONS)
    yield _file("corrections", {"$schema": _DIALECT, "title": "纠错记录", **log})
    words = _object(WORDS)
    yield _file("words", {"$schema": _DIALECT, "title": "日常说法", **words})


def list_schema(settings: Settings) -> Schema:
    """The schema of a list file: a whole version, or an amendment."""
    kinds = tuple(settings.kinds.values())
    header = header_fields(tuple(settings.kinds))
    properties: dict[str, object] = {n: _value(f) for n, f in header.items()}
    properties["items"] = {"type": "array", "title": "事项"}
    properties["changes"] = {"type": "array", "title": "改动", "items": _change(kinds)}
    required = [name for name, field in header.items() if field.required]
    return {
        "$schema": _DIALECT,
        "title": "清单文件",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": required,
        "anyOf": [
            {"required": ["items"]},
            {"required": ["changes"]},
            {"required": ["based_on"]},
        ],
        "allOf": [_only_in_whole_versions(), *(_of_kind(kind) for kind in kinds)],
    }


def _only_in_whole_versions() -> Schema:
    """An amendment neither adopts, declines nor applies a list anew."""
    refused = dict.fromkeys(sorted(WHOLE_ONLY), False)
    return {"if": {"required": ["changes"]}, "then": {"properties": refused}}


def _of_kind(kind: Kind) -> Schema:
    """In a list of this kind the items have this kind's fields."""
    items = {"type": "array", "title": kind.label, "items": _item(kind)}
    return {
        "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
        "then": {"properties": {"items": items}},
    }


def _item(kind: Kind) -> Schema:
    # Over a standard list a null removes the field.
    return _object(item_fields(kind, ()).values(), nullable=True)


def _change(kinds: tuple[Kind, ...]) -> Schema:
    fields = item_fields(None, kinds)
    change = _object(CHANGE)
    properties = {n: _value(f, nullable=True) for n, f in fields.items() if n != "id"}
    own = {
        "add": {"title": "新增", **_object(fields.values())},
        "revise": {"type": "string", "title": "调整", "pattern": _SLUG},
        "set": {
            "type": "object",
            "title": "改成",
            "properties": properties,
            "additionalProperties": False,
        },
        "withdraw": {"type": "string", "title": "取消", "pattern": _SLUG},
    }
    known = change["properties"]
    change["properties"] = {**own, **(known if isinstance(known, dict) else {})}
    change["oneOf"] = [
        {"required": ["add"]},
        {"required": ["revise", "set"]},
        {"required": ["withdraw"]},
    ]
    return change


def _object(fields: Iterable[Field], *, nullable: bool = False) -> Schema:
    known = list(fields)
    schema: Schema = {
        "type": "object",
        "properties": {
            field.name: _value(field, nullable=nullable and not field.required)
            for field in known
        },
        "additionalProperties": False,
    }
    required = [field.name for field in known if field.required]
    if required:
        schema["required"] = required
    return schema


def _value(field: Field, *, nullable: bool = False) -> Schema:
    schema = _shape(field)
    if field.or_text and schema.get("type") != "string":
        schema = {"anyOf": [{"type": "string"}, schema]}
    if nullable or field.shape is Shape.PERSON:
        schema = {"anyOf": [schema, {"type": "null"}]}
    words = {"title": field.label, "description": field.help}
    schema = {**{k: v for k, v in words.items() if v}, **schema}
    if field.example and field.shape not in _LISTS:
        schema["examples"] = [field.example]
    return schema


def _shape(field: Field) -> Schema:
    if field.shape in _LISTS:
        return {"type": "array", "items": _scalar(_LISTS[field.shape], field.choices)}
    if field.shape is Shape.RECORD:
        return _object(field.parts)
    if field.shape is Shape.RECORDS:
        return {"type": "array", "items": _object(field.parts)}
    return _scalar(field.shape, field.choices)


def _scalar(shape: Shape, choices: tuple[str, ...]) -> Schema:
    # Editors read unquoted digits and dates as numbers; our own reader keeps text.
    if shape is Shape.COUNT:
        return {"type": "integer", "minimum": 0}
    if shape is Shape.CHOICE:
        return {"type": "string", "enum": list(choices)}
    if shape in {Shape.PHONE, Shape.LINE, Shape.CODE}:
        return {"type": ["string", "number"]}
    schema: Schema = {"type": "string"}
    if shape in _PATTERNS:
        schema["pattern"] = _PATTERNS[shape]
    return schema


def _file(name: str, schema: Mapping[str, object]) -> OutputFile:
    text = json.dumps(schema, ensure_ascii=False, indent=1)
    return OutputFile(f"content/schema/{name}.schema.json", f"{text}\n".encode())
