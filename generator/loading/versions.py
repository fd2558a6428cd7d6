"""List files (content/lists) to versions: whole lists and amendments."""

import re
from dataclasses import replace
from datetime import date

from generator.loading.changes import keep_title, read_changes
from generator.loading.file_names import is_slug
from generator.loading.nodes import Mapping, Node, Scalar, Sequence, is_null
from generator.loading.reading import Reading
from generator.loading.records import Fields, by_name, read_record
from generator.model.fields import Field, Record, Shape, text_of
from generator.model.kinds import Kind
from generator.model.lists import ListKey, Version
from generator.model.records import HEADER

ID_FIELD = Field("id", "事项编号", Shape.ID, required=True, example="dibao-application")
_BODY = frozenset({"items", "changes"})
_FORMS = {
    "items": "请把事项一项一项写出来：“- id: …”，下一行“title: …”。",
    "changes": "请把改动一项一项写出来，例如“- withdraw: 事项编号”。",
}
_WORDS = {"items": "事项", "changes": "改动"}
Body = dict[str, tuple[Scalar, Node]]
WHOLE_ONLY = frozenset({"based_on", "declined", "applies_to"})


def header_fields(kinds: tuple[str, ...], labels: tuple[str, ...] = ()) -> Fields:
    """The declared header of a list file, with the kinds this site knows."""
    return {
        name: replace(field, choices=kinds, meanings=labels)
        if name == "kind"
        else field
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
        header = {k: v for k, v in header.items() if k not in WHOLE_ONLY}
    folder = reading.path.split("/")[-2]
    passed_over = _BODY
    if not is_slug(folder):
        # The folder has its message; the id in the file cannot agree with it.
        header = {k: v for k, v in header.items() if k != "list"}
        passed_over |= {"list"}
    what = "补充版（changes）" if is_amendment else "清单文件"
    record = read_record(
        reading, root, header, what, passed_over=passed_over, deeper=items
    )
    if record is None:
        return None
    key = _agree(reading, record)
    overriding = "based_on" in record
    _check_body(reading, root, body, overriding=overriding)
    effective = text_of(record, "effective")
    if not effective:
        return None
    return Version(
        key=key,
        path=reading.path,
        effective=date.fromisoformat(effective),
        header=record,
        items=None
        if is_amendment
        else _items(reading, body, items, overriding=overriding),
        changes=read_changes(reading, _entries(reading, body, "changes"), items)
        if is_amendment
        else (),
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
    elif text_of(record, "effective") not in {"", stem}:
        reading.at(
            record,
            "effective",
            "name-mismatch",
            f"施行日期（effective）是 {record['effective']}，文件名却是 {stem}。",
            "两者必须相同，请改其中一个。",
        )
    if text_of(record, "list") not in {"", folder}:
        reading.at(
            record,
            "list",
            "name-mismatch",
            f"清单编号（list）是“{record['list']}”，文件夹却是“{folder}”。",
            "两者必须相同，请改其中一个。",
        )
    return ListKey(owner, folder)


def _check_body(reading: Reading, root: Node, body: Body, *, overriding: bool) -> None:
    key, items = body.get("items", (None, None))
    if key and isinstance(items, Sequence) and not items.entries and not overriding:
        reading.error(
            key,
            "empty-list",
            "事项（items）是空的；空清单不能代替原来的清单。",
            "请填写事项，或删去这个文件。",
        )
    if not body and reading.whole and not overriding:
        reading.error(
            root,
            "missing-key",
            "清单文件里没有事项（items），也没有改动（changes）。",
            "整版清单请写“items:”，补充版请写“changes:”，下面一项一项写。",
        )
    if len(body) > 1:
        reading.error(
            body["changes"][0],
            "wrong-shape",
            "事项（items）和改动（changes）不能写在同一个文件里。",
            "整版清单请只留事项（items），补充版请只留改动（changes）。",
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
                "改动（changes）是空的，这一版什么也没有改。",
                "请写上改动，或删去这个文件。",
            )
        return node.entries
    if isinstance(node, Scalar) and (not node.text.strip() or is_null(node)):
        reading.error(
            key,
            "empty-list",
            f"{_WORDS[name]}（{name}）下面是空的。",
            "请填写；空清单不能代替原来的清单。",
        )
    else:
        reading.error(
            key,
            "wrong-shape",
            f"{_WORDS[name]}（{name}）要写成列表，每一项以短横线“- ”开头。",
            _FORMS[name] if isinstance(node, Scalar) else "请在每一项前加“- ”。",
        )
    return []


def _items(
    reading: Reading, body: Body, fields: Fields, *, overriding: bool
) -> tuple[Record, ...]:
    records = [
        record
        for node in _entries(reading, body, "items")
        if (record := read_record(reading, node, fields, "事项", nullable=overriding))
        is not None
    ]
    for record in records:
        keep_title(reading, record)
    return tuple(record for record in records if text_of(record, "id"))
