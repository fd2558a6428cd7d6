"""The live preview: real requests answered, a real browser, and how it ends."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.preview import Rebuilt, serve
from generator.problems import GeneratorError
from tests.conftest import REPO
from tests.observing import Observed
from tests.previewing import Answer, Preview, Project, new_project, previews


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Write a project."""
    return new_project(tmp_path)


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    """Run one preview with the project's own build."""
    with previews(project) as run:
        yield run(project.rebuild)


def test_other_addresses(project: Project, preview: Preview) -> None:
    """Files have their types; nothing outside the site can be had."""
    preview.until("一")
    assert preview.get("/a/b.css") == Answer(200, "text/css; charset=utf-8", "p { }")
    assert preview.get("/index.html?q=a#b").status == HTTPStatus.OK
    assert preview.get("/_qingdan/preview.css").kind == "text/css; charset=utf-8"
    assert "javascript" in preview.get("/_qingdan/preview.js").kind
    assert preview.get("/index.html", "HEAD").body == ""
    assert preview.get("/", "POST").status == HTTPStatus.NOT_IMPLEMENTED
    (project.site / "out").symlink_to(project.root)
    for path in (
        "/../../content/text.txt",
        "/%2e%2e/%2e%2e/content/text.txt",
        f"//{project.text}",
        "/out/content/text.txt",
        "/a",
        "/a/",
        "/%00",
        "/%ff",
        "/_qingdan/board.py",
        "/_qingdan/../board.py",
    ):
        answer = preview.get(path)
        assert answer.status == HTTPStatus.NOT_FOUND
        assert "一" not in answer.text
    (project.site / "404.html").write_text("<p>自己的</p>")
    assert "<p>自己的</p>" in preview.get("/nowhere").body


def test_port_taken(project: Project, preview: Preview) -> None:
    """A port in use, or none at all, gives a sentence with the way out."""
    port = urlsplit(preview.address).port or 0
    for number, reason in (
        (port, "正被别的程序占用"),
        (70_000, "不存在"),
        (-1, "不存在"),
    ):
        with pytest.raises(GeneratorError, match=f"端口 {number} {reason}.*--port"):
            serve(project.site, number, project.rebuild, project.watched, print)


def test_nothing_to_watch(tmp_path: Path) -> None:
    """A folder that cannot be watched gives a sentence."""
    missing = tmp_path / "no" / "content"
    with pytest.raises(GeneratorError, match="没法留意文件的改动"):
        serve(tmp_path, 0, Rebuilt, (missing,), print)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("text", ["一", "…慢"])
def test_signals_end_it(project: Project, end: signal.Signals, text: str) -> None:
    """Ctrl-C and SIGTERM end the program cleanly, also in the middle of a build."""
    project.text.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "tests.previewing", str(project.root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=REPO, text=True, stdout=pipe, stderr=pipe
    ) as child:
        assert child.stdout
        assert child.stderr
        preview = Preview(project, child.stdout.readline().strip())
        preview.until("正在生成" if text.startswith("…") else text)
        child.send_signal(end)
        assert child.wait(timeout=10) == 0
        assert child.stderr.read() == ""


def test_in_a_browser(preview: Preview, page: Page, observed: Observed) -> None:
    """The page reloads itself and shows the panel, under the strict policy."""
    preview.until("一")
    page.goto(preview.address)
    heading, panel = page.locator("h1"), page.locator(".qingdan-preview")
    expect(heading).to_have_text("一")
    expect(panel).to_have_count(0)
    preview.project.text.write_text("✗坏了", encoding="utf-8")
    expect(panel).to_contain_text("✗坏了 [rule]")
    expect(heading).to_have_text("一")
    assert panel.evaluate("panel => getComputedStyle(panel).position") == "fixed"
    panel.locator("summary").click()
    expect(panel.locator("pre")).to_be_hidden()
    preview.project.text.write_text("二", encoding="utf-8")
    expect(heading).to_have_text("二")
    expect(panel).to_have_count(0)
    assert observed.complaints == []
    assert all(address.startswith(preview.address) for address in observed.requests)
