"""Run the search benchmark: `python -m bench.search`, `python -m bench.search demo`.

Our search beside others over the same documents and queries, in Chromium slowed down
four times: the demo district, and a city of 260 streets (M).
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser

from bench.corpus import SIZES, write_corpus
from bench.runners import PROJECT, TODAY
from bench.search_browser import MATERIAL, OURS, STREET, Figures, Way, chromium, figures
from bench.search_documents import (
    Document,
    Query,
    queries_of,
    read_documents,
    read_queries,
)
from bench.search_report import Goals, keep, table, verdict
from bench.search_rivals import RIVALS, Rival, install, missing
from bench.search_server import serve

MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory, used when it is there
RESULTS = PROJECT / "build" / "bench"
PACKAGES = RESULTS / "search-npm"
QUERIES = PROJECT / "tests" / "queries.jsonl"
TYPED = 25
DISTRICT = Goals(before=150)
CITY = Goals(before=250)


@dataclass(frozen=True, slots=True)
class Case:
    """A site of ours, what there is to find in it, and what is typed and asked."""

    name: str
    site: Path
    street: str
    documents: Sequence[Document]
    typed: Sequence[Query]
    asked: Sequence[Query]
    goals: Goals


def main() -> int:
    """Measure what the command line asks for; 1 where ours misses a goal."""
    options = _options()
    names = options.sites or ["demo", "M"]
    rivals = [one for one in RIVALS if one.name in (options.only or [one.name])]
    reason = install(PACKAGES)
    if reason:
        _say(f"{reason}: engines from npm are left out")
    base = MEMORY if os.access(MEMORY, os.W_OK) else RESULTS
    base.mkdir(parents=True, exist_ok=True)
    facts: dict[str, object] = {"on": TODAY, "python": platform.python_version()}
    status = 0
    for name in names:
        with tempfile.TemporaryDirectory(prefix="qingdan-search-", dir=base) as folder:
            status |= _site_measured(name, Path(folder) / name, rivals, facts)
        keep(RESULTS / "search.json", facts)  # what is known so far
    _say("build/bench/search.json: every figure")
    return status


def _site_measured(
    name: str, work: Path, rivals: Sequence[Rival], facts: dict[str, object]
) -> int:
    """Measure one site, print it and add it to `facts`; 1 where a goal is missed."""
    case = _city(work) if name == "M" else _demo(work)
    with chromium() as browser:
        found, notes = _measure(browser, case, work, rivals)
        version = browser.version
    lines = [verdict(way, found[way], case.goals) for way in found if "ours" in way]
    count = f"{len(case.documents):,} matters and places"
    title = f"search, {name}: {count}, CPU slowed 4 x, load {os.getloadavg()[0]:.1f}"
    _say("\n" + table(title, found, notes) + "\n".join(lines) + "\n")
    facts[name] = {"chromium": version, "documents": len(case.documents), **found}
    return int(any("MISSED" in line for line in lines))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("sites", nargs="*", type=_site, metavar="SITE", help="demo, M")
    ways = [rival.name for rival in RIVALS]
    parser.add_argument("--only", nargs="*", choices=[*ways, "ours"], metavar="WAY")
    return parser.parse_args()


def _site(name: str) -> str:
    if name not in {"demo", "M"}:
        message = f"no such site: {name}"
        raise argparse.ArgumentTypeError(message)
    return name


def _demo(work: Path) -> Case:
    """Build the demo district; all its own queries are asked, some are typed."""
    site = _build(PROJECT, work)
    documents = read_documents(site, streets=False)
    queries = read_queries(QUERIES)
    typed = queries[:: max(1, len(queries) // TYPED)]
    return Case("demo", site, _street(site), documents, typed, queries, DISTRICT)


def _city(work: Path) -> Case:
    """Build the city; what is typed are words of its titles, so nothing is scored."""
    corpus = work / "corpus"
    write_corpus(corpus, SIZES["M"], "plain")
    site = _build(corpus, work)
    documents = read_documents(site, streets=True)
    matters = [one for one in documents if not one.id.startswith("place-")]
    typed = queries_of(matters[: SIZES["M"].common], TYPED)
    return Case("M", site, _street(site), documents, typed, (), CITY)


def _build(root: Path, work: Path) -> Path:
    work.mkdir(parents=True, exist_ok=True)
    site = work / "site"
    _say(f"building {work.name}, load {os.getloadavg()[0]:.1f}")
    generator = (sys.executable, "-m", "generator", "build", "--on", TODAY)
    places = ("--root", str(root), "--out", str(site))
    subprocess.run(  # noqa: S603 - our own fixed command, no shell
        [*generator, *places], cwd=PROJECT, check=True, capture_output=True
    )
    return site


def _street(site: Path) -> str:
    return min(path.stem for path in (site / "search" / "streets").glob("*.js"))


def _measure(
    browser: Browser, case: Case, work: Path, rivals: Sequence[Rival]
) -> tuple[dict[str, Figures], list[str]]:
    """Measure ours without and with a street chosen, then the others."""
    found: dict[str, Figures] = {}
    notes: list[str] = []
    for way, site in _ways(case, work, rivals, notes):
        with serve(site) as served:
            one = figures(browser, way, served, case.typed, case.asked)
        found[way.name] = one
        _say(f"  {case.name} {way.name}: key to results {one.most:.1f} ms, p95")
    return found, notes


def _ways(
    case: Case, work: Path, rivals: Sequence[Rival], notes: list[str]
) -> Iterator[tuple[Way, Path]]:
    yield OURS, case.site
    chosen = STREET.address.replace("{street}", case.street)
    yield replace(STREET, address=chosen), case.site
    for rival in rivals:
        if reason := missing(rival, PACKAGES):
            notes.append(f"{rival.name}: left out, {reason}")
            continue
        site = rival.prepare(case.documents, work / rival.name, PACKAGES)
        notes.append(f"{rival.name}: {rival.note}")
        yield (MATERIAL if rival.name == MATERIAL.name else Way(rival.name)), site


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
