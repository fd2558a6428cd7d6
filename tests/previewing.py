"""A tiny project to preview: one text file becomes one site of three files.

Run as `python -m tests.previewing FOLDER` it serves until a signal comes.
"""

import http.client
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from urllib.parse import urlsplit

from generator.outputs import OutputFile
from generator.preview import Rebuilt, serve
from generator.problems import GeneratorError
from generator.publishing import publish

# What every page of the real site says about itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>清单</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>{text}</h1>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with content; the first sign of the text says how its build ends."""

    root: Path
    built: list[str] = field(default_factory=list)

    @property
    def text(self) -> Path:
        """Name the one content file."""
        return self.root / "content" / "text.txt"

    @property
    def config(self) -> Path:
        """Name the configuration file."""
        return self.root / "site_config.yml"

    @property
    def theme(self) -> Path:
        """Name a folder that is not there at first."""
        return self.root / "theme"

    @property
    def site(self) -> Path:
        """Name the folder that is published to."""
        return self.root / "build" / "site"

    @property
    def watched(self) -> tuple[Path, ...]:
        """Name what is watched."""
        return self.root / "content", self.theme, self.config

    def rebuild(self) -> Rebuilt:
        """Build as the text says: ✗ problem, ! refused, # fault, ? reminder, … slow."""
        text = self.text.read_text(encoding="utf-8")
        text += self.config.read_text(encoding="utf-8")
        for path in sorted(self.theme.glob("*.css")):
            text += path.read_text(encoding="utf-8")
        self.built.append(text)
        match text[0]:
            case "✗":
                return Rebuilt(
                    (f"content/text.txt:1:1: 错误: {text} [rule]",), ok=False
                )
            case "!":
                raise GeneratorError(text)
            case "#":
                raise ValueError(text)
            case "…":
                time.sleep(60)
        page = PAGE.format(policy=POLICY, text=text).encode()
        files = {"build.json": b"{}", "index.html": page, "a/b.css": b"p { }"}
        publish((OutputFile(*file) for file in files.items()), self.site)
        return Rebuilt((text,) if text.startswith("?") else ())


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

    def until(self, shown: str, gone: str = "never there") -> Answer:
        """Wait until the home page shows the one and no longer the other.

        A new site is there a moment before the panel tells of it.
        """
        while True:
            state, page = self.state(), self.get("/")
            if shown in page.text and gone not in page.text:
                return page
            assert self.state(state) != state, f"never shown: {shown}"

    def save(self, text: str, gone: str = "never there") -> Answer:
        """Change the content and wait until the home page shows it."""
        self.project.text.write_text(text, encoding="utf-8")
        return self.until(text, gone)


def new_project(root: Path, text: str = "一") -> Project:
    """Write the least that can be previewed."""
    project = Project(root)
    project.text.parent.mkdir()
    project.text.write_text(text, encoding="utf-8")
    project.config.touch()
    return project


RunPreview = Callable[[Callable[[], Rebuilt]], Preview]


@contextmanager
def previews(project: Project) -> Iterator[RunPreview]:
    """Run previews of the project from a thread, on any free port."""
    stop = Event()
    threads = []

    def run(rebuild: Callable[[], Rebuilt]) -> Preview:
        started = SimpleQueue[str]()
        arguments = (project.site, 0, rebuild, project.watched, started.put)
        thread = Thread(target=serve, args=arguments, kwargs={"stop": stop})
        thread.start()
        threads.append(thread)
        return Preview(project, started.get(timeout=10))

    try:
        yield run
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=10)
            assert not thread.is_alive()


def announce(address: str) -> None:
    """Print the address for whoever started this program."""
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    here = Project(Path(sys.argv[1]))
    serve(here.site, 0, here.rebuild, here.watched, announce)
