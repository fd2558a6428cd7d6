"""The text of a cell to a value of a content file, by the shape of its field."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from generator.model.fields import Field, Shape
from generator.understanding.citing import basis_records
from generator.understanding.dates import read_date
from generator.understanding.phones import read_phones
from generator.understanding.ticks import chosen_words
from generator.understanding.understood import Plain

_STEP = re.compile(
    r"(?:^\s*|(?<=[。；;])\s*|(?<=\s))(?:\d{1,2}[、.\uff0e](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*"
)
_ARROW = re.compile(r"[→➔➜⇒↓]|(?<![—-])[—-]+>")
_DASHED = re.compile(r"[\u4e00-\u9fff]+(?:[-—]+[\u4e00-\u9fff]+){2,}")
_ENDS = " \t、；;，,"
_RANGE = re.compile(
    r"(\d{1,2})[:：.](\d{2})\s*(?:-|—|–|~|～|至|到)+\s*(?:上午|下午|晚上)?\s*(\d{1,2})[:：.](\d{2})"
)
_STREETS = re.compile(r"镇街|街镇|乡镇[（(]?街道[)）]?|乡[（(]镇[)）]|乡镇")
_URL = re.compile(r"https?://[^\s，。；、）)》”]+")


def plain_value(field: Field, text: str) -> Plain:
    """Give the value that a cell's repaired text stands for; None where it is empty.

    What cannot be read in the field's shape stays the text it is: the check says so.
    """
    if not text.strip():
        return None
    read = _READ.get(field.shape)
    return text if read is None else read(field, text)


def split_words(text: str) -> list[str]:
    """Split a list of words: steps with arrows, numbered parts, lines, else by 、；，."""
    words = [t for part in _parts(text) if (t := _trim(part))]
    # A full stop that only ends the list belongs to the list.
    if len(words) > 1 and not any(word.endswith("。") for word in words[:-1]):
        words[-1] = words[-1].rstrip("。")
    return words


def _parts(text: str) -> list[str]:
    if _DASHED.fullmatch(text):
        return re.split("[-—]+", text)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and _ARROW.search(text):
        return [_STEP.sub("", part, count=1) for part in _ARROW.split(text)]
    if len(lines) > 1 and all(map(_STEP.match, lines)):
        return [_STEP.sub("", line, count=1) for line in lines]
    numbered = [p for p in _STEP.split(text) if p.strip()]
    if _STEP.match(text) or (len(numbered) > 1 and _STEP.search(text)):
        return [line for part in numbered for line in part.split("\n")]
    if len(lines) > 1:
        return lines
    several = (split_outside(text, marks) for marks in ("；;", "、", "，,"))
    return next((parts for parts in several if len(parts) > 1), [text])


def _trim(text: str) -> str:
    return text.strip(_ENDS)


def split_outside(text: str, marks: str) -> list[str]:
    """Split a text at marks that stand in no brackets or quotation marks."""
    parts, depth = [""], 0
    for character in text:
        depth += character in "（(《〈“〔【["
        depth -= character in "）)》〉”〕】]" and depth > 0
        if character in marks and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def labelled(field: Field, text: str) -> dict[str, str] | None:
    """Read `标签：值；标签：值` by the labels of a record's parts; None where it is not."""
    by_label = {p.label: p.name for p in field.parts} | {
        p.name: p.name for p in field.parts
    }
    found: dict[str, str] = {}
    for part in re.split(r"[；;\n]", text):
        match = re.match(r"\s*([^：:]{1,12})[：:]\s*(.+)", part, re.DOTALL)
        name = by_label.get(match[1].strip()) if match else None
        if match and name and name not in found:
            found[name] = match[2].strip()
        elif part.strip() and found:
            last = next(reversed(found))
            found[last] = f"{found[last]}；{part.strip()}"
        elif part.strip():
            return None
    return found or None


def _words(_field: Field, text: str) -> Plain:
    return list(split_words(chosen_words(text)))


def _record(field: Field, text: str) -> Plain:
    values = labelled(field, text)
    if values is None:
        if field.or_text:
            return text
        first = next((p for p in field.parts if p.shape is Shape.LINE), field.parts[0])
        values = {first.name: text}
    parts = {p.name: p for p in field.parts}
    return {
        name: value
        for name in parts
        if name in values and (value := plain_value(parts[name], values[name]))
    }


def _records(field: Field, text: str) -> Plain:
    names = {p.name for p in field.parts}
    if {"document", "article"} <= names:
        records = basis_records(text)
        if records is not None:
            return [dict(record) for record in records]
    return text


def _phone(_field: Field, text: str) -> Plain:
    phones = read_phones(text)
    return phones.numbers[0] if phones.numbers else text


def _count(_field: Field, text: str) -> Plain:
    match = re.fullmatch(r"\D{0,4}?(\d{1,6})(?:\.0+)?\D{0,2}", text.strip())
    return match[1] if match else text


def _code(_field: Field, text: str) -> Plain:
    return re.sub(r"\.0+$", "", unicodedata.normalize("NFKC", text)).replace(" ", "")


def _url(_field: Field, text: str) -> Plain:
    match = _URL.search(unicodedata.normalize("NFKC", text))
    return match.group() if match else text


def _choice(field: Field, text: str) -> Plain:
    plain = chosen_words(text).strip()
    return next(
        (c for c in field.choices if plain == c),
        next((c for c in field.choices if plain.startswith(c)), plain),
    )


def _choices(field: Field, text: str) -> Plain:
    """Every choice that the words name; words that name none stay as they are."""
    longest = sorted(field.choices, key=lambda c: (-len(c), c))
    pattern = re.compile("|".join(map(re.escape, longest)))
    found: dict[str, None] = {}
    for word in split_words(chosen_words(text)):
        named = pattern.findall(_STREETS.sub("街道", word))
        found.update(dict.fromkeys(named or [word]))
    unknown = (word for word in found if word not in field.choices)
    return [*(c for c in field.choices if c in found), *unknown]


def _ids(_field: Field, text: str) -> Plain:
    return [t for t in re.split(r"[\s、,，；;]+", text) if t]


def _ranges(_field: Field, text: str) -> Plain:
    found = [f"{int(a):02}:{b}-{int(c):02}:{d}" for a, b, c, d in _RANGE.findall(text)]
    return list(found) or [text]


_READ: Mapping[Shape, Callable[[Field, str], Plain]] = {
    Shape.WORDS: _words,
    Shape.IDS: _ids,
    Shape.DATE: lambda _, text: read_date(text) or text,
    Shape.COUNT: _count,
    Shape.CODE: _code,
    Shape.URL: _url,
    Shape.PHONE: _phone,
    Shape.CHOICE: _choice,
    Shape.CHOICES: _choices,
    Shape.RANGES: _ranges,
    Shape.RECORD: _record,
    Shape.RECORDS: _records,
}
