"""The 繁體 edition: a site whose every interface word is in traditional characters.

The sample is written in traditional characters and built with `language: zh-Hant`.
What is still simplified on a page then comes from the program.
"""

import re
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from generator.pipeline import examine
from tests.accept import SAMPLE, TODAY
from tests.conftest import RunCli
from tests.repositories import Repository, new_repository
from tests.traditional import simplified, traditional

SHOWN = {".html", ".xml", ".css", ".js", ".svg", ".txt", ".webmanifest"}
# Tables and endings by which search compares texts; nobody reads them.
COMPARED = ("search/", "assets/search.js", "assets/choose.js")
# What the check says to officials, in the words of the program and of the files.
OFFICIAL = ("propose/", "assets/propose.js")
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
OFFICE = "content/offices/dongmen.yml"
EDITS = {"kind: 咨询": "kind: 值班", "title: 主任": "title: 代主任", "一樓": "二樓"}
"""Edits of an office, so that the pages tell recorded changes too."""


def read_sample(language: str) -> dict[str, str]:
    """Read the files of the sample, set to a language."""
    paths = (SAMPLE / "site_config.yml", *(SAMPLE / "content").rglob("*.*"))
    files = {p.relative_to(SAMPLE).as_posix(): p.read_text("utf-8") for p in paths}
    files["site_config.yml"] += f"\nlanguage: {language}\n"
    return files


def edit_office(repository: Repository) -> None:
    """Commit the edits of the office."""
    text = (repository.folder / OFFICE).read_text("utf-8")
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new, 1)
    repository.commit({OFFICE: text}, on="2026-11-02")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli) -> Path:
    """Build the sample in 繁體, from two commits, and name the site's folder."""
    folder = tmp_path_factory.mktemp("hant")
    root = folder / "root"
    files = read_sample("zh-Hant")
    written = {name: traditional(text) for name, text in files.items()}
    edit_office(new_repository(root, written))
    built = run_cli("build", "--root", root, "--out", folder / "site", "--on", TODAY)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def read_shown(site: Path) -> dict[str, str]:
    """Read every file that a resident's browser shows, by its address."""
    files: dict[str, str] = {}
    for path in sorted(site.rglob("*")):
        address = path.relative_to(site).as_posix()
        if path.suffix in SHOWN and not address.startswith((*COMPARED, *OFFICIAL)):
            text = path.read_text("utf-8")
            is_code = path.suffix in {".css", ".js"}
            files[address] = COMMENT.sub("", text) if is_code else text
    return files


def test_no_word_is_left_simplified(site: Path) -> None:
    """No page, feed, script or style of a 繁體 site has a simplified character."""
    shown = read_shown(site)
    assert len([name for name in shown if name.endswith(".html")]) > 100
    left = {name: simplified(text) for name, text in shown.items() if simplified(text)}
    assert left == {}


def test_the_scripts_speak_the_language(site: Path) -> None:
    """Search says its words, and the answers it finds, in traditional characters."""
    script = (site / "assets/search.js").read_text("utf-8")
    words = script[: script.index("\n", script.index("qingdan.labels"))]
    assert "換個說法試試" in words
    assert simplified(words) == ""
    index = (site / "search/index.js").read_text("utf-8")
    assert "街道辦理" in index
    assert "街道办理" not in index


def test_pages_and_feeds_say_their_language(site: Path) -> None:
    """Browsers, readers and those who share a page are told which language it is."""
    for name, text in read_shown(site).items():
        if name.endswith(".html") and "<html" in text:
            assert '<html lang="zh-Hant"' in text, name
    home = (site / "index.html").read_text("utf-8")
    assert '<meta property="og:locale" content="zh_HK">' in home
    for feed in sorted(site.rglob("feed*.xml")):
        lang = parse(feed).getroot().get("{http://www.w3.org/XML/1998/namespace}lang")  # noqa: S314, our own file
        assert lang == "zh-Hant", feed


def test_content_stays_as_written(tmp_path: Path, run_cli: RunCli) -> None:
    """Only the interface changes: what a site writes is nobody's to convert."""
    root, site = tmp_path / "root", tmp_path / "site"
    new_repository(root, read_sample("zh-Hant"))
    built = run_cli("build", "--root", root, "--out", site, "--on", TODAY)
    assert built.returncode == 0, built.stderr
    for moments in examine(SAMPLE, TODAY).resolved.lists.values():
        now = [moment for moment in moments if moment.day <= TODAY][-1]
        for item in now.items.values():
            address = f"offices/{now.key.owner}/{now.key.id}/{item.id}.html"
            page = unescape((site / address).read_text("utf-8"))
            assert str(item.fields["title"]) in page
            assert "誰來辦" in page
    # A field that the site declares itself keeps the site's name for it.
    own = (site / "offices/dongmen/powers/outdoor-ad-permit.html").read_text("utf-8")
    assert "赋权街镇" in own
    assert "權力類型" in own


def test_an_unknown_language_is_refused(tmp_path: Path, run_cli: RunCli) -> None:
    """A language without words is a mistake of the settings, told with the choices."""
    new_repository(tmp_path / "root", read_sample("en"))
    checked = run_cli("check", "--root", tmp_path / "root")
    assert checked.returncode != 0
    assert "zh-Hans、zh-Hant" in checked.stdout + checked.stderr
