"""What was understood of a table (识别结果), before anything is compared or written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.model.kinds import Kind

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""A value as it stands in a content file: text, list, mapping, or null."""


class Subject(Enum):
    """What a table is about."""

    ITEMS = "items"  # a list: one matter a row
    CONTACTS = "contacts"  # units with phones, places, hours
    COMMUNITIES = "communities"  # communities with codes, addresses, phones
    UNKNOWN = "unknown"  # counts, documents: nothing to publish as a list


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands, as people call it: sheet, row number of the file, heading."""

    sheet: str
    row: int
    heading: str

    def words(self) -> str:
        """Say the place: 第 12 行“咨询电话”."""
        return (
            f"第 {self.row} 行“{self.heading}”" if self.heading else f"第 {self.row} 行"
        )


@dataclass(frozen=True, slots=True)
class Column:
    """One column and the field it fills.

    `field` is the name of a field (of an item, or of a unit or community for the
    other subjects), empty where the column goes to `note` under its heading. `how`
    says why in Chinese ("同义列名“执法依据”"); `examples` are up to three values.
    """

    index: int
    heading: str
    field: str
    how: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was changed on the way, and why: shown to whoever imports."""

    place: CellPlace
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of a cell or a row that was not changed: what, and the cure.

    With `is_doubt` it is most likely a mistake: nothing is written before somebody looks.
    """

    place: CellPlace
    sentence: str
    cure: str = ""
    is_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `cells` holds the repaired text of every field whose column exists.

    An empty text means that the cell is empty, a missing key that the table has no
    such column. `values` holds the same as it goes into a file, empty ones left out.
    `headings` gives the heading of the column that a field came from.
    """

    number: int
    cells: Mapping[str, str]
    values: Mapping[str, Plain]
    headings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the table: each empty where it does not say.

    Dates are 2026-01-01; `total` is the number of items that it states.
    """

    title: str = ""
    document: str = ""
    issuer: str = ""
    effective: str = ""
    published: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A table, read: the subject, its columns, its rows, and all there is to say.

    `kind` is None where the subject is not ITEMS; `why_kind` says in Chinese what
    spoke for it. `missing` are fields that the kind expects and the table lacks.
    `left` are the other tables of the file that were not read, by name and reason.
    """

    sheet: str
    subject: Subject
    kind: Kind | None
    why_kind: str
    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    repairs: tuple[Repair, ...]
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    left: tuple[str, ...]
