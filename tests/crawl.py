"""Show all pages of the demo in a browser and gather what goes wrong.

`python -m tests.crawl` builds the demo, shows every page of it under nginx, and says
what was complained about; the tests show a part (test_crawl.py). Pages are shown in
frames of one page, several at once: a hundred times a second, and still each with its
own policy, styles and scripts.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from tests.observing import Observed, observe
from tests.programs import FRAMES, chromium_path, launch, serve

AT_ONCE = 6
EVERY = 16

SHOW = """async ([addresses, atOnce, street]) => {
  try {
    localStorage.setItem('qingdan.street', street);
  } catch (error) { /* files may have no storage */ }
  const left = addresses.slice();
  const late = [];
  const show = async () => {
    const frame = document.createElement('iframe');
    frame.width = 360;
    frame.height = 640;
    document.body.append(frame);
    for (let at = left.shift(); at; at = left.shift()) {
      const address = at;
      await new Promise((resolve) => {
        const waiting = setTimeout(() => { late.push(address); resolve(); }, 20000);
        frame.onload = () => { clearTimeout(waiting); resolve(); };
        frame.src = address;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, show));
  return late;
}"""


def kind_of(path: str) -> str:
    """Say what kind of page this is, from its address alone."""
    parts = re.sub(r"\d{4}-\d{2}(-\d{2})?", "DATE", path).split("/")
    named = {"DATE.html", "changes.html", "booklet.html", "compare"}
    shape = [part if part in named else "*" for part in parts[1:]]
    return "/".join([parts[0], *shape])


def sample(paths: Iterable[str], every: int = EVERY) -> list[str]:
    """Every sixteenth page, and the first three of each kind; always the same ones."""
    seen: dict[str, int] = {}
    chosen = []
    for number, path in enumerate(sorted(paths)):
        kind = kind_of(path)
        seen[kind] = seen.get(kind, 0) + 1
        if number % every == 0 or seen[kind] <= 3:
            chosen.append(path)
    return chosen


def crawl(
    page: Page, frames: str, origin: str, paths: Sequence[str], street: str = ""
) -> tuple[Observed, list[str]]:
    """Show pages in frames of the page at `frames`, with a street remembered or none.

    Gives what was observed and the addresses that did not finish loading.
    """
    page.goto(frames)
    observed = observe(page)
    addresses = [origin + path for path in paths]
    late: list[str] = page.evaluate(SHOW, [addresses, AT_ONCE, street])
    return observed, late


def foreign(observed: Observed, origin: str) -> list[str]:
    """Name the requests that left the site, apart from data in the page itself."""
    home = urlsplit(origin)._replace(path=FRAMES).geturl()
    inside = (origin, home, "data:", "blob:")
    return [address for address in observed.requests if not address.startswith(inside)]


def main() -> int:
    """Build the demo, show all of it, and print what was found."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "generator", "build", "--out", str(site)],
            check=True,
            capture_output=True,
        )
        paths = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
        browser = launch(driver, chromium_path(driver))
        with serve(site, Path(folder)) as origin:
            began = time.monotonic()
            frames = urlsplit(origin)._replace(path=FRAMES).geturl()
            observed, late = crawl(browser.new_page(), frames, origin, paths)
            took = time.monotonic() - began
        outside = foreign(observed, origin)
        browser.close()
    faults = [*observed.complaints, *outside, *late]
    sys.stdout.write(
        f"{len(paths)} pages, {len(observed.requests)} requests in {took:.0f} s: "
        f"{len(observed.complaints)} complaints, {len(outside)} requests elsewhere, "
        f"{len(late)} not loaded\n"
    )
    sys.stdout.writelines(f"{fault}\n" for fault in faults[:50])
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
