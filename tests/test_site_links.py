"""The demo site as files: every link resolves, nothing is loaded from outside."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.site_reading import (
    PageFile,
    Reference,
    is_external,
    is_former,
    is_item_page,
    resolve,
)
from tests.tapping import TAPS, links_of, taps_from

ITEM_PAGE_LIMIT = 15 * 1024
STYLE_LOADS = re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//")

Pages = dict[str, PageFile]


def references(pages: Pages) -> Iterator[tuple[PageFile, Reference]]:
    """Walk through every reference of every page."""
    for page in pages.values():
        for reference in page.references:
            yield page, reference


def first_of(faults: list[str]) -> str:
    """Show the first faults of many."""
    return "\n".join([f"{len(faults)} faults", *faults[:20]])


def test_the_demo_is_large_enough(pages: Pages) -> None:
    """A district's worth of pages is what all the other tests look at."""
    offices = [path for path in pages if re.fullmatch(r"offices/[^/]+\.html", path)]
    matters = [path for path in pages if re.fullmatch(r"matters/[^/]+\.html", path)]
    assert len(offices) >= 8
    assert len(matters) >= 260
    assert sum(map(is_item_page, pages)) >= 2000


def test_every_link_names_a_file_of_the_site(pages: Pages, demo_site: Path) -> None:
    """Every relative address leads to a file, never to a folder or out of the site."""
    files = {
        file.relative_to(demo_site).as_posix()
        for file in demo_site.rglob("*")
        if file.is_file()
    }
    faults = [
        f"{page.path}: {reference.tag} {reference.address}"
        for page, reference in references(pages)
        if not is_external(reference.address)
        and resolve(page.path, reference.address)[0] not in files
    ]
    assert not faults, first_of(faults)


def test_every_anchor_exists(pages: Pages) -> None:
    """Every `#…` names an id of the page that it leads to."""
    faults = []
    for page, reference in references(pages):
        if is_external(reference.address) or "#" not in reference.address:
            continue
        path, anchor = resolve(page.path, reference.address)
        if path == "propose.html":
            continue  # what is behind `#` is for its script: test_proposing_data.py
        if path in pages and anchor and anchor not in pages[path].anchors:
            faults.append(f"{page.path}: {reference.address}")
    assert not faults, first_of(faults)


def test_every_address_inside_is_relative(pages: Pages) -> None:
    """No address begins with `/`, so that the site works under any sub-path."""
    faults = [
        f"{page.path}: {reference.tag} {reference.address}"
        for page, reference in references(pages)
        if reference.address.startswith("/") or reference.address == ""
    ]
    assert not faults, first_of(faults)


def test_only_readers_leave_the_site(pages: Pages) -> None:
    """Other hosts are named in links to follow, never in something that loads."""
    faults = []
    for page, reference in references(pages):
        if not is_external(reference.address) or reference.is_about_itself:
            continue
        scheme = urlsplit(reference.address).scheme
        loads = not reference.is_text_link and scheme != "data"
        if loads or scheme not in {"http", "https", "tel", "mailto", "data"}:
            faults.append(f"{page.path}: {reference.tag} {reference.address}")
    assert not faults, first_of(faults)


def test_nothing_is_inline(pages: Pages) -> None:
    """No page holds a script, a style or a handler that a strict policy refuses."""
    faults = [
        f"{page.path}: {fault}" for page in pages.values() for fault in page.inline
    ]
    assert not faults, first_of(faults)


def test_styles_load_nothing_from_outside(demo_site: Path) -> None:
    """No style sheet imports another or names a host."""
    faults = [
        f"{file.relative_to(demo_site)}: {match.group()}"
        for file in sorted(demo_site.rglob("*.css"))
        for match in STYLE_LOADS.finditer(file.read_text())
    ]
    assert not faults, first_of(faults)


def test_addresses_are_plain(demo_site: Path) -> None:
    """File names are ASCII and differ by more than case, so they work on any disk."""
    paths = [file.relative_to(demo_site).as_posix() for file in demo_site.rglob("*")]
    odd = [path for path in paths if not re.fullmatch(r"[A-Za-z0-9._/-]+", path)]
    assert not odd, first_of(odd)
    assert len({path.casefold() for path in paths}) == len(paths)


def test_the_sitemap_lists_every_page(pages: Pages, demo_site: Path) -> None:
    """`sitemap.xml` names each page once, and nothing else; the 404 page stays out."""
    root = ET.parse(demo_site / "sitemap.xml").getroot()  # noqa: S314 # our own file
    places = [at.text or "" for at in root.iter() if at.tag.endswith("}loc")]
    # With a published address in site_config.yml the places begin with it.
    home = min((at for at in places if at.endswith("index.html")), key=len)
    prefix = home.removesuffix("index.html")
    listed = sorted(at.removeprefix(prefix) for at in places)
    assert listed == sorted(path for path in pages if path != "404.html")


def test_every_page_is_reached_from_the_home_page(pages: Pages) -> None:
    """No page is an orphan: plain links lead to each of them, without JavaScript."""
    reached = {*taps_from("index.html", pages), "404.html"}
    orphans = sorted(path for path in set(pages) - reached if not is_former(path))
    assert not orphans, first_of(orphans)


def test_a_former_address_leads_to_the_page_of_today(pages: Pages) -> None:
    """Nothing leads to it, but who kept it finds the way on."""
    former = sorted(filter(is_former, pages))
    assert former
    for path in former:
        today = path.replace("administrative-powers", "powers")
        assert today in links_of(pages[path])


def test_items_are_three_taps_away(pages: Pages) -> None:
    """No item takes more taps than that from the home page, by whatever way."""
    taps = taps_from("index.html", pages)
    far = [path for path in pages if is_item_page(path) and taps.get(path, 99) > TAPS]
    assert not far, first_of(far)


def test_item_pages_are_light(pages: Pages) -> None:
    """An item page weighs at most 15 KB before compression."""
    heavy = [
        f"{page.path}: {page.size} bytes"
        for page in pages.values()
        if is_item_page(page.path) and page.size > ITEM_PAGE_LIMIT
    ]
    assert not heavy, first_of(heavy)
