"""Versions: kinds stay, totals agree, nothing is emptied, dates are believable."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.checked import Checked, about, at
from generator.model.fields import records_of, text_of
from generator.model.lists import STANDARD
from generator.problems import Problem, Severity
from generator.resolution.misfits import no_whole

FAR = 5
"""Years ahead that an announced version may lie; more is a typing slip."""

EARLIEST = 1949
_GATED = {"duty", "power"}


def kinds_stay(checked: Checked) -> Iterator[Problem]:
    """A list is of one kind for ever, and some version says which."""
    for key, versions in checked.catalog.lists.items():
        kind = checked.catalog.kind_of(key)
        for version in versions:
            stated = text_of(version.header, "kind")
            if kind and stated and stated != kind.id:
                yield at(
                    version.header,
                    "kind",
                    "kind-changed",
                    f"清单“{key}”原来是{kind.label}（{kind.id}），这一版却写“{stated}”。",
                    "请改回原来的类型（kind）；确实是另一种清单，请另建一个清单文件夹。",
                )
        if kind is not None or any("kind" in v.header for v in versions):
            continue
        if versions and not any(version.is_whole for version in versions):
            yield no_whole(versions[0])
        elif versions:
            kinds = checked.catalog.kinds.values()
            known = "、".join(f"{one.id} {one.label}" for one in kinds)
            yield about(
                versions[0].path,
                "missing-key",
                "清单文件缺少清单类型（kind）。",
                f"请加一行“kind: …”，可以写：{known}。",
            )


def totals_agree(checked: Checked) -> Iterator[Problem]:
    """The number that the notice states is the number of items in force that day."""
    for version in checked.versions():
        declared = version.header.get("declared_total")
        resolved = checked.resolved.on(version.key, version.effective)
        if not isinstance(declared, int) or not resolved:
            continue
        keys = (k for k in (version.key, resolved.standard) if k)
        if declared != len(resolved.items) and checked.has_all_items(*keys):
            yield at(
                version.header,
                "declared_total",
                "declared-total",
                f"公布的是 {declared} 项，这一版实际有 {len(resolved.items)} 项。",
                "请核对有没有漏录或多录，或改正公布的项数（declared_total）。",
            )


def lists_are_not_empty(checked: Checked) -> Iterator[Problem]:
    """No version leaves a list without items that had some before."""
    everything = {**checked.resolved.standards, **checked.resolved.lists}
    for moments in everything.values():
        for before, after in pairwise(moments):
            # A standard list that no longer applies leaves nothing, rightly.
            emptied = before.items and not after.items and after.version is not None
            if emptied and checked.has_all_items(after.key):
                yield about(
                    after.source.path,
                    "empty-list",
                    f"这一版使清单变空了：原有 {len(before.items)} 项全部没有了。",
                    "请核对是不是取消得太多；整份清单不再使用时，请与管理员商量。",
                )


def dates_are_near(checked: Checked) -> Iterator[Problem]:
    """A version in the far future or the far past is a typing slip."""
    for version in checked.versions():
        for key, label in (("effective", "施行日期"), ("published", "公布日期")):
            stated = text_of(version.header, key)
            year = int(stated[:4]) if stated else checked.today.year
            if EARLIEST <= year <= checked.today.year + FAR:
                continue
            yield at(
                version.header,
                key,
                "far-date",
                f"{label}是 {year} 年，离今天很远。",
                "请核对年份。",
                Severity.REMINDER,
            )


def verified_is_past(checked: Checked) -> Iterator[Problem]:
    """Nobody has verified a phone tomorrow."""
    for office in checked.catalog.offices.values():
        for unit in records_of(office.record, "units"):
            for phone in records_of(unit, "phones"):
                stated = text_of(phone, "verified")
                if stated and date.fromisoformat(stated) > checked.today:
                    yield at(
                        phone,
                        "verified",
                        "far-date",
                        f"核实日期（verified）{stated} 在今天以后。",
                        "请核对日期。",
                        Severity.REMINDER,
                    )


def additions_are_approved(checked: Checked) -> Iterator[Problem]:
    """A new duty or power names its approvals (职责准入)."""
    for version in checked.versions():
        kind = checked.catalog.kind_of(version.key)
        added = [c for c in version.changes if c.verb == "add"]
        gated = kind is not None and kind.id in _GATED
        if (
            added
            and gated
            and version.key.owner != STANDARD
            and (not records_of(version.header, "approvals"))
        ):
            yield Problem(
                added[0].place,
                "approvals-missing",
                f"新增了{kind.label if kind else ''}事项，却没有写职责准入批准（approvals）。",
                "请写明批准机关和文件，例如区委编办、区司法局。",
                Severity.REMINDER,
            )
