"""The live preview: real files edited, real requests answered, a real browser."""

import http.client
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.preview import Rebuilt, serve
from generator.problems import GeneratorError
from tests.conftest import REPO
from tests.observing import Observed
from tests.previewing import Project, new_project


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP."""

    status: int
    kind: str
    body: str

    @property
    def text(self) -> str:
        """Return what a reader sees, roughly."""
        return unescape(re.sub(r"<[^>]*>", "", self.body))


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview that is running."""

    project: Project
    address: str

    def get(self, path: str, method: str = "GET") -> Answer:
        """Ask for a path, exactly as spelled."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, 30)
        connection.request(method, path)
        response = connection.getresponse()
        kind = response.getheader("Content-Type", "")
        answer = Answer(response.status, kind, response.read().decode())
        connection.close()
        return answer

    def state(self, seen: str = "") -> str:
        """Return the state's name, as soon as it is not the one already seen."""
        return self.get(f"/_qingdan/state?seen={seen}").body

    def settle(self) -> str:
        """Wait for the first build."""
        state = self.state()
        return self.state(state) if state.endswith("-0") else state

    def save(self, text: str) -> Answer:
        """Change the content, wait for the build, and return the home page."""
        seen = self.settle()
        self.project.text.write_text(text, encoding="utf-8")
        assert self.state(seen) != seen
        return self.get("/")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Write a project."""
    return new_project(tmp_path)


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    """Serve the project from a thread, on any free port."""
    started, stop = SimpleQueue[str](), Event()
    arguments = (project.site, 0, project.rebuild, project.watched, started.put)
    thread = Thread(target=serve, args=arguments, kwargs={"stop": stop})
    thread.start()
    yield Preview(project, started.get(timeout=10))
    stop.set()
    thread.join(timeout=10)
    assert not thread.is_alive()


def test_first_build_and_edit(preview: Preview) -> None:
    """The site is built at once and again after a save; pages carry the script."""
    preview.settle()
    home = preview.get("/")
    assert (home.status, home.kind) == (200, "text/html; charset=utf-8")
    assert "<h1>一</h1>" in home.body
    state = preview.state()
    script = f'<script src="/_qingdan/preview.js" data-state="{state}" defer></script>'
    assert script in home.body
    assert home.body.endswith("</body>\n</html>\n")
    assert "qingdan-preview--" not in home.body
    assert "<h1>二</h1>" in preview.save("二").body


def test_problems_keep_the_last_good_site(preview: Preview) -> None:
    """A broken edit shows its problems over the old page; the files stay as they are."""
    preview.settle()
    before = (preview.project.site / "index.html").read_bytes()
    page = preview.save("✗ <script>alert(1)</script>")
    assert "<h1>一</h1>" in page.body
    assert "有 1 处问题，网站没有更新" in page.text
    assert "content/text.txt:1:1: 错误: ✗ <script>alert(1)</script> [rule]" in page.text
    assert "<script>alert" not in page.body
    assert "<details open>" in page.body
    assert (preview.project.site / "index.html").read_bytes() == before
    assert b"_qingdan" not in before
    page = preview.save("二")
    assert "<h1>二</h1>" in page.body
    assert "处问题" not in page.text


def test_reminders_are_folded(preview: Preview) -> None:
    """A reminder does not stop the site, and stays out of the way."""
    page = preview.save("?小事")
    assert "<h1>?小事</h1>" in page.body
    assert "已更新，有 1 处提醒" in page.text
    assert "<details>" in page.body


@pytest.mark.parametrize(
    ("text", "shown"),
    [("!磁盘满了。", "!磁盘满了。"), ("#x", "ValueError: #x"), ("✗", "[rule]")],
)
def test_failures_do_not_end_it(preview: Preview, text: str, shown: str) -> None:
    """Whatever a build raises is shown, and the next one works."""
    assert shown in preview.save(text).text
    assert "<h1>好</h1>" in preview.save("好").body


def test_first_build_has_problems(project: Project, preview: Preview) -> None:
    """Without any site, every address shows the problems, until they are solved."""
    preview.settle()
    shutil.rmtree(project.site)
    preview.save("✗没有网站")
    for path in ("/", "/offices/a.html", "/x"):
        page = preview.get(path)
        assert page.status == HTTPStatus.NOT_FOUND
        assert "还没有网站" in page.text
        assert "✗没有网站 [rule]" in page.text
        assert "/_qingdan/preview.js" in page.body
    assert "<h1>好</h1>" in preview.save("好").body


def test_page_while_first_build_runs(tmp_path: Path) -> None:
    """Somebody who comes too early is told to wait, and reloaded later."""
    go_on, stop = Event(), Event()
    started = SimpleQueue[str]()

    def rebuild() -> Rebuilt:
        assert go_on.wait(10)
        return Rebuilt()

    arguments = (tmp_path / "site", 0, rebuild, (tmp_path,), started.put)
    thread = Thread(target=serve, args=arguments, kwargs={"stop": stop})
    thread.start()
    preview = Preview(Project(tmp_path), started.get(timeout=10))
    assert "正在生成网站" in preview.get("/").text
    seen = preview.state()
    go_on.set()
    assert preview.state(seen) != seen
    assert "没有这个网页" in preview.get("/").text
    stop.set()
    thread.join(timeout=10)


def test_all_ways_to_change_something(project: Project, preview: Preview) -> None:
    """Files saved by replacing them, folders that come late, go or are replaced."""
    root, seen = project.root, preview.settle()

    def noticed() -> bool:
        nonlocal seen
        before, seen = seen, preview.state(seen)
        return before != seen

    (root / "new.yml").write_text("a: b")
    (root / "new.yml").replace(project.config)
    assert noticed()
    (root / "theme").mkdir()
    assert noticed()
    seen = quiet(preview)
    (root / "theme" / "style.css").write_text("p { }")
    assert noticed()
    seen = quiet(preview)
    (root / "content").rename(root / "away")
    (root / "content").mkdir()
    project.text.write_text("二", encoding="utf-8")
    assert noticed()
    quiet(preview)
    assert "<h1>三</h1>" in preview.save("三").body
    project.text.unlink()
    seen = preview.state(preview.state(""))
    assert "FileNotFoundError" in preview.get("/").text


def quiet(preview: Preview) -> str:
    """Wait until the watchers have nothing more to tell; return the state."""
    pause = Event()
    state = preview.state()
    while True:
        pause.wait(0.4)
        before, state = state, preview.state()
        if before == state:
            return state
