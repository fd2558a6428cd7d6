"""One page of each kind of the demo site, and of each state a kind can be in.

A name begins with the template's: `item ended` is an item's page.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site_reading import is_item_page

ITEMS = "offices/*/*/*.html"

# Kinds with one address, or with the first of a pattern.
ADDRESSES: Mapping[str, str] = {
    "home": "index.html",
    "find": "find.html",
    "find answers": "find.html?q=低保",
    "find nothing": "find.html?q=zzqqxx",
    "offices": "offices.html",
    "office": "offices/jintang.html",
    "office gone": "offices/yuyuan.html",
    "list": "offices/heling/duties.html",
    "list with groups": "offices/jintang/services.html",
    "list dated": "offices/jintang/services/2025-01-01.html",
    "list announced": "offices/jintang/services/2027-01-01.html",
    "item": "offices/jiyue/services/dibao-application.html",
    "booklet": "offices/heling/duties/booklet.html",
    "matter": "matters/dibao-application.html",
    "communities": "communities.html",
    "a-z": "a-z.html",
    "basis": "basis.html",
    "basis-document": "basis/canjirenbaozhangfa.html",
    "changes": "changes.html",
    "changes of a month": "changes/2026-07.html",
    "changes of an office": "offices/jintang/changes.html",
    "changes of a list": "offices/jintang/services/changes.html",
    "changes of a standard": "standards/services/changes.html",
    "compare": "offices/jintang/services/compare/2026-07-15.html",
    "corrections": "corrections.html",
    "directory": "sitemap.html",
    "former": "offices/jintang/administrative-powers.html",
    "not-found": "404.html",
    "propose": "propose.html",
    "propose an item": "propose.html#jiyue/services/dibao-application",
    "propose a unit": "propose.html#jiyue/units/general",
}

# Items by something that their page says.
ITEMS_SAYING: Mapping[str, str] = {
    "item shared": "answer--shared answer--in-force",
    "item elsewhere": "answer--elsewhere answer--in-force",
    "item not needed": "answer--not-needed answer--in-force",
    "item ended": "answer--ended",
    "item announced": "answer--announced",
    "item without a phone": 'class="missing"',
    "item with a history": '<ol class="changed">',
}

# Templates of which the demo has no page: it is not kept for the time without a network.
# They are made of parts that the others show.
ABSENT = frozenset({"offline"})

# What shares its template with a kind above.
STATES = (*(kind for kind in ADDRESSES if " " in kind), *ITEMS_SAYING)


def find_item(site: Path, says: str) -> str:
    """Name the first item's page that says something."""
    for file in sorted(site.glob(ITEMS)):
        path = file.relative_to(site).as_posix()
        if is_item_page(path) and says in file.read_text(encoding="utf-8"):
            return path
    pytest.fail(f"No item's page of the demo says {says}.")


def name_kinds(site: Path) -> dict[str, str]:
    """Give every kind of page its address: templates, their states, and prose."""
    prose = sorted(path.stem for path in site.glob("about/*.html"))
    kinds = {
        **ADDRESSES,
        **{kind: find_item(site, says) for kind, says in ITEMS_SAYING.items()},
        **{f"prose {stem}": f"about/{stem}.html" for stem in prose},
    }
    missing = [
        address
        for address in kinds.values()
        if not (site / re.split("[?#]", address)[0]).is_file()
    ]
    assert missing == []
    return kinds


def template_of(kind: str) -> str:
    """Say which template makes a kind of page."""
    return kind.partition(" ")[0]
