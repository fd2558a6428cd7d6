"""Which list a table is for, and from which day on (导入到哪里)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.importing.alike import fold_cell
from generator.model.lists import STANDARD, ListKey
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedList
from generator.understanding.understood import Heading

USUAL = {
    "duty": "duties",
    "power": "powers",
    "service": "services",
    "community-duty": "community",
    "community-assist": "community-assist",
    "no-certificate": "certificates",
    "community-barred": "barred",
}
"""What the list of a kind is called where there is none yet; else as its kind."""


@dataclass(frozen=True, slots=True)
class Target:
    """A list, the day of the new version, and what is in force on that day.

    `is_new_day` is False where the table states no day of its own, so that only a
    table without changes can be dealt with.
    """

    key: ListKey
    day: date
    current: ResolvedList | None
    is_new_day: bool


def offices_named(resolved: Resolved, heading: Heading) -> list[str]:
    """The offices that the heading of a table names, for a question."""
    said = fold_cell(heading.title + heading.issuer)
    return [
        office.id
        for office in resolved.catalog.offices.values()
        if any(fold_cell(n) in said for n in (office.name, *office.formerly) if n)
    ]


def find_owner(resolved: Resolved, owner: str) -> str:
    """Check an office that was given; GeneratorError where there is none."""
    offices = resolved.catalog.offices
    if owner == STANDARD or owner in offices:
        return owner
    named = [o.id for o in offices.values() if owner in {o.name, o.full_name}]
    if len(named) == 1:
        return named[0]
    known = "、".join(f"{o.id}（{o.name}）" for o in offices.values())
    message = f"没有街道“{owner}”。已有：{known or '（还没有）'}；标准清单写 standard。"
    raise GeneratorError(message)


def titled(resolved: Resolved, owner: str, title: str, day: date) -> ListKey | None:
    """The list of an owner that has exactly this title."""
    wanted = fold_cell(title)
    for key, current in _lists_of(resolved, owner, day):
        if wanted and fold_cell(current.title) == wanted:
            return key
    return None


def choose_list(
    resolved: Resolved, owner: str, kind: str, title: str, day: date
) -> ListKey:
    """The list of a kind; GeneratorError where several could be meant."""
    exact = titled(resolved, owner, title, day)
    if exact:
        return exact
    known = {k: c for k, c in _lists_of(resolved, owner, day) if c.kind.id == kind}
    if len(known) == 1:
        return next(iter(known))
    if known:
        named = "、".join(f"{key.id}（{c.title}）" for key, c in known.items())
        message = f"这类清单有几份：{named}。请用 --list 写明是哪一份。"
        raise GeneratorError(message)
    standards = [
        key
        for key in resolved.standards
        if (k := resolved.catalog.kind_of(key)) and k.id == kind
    ]
    usual = USUAL.get(kind, kind)
    names = [key.id for key in standards]
    return ListKey(owner, names[0] if len(names) == 1 else usual)


def _lists_of(
    resolved: Resolved, owner: str, day: date
) -> Iterator[tuple[ListKey, ResolvedList]]:
    """The lists of an owner as on a day, or as first published after it."""
    lists = resolved.standards if owner == STANDARD else resolved.lists
    for key, moments in lists.items():
        if key.owner == owner:
            yield key, resolved.on(key, day) or moments[0]


def find_target(
    resolved: Resolved,
    key: ListKey,
    heading: Heading,
    given: date | None,
    today: date,
) -> Target | None:
    """Find day and list; None where nobody says from which day on it applies.

    A table that states the day of the version in force, or an earlier one, is that
    list as it was printed: it has no new day of its own.
    """
    now = resolved.on(key, today)
    if given:
        return Target(key, given, resolved.on(key, given), is_new_day=True)
    stated = day_of(heading)
    if stated and (now is None or stated > now.day):
        return Target(key, stated, resolved.on(key, stated), is_new_day=True)
    return Target(key, today, now, is_new_day=False) if now else None


def day_of(heading: Heading) -> date | None:
    """The day that a heading states."""
    try:
        return date.fromisoformat(heading.effective)
    except ValueError:
        return None


def file_of(key: ListKey, day: date) -> str:
    """Where the version of a list lies, below the root."""
    return f"content/lists/{key.owner}/{key.id}/{day.isoformat()}.yml"


def announced(resolved: Resolved, target: Target, today: date) -> Mapping[date, str]:
    """Versions that the comparison takes in, or that come after: day and file."""
    versions = resolved.catalog.lists.get(target.key, ())
    return {v.effective: v.path for v in versions if v.effective > today}
