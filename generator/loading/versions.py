"""List files (content/lists) to versions: whole lists and amendments."""

import re
from dataclasses import replace
from datetime import date

from generator.loading.reading import Reading
from generator.loading.records import Fields, by_name, read_record
from generator.loading.yaml_source import Mapping, Node, Scalar, Sequence
from generator.model.fields import Field, Record, Shape, text_of
from generator.model.kinds import Kind
from generator.model.lists import Change, ListKey, Version
from generator.model.records import CHANGE, CHANGE_VERBS, HEADER

ID_FIELD = Field("id", "事项编号", Shape.ID, required=True, example="dibao-application")
_BODY = frozenset({"items", "changes"})
Body = dict[str, tuple[Scalar, Node]]
_WHOLE_ONLY = frozenset({"based_on", "declined", "applies_to"})


def header_fields(kinds: tuple[str, ...]) -> Fields:
    """The declared header of a list file, with the kinds this site knows."""
    return {
        name: replace(field, choices=kinds) if name == "kind" else field
        for name, field in by_name(HEADER).items()
    }


def item_fields(kind: Kind | None, kinds: tuple[Kind, ...]) -> Fields:
    """The fields of an item; where the kind is unknown, those of every kind."""
    known = [kind] if kind else list(kinds)
    fields: dict[str, Field] = {"id": ID_FIELD}
    for one in known:
        fields |= one.fields
    return fields


def kind_stated(root: Node | None) -> str:
    """Look up which kind a list file says it is, before it is read."""
    if isinstance(root, Mapping):
        for key, value in zip(root.keys, root.values, strict=True):
            if key.text == "kind" and isinstance(value, Scalar):
                return value.text.strip()
    return ""


def read_version(
    reading: Reading, root: Node, header: Fields, items: Fields
) -> Version | None:
    """Read one list file; its folder and name must agree with what it says."""
    body = _body(root)
    is_amendment = "changes" in body and "items" not in body
    if is_amendment:
        header = {k: v for k, v in header.items() if k not in _WHOLE_ONLY}
    what = "补充版（changes）" if is_amendment else "清单文件"
    record = read_record(reading, root, header, what, passed_over=_BODY)
    if record is None:
        return None
    key = _agree(reading, record)
    overriding = "based_on" in record
    _check_body(reading, root, body, overriding)
    effective = text_of(record, "effective")
    if not effective:
        return None
    return Version(
        key=key,
        path=reading.path,
        effective=date.fromisoformat(effective),
        header=record,
        items=None if is_amendment else _items(reading, body, items, overriding),
        changes=_changes(reading, body, items) if is_amendment else (),
    )


def _body(root: Node) -> Body:
    if not isinstance(root, Mapping):
        return {}
    pairs = zip(root.keys, root.values, strict=True)
    return {key.text: (key, value) for key, value in pairs if key.text in _BODY}


def _agree(reading: Reading, record: Record) -> ListKey:
    *_, owner, folder, name = reading.path.split("/")
    stem = name.removesuffix(".yml")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", stem, re.ASCII):
        reading.at(
            record,
            None,
            "name-mismatch",
            f"文件名“{stem}”应是施行日期，例如 2026-01-01.yml。",
            "请按施行日期改名；若是副本，请删去。",
        )
    elif "effective" in record and record["effective"] != stem:
        reading.at(
            record,
            "effective",
            "name-mismatch",
            f"施行日期（effective）是 {record['effective']}，文件名却是 {stem}。",
            "两者必须相同，请改其中一个。",
        )
    if "list" in record and record["list"] != folder:
        reading.at(
            record,
            "list",
            "name-mismatch",
            f"清单编号（list）是“{record['list']}”，文件夹却是“{folder}”。",
            "两者必须相同，请改其中一个。",
        )
    return ListKey(owner, folder)


def _check_body(reading: Reading, root: Node, body: Body, overriding: bool) -> None:
    key, items = body.get("items", (None, None))
    if key and isinstance(items, Sequence) and not items.entries and not overriding:
        reading.error(
            key,
            "empty-list",
            "items 是空的；空清单不能代替原来的清单。",
            "请填写事项，或删去这个文件。",
        )
    if not body and reading.whole and not overriding:
        reading.error(
            root,
            "missing-key",
            "清单文件缺少事项：items 和 changes 都没有。",
            "整版清单写 items:，补充版写 changes:。",
        )
    if len(body) > 1:
        reading.error(
            body["changes"][0],
            "wrong-shape",
            "items 和 changes 不能写在同一个文件里。",
            "整版清单写 items:，补充版写 changes:。",
        )


