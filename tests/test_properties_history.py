"""What a list says can be rebuilt from its changes, forward and backward."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.compare import Fields, apply, undo
from generator.history.effective import compare_moments, effective_entries
from generator.history.moves import find_moves
from generator.loading.kind_declarations import merge_kinds, shipped_kinds
from generator.loading.load import load
from generator.loading.reading import Reading
from generator.model.fields import Record, Value
from generator.model.lists import STANDARD, Catalog, Change, ListKey, Version
from generator.model.office import Office
from generator.problems import Place
from generator.resolution.resolve import Resolved, resolve
from generator.resolution.resolved import ResolvedList
from tests.accept import SAMPLE
from tests.history_trees import items, says
from tests.property_samples import common
from tests.trees import SHIPPED, read


def rebuilt(moments: Sequence[ResolvedList]) -> list[dict[str, dict[str, Value]]]:
    """Rebuild what a list said at each of its dates, from nothing."""
    state: dict[str, Fields] = {}
    states = []
    for before, after in pairwise((None, *moments)):
        assert after is not None
        state = apply(compare_moments(before, after), state)
        states.append(state)
    return [_without_ids(one) for one in states]


def unwound(moments: Sequence[ResolvedList]) -> list[dict[str, dict[str, Value]]]:
    """Rebuild what a list said at each of its dates, back from the last."""
    state: dict[str, Fields] = {
        name: item.fields for name, item in moments[-1].items.items()
    }
    states = []
    for before, after in reversed(list(pairwise((None, *moments)))):
        assert after is not None
        states.append(_without_ids(state))
        state = undo(compare_moments(before, after), state)
    assert state == {}
    return states[::-1]


def _without_ids(state: dict[str, Fields]) -> dict[str, dict[str, Value]]:
    return {n: {k: v for k, v in f.items() if k != "id"} for n, f in state.items()}


def holds(resolved: Resolved) -> int:
    """Hold every list against its changes in both directions; count the versions."""
    count = 0
    for moments in (*resolved.lists.values(), *resolved.standards.values()):
        expected = [says(moment) for moment in moments]
        assert rebuilt(moments) == expected
        assert unwound(moments) == expected
        count += len(moments)
    return count


@pytest.mark.parametrize("root", [SHIPPED, SAMPLE], ids=["demo", "sample"])
def test_every_version_is_what_its_changes_make(root: Path) -> None:
    """Every version is what its changes make."""
    assert holds(read(root)) > 10


def test_the_moves_of_the_demo_keep_its_versions_whole() -> None:
    """The moves of the demo keep its versions whole."""
    resolved = resolve(load(SHIPPED).catalog)
    everything = {**resolved.lists, **resolved.standards}
    listed = {key: tuple(effective_entries(key, m)) for key, m in everything.items()}
    moved = find_moves(listed, everything, lambda *_: False)
    assert any(c.other for es in moved.values() for c in items(es))
    for key, entries in moved.items():
        state: dict[str, Fields] = {}
        moments = resolved.lists.get(key) or resolved.standards[key]
        for entry in entries:
            if entry.is_first:
                state = {n: i.fields for n, i in moments[0].items.items()}
                continue
            state = apply(items([entry]), state)
        assert _without_ids(state) == says(moments[-1])


KINDS = merge_kinds(shipped_kinds(), Record({}), Reading("", [], {}))
IDS = st.sampled_from(["a", "b", "c", "d", "e"])
VALUES = st.sampled_from(["一", "二", "三"])
FIELDS = st.dictionaries(st.sampled_from(["plain", "note", "fee"]), VALUES, max_size=3)
REMOVED = st.dictionaries(
    st.sampled_from(["plain", "note", "fee"]), VALUES | st.none(), min_size=1
)


def _item(name: str, fields: Fields) -> Record:
    return Record({"id": name, "title": f"事项{name}", **fields})


ITEMS = st.dictionaries(IDS, FIELDS, min_size=1).map(
    lambda known: tuple(_item(name, fields) for name, fields in known.items())
)
CHANGES = st.one_of(
    st.builds(lambda i, f: ("add", i, _item(i, f)), IDS, FIELDS),
    st.builds(lambda i, f: ("revise", i, Record(f)), IDS, REMOVED),
    st.builds(lambda i: ("withdraw", i, Record({})), IDS),
)
STEPS = st.one_of(ITEMS, st.lists(CHANGES, min_size=1, max_size=4).map(tuple))
START = date(2020, 1, 1)


def _version(
    key: ListKey, day: date, step: tuple[object, ...], based: dict[str, str]
) -> Version:
    whole = isinstance(step[0], Record)
    header = {"kind": "service", **(based if whole else {})}
    path = f"content/lists/{key}/{day}.yml"
    changes = () if whole else tuple(_change(*one) for one in step)  # type: ignore[misc] # drawn so
    items = step if whole else None
    return Version(key, path, day, Record(header), items, changes)  # type: ignore[arg-type] # drawn so


def _change(verb: str, item: str, fields: Record) -> Change:
    return Change(verb, item, fields, "其他", None, "", Place("x.yml", 1, 1))


def _versions(
    key: ListKey, steps: Sequence[tuple[object, ...]], gap: int, based: dict[str, str]
) -> tuple[Version, ...]:
    return tuple(
        _version(key, START + timedelta(days=gap * n), step, based)
        for n, step in enumerate(steps, 1)
    )


@common
@given(
    ITEMS,
    st.lists(STEPS, max_size=5),
    ITEMS,
    st.lists(STEPS, max_size=5),
    st.booleans(),
)
def test_random_versions_are_what_their_changes_make(
    first: tuple[Record, ...],
    later: list[tuple[object, ...]],
    above: tuple[Record, ...],
    above_later: list[tuple[object, ...]],
    adopting: bool,  # noqa: FBT001, hypothesis passes it by place
) -> None:
    """Whatever a street and its standard list do, forward and backward agree."""
    own, standard = ListKey("o", "s"), ListKey(STANDARD, "s")
    based = {"based_on": "standard/s"} if adopting else {}
    lists = {
        own: _versions(own, [first, *later], 30, based),
        standard: _versions(standard, [above, *above_later], 20, {}),
    }
    office = Office(**{**OFFICE, "id": "o"})  # type: ignore[arg-type] # empty but for its id
    assert holds(resolve(Catalog(KINDS, {"o": office}, lists))) >= 2


OFFICE: dict[str, object] = dict.fromkeys(Office.__slots__, ()) | {
    "name": "某街道",
    "office_class": "",
    "units": {},
    "record": Record({}),
    "since": None,
    "supervision": None,
}
