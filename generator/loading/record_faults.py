"""Words for what is wrong with the shape of a record or of one of its fields."""

import re
import unicodedata
from collections.abc import Mapping as Table
from difflib import get_close_matches

from generator.loading.nodes import Mapping, Node, Scalar, is_null
from generator.loading.reading import Reading, cut
from generator.model.fields import Field, Shape

LISTS = frozenset({Shape.WORDS, Shape.IDS, Shape.CHOICES, Shape.RANGES})
RECORDS = frozenset({Shape.RECORD, Shape.RECORDS})
_NULLS = frozenset({"null", "~", "Null", "NULL"})
_COMMAS = re.compile("[，、]")
_WIDE_LIST = re.compile(r"[\[\uff3b【](?P<inside>.*)[\]\uff3d】]")


def is_empty(reading: Reading, node: Scalar, label: str) -> bool:
    """Report a value that is empty or a bare null; False where something is written."""
    if not node.text.strip():
        reading.error(node, "empty-value", f"{label}是空的。", "请填写，或删去这一行。")
        return True
    if node.plain and node.text in _NULLS:
        reading.error(
            node,
            "empty-value",
            f"{label}写的是 {node.text}，表示没有内容。",
            "没有内容就删去这一行；若真是这几个字，请加英文引号。",
            len(node.text),
        )
        return True
    return False


def no_pairs(
    reading: Reading, node: Node, fields: Table[str, Field], what: str
) -> None:
    """Tell of a text or a list where pairs are due."""
    if isinstance(node, Scalar) and (not node.text.strip() or is_null(node)):
        reading.error(node, "empty-value", f"{what}是空的。", "请填写，或删去这一行。")
        return
    names = [f.name for f in fields.values() if f.required] or list(fields)[:1]
    form = "，".join(f"“{name}: …”" for name in names[:3])
    reading.error(
        node,
        "wrong-shape",
        f"{what}应写成“字段: 值”的若干行。",
        f"请检查缩进和冒号；例如分行写 {form}。" if form else "请检查缩进和冒号。",
        len(node.text) if isinstance(node, Scalar) else 1,
    )


def no_list(reading: Reading, key: Scalar, field: Field, cure: str) -> None:
    """Tell of pairs where a list is due."""
    reading.error(
        key,
        "wrong-shape",
        f"“{field.label}”（{field.name}）应是列表。",
        cure,
        len(key.text),
    )


def list_due(reading: Reading, node: Scalar, field: Field) -> None:
    """Tell of a text where a list or pairs are due; propose what was meant."""
    if field.shape in LISTS:
        wide = _WIDE_LIST.fullmatch(node.text.strip())
        inside = wide["inside"] if wide else node.text
        entries = [e.strip() for e in re.split("[，、,]", inside) if e.strip()]
        said = "，方括号是全角的" if wide else "，可以写多个"
        reading.error(
            node,
            "wrong-shape",
            f"“{field.label}”（{field.name}）应是列表{said}。",
            f"请写成 [{cut(', '.join(entries), 40)}]，多个用半角逗号分开。",
            len(node.text),
        )
        return
    first = next((p for p in field.parts if p.required), field.parts[0])
    dash = "- " if field.shape is Shape.RECORDS else ""
    reading.error(
        node,
        "wrong-shape",
        f"“{field.label}”（{field.name}）不能只写一段文字。",
        f"请在下一行缩进写“{dash}{first.name}: {cut(node.text, 30)}”。",
        len(node.text),
    )


def comma_inside(reading: Reading, node: Scalar, field: Field) -> None:
    """Tell of an entry of a bracketed list that a full-width comma keeps together."""
    found = _COMMAS.search(node.text)
    if found is None:
        return
    entries = ", ".join(e.strip() for e in _COMMAS.split(node.text) if e.strip())
    name = "顿号" if found.group() == "、" else "全角逗号"
    reading.error(
        node,
        "full-width-mark",
        f"“{field.label}”里的“{found.group()}”是{name}，前后会被当成一个词。",
        f"请写成 {cut(entries, 40)}，用半角逗号；若它是内容，请给这个词加英文引号。",
        len(node.text),
    )


def repeated(reading: Reading, key: Scalar, line: int) -> None:
    """Tell of a key that was there before."""
    reading.error(
        key,
        "duplicate-key",
        f"“{cut(key.text, 40)}”在第 {line} 行已经写过。",
        "一个字段只能写一次，请合并或删去一处。",
        len(key.text),
    )


def unknown(
    reading: Reading,
    key: Scalar,
    levels: tuple[Table[str, Field], Table[str, Field]],
    passed_over: frozenset[str],
    what: str,
) -> None:
    """Tell of a key that nobody declared; a merge key has its own message.

    `levels` are the fields of this record, and those of the records inside it.
    """
    if key.text == "<<":
        return
    fields, deeper = levels
    sentence = f"{what}没有“{cut(key.text, 40)}”这个字段。"
    cure = _guess(key.text, [*fields, *sorted(passed_over)], fields)
    if key.text in deeper:
        sentence = f"“{key.text}”是事项的字段，这一行少了缩进。"
        cure = "请在行首加空格，与事项的其他字段对齐。"
    reading.error(key, "unknown-key", sentence, cure, len(key.text))


def _guess(text: str, names: list[str], fields: Table[str, Field]) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    tidy = re.sub("[- ]", "_", plain.lower())
    by_label = {field.label: field.name for field in fields.values()}
    if plain in by_label:
        return f"字段名应为“{by_label[plain]}”。"
    if tidy in names:
        same = plain.lower() == tidy
        how = "用小写字母，前后没有空格" if same else "中间用下划线“_”"
        return f"字段名应为“{tidy}”，{how}。"
    near = get_close_matches(tidy, names, 1, 0.6)
    if near:
        return f"是不是“{near[0]}”？"
    return "可用的字段：" + "、".join(names[:30]) + "。"


def missing(
    reading: Reading,
    node: Mapping,
    fields: Table[str, Field],
    lines: dict[str, int],
    what: str,
) -> None:
    """Tell of required fields that are not there; not where the syntax was mended."""
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
