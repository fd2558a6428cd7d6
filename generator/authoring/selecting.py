"""Find what somebody asked for by its address, or say what it may be called."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from generator.authoring.comparison import Comparison
from generator.history.changes import Entry
from generator.problems import GeneratorError

_ALIKE = 0.4


def select(comparison: Comparison, address: str) -> Comparison:
    """Keep the acts of one owner, or of one OWNER/LIST; GeneratorError if unknown."""
    resolved = comparison.plan.resolved
    lists = {str(key) for key in (*resolved.lists, *resolved.standards)}
    lists |= {str(entry.key) for entry in comparison.entries if entry.key}
    owners = {name.partition("/")[0] for name in lists}
    known = lists | owners | set(resolved.catalog.offices)
    if address not in known:
        message = f"没有街道或清单“{address}”。{guess(address, known)}"
        raise GeneratorError(message)
    kept = tuple(e for e in comparison.entries if _is_of(e, address))
    return replace(comparison, entries=kept)


def guess(word: str, known: Iterable[str]) -> str:
    """Offer the nearest known word as a question; nothing where none is near."""
    near = get_close_matches(word, sorted(known), 1, _ALIKE)
    return f"是不是“{near[0]}”？" if near else ""


def _is_of(entry: Entry, address: str) -> bool:
    return address in {entry.owner, str(entry.key)}
