"""A district's past in twelve named events, each a commit of a real repository."""

from pathlib import Path
from typing import NamedTuple

from tests.repositories import Repository, new_repository
from tests.trees import CONFIG, Files, amend, office, whole


class Event(NamedTuple):
    """What one event must be told as, and on whose timelines."""

    name: str
    day: str
    kind: str
    about: str
    timelines: tuple[str, ...]


EVENTS = (
    Event("add", "2025-03-01", "added", "n", ("a/public",)),
    Event("withdraw", "2025-04-01", "withdrawn", "y", ("a/public",)),
    Event("revise", "2025-05-01", "revised", "x", ("a/public",)),
    Event("contact", "2025-05-20", "corrected", "a/affairs", ("a",)),
    Event("in-place", "2025-06-02", "edited", "z", ("a/public",)),
    Event("rename", "2025-06-20", "moved", "a/public", ("a/public",)),
    Event("merge", "2025-07-01", "moved", "c", ("c",)),
    Event("standard", "2025-08-01", "revised", "p", ("standard/s", "b/s")),
    Event("declined", "2025-09-01", "withdrawn", "q", ("b/s",)),
    Event("move", "2025-10-01", "moved", "m", ("a/public", "a/back")),
    Event("announced", "2027-01-01", "revised", "x", ("a/public",)),
    Event("typo", "2025-12-03", "corrected", "n", ("a/public",)),
)
"""Day: on which it takes effect, or was recorded where no version says so."""

_UNIT = "units:\n  - id: affairs\n    name: 社会事务办公室\n    phones:\n      - {{number: {phone}, kind: 咨询}}\n"
_ITEMS = (
    "{id: x, title: 甲事, unit: affairs, fee: 十元}",
    "{id: y, title: 乙事, unit: affairs}",
    "{id: z, title: 丙事, unit: affairs, basis: 《旧办法》}",
    "{id: m, title: 丁事, unit: affairs}",
)
_STANDARD = ("{id: p, title: 戊事}", "{id: q, title: 己事}")
DOCUMENT = "document: {number: 某编〔2025〕1号}\npublished: 2025-02-20\n"


def _services(folder: str, *items: str) -> Files:
    return whole(f"a/{folder}", "2025-01-01", *items)


def _first() -> Files:
    return (
        CONFIG
        | office("a", _UNIT.format(phone="000-8800 0001"), "甲街道")
        | office("b", "", "乙街道")
        | office("c", "", "丙街道")
        | office("d", "", "丁街道")
        | whole("standard/s", "2025-01-01", *_STANDARD)
        | whole("b/s", "2025-02-01", head="kind: service\nbased_on: standard/s\n")
        | _services("services", *_ITEMS)
    )


def _amendments(folder: str, added: str, head: str = "") -> Files:
    return (
        amend(f"a/{folder}", "2025-03-01", added, head=DOCUMENT + head)
        | amend(
            f"a/{folder}",
            "2025-04-01",
            "{withdraw: y, reason: 收回, successor: {unit: 区民政局, phone: 000-8900 0001}}",
        )
        | amend(
            f"a/{folder}",
            "2025-05-01",
            "{revise: x, set: {fee: 不收费, time_limit: 三日}, reason: 法规变化}",
        )
    )


_TYPO = "{add: {id: n, title: 新亊, unit: affairs}, reason: 下放}"
_MENDED = "{add: {id: n, title: 新事, unit: affairs}, reason: 下放}"
_CORRECTION = "corrections: [{on: 2025-12-03, item: n, reason: 改正错字}]\n"


def write_past(folder: Path) -> Repository:
    """Write the repository: the first state, then one commit an event."""
    repository = new_repository(folder, _first())
    early = _amendments("services", _TYPO)
    for path, text in early.items():
        day = path[-14:-4]
        repository.commit({path: text}, on=day)
    phone = _UNIT.format(phone="000-8800 0002")
    repository.commit(office("a", phone, "甲街道"), on="2025-05-20")
    edited = [item.replace("旧办法", "新办法") for item in _ITEMS]
    repository.commit(_services("services", *edited), on="2025-06-02")
    _rename(repository, edited)
    _merge(repository)
    for day, files in _late().items():
        repository.commit(files, on=day)
    mended = _amendments("public", _MENDED, _CORRECTION)
    path = "content/lists/a/public/2025-03-01.yml"
    repository.commit({path: mended[path]}, on="2025-12-03")
    return repository


def _rename(repository: Repository, items: list[str]) -> None:
    """Rename the folder, and with it what every file says the list's id is."""
    repository.move("content/lists/a/services", "content/lists/a/public")
    renamed = _services("public", *items) | _amendments("public", _TYPO)
    repository.commit(renamed, on="2025-06-20")


def _merge(repository: Repository) -> None:
    merged = office("c", "succeeds: [d]\nsince: 2025-07-01\n", "丙街道")
    repository.commit(merged, on="2025-07-03")


def _late() -> dict[str, Files]:
    """What came after the merge, by the day on which it was recorded."""
    back = whole(
        "a/back",
        "2025-10-01",
        "{id: m, title: 丁事, receiving_department: 区民政局}",
        head="kind: withdrawn\n",
    )
    declining = "{withdraw: q, reason: 其他, note: 本街道没有}"
    return {
        "2025-08-01": amend(
            "standard/s", "2025-08-01", "{revise: p, set: {note: 新规定}}"
        ),
        "2025-09-01": amend("b/s", "2025-09-01", declining),
        "2025-10-01": back
        | amend("a/public", "2025-10-01", "{withdraw: m, reason: 收回}"),
        "2025-11-05": amend("a/public", "2027-01-01", "{revise: x, set: {fee: 五元}}"),
    }
