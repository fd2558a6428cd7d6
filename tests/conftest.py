"""What the tests share: the demo site as built, a real web server, a real browser.

Nothing here is ever skipped: a program that is missing fails with what to install.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.calling import call, sample  # noqa: F401 # fixtures for every test
from tests.gate_repositories import check_base, protected  # noqa: F401 # fixtures
from tests.observing import Observed, observe
from tests.recorded_samples import repository  # noqa: F401 # a fixture

REPO = Path(__file__).resolve().parent.parent
DEMO_DAY = "2026-11-22"
PHONE = (360, 640)

# What a careful server sends; a page that needs more is a fault of the page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)

NGINX_CONFIG = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
{user}
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  proxy_temp_path {folder}/proxy;
  scgi_temp_path {folder}/scgi;
  uwsgi_temp_path {folder}/uwsgi;
  charset utf-8;
  types {{
    text/html html; text/css css; text/javascript js; application/json json map;
    application/xml xml; image/svg+xml svg; image/png png; image/x-icon ico;
    font/woff2 woff2; text/plain txt; application/manifest+json webmanifest;
  }}
  gzip on;
  gzip_types text/css text/javascript application/json application/xml image/svg+xml;
  server {{
    listen 127.0.0.1:{port};
    add_header Content-Security-Policy "{policy}" always;
    error_page 404 /a/b/404.html;
    location /a/b/ {{ alias {site}/; }}
  }}
}}
"""

RunCli = Callable[..., subprocess.CompletedProcess[str]]
OpenPage = Callable[..., Page]


def find_program(names: tuple[str, ...], advice: str) -> str:
    """Find the first of some programs, or fail with what to install."""
    # Debian keeps servers where an ordinary user's PATH does not look.
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    pytest.fail(f"None of {', '.join(names)} is here; install {advice}.")


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


def wait_for_port(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait at most ten seconds until the server answers on its port."""
    for _ in range(200):
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = log.read_text() if log.exists() else ""
    pytest.fail(f"nginx does not answer on port {port}: {said}")


@pytest.fixture(scope="session")
def nginx_url(
    demo_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the demo site with nginx under a sub-path; the address ends in `/`."""
    program = find_program(("nginx",), "nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Root's workers would become "nobody", who may not enter the temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(
        NGINX_CONFIG.format(
            folder=folder, port=port, site=demo_site, user=user, policy=POLICY
        )
    )
    log = folder / "error.log"
    server = subprocess.Popen([program, "-c", str(config), "-e", str(log)])
    try:
        wait_for_port(port, server, log)
        yield f"http://127.0.0.1:{port}/a/b/"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """Start Playwright once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright_driver: Playwright) -> str:
    """Name the Chromium to drive: the system's, or the one Playwright fetched."""
    own = playwright_driver.chromium.executable_path
    if Path(own).exists():
        return own
    return find_program(("chromium", "google-chrome"), "chromium")


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright, chromium: str) -> Iterator[Browser]:
    """Start headless Chromium once; it looks up nothing on its own account."""
    quiet = ["--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")  # Chromium refuses root otherwise
    started = playwright_driver.chromium.launch(executable_path=chromium, args=quiet)
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
