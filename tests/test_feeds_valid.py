"""Every feed is valid Atom, say three readers; and hostile words stay words."""

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.export.atom import clean
from generator.pipeline import examine
from generator.site_model.pages import ChangesPage, Page
from generator.site_model.plan import Plan
from generator.site_model.site import plan_site
from tests.accept import SAMPLE, TODAY
from tests.conftest import REPO
from tests.feed_validation import (
    ATOM,
    Feeds,
    entries,
    faults,
    grammar_faults,
    made,
    subscribed,
    text,
)
from tests.trees import CONFIG, EMPTY, OFFICE, SHIPPED, Files, amend, plan, whole

WriteTree = Callable[[Files], Path]
HOSTILE = '<script>alert("1")</script> ]]> & &lt;b&gt; <!-- <del>'
QUOTED = HOSTILE.replace('"', '\\"')
SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>urn:uuid:4c86db45-1955-5fdf-b071-410e5d59d816</id><title>甲</title>
<updated>2026-01-01T00:00:00+08:00</updated><author><name>乙</name></author>
<link rel="alternate" type="text/html" href="changes.html"/>
<entry><id>urn:uuid:ae45655a-b0ce-54a7-9360-86ec633ff2d1</id><title>丙</title>
<updated>2026-01-01T00:00:00+08:00</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>丁</p></div></content></entry></feed>
"""
UNSOUND = {
    "no-date": ("<updated>2026-01-01T00:00:00+08:00</updated>", ""),
    "no-zone": ("00:00:00+08:00", "00:00:00"),
    "no-uuid": ("<id>urn:uuid:", "<id>"),
    "two-titles": ("<title>", "<title>甲</title><title>"),
    "no-div": (' xmlns="http://www.w3.org/1999/xhtml"', ""),
    "script": ("</p>", "</p><script>1</script>"),
    "no-author": ("author>", "editor>"),
    "empty-title": ("<title>丙", "<title>"),
}


def valid(site: Plan, folder: Path) -> Feeds:
    """Make the feeds of a site and let every reader judge them."""
    files = made(site)
    assert grammar_faults(REPO, files, folder) == []
    for address, data in files.items():
        assert faults(data) == [], address
        assert len(subscribed(data).entries) == len(entries(data)), address
    return files


@pytest.mark.parametrize("fault", UNSOUND)
def test_the_grammar_sees_faults(fault: str, tmp_path: Path) -> None:
    """A sound feed passes and an unsound one does not, so silence means something."""
    unsound = SOUND.replace(*UNSOUND[fault])
    assert unsound != SOUND
    assert grammar_faults(REPO, {"a.xml": SOUND.encode()}, tmp_path) == []
    assert grammar_faults(REPO, {"a.xml": unsound.encode()}, tmp_path)


def test_faults_are_seen() -> None:
    """What no grammar can say is found too."""
    entry = SOUND[SOUND.index("<entry>") : SOUND.index("</feed>")]
    twice = SOUND.replace(entry, entry * 2)
    older = SOUND.replace("2026", "2025", 1)
    link = '<link rel="alternate" type="text/html" href="changes.html"/>'
    bare = entry[: entry.index("<content")] + "</entry>"
    assert faults(SOUND.encode()) == []
    assert [len(faults(t.encode())) for t in (twice, older)] == [1, 1]
    assert len(faults(SOUND.replace(link, link * 2).encode())) == 1
    assert len(faults(SOUND.replace(entry, bare).encode())) == 1


@pytest.mark.parametrize("root", [SAMPLE, SHIPPED], ids=["sample", "demo"])
def test_feeds_are_valid(root: Path, tmp_path: Path) -> None:
    """All feeds of the sample and of the demo pass, and each has its page."""
    examined = examine(root, TODAY)
    site = plan(examined)
    files = valid(site, tmp_path)
    planned = plan_site(site)
    offices = {f"offices/{name}/feed.xml" for name in site.catalog.offices}
    lists = {f"offices/{key}/feed.xml" for key in site.resolved.lists}
    matters = {f"matters/{name}.xml" for name in planned.matters}
    assert matters
    assert set(files) == {"feed.xml"} | offices | lists | matters
    pages = list(planned.pages())
    assert {page.head.feed for page in pages} - {""} <= set(files)
    url = site.settings.url and site.settings.url.removesuffix("/") + "/"
    shown = {link for address in files for link in page_links(address, files[address])}
    assert {link.removeprefix(url) for link in shown} <= places(pages)


def page_links(address: str, data: bytes) -> set[str]:
    """The places that the entries of a feed lead to, below the site's root."""
    links = (entry.find(f"{ATOM}link") for entry in entries(data))
    return {
        urljoin(address, link.get("href", "")) for link in links if link is not None
    }


