"""JSON Schemas for editors, from the same declarations that the decoder uses."""

import json
from collections.abc import Iterator, Mapping

from generator.authoring.schema_values import Schema, object_of, value_of
from generator.authoring.schema_words import CHANGE_SNIPPETS, ITEM_SNIPPETS
from generator.loading.kind_declarations import DECLARATION
from generator.loading.offices import office_fields
from generator.loading.versions import WHOLE_ONLY, header_fields, item_fields
from generator.model.corrections import CORRECTIONS
from generator.model.fields import Field, Shape
from generator.model.kinds import Kind
from generator.model.records import CHANGE
from generator.model.words import WORDS
from generator.outputs import OutputFile
from generator.settings import CONFIG, Settings

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_files(settings: Settings) -> Iterator[OutputFile]:
    """Yield the schemas of content files, at their paths below the root."""
    classes = {name: f"{label}。" for name, label in settings.classes.items()}
    office = object_of(office_fields(tuple(settings.classes)).values(), classes)
    yield _file("office", "街道文件", office)
    yield _file("list", "清单文件", list_schema(settings))
    yield _file("corrections", "纠错记录", object_of(CORRECTIONS, {}))
    yield _file("words", "日常说法", object_of(WORDS, {}))
    yield _file("site", "网站设置", _site_schema(settings))


def list_schema(settings: Settings) -> Schema:
    """The schema of a list file: a whole version, or an amendment."""
    kinds = tuple(settings.kinds.values())
    answers = {
        kind.id: f"{kind.label}，回答居民“{kind.answer.label}”。" for kind in kinds
    }
    header = header_fields(tuple(settings.kinds))
    properties: dict[str, object] = {
        name: value_of(field, answers) for name, field in header.items()
    }
    properties["items"] = _entries("事项", "整版清单：写出全部事项，一个事项一项。", {})
    changes = "补充版：只写改了什么，一处改动一项。"
    properties["changes"] = _entries("改动", changes, _change(kinds))
    required = [name for name, field in header.items() if field.required]
    return {
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


def _entries(title: str, description: str, entry: Schema) -> Schema:
    told: Schema = {"type": "array", "title": title, "description": description}
    return {**told, "items": entry} if entry else told


def _only_in_whole_versions() -> Schema:
    """An amendment neither adopts, declines nor applies a list anew."""
    refused = dict.fromkeys(sorted(WHOLE_ONLY), False)
    return {"if": {"required": ["changes"]}, "then": {"properties": refused}}


def _of_kind(kind: Kind) -> Schema:
    """In a list of this kind the items have this kind's fields."""
    wanted = "、".join(kind.fields[n].label for n in kind.expects if n in kind.fields)
    more = f"居民最需要：{wanted}。" if wanted else ""
    help_ = f"{kind.label}里的一个事项：编号和名称必填（采用标准清单的除外）。{more}"
    # Over a standard list a null removes the field.
    item = object_of(item_fields(kind, ()).values(), {}, nullable=True)
    item |= {"title": "事项", "description": help_}
    item["defaultSnippets"] = list(ITEM_SNIPPETS)
    items = _entries(kind.label, f"{kind.label}的全部事项，一个事项一项。", item)
    return {
        "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
        "then": {"properties": {"items": items}},
    }


def _change(kinds: tuple[Kind, ...]) -> Schema:
    fields = item_fields(None, kinds)
    own = {
        "add": {
            "title": "新增",
            "description": "新增的事项，写出它的全部字段。",
            **object_of(fields.values(), {}),
        },
        "revise": _item_id("调整", "要调整的事项的编号；改成什么写在 set 里。"),
        "set": {
            "title": "改成",
            "description": "只写要改的字段；写 null 就是去掉这个字段。",
            **object_of((f for n, f in fields.items() if n != "id"), {}, nullable=True),
        },
        "withdraw": _item_id("取消", "要取消的事项的编号。"),
    }
    change = object_of(CHANGE, {})
    known = change["properties"]
    change["title"] = "一处改动"
    change["description"] = (
        "新增（add）、调整（revise 和 set）、取消（withdraw）选一种。"
    )
    change["properties"] = {**own, **(known if isinstance(known, dict) else {})}
    change["defaultSnippets"] = list(CHANGE_SNIPPETS)
    change["oneOf"] = [
        {"required": ["add"]},
        {"required": ["revise", "set"]},
        {"required": ["withdraw"]},
    ]
    return change


def _item_id(title: str, description: str) -> Schema:
    example = "dibao-application"
    return value_of(Field("", title, Shape.ID, help=description, example=example), {})


def _site_schema(settings: Settings) -> Schema:
    """The schema of `site_config.yml`, with the fields of each kind below `require`."""
    kinds = settings.kinds
    required = tuple(
        Field(
            kind.id,
            kind.label,
            Shape.CHOICES,
            choices=tuple(kind.fields),
            help=f"{kind.label}的每个事项都要填的字段。",
            example="[unit]",
        )
        for kind in kinds.values()
    )
    require = Field(
        "require",
        "必填的字段",
        Shape.RECORD,
        parts=required,
        help="哪类清单要填哪些字段；没有填就算错误，不再只是提醒。",
    )
    labels = {
        name: f"{field.label}。"
        for k in kinds.values()
        for name, field in k.fields.items()
    }
    return object_of((*CONFIG, *DECLARATION, require), labels)


def _file(name: str, title: str, schema: Mapping[str, object]) -> OutputFile:
    whole = {"$schema": _DIALECT, "title": title, **schema}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return OutputFile(f"content/schema/{name}.schema.json", f"{text}\n".encode())
