"""What `site_config.yml` may not declare: fields that could never be read or shown."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table

from generator.loading.reading import Reading
from generator.model.fields import Record, Shape, records_of, text_of, words_of
from generator.model.kinds import Kind

_TAKEN = frozenset({"id", "origins", "items", "changes", "set"})
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_WITH_PARTS = frozenset({Shape.RECORD.value, Shape.RECORDS.value})
_WITH_CHOICES = frozenset({Shape.CHOICE.value, Shape.CHOICES.value})


def check_declared(reading: Reading, own: Record, kinds: Table[str, Kind]) -> None:
    """Report fields that cannot be, and lists that name fields which are not there."""
    for field in _fields(own):
        _check_field(reading, field)
    for record in records_of(own, "kinds"):
        kind = kinds.get(text_of(record, "id"))
        for key in ("expects", "table") if kind else ():
            known = kind.fields if kind else {}
            for name in words_of(record, key):
                if name not in known:
                    reading.at(
                        record,
                        key,
                        "bad-choice",
                        f"类型“{text_of(record, 'id')}”没有“{name}”这个字段（{key}）。",
                        "可以写：" + "、".join(known) + "。",
                    )


def _fields(own: Record) -> Iterator[Record]:
    groups = [own, *records_of(own, "kinds")]
    for group in groups:
        for field in records_of(group, "fields"):
            yield field
            yield from records_of(field, "parts")


def _check_field(reading: Reading, field: Record) -> None:
    name, shape = text_of(field, "name"), text_of(field, "shape")
    if name and (name in _TAKEN or not _NAME.fullmatch(name)):
        why = "已有别的用处" if name in _TAKEN else "只能用小写字母、数字和下划线"
        reading.at(
            field,
            "name",
            "bad-id",
            f"字段名（name）“{name}”不能用：{why}。",
            "请另起一个名字，例如 visit_note。",
        )
    if shape in _WITH_PARTS and not field.get("parts"):
        reading.at(
            field,
            "shape",
            "missing-key",
            f"字段“{name}”的形式是 {shape}，却没有写组成（parts）。",
            "请加 parts:，下面写它由哪些字段组成。",
        )
    if shape in _WITH_CHOICES and not field.get("choices"):
        reading.at(
            field,
            "shape",
            "missing-key",
            f"字段“{name}”的形式是 {shape}，却没有写可选值（choices）。",
            "请加 choices: […]，写出可以填的值。",
        )
