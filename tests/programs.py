"""The programs that tests run: a plain nginx with the site under a sub-path, Chromium."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

# What a careful server sends; a page that needs more is a fault of the page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
COLUMN = "/col/123/"
"""Where a portal puts the site: a column somewhere below its own address."""

FRAMES = "/frames.html"
"""An empty page of the server, without a policy, to show the site's pages in frames."""

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
    error_page 404 {column}404.html;
    location {column} {{ alias {site}/; }}
    location = {frames} {{
      add_header Cache-Control no-cache;
      default_type text/html;
      return 200 "<!doctype html><title>-</title><link rel=icon href=data:,>";
    }}
  }}
}}
"""


def find_program(names: tuple[str, ...], advice: str) -> str:
    """Find the first of some programs, or fail with what to install."""
    # Debian keeps servers where an ordinary user's PATH does not look.
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    pytest.fail(f"None of {', '.join(names)} is here; install {advice}.")


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


@contextmanager
def serve(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site with nginx under COLUMN; the address ends in `/`."""
    program = find_program(("nginx",), "nginx-light")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Root's workers would become "nobody", who may not enter the temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(
        NGINX_CONFIG.format(
            folder=folder,
            port=port,
            site=site,
            user=user,
            policy=POLICY,
            column=COLUMN,
            frames=FRAMES,
        )
    )
    log = folder / "error.log"
    server = subprocess.Popen([program, "-c", str(config), "-e", str(log)])
    try:
        wait_for_port(port, server, log)
        yield f"http://127.0.0.1:{port}{COLUMN}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def chromium_path(driver: Playwright) -> str:
    """Name the Chromium to drive: the system's, or the one Playwright fetched."""
    own = driver.chromium.executable_path
    if Path(own).exists():
        return own
    return find_program(("chromium", "google-chrome"), "chromium")


def launch(driver: Playwright, program: str) -> Browser:
    """Start headless Chromium; it looks up nothing on its own account."""
    quiet = ["--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")  # Chromium refuses root otherwise
    return driver.chromium.launch(executable_path=program, args=quiet)
