"""The site map for search engines, and robots.txt."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from generator.outputs import OutputFile
from generator.site_model import addresses

LARGEST = 45_000
"""Addresses in one file; the protocol allows 50,000."""

_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNLISTED = {addresses.NOT_FOUND, addresses.OFFLINE}


def sitemap(
    pages: Iterable[str], url: str, closed: Iterable[str] = ()
) -> Iterator[OutputFile]:
    """Yield sitemap.xml (an index of parts for a large site) and robots.txt.

    Without the site's `url` the addresses stay relative: enough for people and
    crawlers that resolve them, and true wherever the site is uploaded. What begins
    like one of `closed` is not to be crawled.
    """
    root = url if url.endswith("/") or not url else f"{url}/"
    listed = sorted(page for page in pages if page not in _UNLISTED)
    parts = [listed[i : i + LARGEST] for i in range(0, len(listed), LARGEST)]
    if len(parts) == 1:
        yield _file("sitemap.xml", "urlset", "url", parts[0], root)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield _file(name, "urlset", "url", part, root)
        yield _file("sitemap.xml", "sitemapindex", "sitemap", names, root)
    yield OutputFile("robots.txt", "".join(_robots(root, closed)).encode())


def _robots(root: str, closed: Iterable[str]) -> Iterator[str]:
    """Write robots.txt; below a path of its own it is for the host's to take over."""
    path = urlsplit(root).path or "/"
    yield "User-agent: *\nAllow: /\n"
    yield from (f"Disallow: {path}{place}\n" for place in closed)
    if root:
        yield f"Sitemap: {urljoin(root, 'sitemap.xml')}\n"


def _file(name: str, outer: str, inner: str, paths: list[str], root: str) -> OutputFile:
    rows = "".join(f"<{inner}><loc>{escape(root + p)}</loc></{inner}>\n" for p in paths)
    text = f"{_DECLARATION}<{outer} {_XMLNS}>\n{rows}</{outer}>\n"
    return OutputFile(name, text.encode())
