"""Search engines: what they are told of, and what they are asked not to keep."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.shell import build_shell
from generator.shell.cutting import ROBOTS
from generator.site_model.parts import Head
from generator.site_model.sitemap import sitemap
from tests.conftest import DEMO_DAY, RunCli
from tests.loading_samples import WriteTree
from tests.shell_samples import SITE, THEME, labels
from tests.trees import amend, office, whole

ASKED = '<meta name="robots" content="noindex,noarchive">'
UNIT = """\
names: {names}
units:
  - id: u
    name: 民政科
    posts:
      - {{id: head, title: 科长, person: 欧阳某某}}
"""
TREE = (
    office("a", UNIT.format(names="full"), "甲街道")
    | office("b", UNIT.format(names="post"))
    | whole("a/s", "2020-01-01", "{id: x, title: 甲, unit: u, post: head}", "{id: y, title: 乙}")
    | amend("a/s", "2021-01-01", "{add: {id: z, title: 丙}}")
    | whole("b/s", "2020-01-01", "{id: x, title: 甲, unit: u, post: head}")
)  # fmt: skip
URL = "  url: https://e.gov.cn/qd\n"
HIDE = "  robots: {people: false}\n"
SHOWING = {"offices/a.html", "offices/a/s/x.html"}
MAY_SHOW = {"offices/a/changes.html", "offices/a/s/changes.html",
            "offices/a/s/compare/2021-01-01.html", "offices/a/s/z.html",
            "changes.html", "changes/2020-01.html", "changes/2021-01.html"}  # fmt: skip


def build(
    write_tree: WriteTree, run_cli: RunCli, settings: str, tmp_path: Path
) -> dict[str, str]:
    """Build the tree with lines below `site:` and read its texts by path."""
    root = write_tree(TREE | {"site_config.yml": f"site:\n  name: 示例区\n{settings}"})
    site = tmp_path / "site"
    done = run_cli("build", "--root", root, "--out", site, "--on", DEMO_DAY)
    assert done.returncode == 0, done.stderr
    kinds = {".html", ".htm", ".json", ".txt", ".xml"}
    return {
        file.relative_to(site).as_posix(): file.read_text("utf-8")
        for file in site.rglob("*")
        if file.suffix in kinds
    }


def places(texts: dict[str, str]) -> list[str]:
    """List what sitemap.xml names."""
    root = ET.fromstring(texts["sitemap.xml"])  # noqa: S314 # our own file
    return [at.text or "" for at in root.iter() if at.tag.endswith("}loc")]


def test_without_the_switch_all_is_kept(
    write_tree: WriteTree, run_cli: RunCli, tmp_path: Path
) -> None:
    """Nothing is asked, nothing left out; only the 404 page stays out as ever."""
    texts = build(write_tree, run_cli, URL, tmp_path)
    assert [path for path, text in texts.items() if '"robots"' in text] == ["404.html"]
    assert texts["robots.txt"] == (
        "User-agent: *\nAllow: /\nSitemap: https://e.gov.cn/qd/sitemap.xml\n"
    )
    assert "https://e.gov.cn/qd/offices/a.html" in places(texts)


def test_pages_that_show_people_ask_not_to_be_kept(
    write_tree: WriteTree, run_cli: RunCli, tmp_path: Path
) -> None:
    """With the switch off every page with a name, or with a past of names, asks."""
    texts = build(write_tree, run_cli, URL + HIDE, tmp_path)
    named = {path for path, text in texts.items() if "欧阳" in text}
    asking = {path for path, text in texts.items() if ASKED in text}
    assert named == SHOWING
    assert asking == SHOWING | MAY_SHOW
    listed = {place.removeprefix("https://e.gov.cn/qd/") for place in places(texts)}
    assert not listed & asking
    assert {"index.html", "offices/b.html", "offices/a/s/y.html"} <= listed
    assert re.findall("Disallow: (.*)", texts["robots.txt"]) == [
        "/qd/offices/a.html",
        "/qd/offices/a/",
    ]


@pytest.mark.parametrize("address", ["index.html", "offices/a/s/x.html", "404.html"])
def test_the_frame_has_a_place_for_it(address: str, tmp_path: Path) -> None:
    """A page that asks has one line more; the 404 page asks of itself."""
    shell = build_shell(SITE, {}, labels(), THEME, tmp_path)
    base = "../" * address.count("/")
    plain = shell.wrap(Head(address, base, "题", "述"), "")
    asking = shell.wrap(Head(address, base, "题", "述", robots="noindex,noarchive"), "")
    assert "qingdan-slot" not in plain + asking
    assert ROBOTS not in asking
    own = address == "404.html"
    assert (plain.count('"robots"'), asking.count('"robots"')) == (own, 1)
    assert asking.replace(f"\n{ASKED}", "") == plain


def test_robots_below_a_path() -> None:
    """What is closed is written as the host sees it; without an address, from the root."""
    with_path = {
        f.path: f.content.decode() for f in sitemap([], "https://e.cn/x", ["a/"])
    }
    assert "Disallow: /x/a/\n" in with_path["robots.txt"]
    bare = {f.path: f.content.decode() for f in sitemap([], "", ["a/"])}
    assert "Disallow: /a/\n" in bare["robots.txt"]
