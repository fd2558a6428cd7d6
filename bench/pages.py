"""What an item's page costs a resident's phone: `python -m bench.pages`.

The same items from our generator and from stock MkDocs-Material, opened in Chromium as
on a slow phone: a CPU slowed down four times, 1.6 Mbit/s, 150 ms to the server.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, ViewportSize

from bench.corpus import SIZES, write_corpus
from bench.material import write_project
from bench.runners import PROJECT, TODAY
from bench.search_browser import SLOWER, chromium
from bench.search_report import keep
from bench.search_server import Served, serve

ROUNDS = 5
ITEMS = 3
SLICE = 500
KB = 1000
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
WATCH = """window.seen = { paint: 0, shift: 0 };
new PerformanceObserver((list) => { window.seen.paint = list.getEntries().at(-1).startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => list.getEntries()
  .forEach((one) => { if (!one.hadRecentInput) window.seen.shift += one.value; }))
  .observe({ type: 'layout-shift', buffered: true });"""
PHONE: ViewportSize = {"width": 360, "height": 640}
HEAD = f"{'':22}{'KB in all':>10}{'KB page':>10}{'requests':>10}{'paint ms':>10}{'shift':>8}"
RESULTS = PROJECT / "build" / "bench" / "pages.json"


@dataclass(frozen=True, slots=True)
class Load:
    """One first visit.

    All bytes as sent, the page's own as written, milliseconds to the largest paint,
    and how far things moved on the screen.
    """

    whole: int
    page: int
    requests: int
    paint: float
    shift: float


# What ours may take at most.
GOALS = Load(whole=100 * KB, page=15 * KB, requests=99, paint=1500, shift=0.02)


def main() -> int:
    """Measure and print; 1 where ours misses a goal."""
    loads: dict[str, list[Load]] = {}
    with tempfile.TemporaryDirectory(prefix="qingdan-pages-") as folder:
        sites = dict(_sites(Path(folder)))
        with chromium() as browser:
            for _ in range(ROUNDS):  # in turns, so that a busy minute touches all
                for name, (site, pages) in sites.items():
                    found = loads.setdefault(name, [])
                    found += _visits(browser, site, pages)
    middles = {name: _middle(found) for name, found in loads.items()}
    missed = [line for name in middles for line in _missed(name, middles[name])]
    sys.stdout.write("\n".join([*_table(middles), *missed]) + "\n")
    keep(RESULTS, {"on": TODAY, **middles})
    return int(bool(missed))


def _sites(work: Path) -> Iterator[tuple[str, tuple[Path, Sequence[str]]]]:
    """Build the demo, a corpus, and a slice of the corpus with Material."""
    yield "ours, demo", _ours(PROJECT, work / "demo")
    corpus = work / "corpus"
    write_corpus(corpus, SIZES["S"], "plain")
    yield "ours, corpus", _ours(corpus, work / "ours")
    for mode in ("lean", "search", "default"):
        own, site = work / f"material-{mode}", work / f"site-{mode}"
        write_project(corpus, own, SLICE, mode)
        config = ("--config-file", str(own / "mkdocs.yml"), "--site-dir", str(site))
        _run("mkdocs", "build", "--quiet", *config)
        yield f"material, {mode}", (site, _some(site, "*/*.html"))


def _ours(root: Path, site: Path) -> tuple[Path, Sequence[str]]:
    _run("generator", "build", "--root", str(root), "--out", str(site), "--on", TODAY)
    return site, _some(site, "offices/*/services/[a-z]*.html")


def _some(site: Path, pattern: str) -> Sequence[str]:
    """Choose pages of items, evenly spread."""
    names = {"changes.html", "booklet.html"}
    pages = sorted(p for p in site.glob(pattern) if p.name not in names)
    chosen = pages[:: max(1, len(pages) // ITEMS)][:ITEMS]
    return [path.relative_to(site).as_posix() for path in chosen]


def _run(*command: str) -> None:
    subprocess.run(  # noqa: S603 - our own fixed commands, no shell
        [sys.executable, "-m", *command], cwd=PROJECT, check=True, capture_output=True
    )


def _visits(browser: Browser, site: Path, pages: Sequence[str]) -> Iterator[Load]:
    with serve(site) as served:
        for page in pages:
            yield _visit(browser, served, page)


def _visit(browser: Browser, served: Served, address: str) -> Load:
    """Open a page for the first time, on a slow phone."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    served.sent.clear()
    page.goto(served.address + address, wait_until="networkidle")
    seen: Mapping[str, float] = page.evaluate("window.seen")
    context.close()
    sizes = dict(served.sent)
    whole = sum(sizes.values())
    own = (served.folder / address).stat().st_size
    return Load(whole, own, len(sizes), seen["paint"], seen["shift"])


def _middle(found: Sequence[Load]) -> Load:
    return Load(
        whole=int(median(load.whole for load in found)),
        page=int(median(load.page for load in found)),
        requests=int(median(load.requests for load in found)),
        paint=median(load.paint for load in found),
        shift=max(load.shift for load in found),
    )


def _table(middles: Mapping[str, Load]) -> Iterator[str]:
    yield "an item's page on a slow phone (4 x slower CPU, 1.6 Mbit/s, 150 ms)"
    yield HEAD
    for name, one in middles.items():
        yield (
            f"{name:22}{one.whole / KB:10.1f}{one.page / KB:10.1f}{one.requests:10}"
            f"{one.paint:10.0f}{one.shift:8.3f}"
        )


def _missed(name: str, one: Load) -> Iterator[str]:
    for figure in ("whole", "page", "paint", "shift"):
        value, most = getattr(one, figure), getattr(GOALS, figure)
        if name.startswith("ours") and value > most:
            yield f"  {name}: MISSED {figure}: {value:.6g}, goal {most:g}"


if __name__ == "__main__":
    sys.exit(main())
