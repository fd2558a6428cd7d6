"""JSON-LD: what pages say to search engines has the shapes that schema.org asks for."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.export import linked_data
from generator.settings import Settings
from generator.site_model.pages import HomePage, ItemPage, MatterPage, OfficePage
from generator.site_model.parts import AnswerLine
from tests.rendering_samples import ITEM, MATTER, OFFICE_PAGE, PAGES
from tests.site_reading import is_item_page, resolve

# Of each type: what it must have, and what of the rest it may have.
SHAPES: Mapping[str, tuple[set[str], set[str]]] = {
    "GovernmentService": (
        {"name"},
        {"alternateName", "provider", "availableChannel", "serviceType", "areaServed"},
    ),
    "GovernmentOffice": (
        {"name"},
        {"url", "legalName", "alternateName", "address", "contactPoint"},
    ),
    "ServiceChannel": (set(), {"serviceLocation", "servicePhone", "serviceUrl"}),
    "Place": (set(), {"name", "address"}),
    "ContactPoint": ({"telephone"}, {"contactType"}),
    "BreadcrumbList": ({"itemListElement"}, set()),
    "ListItem": ({"position", "name"}, {"item"}),
    "WebSite": ({"name", "url", "potentialAction"}, {"description"}),
    "SearchAction": ({"target", "query-input"}, set()),
}
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
PLAIN = Settings("示例区", district="某市某区")
KNOWN = replace(PLAIN, url="https://e.gov.cn/qd")


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield every typed value, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def read(html: str) -> list[dict[str, object]]:
    """Read the one block of a page and hold every value in it to its shape."""
    (text,) = BLOCK.findall(html)
    block = json.loads(text)
    assert block["@context"] == "https://schema.org"
    for node in nodes(block):
        needed, allowed = SHAPES[str(node["@type"])]
        assert needed <= set(node) <= needed | allowed | {"@type"}
        assert all(value or value == 0 for value in node.values())
    graph: list[dict[str, object]] = block["@graph"]
    return graph


def test_an_item_is_a_service_of_its_street() -> None:
    """Service, provider, how to reach it; the first number that is no example."""
    service, way = read(linked_data(ITEM, PLAIN))
    assert service["name"] == ITEM.title
    assert service["provider"] == {
        "@type": "GovernmentOffice",
        "name": "红光街道",
        "url": "../../../offices/hongguang.html",
    }
    assert '"telephone":"028-8780 1234"' in linked_data(ITEM, PLAIN)
    assert "000-8800" not in linked_data(ITEM, PLAIN)
    steps = list(nodes(way))[1:]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert "item" not in steps[-1]


@pytest.mark.parametrize(
    "page",
    [
        replace(ITEM, status="ended"),
        replace(ITEM, answer=AnswerLine("已收回", "elsewhere", "改找区里。")),
        replace(MATTER, answers=(AnswerLine("不用开", "not-needed", "不用开。"),)),
        replace(OFFICE_PAGE, id=""),
    ],
    ids=["ended", "elsewhere", "not-needed", "office gone"],
)
def test_nothing_is_offered_that_is_not_done(
    page: ItemPage | MatterPage | OfficePage,
) -> None:
    """A service that the street does not provide is not announced as one."""
    (way,) = read(linked_data(page, PLAIN))
    assert way["@type"] == "BreadcrumbList"


def test_no_person_is_named() -> None:
    """Whatever the names policy lets the page show, the data is about the post."""
    for page in (ITEM, OFFICE_PAGE):
        assert "张主任" in repr(page)
        assert "张" not in linked_data(page, KNOWN)


def test_whole_addresses_where_the_site_has_one() -> None:
    """With `url` set addresses are absolute, and the home page says how to search."""
    assert "https://e.gov.cn/qd/offices/hongguang.html" in linked_data(ITEM, KNOWN)
    assert '"../' not in linked_data(ITEM, KNOWN)
    home = next(page for page in PAGES if isinstance(page, HomePage))
    (site,) = [
        one for one in read(linked_data(home, KNOWN)) if one["@type"] == "WebSite"
    ]
    assert site["potentialAction"] == {
        "@type": "SearchAction",
        "target": "https://e.gov.cn/qd/find.html?q={q}",
        "query-input": "required name=q",
    }
    assert "SearchAction" not in linked_data(home, PLAIN)


@pytest.mark.parametrize("text", ["</script><b>", "<!--", '"\\', "\u2028"])
def test_no_text_ends_the_block(text: str) -> None:
    """Whatever a title is made of, it is read back as written and opens nothing."""
    html = linked_data(replace(ITEM, title=text), PLAIN)
    assert html.count("<") == 2
    assert read(html)[0]["name"] == text


def test_every_page_of_the_demo_says_it_right(demo_site: Path) -> None:
    """Items, offices and matters have a block; its addresses are pages of the site."""
    with_block = 0
    for file in sorted(demo_site.rglob("*.html")):
        path = file.relative_to(demo_site).as_posix()
        html = file.read_text("utf-8")
        if "ld+json" not in html:
            assert not is_item_page(path), path
            continue
        with_block += 1
        assert len(BLOCK.findall(html)[0].encode()) < 2000 or path.count("/") < 2
        for node in nodes(read(html)):
            for name in ("url", "item"):
                if name in node:
                    target = resolve(path, str(node[name]))[0]
                    assert (demo_site / target).is_file(), (path, node)
    assert with_block > 2000
