"""Nodes to records by the declared fields; every mismatch becomes a problem."""

import unicodedata
from array import array
from collections.abc import Mapping as Table
from difflib import get_close_matches

from generator.loading.nodes import Mapping, Node, Scalar, Sequence, is_null
from generator.loading.reading import Reading
from generator.loading.shapes import READ
from generator.model.fields import Field, Record, Shape, Value

Fields = Table[str, Field]

_RECORDS = {Shape.RECORD, Shape.RECORDS}
_LISTS = {Shape.WORDS, Shape.IDS, Shape.CHOICES, Shape.RANGES}


def by_name(fields: tuple[Field, ...]) -> Fields:
    """Key declared fields by their name."""
    return {field.name: field for field in fields}


def read_record(
    reading: Reading,
    node: Node,
    fields: Fields,
    what: str,
    *,
    nullable: bool = False,
    passed_over: frozenset[str] = frozenset(),
) -> Record | None:
    """Read one mapping; `passed_over` keys are somebody else's to read.

    With `nullable` a null means "remove this field" (None in the record).
    """
    if not isinstance(node, Mapping):
        reading.error(
            node,
            "wrong-shape",
            f"{what}应写成“字段: 值”的若干行。",
            "请检查缩进和冒号。",
        )
        return None
    values: dict[str, Value] = {}
    marks: array[int] = array("I")
    lines: dict[str, int] = {}
    for key, child in zip(node.keys, node.values, strict=True):
        name = key.text
        if name in lines:
            _report_repeat(reading, key, lines[name])
            continue
        lines[name] = key.line
        field = fields.get(name)
        if field is None:
            if name not in passed_over:
                _report_unknown(reading, key, fields, passed_over, what)
            continue
        value = _read_value(reading, key, child, field, nullable=nullable)
        if value is not None or is_null(child):
            values[reading.same(name)] = value
            marks.append(child.line)
            marks.append(child.column)
    _report_missing(reading, node, fields, lines, what)
    return Record(values, reading.path, node.line, node.column, marks)


def _read_value(
    reading: Reading, key: Scalar, node: Node, field: Field, *, nullable: bool
) -> Value:
    shape = field.shape
    if isinstance(node, Scalar):
        removed = (nullable and not field.required) or shape is Shape.PERSON
        return None if removed and is_null(node) else _read_scalar(reading, node, field)
    if shape in _LISTS:
        return _read_list(reading, key, node, field)
    if shape is Shape.RECORDS:
        return _read_records(reading, key, node, field)
    if shape is Shape.RECORD:
        return read_record(reading, node, by_name(field.parts), f"“{field.label}”")
    reading.error(
        key,
        "wrong-shape",
        f"“{field.label}”（{field.name}）应是一段文字，这里是列表或对照表。",
        "只能写一个值；若是文字，请加英文引号。",
    )
    return None


def _read_scalar(reading: Reading, node: Scalar, field: Field) -> Value:
    if field.or_text:
        return READ[Shape.TEXT](reading, node, field)
    if field.shape in _LISTS or field.shape in _RECORDS:
        _report_list_due(reading, node, field)
        return None
    return READ[field.shape](reading, node, field)


def _read_list(reading: Reading, key: Scalar, node: Node, field: Field) -> Value:
    if not isinstance(node, Sequence):
        reading.error(
            key,
            "wrong-shape",
            f"“{field.label}”应是列表。",
            "每个值单独一行，以短横线开头。",
        )
        return None
    read = READ[field.shape]
    entries: list[str | Record] = []
    for child in node.entries:
        if not isinstance(child, Scalar):
            reading.error(
                child,
                "wrong-shape",
                f"“{field.label}”的每一项应是一段文字。",
                "请给含冒号的文字加上英文引号。",
            )
            continue
        value = read(reading, child, field)
        if isinstance(value, str):
            entries.append(value)
    return tuple(entries)


def _read_records(reading: Reading, key: Scalar, node: Node, field: Field) -> Value:
    if not isinstance(node, Sequence):
        reading.error(
            key, "wrong-shape", f"“{field.label}”应是列表。", "每一项以短横线“- ”开头。"
        )
        return None
    parts = by_name(field.parts)
    what = f"“{field.label}”的一项"
    records = (read_record(reading, child, parts, what) for child in node.entries)
    return tuple(record for record in records if record is not None)


def _report_list_due(reading: Reading, node: Scalar, field: Field) -> None:
    if not node.text.strip():
        reading.error(
            node,
            "empty-value",
            f"“{field.label}”（{field.name}）是空的。",
            "请填写，或删去这一行。",
        )
    elif field.shape in _LISTS:
        reading.error(
            node,
            "wrong-shape",
            f"“{field.label}”（{field.name}）应是列表，可以写多个。",
            f"请写成 [{node.text[:20]}]，多个用半角逗号分开。",
            len(node.text),
        )
    else:
        parts = "、".join(part.name for part in field.parts)
        reading.error(
            node,
            "wrong-shape",
            f"“{field.label}”（{field.name}）不能只写一段文字。",
            f"请分成 {parts} 几行。",
            len(node.text),
        )


def _report_repeat(reading: Reading, key: Scalar, line: int) -> None:
    reading.error(
        key,
        "duplicate-key",
        f"“{key.text}”在第 {line} 行已经写过。",
        "一个字段只能写一次，请合并或删去一处。",
        len(key.text),
    )


def _report_unknown(
    reading: Reading,
    key: Scalar,
    fields: Fields,
    passed_over: frozenset[str],
    what: str,
) -> None:
    names = [*fields, *sorted(passed_over)]
    tidy = unicodedata.normalize("NFKC", key.text).strip().lower().replace("-", "_")
    by_label = {field.label: field.name for field in fields.values()}
    near = by_label.get(tidy) or (tidy if tidy in names else "")
    if not near:
        guesses = get_close_matches(tidy, names, 1, 0.6)
        near = guesses[0] if guesses else ""
    if near and tidy == near:
        cure = f"字段名应为“{near}”，用小写字母，前后没有空格。"
    elif near:
        cure = f"是不是“{near}”？"
    else:
        cure = "可用的字段：" + "、".join(names[:30]) + "。"
    reading.error(
        key,
        "unknown-key",
        f"{what}没有“{key.text[:40]}”这个字段。",
        cure,
        len(key.text),
    )


def _report_missing(
    reading: Reading, node: Mapping, fields: Fields, lines: dict[str, int], what: str
) -> None:
    if not reading.whole:
        return
    for name, field in fields.items():
        if field.required and name not in lines:
            reading.error(
                node,
                "missing-key",
                f"{what}缺少{field.label}（{name}）。",
                f"请加一行“{name}: …”。",
            )
