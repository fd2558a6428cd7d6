"""The street list a/s and the standard list it adopts, in small versions."""

from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Ended
from tests.trees import Files, amend, on, whole

X, Y, Z = "{id: x, title: 甲事}", "{id: y, title: 乙事}", "{id: z, title: 丙事}"
BASED = "kind: service\nbased_on: standard/s\n"
APPLIED = "kind: service\napplies_to: {class: urban}\n"


def own(day: str, *items: str, head: str = BASED) -> Files:
    """Write a whole version of the street's list."""
    return whole("a/s", day, *items, head=head)


def standard(day: str, *items: str, head: str = "kind: service\n") -> Files:
    """Write a whole version of the standard list."""
    return whole("standard/s", day, *items, head=head)


def ids(resolved: Resolved, day: str) -> list[str] | None:
    """Name the items of a/s that are in force on a day; None where there is no list."""
    moment = on(resolved, "a/s", day)
    return None if moment is None else list(moment.items)


def ended(resolved: Resolved, item: str, day: str) -> Ended:
    """Look up how an item of a/s ended that was gone on a day."""
    moment = on(resolved, "a/s", day)
    assert moment is not None
    return moment.ended[item]


PLAIN = own("2020-01-01", X, Y, head="kind: service\n")
ADOPTING = standard("2020-01-01", X, Y) | own(
    "2021-01-01", "{id: x, plain: 办甲}", Z, head=BASED
)
DECLINING = standard("2020-01-01", X, Y) | own(
    "2021-01-01", head=BASED + "declined: [{id: x, reason: 没有}]\n"
)
DROPPING = amend("standard/s", "2022-01-01", "{withdraw: x}")
