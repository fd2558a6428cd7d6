"""What `site_config.yml` says, with every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.config_records import CONFIG, LANGUAGES
from generator.model.days_off import DaysOff
from generator.model.kinds import Kind
from generator.model.owners import Owners
from generator.model.site_records import (
    FOOTER,
    FORGES,
    REPORT_PLACES,
    REPOSITORY_FORGES,
)

__all__ = [
    "CONFIG",
    "FOOTER",
    "FORGES",
    "LANGUAGES",
    "REPORT_PLACES",
    "REPOSITORY_FORGES",
    "LifeEvent",
    "Policy",
    "Repository",
    "Settings",
]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A life event (人生事件) on the home page, by categories and single matters."""

    title: str
    categories: tuple[str, ...]
    matters: tuple[str, ...]


def _to_be_approved() -> Mapping[str, tuple[str, ...]]:
    return {"duty": (), "power": ()}


@dataclass(frozen=True, slots=True)
class Policy:
    """What a change of the content must respect (改动的规矩).

    `approvals` maps a kind to the bodies that all must have approved a new item of
    it, none named: any one; other kinds need no approval. `largest_removal` is a
    percentage of a list, `reminders` the rules that only remind.
    """

    approvals: Mapping[str, tuple[str, ...]] = field(default_factory=_to_be_approved)
    largest_removal: int = 20
    reminders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content is kept (内容仓库): forge, address without `/` at its end, branch."""

    forge: str
    address: str
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of `site_config.yml`; texts are empty where the file is silent.

    `footer` maps the names of FOOTER to what the site prints behind their labels.
    `report` is the address of a form, a mailbox or, with `report_forge`, a repository.
    `recheck` is the number of months after which a phone should be verified again,
    `channels` maps names of apps and portals to their addresses.
    `offline` keeps visited pages on the device; without `people_indexed` search engines
    are asked to leave out the pages that show people's names. `booklets` adds a page to
    each list, to be printed whole. `columns` maps headings of tables to fields.
    """

    name: str
    language: str = LANGUAGES[0]
    district: str = ""
    description: str = ""
    url: str = ""
    accent: str = "#1f5fae"
    sample: str = ""
    hotline: str = "12345"
    report: str = ""
    report_forge: str = ""
    opened: date | None = None
    offline: bool = False
    booklets: bool = False
    people_indexed: bool = True
    footer: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    life_events: tuple[LifeEvent, ...] = ()
    most_asked: tuple[str, ...] = ()
    recheck: int = 12
    channels: Mapping[str, str] = field(default_factory=dict)
    days_off: DaysOff = field(default_factory=DaysOff)
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    repository: Repository | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    owners: tuple[Owners, ...] = ()
