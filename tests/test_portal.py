"""What a district portal takes in: JSON by its schema, pieces of HTML that fit anywhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Page, expect

from generator.export import portal
from generator.pipeline import examine
from tests.conftest import REPO
from tests.loading_samples import WriteTree
from tests.observing import Observed
from tests.rendering_samples import Reader
from tests.site_reading import resolve
from tests.trees import OFFICE, TODAY, office, plan, whole

Read = Callable[[str], str]
GUIDE = (REPO / "content/README.md").read_text("utf-8")
URL = {"site_config.yml": "site:\n  name: 示例区\n  url: https://e.gov.cn/qd\n"}
FULL = office(
    "a",
    "names: full\nunits:\n  - id: u\n    name: 民政<科>\n    place: 二楼\n"
    "    phones:\n      - number: 000-8800 1234\n"
    "    posts:\n      - {id: head, title: 科长, person: 欧阳某某}\n",
    "甲&街道",
)


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    """Read the schema, which must be sound itself."""
    schema = json.loads((REPO / "tests/office.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def offices(demo_site: Path) -> list[str]:
    """Name the street offices that the index of the data lists."""
    index = json.loads((demo_site / "data/offices.json").read_text("utf-8"))
    assert index["version"] == 1
    for row in index["offices"]:
        assert (demo_site / row["data"]).is_file()
        assert (demo_site / row["fragment"]).is_file()
    return [row["id"] for row in index["offices"]]


def test_every_office_is_by_the_schema(
    demo_site: Path, validator: Draft7Validator
) -> None:
    """All of the demo's offices have a file that the schema accepts, with true links."""
    found = offices(demo_site)
    assert len(found) >= 8
    for name in found:
        data = json.loads((demo_site / f"data/offices/{name}.json").read_text("utf-8"))
        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["units"]
        pages = [data["page"], data["feed"]]
        pages += [one["page"].partition("#")[0] for one in data["units"]]
        pages += [one[to] for one in data["lists"] for to in ("page", "changes")]
        assert [page for page in pages if not (demo_site / page).is_file()] == []


def test_counts_are_those_of_the_list(demo_site: Path) -> None:
    """The list's own page has a row for each item that is counted."""
    data = json.loads((demo_site / "data/offices/heling.json").read_text("utf-8"))
    for row in data["lists"]:
        html = (demo_site / row["page"]).read_text("utf-8")
        assert row["items"] == html.count('<th scope="row"><a href'), row["id"]


def test_the_schema_refuses(validator: Draft7Validator) -> None:
    """The schema is no mere formality: an unknown or missing field is a fault."""
    assert len(list(validator.iter_errors({"version": 2, "person": "张"}))) > 3


def fields(schema: object) -> set[str]:
    """Gather the names of all fields in a schema."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", {}))
        for part in schema.values():
            found |= fields(part)
    return found


def test_every_field_is_explained(validator: Draft7Validator) -> None:
    """The guide for administrators names each field of the file."""
    missing = {name for name in fields(validator.schema) if f"`{name}`" not in GUIDE}
    assert missing == set()


@pytest.fixture
def made(write_tree: WriteTree) -> dict[str, str]:
    """Make the files of one office with people, for a site with an address."""
    files = URL | FULL | whole("a/s", "2020-01-01", "{id: x, title: 甲}")
    root = write_tree(files)
    done = portal(plan(examine(root, TODAY), TODAY))
    return {file.path: file.content.decode() for file in done}


def test_no_person_is_handed_on(made: dict[str, str]) -> None:
    """Whatever the names policy, neither file names anybody."""
    assert set(made) == {"data/offices.json", "data/offices/a.json", "embed/a.htm"}
    assert "欧阳" not in "".join(made.values())


def test_addresses_are_whole_where_the_site_has_one(made: dict[str, str]) -> None:
    """With `url` set both files can be taken in from anywhere."""
    data = json.loads(made["data/offices/a.json"])
    assert data["page"] == "https://e.gov.cn/qd/offices/a.html"
    assert data["units"][0]["page"] == "https://e.gov.cn/qd/offices/a.html#unit-u"
    links = Reader(made["embed/a.htm"]).every("href")
    assert all(link.startswith(("https://e.gov.cn/qd/", "tel:")) for link in links)


def test_text_stays_text(made: dict[str, str]) -> None:
    """Names are escaped, and the piece is whole: every tag is closed."""
    read = Reader(made["embed/a.htm"])
    assert read.stack == []
    assert "甲&街道" in read.text
    assert "民政<科>" in read.text
    assert "二楼" in read.text
    assert "（示例号码）" in read.text


def test_fragments_of_the_demo_fit_anywhere(demo_site: Path) -> None:
    """No script, style, id or heading of the first rank; links lead to pages."""
    for name in offices(demo_site):
        read = Reader((demo_site / f"embed/{name}.htm").read_text("utf-8"))
        assert read.stack == []
        tags = {tag for tag, _ in read.opened}
        assert tags <= {"section", "h2", "h3", "a", "b", "p", "dl", "dt", "dd",
                        "ul", "li", "span"}  # fmt: skip
        assert {name for _, attrs in read.opened for name in attrs} <= {
            "class", "lang", "href"}  # fmt: skip
        for link in read.every("href"):
            target = resolve(f"embed/{name}.htm", link)[0]
            assert link.startswith("tel:") or (demo_site / target).is_file(), link


def test_a_portal_page_shows_it(
    page: Page, observed: Observed, demo_site: Path
) -> None:
    """Taken into a page with our style sheet it reads well on a phone."""
    piece = (demo_site / "embed/heling.htm").read_text("utf-8")
    style = (demo_site / "assets/embed.css").read_text("utf-8")
    page.set_content(f"<!doctype html><meta name=viewport content='width=device-width'>"
                     f"<style>{style}</style><h1>门户</h1>{piece}")  # fmt: skip
    expect(page.locator(".qingdan-office h2")).to_have_text("禾岭街道")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = page.locator(".qingdan-office a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    assert observed.complaints == []


def test_a_site_without_lists_has_them_too(write_tree: WriteTree) -> None:
    """An office that has nothing yet is an office: empty rows, no empty headings."""
    root = write_tree(URL | OFFICE)
    done = {
        f.path: f.content.decode() for f in portal(plan(examine(root, TODAY), TODAY))
    }
    assert json.loads(done["data/offices/a.json"])["lists"] == []
    assert "<h3>" not in done["embed/a.htm"]
    assert "<dl" not in done["embed/a.htm"]
