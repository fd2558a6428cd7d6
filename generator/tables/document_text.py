"""The text of a paragraph of a Word document, as its reader sees it."""

from collections.abc import Iterator

from lxml import etree

_UNSEEN = {
    "AlternateContent",  # drawings and text boxes
    "del",
    "drawing",
    "moveFrom",
    "object",
    "pict",
    "pPr",
    "rPr",
    "rt",  # what is written above the characters
}
_PLAIN = {"tab": " ", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_SYMBOLS = {
    "F052": "☑",
    "F0A3": "□",
    "F0A8": "□",
    "F0FC": "√",
    "F0FB": "×",
    "F0FE": "☑",
    "F06F": "□",
    "F06E": "■",
}


def paragraph_text(paragraph: "etree._Element") -> str:
    """The text with line breaks as line feeds; deleted and hidden text left out."""
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: "etree._Element") -> Iterator[str]:
    for child in element:
        tag = local_name(child)
        if tag == "t":
            yield child.text or ""
        elif tag in _PLAIN:
            yield _PLAIN[tag]
        elif tag == "br":
            yield "\n"
        elif tag == "sym":
            yield _symbol(child)
        elif tag and tag not in _UNSEEN and not _is_hidden(child):
            yield from _pieces(child)


def local_name(element: "etree._Element") -> str:
    """The name of an element without its namespace; empty for a comment."""
    # The stubs promise text; comments and instructions have a function there.
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def property_value(element: "etree._Element", name: str = "val") -> str:
    """An attribute by its name, whatever namespace it is in."""
    found = (v for k, v in element.items() if str(k).endswith(f"}}{name}"))
    return str(next(found, ""))


def _symbol(element: "etree._Element") -> str:
    """Ticks and boxes out of symbol fonts; another symbol is said to be one."""
    code = property_value(element, "char")
    return _SYMBOLS.get(code.upper(), "□" if code else "")


def _is_hidden(run: "etree._Element") -> bool:
    vanish = run.find("{*}rPr/{*}vanish")
    if vanish is None:
        return False
    return not any(value in {"0", "false"} for value in vanish.attrib.values())
