"""Judging feeds: three readers that know nothing of each other, and none of ours.

`jing` (it comes inside the HTML checker) holds them to `atom.rnc`; `feedparser` reads
them as subscribers do; `faults` are the rules of RFC 4287 that no grammar can say.
"""

import io
import subprocess
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser  # type: ignore[import-untyped] # ships no types; only tests know it
import pytest

from generator.export import feeds
from generator.outputs import OutputFile
from generator.site_model.plan import Plan
from tests.conftest import find_program

ATOM = "{http://www.w3.org/2005/Atom}"
JAR = Path("tools/node_modules/vnu-jar/build/dist/vnu.jar")
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
Feeds = dict[str, bytes]


def made(plan: Plan) -> Feeds:
    """Make all feeds of a site, by address; none is made twice."""
    files: list[OutputFile] = list(feeds(plan))
    by_address = {file.path: file.content for file in files}
    assert len(by_address) == len(files), "two feeds have one address"
    return by_address


def grammar_faults(repo: Path, files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Hold feeds to the grammar of Atom; what is wrong, a line for each fault."""
    java = find_program(("java",), "default-jre-headless")
    if not (repo / JAR).exists():
        pytest.fail("The checker is not here; run: npm ci --prefix tools")
    for address, data in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    command = [java, "-cp", str(repo / JAR), JING, "-c", str(repo / "tests/atom.rnc")]
    result = subprocess.run(
        [*command, *(str(folder / address) for address in files)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    found = result.stdout.replace(f"{folder}/", "").splitlines()
    assert bool(found) == bool(result.returncode), result.stderr
    return found


def faults(data: bytes) -> list[str]:
    """Name what RFC 4287 forbids and a grammar cannot; newest first is our own rule."""
    feed = fromstring(data)  # noqa: S314, we wrote it ourselves
    entries = feed.findall(f"{ATOM}entry")
    found = []
    ids = Counter(text(entry, "id") for entry in entries)
    found += [f"4.1.2 two entries are {name}" for name in ids if ids[name] > 1]
    moments = [moment(entry) for entry in entries]
    if moments and moment(feed) != max(moments):
        found.append("4.2.15 the feed is not as new as its newest entry")
    if moments != sorted(moments, reverse=True):
        found.append("newest first")
    for element in (feed, *entries):
        kinds = Counter(
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        )
        found += [f"4.1.1 {kind} twice" for kind in kinds if kinds[kind] > 1]
        alternate = any(rel == "alternate" for rel, _, _ in kinds)
        if element.find(f"{ATOM}content") is None and not alternate:
            found.append("4.1.2 neither content nor alternate")
    return found


def subscribed(data: bytes) -> Any:  # noqa: ANN401, what feedparser gives has no types
    """Read a feed as a subscriber's program does; it finds nothing odd."""
    read = feedparser.parse(io.BytesIO(data))
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    assert all(entry.updated_parsed for entry in (read.feed, *read.entries))
    return read


def text(element: Element, name: str) -> str:
    """The text of a child; an entry's content with all that stands in it."""
    child = element.find(f"{ATOM}{name}")
    assert child is not None
    return "".join(child.itertext())


def moment(element: Element) -> datetime:
    """When a feed or an entry was updated."""
    return datetime.fromisoformat(text(element, "updated"))


def entries(data: bytes) -> list[Element]:
    """The entries of a feed, in their order."""
    return fromstring(data).findall(f"{ATOM}entry")  # noqa: S314, we wrote it ourselves


def as_bytes(data: bytes) -> dict[str, bytes]:
    """Each entry of a feed as it stands there, by its id."""
    _, *pieces = data.split(b"\n<entry>")
    ids = [text(entry, "id") for entry in entries(data)]
    whole = [piece.removesuffix(b"</feed>\n") for piece in pieces]
    return dict(zip(ids, whole, strict=True))


def titles(data: bytes) -> list[str]:
    """The titles of a feed's entries, in their order."""
    return [text(entry, "title") for entry in entries(data)]
