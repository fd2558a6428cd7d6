"""Small content trees: files by path, valid unless told otherwise, joined with `|`.

Items and changes are written as YAML flow mappings, one a line.
"""

from datetime import date
from pathlib import Path

from generator.history.changes import NOT_RECORDED, Recorded
from generator.history.joining import build_history
from generator.loading.labels import Labels, read_labels
from generator.loading.load import load
from generator.model.lists import ListKey
from generator.pipeline import Examined, examine, find_theme
from generator.problems import Problem
from generator.resolution.resolve import Resolved, resolve
from generator.resolution.resolved import ResolvedList
from generator.site_model.pages import Page
from generator.site_model.plan import Plan
from generator.site_model.site import plan_site

SHIPPED = Path(__file__).parent.parent
Files = dict[str, str]
TODAY = date(2026, 11, 22)
CONFIG = {"site_config.yml": "site:\n  name: 示例区\n"}
OFFICE = {"content/offices/a.yml": "id: a\nname: 甲街道\nclass: urban\n"}
EMPTY = CONFIG | OFFICE
"""A site with the street office `a` and no lists."""


def office(office_id: str, text: str = "", name: str = "乙街道") -> Files:
    """Write an office file; `text` follows its id and name."""
    return {
        f"content/offices/{office_id}.yml": f"id: {office_id}\nname: {name}\n{text}"
    }


def whole(address: str, day: str, *items: str, head: str = "kind: service\n") -> Files:
    """Write a whole version of owner/list; without items the key is left out."""
    return _version(address, day, head, "items", items)


def amend(address: str, day: str, *changes: str, head: str = "") -> Files:
    """Write an amendment of owner/list."""
    return _version(address, day, head, "changes", changes)


def _version(
    address: str, day: str, head: str, body: str, entries: tuple[str, ...]
) -> Files:
    name = address.partition("/")[2]
    text = f"list: {name}\neffective: {day}\n{head}"
    if entries:
        text += f"{body}:\n" + "".join(f"  - {entry}\n" for entry in entries)
    return {f"content/lists/{address}/{day}.yml": text}


def read(root: Path) -> Resolved:
    """Load and resolve a tree that has no mistakes."""
    loaded = load(root)
    assert [p.sentence for p in loaded.problems if p.is_error] == []
    return resolve(loaded.catalog)


def on(resolved: Resolved, address: str, day: str) -> ResolvedList | None:
    """Look up what owner/list said on a day."""
    owner, _, name = address.partition("/")
    return resolved.on(ListKey(owner, name), date.fromisoformat(day))


def problems(root: Path, today: date = TODAY) -> list[Problem]:
    """Everything that `check` finds in a tree."""
    return list(examine(root, today).problems)


def errors(root: Path) -> list[str]:
    """The rules of the errors that `check` finds in a tree, in order of place."""
    return [problem.rule for problem in problems(root) if problem.is_error]


def plan(
    examined: Examined, today: date = TODAY, recorded: Recorded = NOT_RECORDED
) -> Plan:
    """Plan an examined tree in the words of the theme that ships."""
    labels = read_labels(find_theme(SHIPPED))
    settings = examined.loaded.settings
    return Plan(
        examined.resolved,
        settings,
        _section(labels, "phrases"),
        _section(labels, "unit_types"),
        today,
        build_history(examined.resolved, recorded, today),
    )


def _section(labels: Labels, name: str) -> dict[str, str]:
    section = labels[name]
    assert isinstance(section, dict)
    return {key: text for key, text in section.items() if isinstance(text, str)}


def pages_by_address(examined: Examined, today: date = TODAY) -> dict[str, Page]:
    """All pages of an examined tree, by address; no address is used twice."""
    planned = list(plan_site(plan(examined, today)).pages())
    by_address = {page.head.address: page for page in planned}
    assert len(by_address) == len(planned), "two pages have one address"
    return by_address


def pages(root: Path, today: date = TODAY) -> dict[str, Page]:
    """All pages of a tree without errors, by address."""
    examined = examine(root, today)
    assert [p.sentence for p in examined.problems if p.is_error] == []
    return pages_by_address(examined, today)
