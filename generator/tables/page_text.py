"""The text of a web page as a browser shows it: blocks as lines, spaces joined."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

_BLOCKS = re.compile(
    "address|article|aside|blockquote|center|d[dlt]|div|fieldset|figure|footer|form"
    "|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|table|t[dhr]"
)
_UNSEEN = re.compile("head|iframe|noscript|script|select|style|template|title")
_BREAK = "\u2028"
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_SOFT = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_BREAKS = re.compile(rf" ?{_BREAK}[{_BREAK} ]*")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)

Element = etree._Element  # noqa: SLF001 # lxml gives its elements no public name


def element_text(element: Element) -> str:
    """The text of a cell, line breaks as line feeds."""
    return tidy("".join(t for t in tokens(element) if isinstance(t, str)))


def tidy(text: str) -> str:
    """Join spaces and lines of the source (空白); what was broken stays broken."""
    joined = _SPACES.sub(" ", _SOFT.sub("", text))
    return _BREAKS.sub("\n", joined).strip()


def is_hidden(element: Element) -> bool:
    """Tell what its own style hides."""
    return bool(_HIDDEN.search(element.get("style") or ""))


def _none(_: Element) -> bool:
    return False


def tokens(
    element: Element, whole: Callable[[Element], bool] = _none
) -> Iterator[str | Element]:
    """Yield texts and breaks in order, and elements that `whole` wants as they are."""
    if element.text:
        yield element.text
    for number, child in enumerate(element, start=1):
        yield from _child(child, whole, number)
        if child.tail:
            yield child.tail


def _child(
    child: Element, whole: Callable[[Element], bool], number: int
) -> Iterator[str | Element]:
    tag = child.tag
    if tag == "br":
        yield _BREAK
    elif not isinstance(tag, str) or _UNSEEN.fullmatch(tag) or is_hidden(child):
        return
    elif whole(child):
        yield child
    elif tag == "input" and child.get("type") in {"checkbox", "radio"}:
        yield "☑" if child.get("checked") is not None else "☐"
    elif _BLOCKS.fullmatch(tag):
        yield _BREAK
        parent = child.getparent()
        if tag == "li" and parent is not None and parent.tag == "ol":
            yield f"{number}. "
        yield from tokens(child, whole)
        yield _BREAK
    else:
        yield from tokens(child, whole)
