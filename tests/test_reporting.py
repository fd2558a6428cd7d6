"""Report a mistake: what arrives where the site is configured to send readers."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.load import load
from generator.pipeline import examine
from generator.settings import Settings
from generator.site_model.overview_pages import FindPage
from generator.site_model.pages import ItemPage, ListPage, OfficePage
from generator.site_model.reporting import general_link, quoted, report_link
from tests.trees import OFFICE, TODAY, Files, pages, plan, whole

WriteTree = Callable[[Files], Path]

TITLE = "低保&title=<b>“甲”</b> 100%? #乙\"'"
SITE = "site:\n  name: 示例区\n"
ITEM = whole("a/s", "2025-01-01", "{id: x, title: 低保审核, unit: m}")
STREET = {
    "content/offices/a.yml": "id: a\nname: 甲街道\nunits:\n  - {id: m, name: 民政科}\n"
}
WAYS = [
    pytest.param("https://e.gov.cn/f", id="form"),
    pytest.param("https://e.gov.cn/f?a=1#b", id="form-with-query"),
    pytest.param("https://e.gov.cn/{street}?t={title}&p={page}", id="placeholders"),
    pytest.param("a@e.gov.cn", id="mail"),
    pytest.param("mailto:a@e.gov.cn", id="mailto"),
    pytest.param("{forge: github, address: 'https://g.cn/a/b'}", id="github"),
    pytest.param("{forge: gitea, address: 'https://g.cn/a/b/'}", id="gitea"),
    pytest.param("{forge: forgejo, address: 'https://g.cn/a/b'}", id="forgejo"),
    pytest.param("{forge: gitlab, address: 'https://g.cn/a/b'}", id="gitlab"),
]


def link(write_tree: WriteTree, report: str, url: str = "") -> str:
    """Make the link of an item's page as a site with this configuration does."""
    quoted = report if report.startswith("{") else f'"{report}"'
    more = f"  url: {url}\n" if url else ""
    config = {"site_config.yml": f"{SITE}{more}  report: {quoted}\n"}
    made = plan(examine(write_tree(config | OFFICE), TODAY))
    where = "offices/a/s/x.html"
    return report_link(made, TITLE, where, version="2025-01-01", street="甲街道")


def arrived(address: str) -> Mapping[str, str]:
    """Read the parameters of an address as their receiver does."""
    query = urlsplit(address).query.replace("+", "%2B")
    read = parse_qs(query, strict_parsing=True, keep_blank_values=True)
    assert all(len(values) == 1 for values in read.values())
    return {name: values[0] for name, values in read.items()}


@pytest.mark.parametrize("report", WAYS)
def test_only_safe_characters_leave(write_tree: WriteTree, report: str) -> None:
    """Nothing of a title can end an attribute, a parameter or the address."""
    address = link(write_tree, report)
    assert re.fullmatch(r"[\w.~%/:?&=@#-]+", address, re.ASCII)


def test_a_form_gets_parameters(write_tree: WriteTree) -> None:
    """Without placeholders four parameters are added, before what marks a place."""
    expected = {
        "title": TITLE,
        "page": "offices/a/s/x.html",
        "version": "2025-01-01",
        "street": "甲街道",
    }
    assert arrived(link(write_tree, "https://e.gov.cn/f")) == expected
    address = link(write_tree, "https://e.gov.cn/f?a=1#b")
    assert arrived(address) == {"a": "1"} | expected
    assert urlsplit(address).fragment == "b"


def test_a_form_may_name_its_places(write_tree: WriteTree) -> None:
    """Placeholders are filled wherever they stand, and nothing is added."""
    address = link(write_tree, "https://e.gov.cn/{street}?t={title}&p={page}")
    assert unquote(urlsplit(address).path) == "/甲街道"
    assert arrived(address) == {"t": TITLE, "p": "offices/a/s/x.html"}


@pytest.mark.parametrize("report", ["a@e.gov.cn", "mailto:a@e.gov.cn"])
def test_a_mail_is_written(write_tree: WriteTree, report: str) -> None:
    """Subject and body, with the line ends that mail wants and no plus for a space."""
    address = link(write_tree, report)
    assert address.startswith("mailto:a@e.gov.cn?subject=")
    assert arrived(address) == {
        "subject": f"纠错：{TITLE}（甲街道）",
        "body": "网页：offices/a/s/x.html\r\n版本：2025-01-01\r\n请写哪里不对：",
    }


