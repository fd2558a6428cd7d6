"""How long the history of 10,000 commits takes: `python -m bench.history`.

Ours is run cold and then warm, each in a new process; the plain way, which parses
every blob, on two slices of the commits only, and carried on to all of them.
"""

import argparse
import json
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.history_repository import write_repository
from bench.measure import Cost, measure
from bench.past import events
from bench.runners import PROJECT

COMMITS = 10_000
SLICES = (2, 10)
"""Hundredths of the commits that the plain way is run on."""

LIMITS = {"cold": 15.0, "warm": 2.0}
MEMORY = 500.0
RESULTS = PROJECT / "build" / "bench"


def main() -> int:
    """Measure and print; 1 where a run of ours takes more than it may."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.history", description=__doc__
    )
    parser.add_argument("--commits", type=int, default=COMMITS)
    commits = parser.parse_args().commits
    with tempfile.TemporaryDirectory(prefix="qingdan-history-") as folder:
        work = Path(folder)
        size = write_repository(work / "repository", events(commits))
        costs = run(work, commits)
    plain = carry_on(costs, commits)
    print(report(costs, plain, commits, size), flush=True)
    keep(costs, plain, commits, size)
    over = [name for name, limit in LIMITS.items() if costs[name].cpu > limit]
    over += [name for name in LIMITS if costs[name].peak > MEMORY]
    for name in over:
        print(f"history: {name} takes more than it may")
    return 1 if over else 0


def run(work: Path, commits: int) -> dict[str, Cost]:
    """Run ours cold and warm, and the plain way on its slices; cost by name."""
    root, out = work / "repository", work / "out"
    ours = (sys.executable, "-m", "bench.history_run", str(root), str(out))
    plain = (sys.executable, "-m", "bench.history_naive", str(root))
    costs = {name: measure(ours, PROJECT, out) for name in LIMITS}
    for share in SLICES:
        count = str(commits * share // 100)
        costs[f"plain-{share}"] = measure((*plain, count), PROJECT, work / "none")
    return costs


def carry_on(costs: dict[str, Cost], commits: int) -> float:
    """Give the CPU seconds of the plain way for all commits: every commit costs alike.

    The first commit, which adds all files, and starting Python are in both slices.
    """
    few, many = (commits * share // 100 for share in SLICES)
    first, second = (costs[f"plain-{share}"].cpu for share in SLICES)
    return second + (second - first) / (many - few) * (commits - many)


def report(costs: dict[str, Cost], plain: float, commits: int, size: int) -> str:
    """Print a line for each way, and how often ours goes into the plain one."""
    lines = [
        f"history, {commits:,} commits, {size / 1e6:.0f} MB of files",
        f"{'':22}{'CPU s':>9}{'wall s':>9}{'peak MiB':>10}{'plain x':>9}",
    ]
    for name in LIMITS:
        cost = costs[name]
        lines.append(
            f"ours, {name:16}{cost.cpu:9.2f}{cost.wall:9.2f}{cost.peak:10.0f}"
            f"{plain / cost.cpu:9.1f}"
        )
    lines.append(f"{'plain':22}{plain:9.1f}{'':28}  EXTRAPOLATED from two slices")
    lines.append("  ours: read_recorded, cold without and warm with what it remembers")
    lines.append("  plain: PyYAML C loader on every blob, entries compared by id")
    return "\n".join(lines) + "\n"


def keep(costs: dict[str, Cost], plain: float, commits: int, size: int) -> None:
    """Write every run as JSON."""
    facts = {
        "commits": commits,
        "bytes": size,
        "python": platform.python_version(),
        "plain_cpu_extrapolated": plain,
        "runs": {name: asdict(cost) for name, cost in costs.items()},
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(facts, ensure_ascii=False, indent=2)
    (RESULTS / "history.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
