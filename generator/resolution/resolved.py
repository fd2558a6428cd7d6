"""The values that resolution yields: items with the origin of every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.fields import Value
from generator.model.kinds import Kind
from generator.model.lists import Change, ListKey, Version


class Origin(Enum):
    """Where a field of a resolved item comes from (来源)."""

    STANDARD = "standard"  # 标准清单
    REWRITTEN = "rewritten"  # 本街道改写
    OWN = "own"  # 本街道新增, or a list that adopts no standard


@dataclass(frozen=True, slots=True)
class ResolvedItem:
    """One item (事项) as in force: its fields, and which of them are the office's own.

    `adopted` tells that the item comes from a standard list.
    """

    id: str
    fields: Mapping[str, Value]
    adopted: bool
    own: frozenset[str] = frozenset()

    def origin(self, field: str) -> Origin:
        """Say where one field comes from."""
        if not self.adopted:
            return Origin.OWN
        return Origin.REWRITTEN if field in self.own else Origin.STANDARD


@dataclass(frozen=True, slots=True)
class Declined:
    """A standard item that the office does not adopt (未采用), with its reason."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An item that was in force and is no more: its last text, since when, and why.

    `change` is None where a new whole version simply no longer has it; `declined`
    is the reason where that version declines the standard's item.
    """

    item: ResolvedItem
    since: date
    change: Change | None
    version: Version | None
    declined: str = ""


@dataclass(frozen=True, slots=True)
class ResolvedList:
    """A list as in force from `day` on, until its next moment.

    `version` is the office's own file in force (None where a standard list applies
    without one), `whole` the whole version under it; `standard` is the list adopted
    and `base` what that says on the day. `ended` holds every item that was in
    force before `day` and is not now.
    """

    key: ListKey
    kind: Kind
    day: date
    title: str
    version: Version | None
    whole: Version | None
    standard: ListKey | None
    base: "ResolvedList | None"
    items: Mapping[str, ResolvedItem]
    declined: tuple[Declined, ...]
    ended: Mapping[str, Ended]

    @property
    def source(self) -> Version:
        """The version that began on the list's day: the office's own, or the standard's."""
        own, base = self.version, self.base
        if own is not None and (own.effective == self.day or base is None):
            return own
        if base is not None and (own is None or base.day == self.day):
            return base.source
        if own is not None:
            return own
        message = f"{self.key} has no version"
        raise ValueError(message)
