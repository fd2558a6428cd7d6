"""What rules look at, and how they word a problem."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.fields import Record
from generator.model.lists import STANDARD, Catalog, ListKey, Version
from generator.problems import Place, Problem, Severity
from generator.resolution.resolve import Resolved
from generator.settings import Settings

OF_ONE_VALUE = frozenset(
    {
        *("bad-phone", "bad-url", "bad-code", "bad-hours", "bad-choice", "too-long"),
        *("mobile-number", "id-card-number", "bank-card-number", "personal-detail"),
        *("empty-value", "multi-line-value", "inline-comment", "hidden-character"),
        *("garbled-text", "compatibility-character", "placeholder", "long-name"),
        *("unknown-unit", "unknown-post", "backup-post", "unknown-item"),
    }
)
"""Rules about a single value: whatever it is, the number of items stays."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole content, resolved, on the day of the check.

    `broken` are the paths of files in which an error was found before, `lossy` those
    of them in which an error may have cost an item. `prose` are the addresses of the
    prose pages.
    """

    resolved: Resolved
    settings: Settings
    today: date
    broken: frozenset[str] = frozenset()
    lossy: frozenset[str] = frozenset()
    prose: frozenset[str] = frozenset()

    @property
    def catalog(self) -> Catalog:
        """Everything that was loaded."""
        return self.resolved.catalog

    def versions(self) -> Iterator[Version]:
        """Every version of every list."""
        for versions in self.catalog.lists.values():
            yield from versions

    def is_sound(self, *keys: ListKey) -> bool:
        """Tell whether no file of these lists, of their office or of the site is broken.

        What is counted over a list whose files have errors is no mistake of its own.
        """
        owners = {key.owner for key in keys}
        files = {"site_config.yml"} | {f"content/offices/{o}.yml" for o in owners}
        folders = tuple(f"content/lists/{key}/" for key in keys)
        return not any(p in files or p.startswith(folders) for p in self.broken)

    def has_all_items(self, *keys: ListKey) -> bool:
        """Tell whether no file of these lists may have lost an item to an error.

        A wrong phone is no reason to keep quiet about a wrong total.
        """
        folders = tuple(f"content/lists/{key}/" for key in keys)
        config = "site_config.yml" in self.broken
        return not config and not any(p.startswith(folders) for p in self.lossy)

    def office_records(self) -> Iterator[tuple[Version, Record]]:
        """Every item as offices' own files state it: whole items, added, revised."""
        for version in self.versions():
            if version.key.owner != STANDARD:
                for record in stated(version):
                    yield version, record


def stated(version: Version) -> Iterator[Record]:
    """Every item record that one version writes down."""
    yield from version.items or ()
    for change in version.changes:
        yield change.fields


def at(
    record: Record,
    key: str | None,
    rule: str,
    sentence: str,
    cure: str,
    severity: Severity = Severity.ERROR,
) -> Problem:
    """A problem at one field of a record, underlined as far as the value goes."""
    value = record.get(key) if key else None
    width = len(value) if isinstance(value, str) else 1
    return Problem(record.place(key), rule, sentence, cure, severity, width)


def about(
    path: str, rule: str, sentence: str, cure: str, severity: Severity = Severity.ERROR
) -> Problem:
    """A problem about a whole file or folder."""
    return Problem(Place(path, 1, 1), rule, sentence, cure, severity, width=0)
