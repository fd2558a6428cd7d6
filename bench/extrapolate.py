"""From two slices of MkDocs-Material to a whole corpus that nobody waits for.

With items out of the navigation each page costs the same. With items in it each page
also prints all others, so that part grows with the square of their number. Whoever
prints these numbers marks them as extrapolated.
"""

from collections.abc import Mapping

from bench.measure import Cost
from bench.runners import Runner

Points = list[tuple[int, float]]


def carry_on(costs: Mapping[Runner, Cost], items: int) -> dict[str, float]:
    """Give CPU seconds for `items` pages by mode, where both slices were run."""
    points: dict[str, Points] = {}
    for runner, cost in costs.items():
        if runner.pages:
            points.setdefault(runner.mode, []).append((runner.pages, cost.cpu))
    known = {mode: found for mode, found in points.items() if len(found) > 1}
    whole = {
        mode: _line(found, items) for mode, found in known.items() if mode != "default"
    }
    if "default" in known and "search" in known:
        whole["default"] = _square(known["default"], known["search"], items)
    return whole


def _line(points: Points, items: int) -> float:
    (few, first), (many, second) = points[0], points[-1]
    return second + (second - first) / (many - few) * (items - many)


def _square(default: Points, search: Points, items: int) -> float:
    """Add to the cost without navigation what the navigation costs for each pair."""
    many, seconds = default[-1]
    pair = (seconds - dict(search)[many]) / many**2
    return _line(search, items) + pair * items**2