def _entries(reading: Reading, body: Body, name: str) -> list[Node]:
    if name not in body:
        return []
    key, node = body[name]
    if isinstance(node, Sequence):
        if not node.entries and name == "changes":
            reading.error(
                key,
                "empty-list",
                "changes 是空的，这一版什么也没有改。",
                "请写上改动，或删去这个文件。",
            )
        return node.entries
    if isinstance(node, Scalar) and not node.text.strip():
        reading.error(
            key,
            "empty-list",
            f"{name} 是空的，没有内容。",
            "请填写；空清单不能代替原来的清单。",
        )
    else:
        reading.error(
            key,
            "wrong-shape",
            f"{name} 应是列表，每一项以短横线“- ”开头。",
            "请在每个事项前加“- ”。",
        )
    return []


def _items(
    reading: Reading, body: Body, fields: Fields, overriding: bool
) -> tuple[Record, ...]:
    records = (
        read_record(reading, node, fields, "事项", nullable=overriding)
        for node in _entries(reading, body, "items")
    )
    return tuple(r for r in records if r is not None and text_of(r, "id"))


def _changes(reading: Reading, body: Body, fields: Fields) -> tuple[Change, ...]:
    read = (_change(reading, n, fields) for n in _entries(reading, body, "changes"))
    return tuple(change for change in read if change is not None)


def _change(reading: Reading, node: Node, fields: Fields) -> Change | None:
    record = read_record(
        reading,
        node,
        by_name(CHANGE),
        "改动",
        passed_over=frozenset({*CHANGE_VERBS, "set"}),
    )
    if record is None or not isinstance(node, Mapping):
        return None
    pairs = {k.text: v for k, v in zip(node.keys, node.values, strict=True)}
    verbs = [verb for verb in CHANGE_VERBS if verb in pairs]
    if len(verbs) != 1:
        fault = "没有写要做什么" if not verbs else "同时写了几件事"
        reading.error(
            node,
            "missing-key",
            f"这项改动{fault}。",
            "请写 add（新增）、revise（调整）或 withdraw（取消）中的一个。",
        )
        return None
    return _verb(reading, verbs[0], pairs, fields, record)


def _verb(
    reading: Reading,
    verb: str,
    pairs: dict[str, Node],
    fields: Fields,
    record: Record,
) -> Change | None:
    target = pairs[verb]
    given: Record | None
    if verb == "add":
        given = read_record(reading, target, fields, "新增的事项")
        item = text_of(given, "id") if given is not None else ""
        place = given.place("id") if given is not None else record.place()
    else:
        given = _set(reading, pairs, fields) if verb == "revise" else Record({})
        item = target.text.strip() if isinstance(target, Scalar) else ""
        place = replace(record.place(), line=target.line, column=target.column)
        if not item:
            reading.error(
                target,
                "wrong-shape",
                f"{verb} 后面应写事项编号。",
                f"例如 {verb}: dibao-application。",
            )
    if given is None or not item:
        return None
    if verb != "revise" and "set" in pairs:
        reading.error(
            pairs["set"],
            "wrong-shape",
            "set 只和 revise（调整）一起用。",
            "新增的内容写在 add 下面。",
        )
    successor = record.get("successor")
    return Change(
        verb=verb,
        item=item,
        fields=given,
        reason=text_of(record, "reason"),
        successor=successor if isinstance(successor, Record) else None,
        note=text_of(record, "note"),
        place=place,
    )


def _set(reading: Reading, pairs: dict[str, Node], fields: Fields) -> Record | None:
    if "set" not in pairs:
        reading.error(
            pairs["revise"],
            "missing-key",
            "调整（revise）缺少 set，没有写改成什么。",
            "请加 set:，下面写要改的字段。",
        )
        return None
    own = {name: field for name, field in fields.items() if name != "id"}
    given = read_record(reading, pairs["set"], own, "set", nullable=True)
    if given is not None and given.get("title", "") is None:
        reading.at(
            given,
            "title",
            "empty-value",
            "事项名称（title）是必填的，不能去掉。",
            "若这件事不再办，请改用 withdraw。",
        )
    return given
