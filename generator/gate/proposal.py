"""What the rules of the gate look at: the content before and after a change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.history.changes import (
    ChangeKind,
    Entry,
    FileEdit,
    ItemChange,
    Source,
)
from generator.history.effective import compare_moments
from generator.history.joining import versions
from generator.model.lists import STANDARD, ListKey, Version
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedList
from generator.resolution.state import Moments, in_force
from generator.settings import Policy

Acts = tuple["Act", ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one new or edited version does to its list, as far as this is to be judged.

    `before` is the list on the day before, None for the first version; of a version
    edited while in force, the list as it stood. `was` is the version before the edit,
    None for a new file.
    """

    version: Version
    changes: tuple[ItemChange, ...]
    before: ResolvedList | None
    after: ResolvedList
    was: Version | None

    def of_kind(self, kind: ChangeKind) -> Iterator[ItemChange]:
        """Pick the changes of one kind."""
        return (change for change in self.changes if change.kind is kind)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the content: every edit, and the content before and after it.

    `policy` is that of the content before: nobody loosens a rule and uses it at once.
    `in_preparation` tells that the site has not opened yet: nobody has read anything.
    """

    edits: tuple[FileEdit, ...]
    old: Resolved
    new: Resolved
    policy: Policy
    today: date
    acts: Acts
    in_preparation: bool = False


def propose(
    edits: tuple[FileEdit, ...],
    old: Resolved,
    new: Resolved,
    policy: Policy,
    today: date,
) -> Proposal:
    """Work out what a change does, version by version."""
    acts = tuple(_acts(edits, old, new, today)) if edits else ()
    return Proposal(edits, old, new, policy, today, acts)


def by_path(resolved: Resolved) -> dict[str, Version]:
    """Every version of a tree by its path."""
    listed = resolved.catalog.lists.values()
    return {version.path: version for versions in listed for version in versions}


def moments_of(resolved: Resolved, key: ListKey) -> Moments:
    """What a list said through time, an office's or a standard one; may be empty."""
    return resolved.lists.get(key) or resolved.standards.get(key, ())


def _acts(
    edits: tuple[FileEdit, ...], old: Resolved, new: Resolved, today: date
) -> Iterator[Act]:
    was_at = {edit.new_path: edit.old_path for edit in edits if edit.new_path}
    known = by_path(old)
    for key, entries in versions(new).items():
        for entry in entries:
            version = entry.version
            if version is None or version.key != key or version.path not in was_at:
                continue
            was = known.get(was_at[version.path])
            settled = was if was and was.effective <= today else None
            act = _act(entry, version, moments_of(new, key), was)
            stood = (
                in_force(moments_of(old, settled.key), settled.effective)
                if settled
                else None
            )
            yield _in_place(act, stood) if stood else act


def _act(entry: Entry, version: Version, moments: Moments, was: Version | None) -> Act:
    """What a version that is new, or not yet in force, changes on its day."""
    after = next(m for m in moments if m.day == entry.day)
    changes = (c for c in entry.changes if isinstance(c, ItemChange))
    standard = version.key.owner == STANDARD
    return Act(
        version,
        tuple(c for c in changes if standard or c.source is Source.LIST),
        in_force(moments, entry.day - timedelta(days=1)),
        after,
        was,
    )


def _in_place(act: Act, stood: ResolvedList) -> Act:
    """What an edit of a version in force changes, compared with what that said."""
    return replace(act, changes=tuple(_edits(stood, act.after)), before=stood)


def _edits(stood: ResolvedList, after: ResolvedList) -> Iterator[ItemChange]:
    adopted = after.base.items if after.base else {}
    for change in compare_moments(stood, after):
        before = stood.items.get(change.item)
        # What the standard list no longer has is for the standard list to explain.
        if not (before and before.adopted and change.item not in adopted):
            yield change
