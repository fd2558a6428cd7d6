"""Lists (清单), their dated versions (版本), and the catalog of everything loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.corrections import Correction
from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.model.office import Office
from generator.model.words import NO_WORDS, Words
from generator.problems import Place

STANDARD = "standard"


class ListKey(NamedTuple):
    """Where a list lives: its owner (an office id or `standard`) and its own id."""

    owner: str
    id: str

    def __str__(self) -> str:
        """Write the key as editors do: owner/list."""
        return f"{self.owner}/{self.id}"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an amendment: add, revise or withdraw one item (事项).

    `fields` is the whole item for `add`, what `set` names for `revise` (None
    removes a field), and empty for `withdraw`.
    """

    verb: str
    item: str
    fields: Record
    reason: str
    successor: Record | None
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Version:
    """One dated version of a list: whole (`items`) or an amendment (`changes`)."""

    key: ListKey
    path: str
    effective: date
    header: Record
    items: tuple[Record, ...] | None
    changes: tuple[Change, ...]

    @property
    def is_whole(self) -> bool:
        """Tell a whole version from an amendment."""
        return self.items is not None


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that was loaded, by id; versions are in order of effective date."""

    kinds: Mapping[str, Kind]
    offices: Mapping[str, Office]
    lists: Mapping[ListKey, tuple[Version, ...]]
    words: Words = NO_WORDS
    corrections: tuple[Correction, ...] = ()

    def kind_of(self, key: ListKey) -> Kind | None:
        """Find the kind of a list: its first version that names one decides."""
        for version in self.lists.get(key, ()):
            name = version.header.get("kind")
            if isinstance(name, str) and name in self.kinds:
                return self.kinds[name]
        return None
