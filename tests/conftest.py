"""What the tests share: the demo site as built, a real web server, a real browser.

Nothing here is ever skipped: a program that is missing fails with what to install.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.calling import call, sample  # noqa: F401 # fixtures for every test
from tests.gate_repositories import check_base, protected  # noqa: F401 # fixtures
from tests.observing import Observed, observe
from tests.programs import POLICY, chromium_path, launch, serve
from tests.recorded_samples import repository  # noqa: F401 # a fixture
from tests.serving import find_program
from tests.site_reading import PageFile, read_site

REPO = Path(__file__).resolve().parent.parent
DEMO_DAY = "2026-11-22"
PHONE = (360, 640)

# Where many tests look for them.
__all__ = ["POLICY", "find_program"]

RunCli = Callable[..., subprocess.CompletedProcess[str]]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """Name the folder that holds `site_config.yml`."""
    return REPO


@pytest.fixture(scope="session")
def run_cli() -> RunCli:
    """Run `python -m generator` with the arguments and return what it said."""

    def run(
        *arguments: object,
        env: Mapping[str, str] | None = None,
        cwd: Path = REPO,
        umask: int = -1,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(REPO), **(env or {})},
            umask=umask,
            check=False,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run


@pytest.fixture
def write_tree(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write a small tree of files, by path below a new folder, and name the folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "tree"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli) -> Path:
    """Build the demo district once, as of DEMO_DAY, and name its folder."""
    site = tmp_path_factory.mktemp("demo") / "site"
    result = run_cli("build", "--root", REPO, "--out", site, "--on", DEMO_DAY)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def pages(demo_site: Path) -> dict[str, PageFile]:
    """Read every page of the demo site, by path."""
    return read_site(demo_site)


@pytest.fixture(scope="session")
def nginx_url(
    demo_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the demo site with nginx under a sub-path; the address ends in `/`."""
    with serve(demo_site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session", params=["nginx", "files"])
def hosted(request: pytest.FixtureRequest, demo_site: Path) -> str:
    """Give the demo site's address, served under a sub-path and opened as files."""
    if request.param == "files":
        return f"{demo_site.as_uri()}/"
    address: str = request.getfixturevalue("nginx_url")
    return address


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """Start Playwright once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright_driver: Playwright) -> str:
    """Name the Chromium to drive: the system's, or the one Playwright fetched."""
    return chromium_path(playwright_driver)


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright, chromium: str) -> Iterator[Browser]:
    """Start headless Chromium once."""
    started = launch(playwright_driver, chromium)
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open fresh pages: `open_page(width=…, height=…, **context options)`."""
    contexts = []

    def new(width: int = PHONE[0], height: int = PHONE[1], **options: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            **options,  # type: ignore[arg-type]  # Playwright names fifty of them
        )
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open one fresh page of a phone's size."""
    return open_page()


@pytest.fixture
def observed(page: Page) -> Observed:
    """Collect what `page` asks for and complains about from now on."""
    return observe(page)
