"""What the prose pages (说明页) are called: their titles, without rendering them."""

import re
from collections.abc import Iterator, Mapping

_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>.+?)[ \t]*#*$")
_MARKS = re.compile(r"[*`]|!?\[(?P<text>[^\]]*)\]\([^)]*\)")


def titles(prose: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give title and headings of every page by address.

    `prose` maps `about/name.md` to Markdown; a page without a heading has none.
    """
    found = {}
    for path, text in sorted(prose.items()):
        headings = tuple(dict.fromkeys(_headings(text)))
        if headings:
            found[f"{path.removesuffix('.md')}.html"] = headings
    return found


def _headings(text: str) -> Iterator[str]:
    is_code = False
    for line in text.splitlines():
        if _FENCE.match(line):
            is_code = not is_code
        heading = None if is_code else _HEADING.match(line)
        if heading:
            yield _MARKS.sub(lambda mark: mark["text"] or "", heading["text"])
