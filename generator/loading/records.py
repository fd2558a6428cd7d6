"""Nodes to records by the declared fields; every mismatch becomes a problem."""

from array import array
from collections.abc import Mapping as Table

from generator.loading import record_faults as faults
from generator.loading.nodes import Mapping, Node, Scalar, Sequence, is_null
from generator.loading.reading import Reading
from generator.loading.shapes import READ
from generator.model.fields import Field, Record, Shape, Value

Fields = Table[str, Field]

_REFUSED = ""
"""Stands for a value that was refused: the key is there, so it is not missing too."""


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
    deeper: Fields | None = None,
) -> Record | None:
    """Read one mapping; `passed_over` keys are somebody else's to read.

    `deeper` are the fields one level further in: one of them lacks its indentation.

    With `nullable` a null means "remove this field" (None in the record). A value
    that is refused is an empty text.
    """
    if not isinstance(node, Mapping):
        faults.no_pairs(reading, node, fields, what)
        return None
    values: dict[str, Value] = {}
    marks: array[int] = array("I")
    lines: dict[str, int] = {}
    meant: dict[str, Scalar] = {}
    for key, child in zip(node.keys, node.values, strict=True):
        name = key.text
        if name in lines:
            faults.repeated(reading, key, lines[name])
            continue
        lines[name] = key.line
        field = fields.get(name)
        if field is None:
            if name not in passed_over:
                levels = (fields, deeper or {})
                meant[faults.unknown(reading, key, levels, passed_over, what)] = key
            continue
        values[reading.same(name)] = _read_value(
            reading, key, child, field, nullable=nullable
        )
        marks.append(child.line)
        marks.append(child.column)
    for name, key in meant.items():
        if name in fields and name not in lines:
            # A misspelt field is not missing as well.
            lines[name] = key.line
            values[name] = _REFUSED
            marks.extend((key.line, key.column))
    faults.missing(reading, node, fields, lines, what)
    return Record(values, reading.path, node.line, node.column, marks)


def _read_value(
    reading: Reading, key: Scalar, node: Node, field: Field, *, nullable: bool
) -> Value:
    shape = field.shape
    if isinstance(node, Scalar):
        removed = (nullable and not field.required) or shape is Shape.PERSON
        return None if removed and is_null(node) else _read_scalar(reading, node, field)
    if shape in faults.LISTS:
        return _read_list(reading, key, node, field)
    if shape is Shape.RECORDS:
        return _read_records(reading, key, node, field)
    if shape is Shape.RECORD:
        what = f"“{field.label}”（{field.name}）"
        record = read_record(reading, node, by_name(field.parts), what)
        return _REFUSED if record is None else record
    reading.error(
        key,
        "wrong-shape",
        f"“{field.label}”（{field.name}）只能写一个值，这里写了几项。",
        "请只留一个值；若括号是文字的一部分，请给整个值加英文引号。",
        len(key.text),
    )
    return _REFUSED


def _read_scalar(reading: Reading, node: Scalar, field: Field) -> Value:
    label = f"“{field.label}”（{field.name}）"
    if faults.is_empty(reading, node, label, required=field.required):
        return _REFUSED
    shape = Shape.TEXT if field.or_text else field.shape
    if shape in faults.LISTS or shape in faults.RECORDS:
        faults.list_due(reading, node, field)
        return _REFUSED
    value = READ[shape](reading, node, field)
    return _REFUSED if value is None else value


def _read_list(reading: Reading, key: Scalar, node: Node, field: Field) -> Value:
    if not isinstance(node, Sequence):
        faults.no_list(reading, key, field, "请把每个值单独写一行，以短横线“- ”开头。")
        return _REFUSED
    read = READ[field.shape]
    entries: list[str | Record] = []
    for child in node.entries:
        if not isinstance(child, Scalar):
            reading.error(
                child,
                "wrong-shape",
                f"“{field.label}”（{field.name}）的每一项只能是文字。",
                "多了一层方括号，请去掉一层。"
                if isinstance(child, Sequence)
                else "请给含冒号的文字加上英文引号。",
            )
            continue
        if faults.is_empty(reading, child, f"“{field.label}”的一项"):
            continue
        if node.bracketed and child.plain:
            faults.comma_inside(reading, child, field)
        value = read(reading, child, field)
        if isinstance(value, str):
            entries.append(value)
    return tuple(entries)


def _read_records(reading: Reading, key: Scalar, node: Node, field: Field) -> Value:
    if not isinstance(node, Sequence):
        faults.no_list(reading, key, field, "请在每一项的第一行前面加“- ”。")
        return _REFUSED
    parts = by_name(field.parts)
    what = f"“{field.label}”的一项"
    records = (read_record(reading, child, parts, what) for child in node.entries)
    return tuple(record for record in records if record is not None)
