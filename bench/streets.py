"""A naive reading of a corpus, as a script of an afternoon would do it.

It trusts the files, checks nothing and keeps no origins: what it knows is what the
item page of the bare loop prints. It serves the other ways to build, never ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Raw = dict[str, Any]  # whatever the parser returns: this script does not look closer


@dataclass(frozen=True, slots=True)
class Street:
    """A street with its office file, its list's header and the items in force."""

    office: Raw
    header: Raw
    items: list[Raw]


def read_streets(root: Path) -> Iterator[Street]:
    """Yield the streets of a corpus one by one, their amendments applied."""
    content = root / "content"
    standard: dict[str, Raw] = {}
    for path in sorted(content.glob("lists/standard/*/*.yml")):
        standard = {item["id"]: item for item in _load(path)["items"]}
    for path in sorted(content.glob("offices/*.yml")):
        versions = sorted(content.glob(f"lists/{path.stem}/*/*.yml"))
        yield _street(_load(path), [_load(version) for version in versions], standard)


def _load(path: Path) -> Raw:
    with path.open("rb") as file:
        loaded: Raw = yaml.load(file, Loader=yaml.CSafeLoader)
    return loaded


def _street(office: Raw, versions: list[Raw], standard: dict[str, Raw]) -> Street:
    header = versions[0]
    items = dict(standard) if "based_on" in header else {}
    for declined in header.get("declined", ()):
        del items[declined["id"]]
    for item in header["items"]:
        items[item["id"]] = items.get(item["id"], {}) | item
    for version in versions[1:]:
        for change in version["changes"]:
            _apply(items, change)
    phones = {unit["id"]: unit["phones"][0]["number"] for unit in office["units"]}
    reached = [{"hotline": phones[item["unit"]]} | item for item in items.values()]
    return Street(office, header, reached)


def _apply(items: dict[str, Raw], change: Raw) -> None:
    if "add" in change:
        items[change["add"]["id"]] = change["add"]
    elif "revise" in change:
        items[change["revise"]] = items[change["revise"]] | change["set"]
    else:
        del items[change["withdraw"]]
