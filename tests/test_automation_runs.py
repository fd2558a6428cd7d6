"""The shell lines of the automation, run: in a clone of a district with a change.

Only installing and posting are left out, which need the net; the comment on Gitea is
posted to a server of our own.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml

from tests.forges import (
    LIST,
    OFFICE,
    contents,
    district,
    jobs,
    offline,
    one,
    run_lines,
    scratch,
    shell,
)
from tests.repositories import Repository

PHONE = contents(district())[OFFICE].decode().replace("000-8800 1234", "000-8800 4321")
WRONG = contents(district())[LIST].decode().replace("2026-11-22", "2026.11.22")
SAID = "<ins>4321</ins>"


def built(folder: Path) -> bool:
    """Tell whether a site is in a folder."""
    return (folder / "build.json").is_file() and (folder / "index.html").is_file()


def test_github(tmp_path: Path) -> None:
    """The change is checked, told in Chinese in the summary, and can be looked at."""
    work = scratch(tmp_path, "github", {OFFICE: PHONE}).work
    lines = run_lines(jobs(one("github", "qingdan-check.yml"))["check"])
    for line in lines:
        done = shell(line, work, {"BASE": "origin/main"})
        assert done.returncode == 0, done.stderr
    note = (work / "build/note.md").read_text("utf-8")
    assert note.startswith("**检查通过**，没有发现问题。\n")
    assert SAID in note
    assert (tmp_path / "home/summary.md").read_text("utf-8") == note
    assert built(work / "build/site")


def test_gitlab_shows_a_mistake_at_its_line(tmp_path: Path) -> None:
    """A mistake fails the job after its report and its note were written."""
    work = scratch(tmp_path, "gitlab", {LIST: WRONG}).work
    job = yaml.safe_load(one("gitlab", ".gitlab-ci.yml"))["检查"]
    base = Repository(work).git("merge-base", "origin/main", "HEAD")
    done = shell(offline(job["script"]), work, {"BASE": base})
    assert done.returncode == 1
    assert "bad-date" in done.stderr
    report = json.loads((work / "gl-code-quality-report.json").read_text("utf-8"))
    found = next(row for row in report if row["check_name"] == "bad-date")
    assert found["location"] == {"path": LIST, "lines": {"begin": 8}}
    assert found["severity"] == "major"
    assert len({row["fingerprint"] for row in report}) == len(report)
    assert "检查没有通过" in (work / "build/note.md").read_text("utf-8")
    assert not (work / "build/site").exists()


class Forge(BaseHTTPRequestHandler):
    """Gitea's comments, as far as a job uses them."""

    comments: tuple[str, ...] = ()

    def do_GET(self) -> None:
        """List the comments."""
        self._answer([{"id": i, "body": b} for i, b in enumerate(self.comments)])

    def do_POST(self) -> None:
        """Add a comment."""
        Forge.comments = (*self.comments, self._body())
        self._answer({})

    def do_PATCH(self) -> None:
        """Change the comment whose number ends the path."""
        known = list(self.comments)
        known[int(self.path.rsplit("/", 1)[1])] = self._body()
        Forge.comments = tuple(known)
        self._answer({})

    def _body(self) -> str:
        assert self.headers["Authorization"] == "token secret"
        read = self.rfile.read(int(self.headers["Content-Length"]))
        return str(json.loads(read)["body"])

    def _answer(self, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def forge() -> Iterator[str]:
    """Serve comments, one of them somebody's; gives the address of the API."""
    Forge.comments = ("请看看",)
    server = HTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_gitea(tmp_path: Path, forge: str) -> None:
    """The change is fetched whole, checked, commented on once, and can be looked at.

    Forgejo runs the same lines.
    """
    made = scratch(tmp_path, "gitea", {OFFICE: PHONE})
    work = tmp_path / "job"
    work.mkdir()
    lines = run_lines(jobs(one("gitea", "qingdan-check.yml"))["check"])
    assert lines == run_lines(jobs(one("forgejo", "qingdan-check.yml"))["check"])
    env = {
        "API": forge,
        "BASE": "origin/main",
        "NUMBER": "1",
        "REPOSITORY": "qu/qingdan",
        "SERVER": made.server.as_uri(),
        "TOKEN": "secret",
    }
    posting = next(line for line in lines if "comments" in line)
    for line in (*lines, posting):
        done = shell(line, work, env)
        assert done.returncode == 0, done.stderr
    own = Forge.comments[1:]
    assert [text.startswith("<!-- qingdan -->\n**检查通过**") for text in own] == [True]
    assert SAID in own[0]
    assert built(work / "build/site")


def test_gitea_publishes(tmp_path: Path) -> None:
    """The whole history is fetched, so that a site is built."""
    made = scratch(tmp_path, "forgejo", {OFFICE: PHONE})
    work = tmp_path / "job"
    work.mkdir()
    env = {
        "REPOSITORY": "qu/qingdan",
        "SERVER": made.server.as_uri(),
        "TOKEN": "secret",
    }
    job = jobs(one("forgejo", "qingdan-publish.yml"))["publish"]
    done = shell("\n".join(run_lines(job)), work, env)
    assert done.returncode == 0, done.stderr
    stamp = json.loads((work / "build/site/build.json").read_text("utf-8"))
    assert stamp["recorded_history"] == "complete"


def test_gitee(tmp_path: Path) -> None:
    """The change is checked and told in the log; the site is built as everywhere."""
    work = scratch(tmp_path, "gitee", {OFFICE: PHONE}).work
    read = yaml.safe_load(one("gitee", "qingdan-check.yml"))
    *lines, build = read["stages"][0]["steps"][0]["commands"]
    assert build == "qingdan build --out build/site"
    done = shell(offline(lines), work, {})
    assert done.returncode == 0, done.stderr
    assert SAID in done.stdout
