"""Numbers that Word counts itself (自动编号), written out as the text one sees."""

from collections.abc import Mapping

from lxml import etree

from generator.tables.document_text import property_value

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_CIRCLED = "decimalEnclosedCircle"
_LEVELS = 9

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name
Key = tuple[str, int]


def write_out_numbers(
    document: Element, numbering: Element | None, styles: Element | None
) -> None:
    """Put the number of every counted paragraph before its text, in the tree itself."""
    if numbering is None:
        return
    abstract = {
        property_value(one, "abstractNumId"): one
        for one in numbering.iterfind("{*}abstractNum")
    }
    used = {
        property_value(one, "numId"): _child(one, "abstractNumId")
        for one in numbering.iterfind("{*}num")
    }
    by_style = _styles(styles)
    counts: dict[str, list[int]] = {}
    for paragraph in document.iter("{*}p"):
        number, level = _numbered(paragraph, by_style)
        family = used.get(number, "")
        pattern = abstract.get(family) if family else None
        if pattern is None or not 0 <= level < _LEVELS:
            continue
        levels = {
            int(place): one
            for one in pattern.iterfind("{*}lvl")
            if (place := property_value(one, "ilvl") or "0").isdecimal()
        }
        text = _count(counts.setdefault(family, [0] * _LEVELS), levels, level)
        if text:
            _insert(paragraph, text)


def _styles(styles: Element | None) -> Mapping[str, Key]:
    found = styles.iterfind("{*}style") if styles is not None else ()
    return {
        property_value(style, "styleId"): _key(numbers)
        for style in found
        if (numbers := style.find("{*}pPr/{*}numPr")) is not None
    }


def _numbered(paragraph: Element, by_style: Mapping[str, Key]) -> Key:
    """The list that a paragraph belongs to, and its level there; its own goes first."""
    own = paragraph.find("{*}pPr/{*}numPr")
    if own is not None:
        return _key(own)
    style = paragraph.find("{*}pPr/{*}pStyle")
    return (
        by_style.get(property_value(style), ("", 0)) if style is not None else ("", 0)
    )


def _key(numbers: Element) -> Key:
    level = _child(numbers, "ilvl")
    return _child(numbers, "numId"), int(level) if level.isdecimal() else 0


def _child(element: Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return property_value(found) if found is not None else ""


def _count(counts: list[int], levels: Mapping[int, Element], level: int) -> str:
    """Count one further at a level; the text of the number, empty for a bullet."""
    start = _child(levels[level], "start") if level in levels else ""
    first = int(start) if start.isdecimal() else 1
    counts[level] = counts[level] + 1 if counts[level] else first
    counts[level + 1 :] = [0] * (_LEVELS - level - 1)
    if level not in levels:
        return ""
    text = _child(levels[level], "lvlText")
    if "%" not in text:
        return ""
    for below in range(level + 1):
        form = _child(levels[below], "numFmt") if below in levels else ""
        text = text.replace(f"%{below + 1}", _written(max(counts[below], 1), form))
    return f"{text} " if text[-1].isascii() else text


def _written(number: int, form: str) -> str:
    if form in _CHINESE and number < 100:  # noqa: PLR2004 # no list counts further
        return _chinese(number)
    if form == _CIRCLED and number <= 20:  # noqa: PLR2004 # as many have circles
        return chr(0x245F + number)
    return str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _insert(paragraph: Element, text: str) -> None:
    space = etree.QName(paragraph).namespace
    run = etree.Element(f"{{{space}}}r")
    etree.SubElement(run, f"{{{space}}}t").text = text
    properties = paragraph.find("{*}pPr")
    paragraph.insert(0 if properties is None else 1, run)