@pytest.mark.parametrize(
    ("forge", "path", "keys"),
    [
        ("github", "/a/b/issues/new", ("title", "body")),
        ("gitea", "/a/b/issues/new", ("title", "body")),
        ("forgejo", "/a/b/issues/new", ("title", "body")),
        ("gitlab", "/a/b/-/issues/new", ("issue[title]", "issue[description]")),
    ],
)
@pytest.mark.parametrize("end", ["", "/"])
def test_an_issue_is_opened(
    write_tree: WriteTree, forge: str, path: str, keys: tuple[str, str], end: str
) -> None:
    """Each forge has its own page and names; the public is told of."""
    report = f"{{forge: {forge}, address: 'https://g.cn/a/b{end}'}}"
    address = link(write_tree, report)
    assert urlsplit(address).path == path
    said = arrived(address)
    assert tuple(said) == keys
    assert said[keys[0]] == f"纠错：{TITLE}（甲街道）"
    assert said[keys[1]].startswith("网页：offices/a/s/x.html\r\n版本：2025-01-01\r\n")
    assert "会公开" in said[keys[1]]


@pytest.mark.parametrize("root", ["https://e.gov.cn/a", "https://e.gov.cn/a/"])
def test_the_page_is_absolute_where_the_site_knows_its_own(
    write_tree: WriteTree, root: str
) -> None:
    """With `site.url` the receiver can click on the page."""
    said = arrived(link(write_tree, "https://e.gov.cn/f", url=root))
    assert said["page"] == "https://e.gov.cn/a/offices/a/s/x.html"


def test_every_page_about_something_has_its_link(write_tree: WriteTree) -> None:
    """Office, unit, list at each date, item and matter, each about itself."""
    config = {"site_config.yml": f"{SITE}  report: https://e.gov.cn/f\n"}
    made = pages(write_tree(config | STREET | ITEM))
    for address, page in made.items():
        if address.startswith("changes") or not page.head.report:
            continue
        said = arrived(page.head.report)
        assert said.get("page", address) == address
    item = made["offices/a/s/x.html"]
    assert isinstance(item, ItemPage)
    assert arrived(item.head.report)["version"] == "2025-01-01"
    dated = made["offices/a/s/2025-01-01.html"]
    assert isinstance(dated, ListPage)
    assert arrived(dated.head.report)["page"] == dated.head.address
    street = made["offices/a.html"]
    assert isinstance(street, OfficePage)
    assert arrived(street.head.report)["title"] == "甲街道"
    assert arrived(street.units[0].report) == {
        "title": "民政科",
        "page": "offices/a.html#unit-m",
        "street": "甲街道",
    }
    assert arrived(made["matters/x.html"].head.report)["title"] == "低保审核"


def test_without_configuration_there_is_no_link(write_tree: WriteTree) -> None:
    """Nothing configured, nothing shown."""
    made = pages(write_tree({"site_config.yml": SITE} | STREET | ITEM))
    assert {page.head.report for page in made.values()} == {""}
    find = made["find.html"]
    assert isinstance(find, FindPage)
    assert find.report == ""
    assert general_link(Settings(name="甲")) == ""


def test_the_search_page_leaves_room_for_the_words(write_tree: WriteTree) -> None:
    """The browser puts the words in place of an encoded {words}."""
    config = {"site_config.yml": f"{SITE}  report: a@e.gov.cn\n"}
    find = pages(write_tree(config | OFFICE))["find.html"]
    assert isinstance(find, FindPage)
    assert find.report.count("%7Bwords%7D") == 1


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings("甲", report="a@e.gov.cn"), "mailto:a@e.gov.cn"),
        (
            Settings("甲", report="https://e.gov.cn/f?t={title}"),
            "https://e.gov.cn/f?t=",
        ),
        (
            Settings("甲", report="https://g.cn/a/", report_forge="gitlab"),
            "https://g.cn/a/-/issues/new",
        ),
    ],
)
def test_the_footer_reports_anything(settings: Settings, expected: str) -> None:
    """About no page in particular, nothing is filled in."""
    assert general_link(settings) == expected


@pytest.mark.parametrize(
    "report",
    [
        "{forge: gitee, address: 'https://g.cn/a/b'}",
        "{forge: github, address: g.cn}",
        "{forge: github}",
        "{address: 'https://g.cn/a'}",
        "javascript:alert(1)",
        "https://e.gov.cn/{what}",
        "a@b",
        '"a@e.gov.cn?cc=b@e.gov.cn"',
    ],
)
def test_what_cannot_be_linked_is_refused(write_tree: WriteTree, report: str) -> None:
    """A mistake in the configuration is said, and no link is made of it."""
    config = {"site_config.yml": f"{SITE}  report: {report}\n"}
    loaded = load(write_tree(config | OFFICE))
    assert [p.rule for p in loaded.problems if p.is_error]
    assert (loaded.settings.report, loaded.settings.report_forge) == ("", "")


@given(title=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_title_arrives_as_it_was(title: str) -> None:
    """Whatever a title is made of, the receiver reads the same."""
    assert unquote(quoted(title), errors="strict") == title
    assert re.fullmatch(r"[\w.~%-]*", quoted(title), re.ASCII)
