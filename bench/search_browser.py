"""What a search costs in Chromium on a slow machine, measured inside its page."""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.search_documents import Query
from bench.search_server import Served

SLOWER = 4
ROUNDS = 5
"""Loads of a page; the best counts: what else the machine does only adds."""

MEASURE = (Path(__file__).parent / "search" / "measure.js").read_text(encoding="utf-8")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--enable-blink-features=ForceEagerMeasureMemory",
    "--no-sandbox",  # it sees only what this machine serves, often as root
)
# What a page is made of without being a part of the search.
LOOKS = {".html", ".css", ".svg", ".png", ".ico", ".woff", ".woff2", ".map"}
LATER = "search/more.js"
LEARN = """() => new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = 'search/more.js';
  script.onload = () => window.qingdan.learn(window.qingdan.more, () => done());
  script.onerror = failed;
  document.head.append(script);
})"""
MEMORY = """async () => {
  const { breakdown } = await performance.measureUserAgentSpecificMemory();
  return breakdown.filter(({ types }) => !types.includes('DOM'))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}"""


@dataclass(frozen=True, slots=True)
class Way:
    """A search page: selectors of its box, its results, and of a single hit.

    `done` matches only while the results are those of what stands in the box; where
    it is empty, any change of the results means that they are new. `attribute` of a
    hit ends in its id; `rest` are the milliseconds the page waits for more typing.
    """

    name: str
    address: str = "index.html?q={query}"
    box: str = "#q"
    results: str = "#results"
    done: str = "#results[data-state=ready], #results[data-state=empty]"
    hit: str = "#results [data-matter]"
    attribute: str = "data-matter"
    rest: int = -1


OURS = Way("ours", "find.html?q={query}", rest=150)
STREET = Way("ours, street", "find.html?q={query}&street={street}", rest=150)
MATERIAL = Way(
    "material",
    box=".md-search__input",
    results=".md-search-result",
    done="",
    hit=".md-search-result__item > a",
    attribute="href",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: bytes, milliseconds, bytes of memory, shares of 1."""

    before: int
    after: int
    ready: float
    work: float
    half: float
    most: float
    stall: float
    heap: int
    first: float | None
    five: float | None
    keys: int
    lost: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium without a window."""
    with sync_playwright() as driver:
        own = driver.chromium.executable_path
        found = own if Path(own).exists() else shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def figures(
    browser: Browser,
    way: Way,
    served: Served,
    typed: Sequence[Query],
    asked: Sequence[Query],
) -> Figures:
    """Measure one page: loaded five times, typed into, and asked every query."""
    starts = [_start(browser, way, served, typed[0].words) for _ in range(ROUNDS - 1)]
    with _opened(browser, way) as (page, session):
        starts.append(_load(page, session, way, served, typed[0].words))
        later = _settle(page, way, served)
        stall = page.evaluate("bench.stall()")
        page.evaluate("bench.press('')")
        keys = [key for query in typed for key in page.evaluate(_call("type", query))]
        session.send("HeapProfiler.collectGarbage")
        heap = page.evaluate(MEMORY)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        ranks = [_rank(page, query) for query in asked]
    known = [key for key in keys if not isnan(key)]
    cuts = quantiles(known, n=20, method="inclusive")
    return Figures(
        before=max(before for before, _, _ in starts),
        after=later,
        ready=min(ready for _, ready, _ in starts),
        work=min(work for _, _, work in starts),
        half=cuts[9],
        most=cuts[18],
        stall=stall,
        heap=heap,
        first=_share(ranks, 1),
        five=_share(ranks, 5),
        keys=len(known),
        lost=len(keys) - len(known),
    )


@contextmanager
def _opened(browser: Browser, way: Way) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page of a phone's size in a new profile, slowed down and instrumented."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, locale="zh-CN"
    )
    names = ("box", "results", "done", "hit", "attribute", "rest")
    facts = {name: getattr(way, name) for name in names}
    page = context.new_page()
    page.add_init_script(f"window.benchWay = {json.dumps(facts)};\n{MEASURE}")
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, session
    context.close()


def _start(
    browser: Browser, way: Way, served: Served, words: str
) -> tuple[int, float, float]:
    with _opened(browser, way) as (page, session):
        return _load(page, session, way, served, words)


def _load(
    page: Page, session: CDPSession, way: Way, served: Served, words: str
) -> tuple[int, float, float]:
    """Open the page with a query: bytes, and ms to the answer, ms of work in them."""
    served.sent.clear()
    page.goto(served.address + way.address.format(query=words), wait_until="commit")
    ready = page.evaluate("bench.first")
    metrics = session.send("Performance.getMetrics")["metrics"]
    (work,) = [one["value"] for one in metrics if one["name"] == "TaskDuration"]
    return _weight(served, later=False), ready, work * 1000


def _settle(page: Page, way: Way, served: Served) -> int:
    """Wait until what follows the first answer is there; gives its bytes."""
    page.wait_for_load_state("networkidle")
    if way.name.startswith("ours") and not any(p == LATER for p, _ in served.sent):
        page.evaluate(LEARN)
    page.evaluate("bench.calm()")
    return _weight(served, later=True)


def _weight(served: Served, *, later: bool) -> int:
    """Sum up what was sent of the index and the scripts, before or after the answer."""
    return sum(
        size
        for path, size in served.sent
        if Path(path).suffix not in LOOKS and (path == LATER) == later
    )


def _call(method: str, query: Query) -> str:
    return f"bench.{method}({json.dumps(query.words)})"


def _rank(page: Page, query: Query) -> int:
    """Ask a query: the place of the first right matter, a large number for none."""
    found: list[Any] = page.evaluate(_call("ask", query))
    ids = list(dict.fromkeys(re.sub(r"\.html.*|.*/", "", str(one)) for one in found))
    return min((ids.index(one) + 1 for one in query.accept if one in ids), default=999)


def _share(ranks: Sequence[int], most: int) -> float | None:
    return sum(rank <= most for rank in ranks) / len(ranks) if ranks else None
