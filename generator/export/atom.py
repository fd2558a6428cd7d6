"""Write a feed as an Atom document (RFC 4287).

With the site's `url` all addresses are absolute and the feed names its own. Without
it they are relative, which RFC 4287 allows (section 4.2.7.1): a reader resolves them
against the address it fetched the feed from. `rel="self"` is left out then, since a
relative one says nothing. There is no `xml:base`: nobody could say which.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.export.dates import NEVER
from generator.outputs import OutputFile
from generator.site_model import addresses

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Links:
    """Turns addresses below the site's root into links of one document."""

    url: str
    address: str

    def to(self, address: str) -> str:
        """An absolute address where the site's is known, else one from here."""
        if not self.url:
            return addresses.base(self.address) + address
        return f"{self.url.removesuffix('/')}/{address}"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry in words; `page` is an address of the site, `content` a filled div."""

    id: str
    title: str
    updated: datetime
    page: str
    summary: str
    content: Element | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed says of itself; `page` shows the same to people."""

    id: str
    title: str
    author: str
    page: str
    language: str


def clean(text: str) -> str:
    """Drop characters that XML cannot hold; checked content has none."""
    return _NOT_XML.sub("", text)


def put(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with text, both freed of what XML cannot hold."""
    known = {name: clean(value) for name, value in attributes.items()}
    child = SubElement(parent, tag, known)
    child.text = clean(text) or None
    return child


def feed_file(
    heading: Heading, links: Links, entries: Iterable[FeedEntry]
) -> OutputFile:
    """Write a feed, entries as given: newest first."""
    known = tuple(entries)
    latest = max((entry.updated for entry in known), default=NEVER)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": heading.language})
    put(feed, "id", heading.id)
    put(feed, "title", heading.title)
    put(feed, "updated", latest.isoformat())
    put(put(feed, "author"), "name", heading.author)
    if links.url:
        here = links.to(links.address)
        put(feed, "link", rel="self", type="application/atom+xml", href=here)
    _alternate(feed, links.to(heading.page))
    for entry in known:
        _entry(feed, entry, links)
    # Through text: the library's own encoding takes half as long again.
    text = tostring(feed, encoding="unicode")
    return OutputFile(links.address, f"{_DECLARATION}{text}\n".encode())


def _entry(feed: Element, entry: FeedEntry, links: Links) -> None:
    feed[-1].tail = "\n"
    element = put(feed, "entry")
    put(element, "id", entry.id)
    put(element, "title", entry.title)
    put(element, "updated", entry.updated.isoformat())
    _alternate(element, links.to(entry.page))
    put(element, "summary", entry.summary)
    if entry.content is not None:
        put(element, "content", type="xhtml").append(entry.content)


def _alternate(element: Element, href: str) -> None:
    put(element, "link", rel="alternate", type="text/html", href=href)
