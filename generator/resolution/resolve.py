"""Resolve a whole catalog: every list of every office, at every date it changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.lists import Catalog, ListKey
from generator.problems import Problem
from generator.resolution.replay import list_keys, replay, replay_standards
from generator.resolution.resolved import ResolvedList
from generator.resolution.state import Moments, in_force


@dataclass(frozen=True, slots=True)
class Resolved:
    """All lists through time; `lists` has the offices' lists, `standards` the others.

    Every value is the list's moments in the order of their days, never empty.
    """

    catalog: Catalog
    standards: Mapping[ListKey, Moments]
    lists: Mapping[ListKey, Moments]
    problems: tuple[Problem, ...]

    def of_office(self, office: str) -> list[Moments]:
        """The lists of one office, in the order of the catalog."""
        return [moments for key, moments in self.lists.items() if key.owner == office]

    def on(self, key: ListKey, day: date) -> ResolvedList | None:
        """What a list said on a day; None before its first version."""
        return in_force(self.lists.get(key) or self.standards.get(key, ()), day)


def resolve(catalog: Catalog) -> Resolved:
    """Replay every list; changes that do not fit are reported and left out."""
    problems: list[Problem] = []
    standards = replay_standards(catalog, problems)
    lists: dict[ListKey, Moments] = {}
    for office in catalog.offices:
        for key in list_keys(catalog, standards, office):
            moments = replay(catalog, key, standards, problems)
            if moments:
                lists[key] = moments
    return Resolved(catalog, standards, lists, tuple(problems))
