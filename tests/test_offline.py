"""A site set to be kept on devices (断网也能看), in a browser that loses its network."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.outputs import OutputFile
from generator.shell import with_worker
from tests.conftest import DEMO_DAY, OpenPage, RunCli
from tests.loading_samples import WriteTree
from tests.observing import observe
from tests.serving import free_port, serving
from tests.shell_samples import THEME
from tests.trees import OFFICE, whole

ITEMS = whole("a/s", "2020-01-01", "{id: x, title: 甲事}", "{id: y, title: 乙事}")
ON = {"site_config.yml": "site:\n  name: 示例区\n  offline: true\n"}
OFF = {"site_config.yml": "site:\n  name: 示例区\n"}
PRIVACY = {"content/about/privacy.md": "# 个人信息\n\n不收集。\n"}
SITE = OFFICE | ITEMS | PRIVACY
ITEM, OTHER = "offices/a/s/x.html", "offices/a/s/y.html"
CACHES = "caches.keys()"
CONTROLLED = "() => navigator.serviceWorker.controller"
WITHOUT = "old => caches.keys().then(now => !now.some(one => old.includes(one)))"
NOT_SEEN = "() => caches.keys().then(all => !all.some(one => one.endsWith('seen')))"
NO_WORKER = "() => navigator.serviceWorker.getRegistrations().then(all => !all.length)"
NO_CACHE = "() => caches.keys().then(all => !all.length)"
UPDATE = "navigator.serviceWorker.getRegistration().then(one => one && one.update())"


def until(page: Page, condition: str, known: object = None) -> None:
    """Wait until a promise holds; Playwright's own waiting takes any promise for yes."""
    page.evaluate(
        "async ([known]) => { for (let turn = 0; turn < 200; turn += 1) {"
        f" if (await ({condition})(known)) return;"
        " await new Promise(done => setTimeout(done, 50)); }"
        " throw new Error('waited ten seconds'); }",
        [known],
    )


@dataclass(frozen=True, slots=True)
class Terminal:
    """A browser of a public terminal, and the site that it opens."""

    page: Page
    build: Callable[[dict[str, str]], None]
    serve: Callable[[], AbstractContextManager[str]]
    address: str

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.address + path, wait_until="load")

    def visit(self, *paths: str) -> None:
        """Open pages once what keeps them is at work."""
        self.open("index.html")
        until(self.page, CONTROLLED)
        for path in paths:
            self.open(path)
            self.page.wait_for_load_state("networkidle")


@pytest.fixture
def terminal(
    open_page: OpenPage, run_cli: RunCli, write_tree: WriteTree, tmp_path: Path
) -> Terminal:
    """Build the site with the setting on; nobody serves it yet."""
    port, site = free_port(), tmp_path / "site"

    def build(files: dict[str, str]) -> None:
        root = write_tree(files)
        done = run_cli("build", "--root", root, "--out", site, "--on", DEMO_DAY)
        assert done.returncode == 0, done.stderr

    def serve() -> AbstractContextManager[str]:
        server = (
            f"location /a/b/ {{ alias {site}/; add_header Cache-Control no-cache; }}"
        )
        return serving(tmp_path / "nginx", port, server)

    build(ON | SITE)
    return Terminal(open_page(), build, serve, f"http://127.0.0.1:{port}/a/b/")


@pytest.fixture
def visited(terminal: Terminal) -> Iterator[Terminal]:
    """Visit an item and the search, then lose the network: the server is gone too."""
    with terminal.serve():
        observed = observe(terminal.page)
        terminal.visit(ITEM, "find.html")
        assert observed.complaints == []
    terminal.page.context.set_offline(True)
    yield terminal
    terminal.page.context.set_offline(False)


def test_visited_pages_stay(visited: Terminal) -> None:
    """What was opened opens again, dressed, and says that it may be old."""
    visited.open(ITEM)
    expect(visited.page.locator("h1")).to_have_text("甲事")
    assert visited.page.evaluate("document.styleSheets.length") >= 3
    expect(visited.page.locator("main .notice[role=status]")).to_contain_text(
        "没有连上网"
    )


