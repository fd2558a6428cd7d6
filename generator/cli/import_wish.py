"""What somebody asks of `qingdan import`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """The command line of an import; texts are empty where it is silent.

    `confirm` says why much of a list goes.

    `matches` maps a row's number to an item's id or `new`. `new_offices` makes files
    for streets that have none, `name` is what a new one is called.
    """

    file: Path
    root: Path
    office: str
    list_id: str
    kind: str
    sheet: str
    effective: date | None
    reason: str
    matches: dict[int, str]
    yes: bool
    whole: bool
    in_part: bool
    verbose: bool
    confirm: str = ""
    new_offices: bool = False
    name: str = ""
