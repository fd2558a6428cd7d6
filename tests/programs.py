"""The programs that tests run: a plain nginx with the site under a sub-path, Chromium."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.serving import find_program, free_port, serving

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

HTTP = """
  charset utf-8;
  gzip on;
  gzip_types text/css application/javascript application/json text/xml image/svg+xml;
"""
SERVER = """
    add_header Content-Security-Policy "{policy}" always;
    error_page 404 {column}404.html;
    location {column} {{ alias {site}/; }}
    location = {frames} {{
      add_header Cache-Control no-cache;
      default_type text/html;
      return 200 "<!doctype html><title>-</title><link rel=icon href=data:,>";
    }}
"""


@contextmanager
def serve(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site with nginx under COLUMN; the address ends in `/`."""
    facts = {"policy": POLICY, "column": COLUMN, "site": site, "frames": FRAMES}
    with serving(folder, free_port(), SERVER.format(**facts), HTTP) as root:
        yield root.removesuffix("/") + COLUMN


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
