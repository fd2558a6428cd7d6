"""A new duty or power has its document and its approvals (职责准入)."""

from collections.abc import Iterator

from generator.gate.proposal import Act, Proposal
from generator.gate.wording import listed, name_items, problem, spot_of
from generator.history.changes import ChangeKind, ItemChange
from generator.model.fields import Record, records_of, text_of
from generator.model.kinds import Kind
from generator.model.lists import Version
from generator.problems import Problem

_DOCUMENT, _APPROVALS = "公布文件（document）", "职责准入批准（approvals）"


def additions_have_their_approvals(proposal: Proposal) -> Iterator[Problem]:
    """Every body that the policy names has approved what a version adds.

    The first version of a list is where counting begins: it needs its document only.
    """
    for act in proposal.acts:
        kind = act.after.kind
        if kind.id not in proposal.policy.approvals:
            continue
        if act.before is None:
            if not _has_document(act.version) and act.version.is_whole:
                yield _first(act.version, kind)
            continue
        added = [change for change in act.changes if _is_intake(change, act, proposal)]
        missing = _missing(act.version, proposal.policy.approvals[kind.id])
        if added and missing:
            yield _added(act.version, kind, added, missing)


def _is_intake(change: ItemChange, act: Act, proposal: Proposal) -> bool:
    """Tell a new matter from one that came from another list of such a kind.

    What an office adopts has been approved with the standard list.
    """
    item = act.after.items.get(change.item)
    if item is None or item.adopted:
        return False
    if change.kind is ChangeKind.MOVED and change.arrived and change.other:
        catalog = proposal.new.catalog
        left = catalog.kind_of(change.other)
        return left is None or left.id not in proposal.policy.approvals
    return change.kind is ChangeKind.ADDED


def _missing(version: Version, wanted: tuple[str, ...]) -> list[str]:
    approvals = records_of(version.header, "approvals")
    by = ["".join(text_of(approval, "by").split()) for approval in approvals]
    missing = [] if _has_document(version) else [_DOCUMENT]
    # A body may be written with more of its name: 云溪市清平区司法局 is 区司法局.
    lacking = [n for n in dict.fromkeys(wanted) if not any(n in name for name in by)]
    if lacking:
        missing.append(f"{'、'.join(lacking)}的批准（approvals）")
    elif not any(by):
        missing.append(_APPROVALS)
    return missing


def _has_document(version: Version) -> bool:
    document = version.header.get("document")
    if not isinstance(document, Record):
        return False
    return any(text_of(document, key) for key in ("number", "title"))


def _first(version: Version, kind: Kind) -> Problem:
    return problem(
        spot_of(version, "", "effective"),
        "intake-approval",
        f"{kind.label}的第一版没有写{_DOCUMENT}。",
        "请在文件开头加一行“document:”，下一行缩进写文号（number）。",
    )


def _added(
    version: Version, kind: Kind, added: list[ItemChange], missing: list[str]
) -> Problem:
    return problem(
        spot_of(version, added[0].item),
        "intake-approval",
        f"{kind.label}新增了{name_items(added)}，却没有写{listed(missing)}。",
        "新增事项要先经批准。请在文件开头补上：公布文件写文号（document 下的 number），"
        "批准写机关和文件（approvals 下的 by 和 document）。",
    )
