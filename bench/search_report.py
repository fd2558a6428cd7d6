"""What the search benchmark prints and keeps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.search_browser import Figures

KB = 1000
MB = 1_000_000
HEAD = (
    f"{'':14}{'KB first':>10}{'KB later':>10}{'ready ms':>10}{'work ms':>9}{'stall ms':>10}"
    f"{'key p50':>9}{'key p95':>9}{'heap MB':>9}{'@1':>7}{'@5':>7}"
)


@dataclass(frozen=True, slots=True)
class Goals:
    """What ours may take at most: KB before the first answer, ms, ms, MB."""

    before: float
    ready: float = 600
    most: float = 50
    heap: float = 60


def missed(found: Figures, goals: Goals) -> list[str]:
    """Name the goals that were not met, with the figure and what it may be."""
    pairs = {
        "KB before the first answer": (found.before / KB, goals.before),
        "ms until ready": (found.ready, goals.ready),
        "ms from key to results, 95th percentile": (found.most, goals.most),
        "MB of heap": (found.heap / MB, goals.heap),
    }
    return [
        f"{name}: {value:.0f}, goal {most:.0f}"
        for name, (value, most) in pairs.items()
        if value > most
    ]


def table(title: str, found: Mapping[str, Figures], notes: Sequence[str]) -> str:
    """Print one site: a line for each way, and what has to be known about it."""
    lines = [title, HEAD, *(_line(name, one) for name, one in found.items())]
    return "\n".join([*lines, *(f"  {note}" for note in notes)]) + "\n"


def verdict(name: str, found: Figures, goals: Goals) -> str:
    """Say whether ours does what it must."""
    faults = missed(found, goals)
    if not faults:
        return f"  {name}: all goals met"
    return f"  {name}: MISSED " + "; ".join(faults)


def _line(name: str, one: Figures) -> str:
    return (
        f"{name:14}{one.before / KB:10.1f}{one.after / KB:10.1f}{one.ready:10.0f}"
        f"{one.work:9.0f}{one.stall:10.0f}{one.half:9.1f}{one.most:9.1f}{one.heap / MB:9.1f}"
        f"{_share(one.first):>7}{_share(one.five):>7}" + _doubts(one)
    )


def _doubts(one: Figures) -> str:
    """Say how many keys had no answer."""
    return f"  {one.lost} of {one.lost + one.keys} keys without an answer" * (
        one.lost > 0
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * 100:.1f}"


def keep(path: Path, facts: Mapping[str, object]) -> None:
    """Write every figure as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(facts, ensure_ascii=False, indent=2, default=_plain)
    path.write_text(text + "\n", encoding="utf-8")


def _plain(value: object) -> object:
    return asdict(value)  # type: ignore[call-overload] # only Figures get here
