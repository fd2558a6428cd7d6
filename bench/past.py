"""An invented past: 20 streets, 100 matters each, and who changed what in which commit.

Contact details change in place, now and then the substance of a matter does too;
amendments are added, one list is renamed, and every fiftieth change comes by a merge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bench.corpus import LIST, SITE_CONFIG
from bench.matters import Fields, common_matters, own_matters
from bench.offices import hotline, office_file
from bench.vocabulary import Words, number_of, pick, read_words

STREETS = 20
COMMON = 80
OWN = 20
RENAMED = "matters"
MERGED_EVERY = 50
ADDED_EVERY = 400
CHANGES = ("unit", "hotline", "hotline", "hotline", "fee", "time_limit", "basis")
KEPT = ("id", "title", "category", "unit", "post", "basis", "time_limit", "fee")
LIMITS = tuple(
    f"{{legal: {days}个工作日, promised: 当场办结}}" for days in range(5, 60)
)


@dataclass(frozen=True, slots=True)
class Event:
    """One change: the files it writes, a folder it renames; `merged` by a merge."""

    files: dict[str, str]
    renames: tuple[tuple[str, str], ...] = ()
    merged: bool = False


@dataclass(slots=True)
class _Street:
    folder: str
    name: str
    office: str
    matters: list[Fields]


def events(commits: int) -> Iterator[Event]:
    """Yield the changes, oldest first; the first writes everything."""
    words = read_words()
    streets = [_street(words, number) for number in range(STREETS)]
    first = {"site_config.yml": SITE_CONFIG}
    for street in streets:
        first[_office_path(street)] = street.office
        first[_list_path(street)] = _list_text(street)
    yield Event(first)
    for number in range(1, commits):
        street = pick(streets, number, "street")
        merged = number % MERGED_EVERY == 0
        if number == commits // 2:
            old = f"content/lists/{street.name}/{street.folder}"
            street.folder = RENAMED
            new = f"content/lists/{street.name}/{RENAMED}"
            yield Event({_list_path(street): _list_text(street)}, ((old, new),))
        elif number % ADDED_EVERY == 1:
            path = f"content/lists/{street.name}/{street.folder}/{_day(number)}.yml"
            yield Event({path: _amendment(street, number)}, merged=merged)
        else:
            yield Event(_edit(words, street, number), merged=merged)


def _street(words: Words, number: int) -> _Street:
    name = words.streets[number]
    matters = [
        *islice(common_matters(words), COMMON),
        *islice(own_matters(words, name), OWN),
    ]
    kept = [{field: m[field] for field in KEPT} for m in matters]
    for matter in kept:
        matter["hotline"] = hotline(number, number_of(matter["id"]) % 10)
    return _Street(LIST, name[0], office_file(words, number), kept)


def _edit(words: Words, street: _Street, number: int) -> dict[str, str]:
    """Change one phone of the office in one of ten, else one field of one matter."""
    if number_of(number, "where") % 10 < 3:  # noqa: PLR2004 - three in ten
        lines = street.office.split("\n")
        phones = [n for n, line in enumerate(lines) if "verified: " in line]
        at = pick(phones, number, "phone")
        start = lines[at].partition("{number")[0]
        phone = hotline(number % 2000, number % 9000)
        lines[at] = f"{start}{{number: {phone}, kind: 咨询, verified: {_day(number)}}}"
        street.office = "\n".join(lines)
        return {_office_path(street): street.office}
    matter = pick(street.matters, number, "matter")
    field = pick(CHANGES, number, "field")
    phone = hotline(number % 2000, number % 9000)
    value = {
        "unit": pick(words.units, number, "unit")[0],
        "hotline": phone,
        "fee": pick(words.fees, number, "fee"),
        "time_limit": pick(LIMITS, number, "limit"),
        "basis": f"《{street.name}办事规定》第{number}条",
    }[field]
    if matter[field] == value:
        field, value = "hotline", phone
    matter[field] = value
    return {_list_path(street): _list_text(street)}


def _day(number: int) -> str:
    return f"{2016 + number % 9}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"


def _office_path(street: _Street) -> str:
    return f"content/offices/{street.name}.yml"


def _list_path(street: _Street) -> str:
    return f"content/lists/{street.name}/{street.folder}/2015-03-01.yml"


def _list_text(street: _Street) -> str:
    lines = [
        f"list: {street.folder}",
        "kind: service",
        f"title: {street.name}公共服务事项清单",
        "effective: 2015-03-01",
        "items:",
    ]
    for matter in street.matters:
        first, *rest = (f"{name}: {value}" for name, value in matter.items())
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _amendment(street: _Street, number: int) -> str:
    matter = pick(street.matters, number, "revised")
    return (
        f"list: {street.folder}\neffective: {_day(number)}\nchanges:\n"
        f"  - revise: {matter['id']}\n    set: {{fee: 不收费}}\n    reason: 法规变化\n"
    )