def places(pages: Iterable[Page]) -> set[str]:
    """Every act on a timeline of the site, as its page and the place there."""
    return {
        f"{page.head.address}#{card.anchor}"
        for page in pages
        if isinstance(page, ChangesPage)
        for card in (*page.announced, *page.cards)
    }


def test_hostile_words_stay_words(write_tree: WriteTree, tmp_path: Path) -> None:
    """Markup in names, titles and reasons comes out as text, wherever it stands."""
    files = (
        {"site_config.yml": f'site:\n  name: "{QUOTED}"\n'}
        | {"content/offices/a.yml": f'id: a\nname: "{QUOTED}"\nclass: urban\n'}
        | whole("a/s", "2020-01-01", f'{{id: x, title: "{QUOTED}", fee: 无}}')
        | amend("a/s", "2021-01-01", f'{{revise: x, set: {{fee: "{QUOTED}"}}}}')
    )
    found = valid(plan(examine(write_tree(files), TODAY)), tmp_path / "feeds")
    for address in ("feed.xml", "offices/a/s/feed.xml", "matters/x.xml"):
        entry = entries(found[address])[0]
        assert HOSTILE in text(entry, "summary")
        assert f"现：{HOSTILE}" in text(entry, "content")
        assert b"<script" not in found[address]
        read = subscribed(found[address])
        assert "&lt;script&gt;" in read.entries[0].content[0].value
        assert read.entries[0].summary_detail.type == "text/plain"
        assert HOSTILE in read.entries[0].summary


def test_characters_that_xml_cannot_hold() -> None:
    """They are dropped; all others stay, those beyond the basic plane too."""
    assert clean("甲\x00\x0b\x1f\ufffe\ud800乙\t\n𠮷😀") == "甲乙\t\n𠮷😀"


def test_addresses_without_the_sites_own(write_tree: WriteTree) -> None:
    """Without a url the links lead from the feed's place, and it does not name itself."""
    files = EMPTY | whole("a/s", "2020-01-01", "{id: x, title: 甲事}")
    data = made(plan(examine(write_tree(files), TODAY)))["offices/a/s/feed.xml"]
    assert b'rel="self"' not in data
    assert b'href="../../../offices/a/s/changes.html"' in data


def test_addresses_with_the_sites_own(write_tree: WriteTree) -> None:
    """With a url every link is whole, and the feed names itself."""
    url = "https://www.example.gov.cn/qingdan"
    config = {"site_config.yml": f"site:\n  name: 示例区\n  url: {url}\n"}
    files = config | OFFICE | whole("a/s", "2020-01-01", "{id: x, title: 甲事}")
    data = made(plan(examine(write_tree(files), TODAY)))["offices/a/s/feed.xml"]
    itself = f'rel="self" type="application/atom+xml" href="{url}/offices/a/s/feed.xml"'
    assert itself.encode() in data
    assert data.count(b"href=") == data.count(f'href="{url}/'.encode())


def test_nothing_yet(write_tree: WriteTree, tmp_path: Path) -> None:
    """An office without a list has a valid feed without entries."""
    found = valid(plan(examine(write_tree(CONFIG | OFFICE), TODAY)), tmp_path / "feeds")
    assert set(found) == {"feed.xml", "offices/a/feed.xml"}