def test_other_pages_say_why_not(visited: Terminal) -> None:
    """A page nobody opened leads to a page that says so and leads on."""
    visited.open(OTHER)
    assert visited.page.url == f"{visited.address}offline.html"
    expect(visited.page.locator("h1")).to_have_text("没有连上网")
    visited.page.locator("main a", has_text="回首页").last.click()
    expect(visited.page).to_have_url(f"{visited.address}index.html")


def test_search_answers_without_a_network(visited: Terminal) -> None:
    """Search was kept whole; what was asked for is not in what is kept."""
    visited.open("find.html?q=乙事")
    expect(visited.page.locator("[data-matter=y]")).to_be_visible()
    kept = visited.page.evaluate(
        "async () => { const all = []; for (const name of await caches.keys())"
        " for (const one of await (await caches.open(name)).keys()) all.push(one.url);"
        " return all; }"
    )
    assert f"{visited.address}find.html" in kept
    assert not [address for address in kept if "?" in address]


def test_news_arrive(visited: Terminal) -> None:
    """With the network back the new page is shown at once, and the kept set follows."""
    page = visited.page
    before = page.evaluate(CACHES)
    visited.build(
        ON | SITE | OFFICE | whole("a/s", "2020-01-01", "{id: x, title: 丙事}")
    )
    page.context.set_offline(False)
    with visited.serve():
        visited.open(ITEM)
        expect(page.locator("h1")).to_have_text("丙事")
        expect(page.locator("main .notice[role=status]")).to_have_count(0)
        page.evaluate(UPDATE)
        until(page, WITHOUT, [name for name in before if not name.endswith("seen")])
        after = page.evaluate(CACHES)
    assert len(after) == len(before) == 2
    assert set(after) & set(before) == {name for name in before if "seen" in name}


def test_clearing_clears(visited: Terminal) -> None:
    """The button on the privacy page also throws away the pages that were kept."""
    page = visited.page
    page.context.set_offline(False)
    with visited.serve():
        visited.open("about/privacy.html")
        expect(page.locator("main")).to_contain_text("看过的网页")
        page.locator("[data-clear]").click()
        until(page, NOT_SEEN)


def test_switched_off_it_goes(visited: Terminal) -> None:
    """A site that no longer keeps anything takes away what an earlier one kept."""
    page = visited.page
    visited.build(OFF | SITE)
    page.context.set_offline(False)
    with visited.serve():
        visited.open("index.html")
        page.evaluate(UPDATE)
        until(page, NO_WORKER)
        until(page, NO_CACHE)
        assert page.locator("script[src*=offline]").count() == 0


def test_without_the_setting_nothing_is_registered(demo_site: Path) -> None:
    """The demo keeps nothing: no script, no page, and a worker that only leaves."""
    assert not (demo_site / "offline.html").exists()
    assert not (demo_site / "assets/offline.js").exists()
    assert "offline.js" not in (demo_site / "index.html").read_text("utf-8")
    worker = (demo_site / "sw.js").read_text("utf-8")
    assert "unregister" in worker
    assert '"fetch"' not in worker


def made(content: bytes) -> str:
    """Make the worker of a site of three files."""
    files = [
        OutputFile("assets/site.js", content),
        OutputFile("search/streets/a.js", b""),
        OutputFile("offices/a.html", b""),
    ]
    *_, last = with_worker(files, THEME, offline=True)
    assert last.path == "sw.js"
    return last.content.decode()


def test_the_version_is_the_content() -> None:
    """The same files make the same worker, others another; only the frame is listed."""
    assert made(b"1") == made(b"1")
    assert made(b"1") != made(b"2")
    listed = made(b"1").partition("const FIRST = ")[2].partition(";")[0]
    assert json.loads(listed) == ["assets/offline.js", "assets/site.js"]


def test_a_switch_is_on_or_off(run_cli: RunCli, write_tree: WriteTree) -> None:
    """Anything else is a mistake, said with what can be written."""
    files = SITE | {"site_config.yml": ON["site_config.yml"].replace("true", "maybe")}
    refused = run_cli("check", "--root", write_tree(files))
    assert refused.returncode == 1
    assert "可以写：true、false。" in refused.stderr
