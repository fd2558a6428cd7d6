"""The language in which every record of the content is declared.

One declaration of a field serves the decoder, the JSON Schema, `qingdan new`,
the page and (later) the form and the spreadsheet import.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.problems import Place


class Shape(Enum):
    """What a field's value looks like in the file."""

    LINE = "line"  # one line of text
    TEXT = "text"  # paragraphs
    WORDS = "words"  # a list of one-line texts
    ID = "id"  # lower-case ASCII slug
    IDS = "ids"  # a list of slugs
    DATE = "date"  # 2026-01-01
    COUNT = "count"  # a whole number
    CODE = "code"  # 统计用区划代码
    URL = "url"  # http(s) address
    PHONE = "phone"  # landline with extension, or short number
    CHOICE = "choice"  # one of `choices`
    CHOICES = "choices"  # a list out of `choices`
    PERSON = "person"  # a name, or null for a vacancy
    UNIT = "unit"  # a unit id, or a unit's name as text
    POST = "post"  # a post id of that unit
    LIST = "list"  # OWNER/LIST, the address of a list
    RANGES = "ranges"  # a list of 09:00-12:00
    RECORD = "record"  # one mapping with `parts`
    RECORDS = "records"  # a list of mappings with `parts`


class Nature(Enum):
    """Whether a change needs a new version (实质) or an edit in place (联系)."""

    SUBSTANCE = "substance"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record, as editors write it and readers see it.

    `or_text` lets a RECORD or RECORDS field also be given as plain text.
    `meanings` are the Chinese words for `choices`, where these are none themselves.
    `help` is a Chinese sentence for editors; `example` a value as text.
    """

    name: str
    label: str
    shape: Shape
    required: bool = False
    nature: Nature = Nature.SUBSTANCE
    or_text: bool = False
    choices: tuple[str, ...] = ()
    meanings: tuple[str, ...] = ()
    parts: tuple["Field", ...] = ()
    help: str = ""
    example: str = ""


class Record(dict[str, "Value"]):
    """A mapping of a content file that remembers where each value stands.

    `marks` holds line and column of every value, two numbers a key, in the
    order of the keys: compact, since a city has a hundred thousand items.
    """

    __slots__ = ("column", "line", "marks", "path")

    def __init__(
        self,
        values: "Mapping[str, Value]",
        path: str = "",
        line: int = 0,
        column: int = 0,
        marks: "array[int] | None" = None,
    ) -> None:
        """Keep the values and their places; without marks the record's own place."""
        super().__init__(values)
        self.path = path
        self.line = line
        self.column = column
        self.marks = array("I") if marks is None else marks

    def place(self, key: str | None = None) -> Place:
        """Say where the value of `key` stands, or the record itself."""
        for index, name in enumerate(self):
            if name == key and 2 * index + 1 < len(self.marks):
                return Place(
                    self.path, self.marks[2 * index], self.marks[2 * index + 1]
                )
        return Place(self.path, self.line, self.column)


Value = str | int | tuple["str | Record", ...] | Record | None


def text_of(values: Mapping[str, Value], key: str) -> str:
    """Give the text of a field, empty where the file is silent or mistaken."""
    value = values.get(key)
    return value if isinstance(value, str) else ""


def words_of(values: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """Give the texts of a field that is a list, none where the file is silent."""
    value = values.get(key)
    entries = value if isinstance(value, tuple) else ()
    return tuple(entry for entry in entries if isinstance(entry, str))


def records_of(values: Mapping[str, Value], key: str) -> tuple[Record, ...]:
    """Give the records of a field that is a list of them, none where it is silent."""
    value = values.get(key)
    entries = value if isinstance(value, tuple) else ()
    return tuple(entry for entry in entries if isinstance(entry, Record))
