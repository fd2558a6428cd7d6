"""The live preview: real files edited, and what the next page then shows."""

import re
import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from generator.preview import Rebuilt
from tests.previewing import Preview, Project, RunPreview, new_project, previews


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Write a project."""
    return new_project(tmp_path)


@pytest.fixture
def run_preview(project: Project) -> Iterator[RunPreview]:
    """Run previews of the project from a thread, on any free port."""
    with previews(project) as run:
        yield run


@pytest.fixture
def preview(project: Project, run_preview: RunPreview) -> Preview:
    """Run one preview with the project's own build."""
    return run_preview(project.rebuild)


def test_first_build_and_edit(preview: Preview) -> None:
    """The site is built at once and again after a save; pages carry the script."""
    home = preview.until("一")
    assert (home.status, home.kind) == (HTTPStatus.OK, "text/html; charset=utf-8")
    script = (
        r'<script src="/_qingdan/preview\.js" data-state="[\da-f]+-\d" defer></script>'
    )
    assert re.search(script, home.body)
    assert home.body.endswith("</body>\n</html>\n")
    assert "qingdan-preview--" not in home.body
    assert "<h1>二</h1>" in preview.save("二").body


def test_problems_keep_the_last_good_site(preview: Preview) -> None:
    """A broken edit shows its problems over the old page; the files stay."""
    preview.until("一")
    before = (preview.project.site / "index.html").read_bytes()
    page = preview.save("✗ <script>alert(1)</script>")
    assert "<h1>一</h1>" in page.body
    assert "有 1 处问题，网站没有更新" in page.text
    assert "content/text.txt:1:1: 错误: ✗ <script>alert(1)</script>" in page.text
    assert "<script>alert" not in page.body
    assert "<details open>" in page.body
    assert (preview.project.site / "index.html").read_bytes() == before
    assert b"_qingdan" not in before
    page = preview.save("二", gone="处问题")
    assert "<h1>二</h1>" in page.body
    assert "qingdan-preview--" not in page.body


def test_reminders_are_folded(preview: Preview) -> None:
    """A reminder does not stop the site, and stays out of the way."""
    preview.save("?小事")
    page = preview.until("已更新，有 1 处提醒")
    assert "<h1>?小事</h1>" in page.body
    assert "<details>" in page.body


@pytest.mark.parametrize(
    ("text", "shown"),
    [("!磁盘满了", "!磁盘满了"), ("#x", "ValueError: #x"), ("✗坏", "✗坏 [rule]")],
)
def test_failures_do_not_end_it(preview: Preview, text: str, shown: str) -> None:
    """Whatever a build raises is shown, and the next one works."""
    preview.until("一")
    page = preview.save(text)
    assert shown in page.text
    assert "<h1>一</h1>" in page.body
    assert "<h1>丁</h1>" in preview.save("丁").body


def test_first_build_has_problems(project: Project, run_preview: RunPreview) -> None:
    """Without any site every address shows the problems, until they are solved."""
    project.text.write_text("✗没有网站", encoding="utf-8")
    preview = run_preview(project.rebuild)
    preview.until("✗没有网站")
    for path in ("/", "/offices/a.html", "/x"):
        page = preview.get(path)
        assert page.status == HTTPStatus.NOT_FOUND
        assert "还没有网站" in page.text
        assert "✗没有网站 [rule]" in page.text
        assert "/_qingdan/preview.js" in page.body
    assert "<h1>丁</h1>" in preview.save("丁").body


def test_too_early(run_preview: RunPreview) -> None:
    """Who comes before the first build has ended is told so, and hears of its end."""
    go_on = Event()

    def rebuild() -> Rebuilt:
        assert go_on.wait(10)
        return Rebuilt()

    preview = run_preview(rebuild)
    assert "正在生成网站" in preview.get("/").text
    seen = preview.state()
    go_on.set()
    assert preview.state(seen) != seen
    assert "没有这个网页" in preview.get("/").text


def test_edit_during_a_build(project: Project, run_preview: RunPreview) -> None:
    """What is saved while a build runs is built right after it."""
    begun, go_on = SimpleQueue[int](), Event()

    def rebuild() -> Rebuilt:
        result = project.rebuild()
        begun.put(1)
        assert go_on.wait(10)
        return result

    preview = run_preview(rebuild)
    begun.get(timeout=10)
    project.text.write_text("后来", encoding="utf-8")
    go_on.set()
    preview.until("后来")


def test_all_ways_to_change_something(project: Project, preview: Preview) -> None:
    """Files saved by replacing them, folders that come late, go, or are others."""
    preview.until("一")
    (project.root / "new.yml").write_text("甲")
    (project.root / "new.yml").replace(project.config)
    preview.until("一甲")
    project.theme.mkdir()
    (project.theme / "a.css").write_text("乙")
    preview.until("一甲乙")
    (project.theme / "a.css").write_text("丙")
    preview.until("一甲丙")
    shutil.rmtree(project.theme)
    project.text.parent.rename(project.root / "away")
    preview.until("FileNotFoundError")
    project.text.parent.mkdir()
    preview.save("二甲")
    preview.save("三")
    project.text.unlink()
    preview.until("FileNotFoundError")
    preview.save("四")


def test_beside_the_content(project: Project, preview: Preview) -> None:
    """What editors keep beside a file, and our own output, start no build."""
    preview.until("一")
    built = len(project.built)
    for name in (".text.txt.swp", "#text.txt#", "text.txt~", ".text.txt.lock"):
        (project.text.parent / name).write_text("x")
    (project.root / "build" / "other").mkdir()
    Event().wait(0.5)  # nothing happens, which takes a while to see
    assert len(project.built) == built
