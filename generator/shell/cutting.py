"""The shell (外壳): rendered pages with slots, cut open, and data pages put in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.site_model.parts import Head

ADDRESS = "qingdan-slot-address.html"
TITLE = "qingdan-slot-title"
DESCRIPTION = "qingdan-slot-description"
BODY = "qingdan-slot-body"
FEED = "qingdan-slot-feed.xml"
ASKED = "qingdan-slot-robots"
ROBOTS = f'\n<meta name="robots" content="{ASKED}">'
"""A line of its own, so that a page without it has no line."""

Key = tuple[str, str, bool]

_SLOTS = re.compile(
    f"({re.escape(ADDRESS)}|{re.escape(FEED)}|{ROBOTS}|{TITLE}|{DESCRIPTION}|{BODY})"
)
_FEED_LINE = re.compile(rf"\n<link [^>\n]*{re.escape(FEED)}[^>\n]*>")


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame as text around every page, the prose pages, styles and scripts.

    `cuts` holds alternating texts and slot names by (base, address, has a feed): with
    an address for the pages that the navigation marks, an empty one for all others.
    """

    cuts: Mapping[Key, tuple[str, ...]]
    pages: tuple[OutputFile, ...]
    assets: tuple[OutputFile, ...]

    def wrap(self, head: Head, body: str) -> str:
        """Put a rendered body into the frame; title and description are escaped."""
        fed = bool(head.feed)
        cut = self.cuts.get((head.base, head.address, fed))
        if cut is None:
            cut = self.cuts.get((head.base, "", fed))
        if cut is None:
            message = f"页面 {head.address} 的层级“{head.base}”没有外壳。"
            raise GeneratorError(message)
        fill = {
            ADDRESS: head.address,
            FEED: head.feed,
            ROBOTS: ROBOTS.replace(ASKED, head.robots) if head.robots else "",
            TITLE: str(escape(head.title)),
            DESCRIPTION: str(escape(head.description)),
            BODY: body,
        }
        return "".join([fill.get(part, part) for part in cut])


def slot_head(base: str, address: str) -> Head:
    """Make the head of a page whose texts are slots."""
    return Head(address or ADDRESS, base, TITLE, DESCRIPTION, feed=FEED, robots=ASKED)


def without_feed(html: str) -> str:
    """Take the line that names a feed out of a page with slots."""
    return _FEED_LINE.sub("", html)


def cut_page(html: str, expected: Mapping[str, int]) -> tuple[str, ...]:
    """Cut a page with slots into texts and slot names, in order.

    `expected` says how often each slot must stand in it; GeneratorError otherwise.
    """
    parts = tuple(_SLOTS.split(html))
    found = {slot: parts.count(slot) for slot in expected}
    if found != dict(expected):
        wrong = "、".join(
            f"{slot} 应有 {count} 处，实有 {found[slot]} 处"
            for slot, count in expected.items()
            if found[slot] != count
        )
        message = f"页面外壳（theme/mkdocs）不完整：{wrong}。"
        raise GeneratorError(message)
    return parts
