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
_SOME = 10
_COMMAS = re.compile("[，、]")
_ELSEWHERE = {
    "based_on": "请删去；采用哪份标准清单写在整版清单里，补充版不写。",
    "declined": "请删去；未采用的事项写在整版清单里，补充版不写。",
    "applies_to": "请删去；适用哪些街道写在整版的标准清单里，补充版不写。",
    "id": "请删去；编号不能改，若是另一件事，请取消旧的、新增新的。",
}
"""What is a field, but not here: in an amendment, or below `set`."""

_WIDE_LIST = re.compile(r"[\[\uff3b【](?P<inside>.*)[\]\uff3d】]")


def is_empty(
    reading: Reading, node: Scalar, label: str, *, required: bool = False
) -> bool:
    """Report a value that is empty or a bare null; False where something is written."""
    is_null_word = node.plain and node.text in _NULLS
    if node.text.strip() and not is_null_word:
        return False
    sentence = f"{label}是空的。"
    cure = "请填写。" if required else "请填写，或删去这一行。"
    if is_null_word:
        sentence = f"{label}写的是 {node.text}，表示没有内容。"
        cure = f"{cure.removesuffix('。')}；若真是这几个字，请加英文引号。"
    reading.error(node, "empty-value", sentence, cure, len(node.text))
    return True


def no_pairs(
    reading: Reading, node: Node, fields: Table[str, Field], what: str
) -> None:
    """Tell of a text or a list where pairs are due."""
    if isinstance(node, Scalar):
        if not node.text.strip() or is_null(node):
            cure = "请填写，或删去这一行。"
            reading.error(node, "empty-value", f"{what}是空的。", cure)
            return
        if _is_tight_pair(reading, node, fields):
            return
    required = [f.name for f in fields.values() if f.required]
    names = required or [n for n in ("title", *fields) if n in fields][:1]
    form = "，".join(f"“{name}: …”" for name in names[:3])
    reading.error(
        node,
        "wrong-shape",
        f"{what}应写成“字段: 值”的若干行。",
        f"请检查行首空格和冒号，例如分行写{form}。"
        if form
        else "请检查行首空格和冒号。",
        len(node.text) if isinstance(node, Scalar) else 1,
    )


def _is_tight_pair(reading: Reading, node: Scalar, fields: Table[str, Field]) -> bool:
    """Report a text that is a pair but for its colon; False for any other text."""
    name, colon, _ = node.text.replace("：", ":").partition(":")
    if not colon or name.strip() not in fields:
        return False
    _colon(reading, node)
    return True


def no_list(reading: Reading, key: Scalar, field: Field, cure: str) -> None:
    """Tell of pairs where a list is due."""
    reading.error(
        key,
        "wrong-shape",
        f"“{field.label}”（{field.name}）要写成列表。",
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
            "full-width-mark" if wide else "wrong-shape",
            f"“{field.label}”（{field.name}）要写成列表{said}。",
            f"请写成 [{cut(', '.join(entries), 40)}]，多个用半角逗号分开。",
            len(node.text),
        )
        return
    if _is_tight_pair(reading, node, {part.name: part for part in field.parts}):
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
        f"字段“{cut(key.text, 40)}”在第 {line} 行已经写过。",
        "一个字段只能写一次，请合并或删去一处。",
        len(key.text),
    )


def unknown(
    reading: Reading,
    key: Scalar,
    levels: tuple[Table[str, Field], Table[str, Field]],
    passed_over: frozenset[str],
    what: str,
) -> str:
    """Tell of a key that nobody declared; give the name that was meant, if clear.

    A merge key has its own message. `levels` are the fields of this record, and those of the records inside it.
    """
    if key.text == "<<":
        return ""
    fields, deeper = levels
    name, colon, _ = key.text.replace("：", ":").partition(":")
    if colon and name.strip() in fields:
        _colon(reading, key)
        return name.strip()
    sentence = f"{what}没有“{cut(key.text, 40)}”这个字段。"
    meant, cure = _guess(key.text, [*fields, *sorted(passed_over)], fields)
    if key.text in _ELSEWHERE and key.text not in deeper:
        meant, cure = "", _ELSEWHERE[key.text]
    if key.text in deeper:
        sentence = f"“{key.text}”是事项的字段，这一行少了缩进。"
        cure = "请在行首加空格，与事项的其他字段对齐。"
        meant = ""
    reading.error(key, "unknown-key", sentence, cure, len(key.text))
    return meant


def _colon(reading: Reading, key: Scalar) -> None:
    """Tell of `legal:30天`, which is one text to YAML."""
    is_wide = "：" in key.text
    reading.error(
        key,
        "full-width-mark" if is_wide else "space-needed",
        "“：”是全角冒号。" if is_wide else "冒号后面少一个空格。",
        "请改为半角冒号加一个空格“: ”。",
        len(key.text),
    )


def _guess(text: str, names: list[str], fields: Table[str, Field]) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", text).strip()
    tidy = re.sub("[- ]", "_", plain.lower())
    by_label = {field.label: field.name for field in fields.values()}
    if plain in by_label:
        return by_label[plain], f"字段名应为“{by_label[plain]}”。"
    if tidy in names:
        same = plain.lower() == tidy
        how = "用小写字母，前后没有空格" if same else "中间用下划线“_”"
        return tidy, f"字段名应为“{tidy}”，{how}。"
    near = get_close_matches(tidy, names, 1, 0.6)
    if near:
        return near[0], f"是不是“{near[0]}”？"
    known = [f"{name} {field.label}" for name, field in fields.items()]
    more = "…全部字段见 content/README.md" if len(known) > _SOME else ""
    return "", f"可用的字段：{'、'.join(known[:_SOME] or names)}{more}。"


def _line_to_add(field: Field) -> str:
    """Say what to type for a field that is missing."""
    if field.parts and not field.or_text:
        first = next((part for part in field.parts if part.required), field.parts[0])
        dash = "- " if field.shape is Shape.RECORDS else ""
        return f"请加一行“{field.name}:”，下一行缩进写“{dash}{first.name}: …”。"
    example = f"，例如“{field.name}: {field.example}”" if field.example else ""
    return f"请加一行“{field.name}: …”{example}。"


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
                _line_to_add(field),
            )
