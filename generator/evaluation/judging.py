"""Judge answers: what came first, what among the first five, by type of query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.evaluation.queries import Answer, Query


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with its answer."""

    query: Query
    answer: Answer

    @property
    def rank(self) -> int:
        """Where the first matter stands that answers the query; 0: not in the five."""
        for place, hit in enumerate(self.answer.hits, start=1):
            if hit.id in self.query.accept:
                return place
        return 0

    @property
    def is_astray(self) -> bool:
        """Tell whether another street was set than the query must set."""
        return bool(self.query.street) and self.answer.street != self.query.street


@dataclass(frozen=True, slots=True)
class Score:
    """How many queries were asked, answered first, and answered among five."""

    asked: int
    first: int
    five: int

    @property
    def success_at_1(self) -> float:
        """The part answered first, 0 to 1."""
        return self.first / self.asked

    @property
    def success_at_5(self) -> float:
        """The part answered among the first five, 0 to 1."""
        return self.five / self.asked


@dataclass(frozen=True, slots=True)
class Report:
    """All queries with their answers, in the order of the file."""

    judged: tuple[Judged, ...]

    @property
    def overall(self) -> Score:
        """The score of all queries."""
        return _score(self.judged)

    @property
    def by_kind(self) -> dict[str, Score]:
        """The score of each type of query, in the order of the alphabet."""
        kinds = sorted({one.query.kind for one in self.judged})
        return {
            kind: _score([one for one in self.judged if one.query.kind == kind])
            for kind in kinds
        }

    @property
    def with_street(self) -> tuple[Judged, ...]:
        """The queries that must set a street."""
        return tuple(one for one in self.judged if one.query.street)

    @property
    def failures(self) -> tuple[Judged, ...]:
        """What was not answered first or set a wrong street; the worst come first."""
        failed = [one for one in self.judged if one.rank != 1 or one.is_astray]
        return tuple(sorted(failed, key=lambda one: one.rank != 0))


def judge(queries: Sequence[Query], answers: Iterable[Answer]) -> Report:
    """Put every query beside its answer; there are as many of each."""
    return Report(tuple(map(Judged, queries, answers)))


def _score(judged: Sequence[Judged]) -> Score:
    ranks = [one.rank for one in judged]
    return Score(len(ranks), ranks.count(1), sum(rank > 0 for rank in ranks))
