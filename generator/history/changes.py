"""What changed (变动): the values that comparison yields and every reader shows.

The timeline of the site, the note on a pull request and the text of a public notice
are three wordings of these same records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from generator.model.fields import Record, Value
from generator.model.lists import ListKey, Version


class ChangeKind(Enum):
    """What kind of change it is; the first four are made by a version."""

    ADDED = "added"  # 新增
    WITHDRAWN = "withdrawn"  # 取消
    REVISED = "revised"  # 调整
    MOVED = "moved"  # 移动: same id, another list or office
    CORRECTED = "corrected"  # 更正: contact edited in place, or said to be a correction
    EDITED = "edited"  # 就地改动: substance edited in a version already in force
    REDRAFTED = "redrafted"  # 施行前改动: an announced version edited before its day


class Source(Enum):
    """Which file a change comes from."""

    LIST = "list"  # the office's own list
    STANDARD = "standard"  # the standard list it adopts (标准清单)
    OFFICE = "office"  # the office file (街道资料)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it was not or is no more."""

    name: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item (事项) changed on one list; without `item` the list's heading is.

    `title` is the title after the change, of a withdrawn item the last one. `fields`
    holds every field that differs: of an added item all, with None before. `other` is
    the list an item moved from (`arrived`) or to; `declined` the reason where a
    standard item is no longer adopted.
    """

    kind: ChangeKind
    list: ListKey
    item: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    source: Source = Source.LIST
    reason: str = ""
    note: str = ""
    successor: Record | None = None
    declined: str = ""
    other: ListKey | None = None
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """One part of an office file changed: the office, a unit, a post or a community.

    Ids are empty where they do not apply: all three for the office itself. `name` is
    the part's name as readers know it. A MOVED office took over from `others`.
    """

    kind: ChangeKind
    office: str
    name: str
    unit: str = ""
    post: str = ""
    community: str = ""
    fields: tuple[FieldChange, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit (登记) of the published branch; `backwards`: dated before the one before.

    `time` keeps the zone in which it was recorded. Authors are not kept.
    """

    id: str
    time: datetime
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on a timeline: a version that takes effect, or an edit in place.

    `key` is the list, None for an office file; `day` is where it stands on a timeline:
    the effective date of a version, the recorded day of an edit. `before` is the day
    of the version compared with, None for the first, whose items are `total` and not
    listed as changes. `touched` names the offices that a standard list's change
    reached.
    """

    source: Source
    owner: str
    key: ListKey | None
    path: str
    day: date
    title: str = ""
    effective: date | None = None
    version: Version | None = None
    recorded: Commit | None = None
    in_place: bool = False
    before: date | None = None
    total: int = 0
    changes: tuple[ItemChange | OfficeChange, ...] = ()
    touched: tuple[str, ...] = ()

    @property
    def is_first(self) -> bool:
        """Tell the first version of a list."""
        return not self.in_place and self.before is None and self.key is not None


class Gap(Enum):
    """Why there are no recorded times."""

    NONE = ""
    NO_GIT = "no-git"  # the program git is not installed
    NO_REPOSITORY = "no-repository"  # the content is not kept in git
    NO_COMMITS = "no-commits"
    SHALLOW = "shallow"  # a shallow clone, published all the same with --allow-shallow


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One part of a file before and after, as the file says it: raw values.

    `section` is `head` (id empty), or the key of a list in the file: items, changes,
    units, communities; `id` is the part's id (of a change the item's). None where the
    part was not there or is no more.
    """

    section: str
    id: str
    old: Mapping[str, Value] | None
    new: Mapping[str, Value] | None


@dataclass(frozen=True, slots=True)
class FileEdit:
    """One content file changed by one commit, or between two trees.

    `path` is the file's path today (the last one it had, once it is deleted);
    `old_path` and `new_path` are its paths at that time, empty where there was no
    file. `readable` is False where either text was no YAML at all: `parts` then says
    nothing. An added file has no parts: its version says what it does.
    """

    path: str
    old_path: str
    new_path: str
    parts: tuple[PartDifference, ...] = ()
    readable: bool = True
    commit: Commit | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The recorded history (登记历史): when files were added, and each later edit.

    `added` is keyed by today's path and follows renames; `edits` are oldest first.
    """

    gap: Gap
    added: Mapping[str, Commit] = field(default_factory=dict)
    edits: tuple[FileEdit, ...] = ()


NOT_RECORDED = Recorded(Gap.NO_REPOSITORY)
