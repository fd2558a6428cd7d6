"""A version that removes much of a list says that it means to (大量取消)."""

from collections.abc import Iterator

from generator.gate.proposal import Act, Proposal
from generator.gate.wording import Spot, name_items, problem, spot_of, whole_file
from generator.history.changes import ChangeKind, ItemChange
from generator.model.fields import text_of
from generator.problems import Problem

FEWEST = 3
"""Items from which a removal can be large; of a short list one is soon a fifth."""


def large_removals_are_confirmed(proposal: Proposal) -> Iterator[Problem]:
    """More than the policy's share of a list goes only with a stated reason."""
    largest = proposal.policy.largest_removal
    for act in proposal.acts:
        gone = list(act.of_kind(ChangeKind.WITHDRAWN))
        total = len(act.before.items) if act.before else 0
        too_many = len(gone) >= FEWEST and len(gone) * 100 > total * largest
        if too_many and not text_of(act.version.header, "confirm"):
            yield problem(
                _spot(act, gone),
                "large-removal",
                f"这一版一次取消 {len(gone)} 项（{name_items(gone)}），"
                f"超过原有 {total} 项的 {largest}%。",
                "请核对有没有误删、漏录；确实要取消这么多，"
                "请在文件开头加一行“confirm: …”，写明缘由。",
            )


def _spot(act: Act, gone: list[ItemChange]) -> Spot:
    """The first withdrawal; a whole version does not say what it no longer has."""
    if act.version.is_whole:
        return whole_file(act.version.path)
    return spot_of(act.version, gone[0].item)
