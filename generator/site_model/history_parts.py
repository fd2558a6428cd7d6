"""The parts that history pages, feeds and notes are made of: entries already worded."""

from dataclasses import dataclass

from generator.history.runs import Runs
from generator.site_model.parts import Link


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field before and after, marked word by word; empty where there was none."""

    label: str
    old: Runs
    new: Runs


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: its kind (a ChangeKind value) with its label, and what it is about.

    `address` is the page of the item or the office, empty where there is none;
    `notes` are whole sentences: why, who does it now, where it moved.
    """

    kind: str
    kind_label: str
    title: str
    address: str
    fields: tuple[FieldLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One act of a timeline, ready to print.

    `day` is its ISO day and `when` the same in words; `owner` links to the office,
    `about` to the list (or office) it is about; `sort` says what kind of act it is,
    `summary` counts its changes. `facts` are dates, document and approvals (label,
    text, web address); `flags` are warnings; `compare` the page that shows the two
    versions side by side. `announced` says since when it will apply, while it does
    not yet. `touched` are the offices that a standard list's change reached. A brief
    card names only which fields changed and leaves out `left` changes; `more` leads
    to the whole act.
    """

    anchor: str
    day: str
    when: str
    owner: Link | None
    about: Link
    sort: str
    summary: str
    announced: str
    facts: tuple[tuple[str, str, str], ...]
    flags: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    compare: Link | None = None
    touched: tuple[Link, ...] = ()
    is_brief: bool = False
    left: int = 0
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of an item's timeline: when, what kind of change, and what it changed.

    `about` says where it comes from, empty for the list itself; `address` is the act
    on the list's or the office's timeline.
    """

    when: str
    kind: str
    kind_label: str
    about: str
    announced: str
    address: str
    fields: tuple[FieldLine, ...]
    notes: tuple[str, ...]


Field = tuple[str, str, str]
Row = tuple[str, str, str, str, tuple[Field, ...]]
Step = tuple[str, tuple[Row, ...]]
"""A version for the browser to fold: its day and rows of item, kind, title, address
and fields (label, old text, new text)."""
