"""The site model: where the pages lead, and which the world is told of."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.site_model.overview_pages import NotFoundPage
from generator.site_model.parts import Link
from generator.site_model.site import plan_site
from generator.site_model.sitemap import LARGEST, sitemap
from tests.accept import FUTURE, PAST, SAMPLE
from tests.site_model_trees import get
from tests.trees import TODAY, Files, pages, plan

WriteTree = Callable[[Files], Path]


def links(value: object) -> Iterator[Link]:
    """Yield every link anywhere in a page record."""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links(getattr(value, field.name))


@pytest.mark.parametrize("day", [PAST, TODAY, FUTURE], ids=str)
def test_every_link_leads_somewhere(day: date) -> None:
    """On any day each link of each page names a page of the site."""
    site = plan_site(plan(examine(SAMPLE, day), day))
    found = {page.head.address: page for page in site.pages()}
    dangling = {
        f"{address} -> {link.address}"
        for address, page in found.items()
        for link in links(page)
        # A standard list has no permanent pages: its versions are named, not linked.
        if link.address and link.address.partition("#")[0] not in found
    }
    assert dangling == set()
    findable = site.findable
    named = [place.address for place in findable.places]
    named += [matter.address for matter in findable.matters]
    named += [a.address for street in findable.streets for a in street.answers]
    assert {address.partition("#")[0] for address in named} <= set(found)


def test_bases() -> None:
    """Each page knows its way back to the root."""
    found = pages(SAMPLE)
    assert {address: page.head.base for address, page in found.items()} == {
        address: "" if address == "404.html" else "../" * address.count("/")
        for address in found
    } | {"404.html": "/qingdan/"}


@pytest.mark.parametrize(
    ("url", "base"),
    [
        pytest.param("", "", id="unknown"),
        pytest.param("https://e.gov.cn", "", id="root-without-slash"),
        pytest.param("https://e.gov.cn/", "/", id="root"),
        pytest.param("https://e.gov.cn/a/b", "/a/b/", id="sub-path"),
    ],
)
def test_not_found_knows_the_sites_path(
    write_tree: WriteTree, url: str, base: str
) -> None:
    """The 404 page is served at any depth, so its links begin at the site's path."""
    line = f", url: '{url}'" if url else ""
    root = write_tree({"site_config.yml": f"site: {{name: 甲{line}}}\n"})
    assert get(pages(root), NotFoundPage, "404.html").head.base == base


def test_sitemap() -> None:
    """All pages but the 404 page, below the site's address."""
    made = {f.path: f.content.decode() for f in sitemap(["b.html", "404.html", "a.html"], "https://e.cn/x")}  # fmt: skip
    assert "<loc>https://e.cn/x/a.html</loc>" in made["sitemap.xml"]
    assert "404" not in made["sitemap.xml"]
    assert "Sitemap: https://e.cn/x/sitemap.xml" in made["robots.txt"]


def test_sitemap_of_a_city() -> None:
    """More addresses than one file may have are divided."""
    names = [f"p{number}.html" for number in range(LARGEST + 1)]
    made = {f.path: f.content.decode() for f in sitemap(names, "")}
    parts = [made[f"sitemap-{number}.xml"] for number in (1, 2)]
    assert [part.count("<loc>") for part in parts] == [LARGEST, 1]
    assert made["sitemap.xml"].count("<loc>sitemap-") == 2
