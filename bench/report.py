"""What the benchmark prints and keeps: medians, ratios, and every single run."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median

from bench.extrapolate import carry_on
from bench.measure import Cost
from bench.runners import BARE, OURS, Runner

HEAD = (
    f"{'':22}{'runs':>5}{'CPU s':>9}{'wall s':>9}{'peak MiB':>10}"
    f"{'MB':>9}{'files':>9}{'x bare':>8}{'x ours':>8}"
)

Runs = Mapping[Runner, Sequence[Cost]]


def middle(costs: Sequence[Cost]) -> Cost:
    """Take the median of every figure by itself."""
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        peak=median(cost.peak for cost in costs),
        size=costs[-1].size,
        files=costs[-1].files,
    )


def table(title: str, runs: Runs, items: int) -> str:
    """Print one corpus: a line for each way, and what a slice means for the whole."""
    costs = {runner: middle(found) for runner, found in runs.items() if found}
    by_name = {runner.name: cost.cpu for runner, cost in costs.items()}
    lines = [title, HEAD]
    for runner, cost in costs.items():
        ratios = _ratios(cost.cpu, by_name) if not runner.pages else ""
        lines.append(_line(runner.name, len(runs[runner]), cost) + ratios)
    for mode, seconds in carry_on(costs, items).items():
        name = f"material-{mode}"
        lines.append(f"{name:22}{'':5}{seconds:9.1f}{'':37}{_ratios(seconds, by_name)}")
        lines[-1] += f"  EXTRAPOLATED to {items:,}"
    lines += [f"  {runner.name}: {runner.what}" for runner in costs]
    return "\n".join(lines) + "\n"


def _line(name: str, count: int, cost: Cost) -> str:
    return (
        f"{name:22}{count:5}{cost.cpu:9.2f}{cost.wall:9.2f}{cost.peak:10.0f}"
        f"{cost.size / 1e6:9.1f}{cost.files:9,}"
    )


def _ratios(seconds: float, by_name: Mapping[str, float]) -> str:
    bases = (by_name.get(BARE), by_name.get(OURS))
    return "".join(f"{seconds / base:8.2f}" if base else " " * 8 for base in bases)


def keep(path: Path, facts: Mapping[str, object], runs: Mapping[str, Runs]) -> None:
    """Write every run as JSON: shape → way → list of costs."""
    found = {
        shape: {r.name: [asdict(cost) for cost in costs] for r, costs in ways.items()}
        for shape, ways in runs.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**facts, "runs": found}, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
