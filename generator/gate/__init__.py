"""The gate (把关): rules about what a change does to the content that was there.

Never looks at what a file says alone, which is for checks, never asks the clock, and
never changes anything.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.checks.checked import OF_ONE_VALUE
from generator.gate.deletions import nothing_published_is_deleted
from generator.gate.identity import ids_keep_their_matter
from generator.gate.in_place import versions_in_force_stay
from generator.gate.intake import additions_have_their_approvals
from generator.gate.opening import open_proposal
from generator.gate.proposal import Proposal
from generator.gate.removal import large_removals_are_confirmed
from generator.gate.withdrawals import withdrawals_are_explained
from generator.problems import Problem, Severity, sort_by_place

__all__ = ["GATES", "Proposal", "gate", "join", "open_proposal"]

GATES: tuple[Callable[[Proposal], Iterator[Problem]], ...] = (
    versions_in_force_stay,
    additions_have_their_approvals,
    withdrawals_are_explained,
    nothing_published_is_deleted,
    ids_keep_their_matter,
    large_removals_are_confirmed,
)

_OF_WHAT_IS_PUBLIC = (versions_in_force_stay, nothing_published_is_deleted)
"""Rules that mean nothing before the site has opened."""

_SAID_BETTER = {"approvals-missing": "intake-approval"}
"""A rule of the checks → the rule of the gate that says the same with more."""

_OF_A_LIST = {"withdrawal-unexplained", "large-removal"}
"""Rules about what a list no longer has, whichever of its files had it."""

_OF_A_FILE = "in-force-edited"
"""The rule about what a file no longer has."""


def gate(proposal: Proposal) -> list[Problem]:
    """Run every rule; those that the policy names only remind."""
    reminders = proposal.policy.reminders
    return [
        replace(problem, severity=Severity.REMINDER)
        if problem.rule in reminders
        else problem
        for rule in GATES
        if not (proposal.in_preparation and rule in _OF_WHAT_IS_PUBLIC)
        for problem in rule(proposal)
    ]


def join(checked: Iterable[Problem], gated: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems of the checks and of the gate in order of place; none said twice.

    What a mistake took out of a list was not withdrawn.
    """
    known = tuple(checked)
    lossy = {
        problem.place.path
        for problem in known
        if problem.is_error and problem.rule not in OF_ONE_VALUE
    }
    found = [problem for problem in gated if not _is_echo(problem, lossy)]
    said = {(problem.place.path, problem.rule) for problem in found}
    kept = (p for p in known if (p.place.path, _SAID_BETTER.get(p.rule)) not in said)
    return tuple(sort_by_place((*kept, *found)))


def _is_echo(problem: Problem, lossy: set[str]) -> bool:
    """Tell what may only follow from a mistake that cost a file some of its items."""
    path = problem.place.path
    if problem.rule in _OF_A_LIST:
        folder = path.rpartition("/")[0]
        return any(other.startswith(f"{folder}/") for other in lossy)
    return problem.rule == _OF_A_FILE and path in lossy
