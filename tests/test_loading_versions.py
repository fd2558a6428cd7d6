"""Loading: the versions of a list, whole or as changes, in their order."""

import pytest

from generator.loading.load import load
from generator.model.lists import ListKey
from tests.loading_samples import LIST, WriteTree, places
from tests.trees import EMPTY, amend, whole


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("{revise: x}", "missing-key 4:14", id="revise-without-set"),
        pytest.param("{set: {fee: 1}}", "missing-key 4:5", id="no-verb"),
        pytest.param("{withdraw: x, add: {id: y}}", "missing-key 4:5", id="two-verbs"),
        pytest.param(
            "{withdraw: x, set: {fee: 1}}", "wrong-shape 4:24", id="stray-set"
        ),
        pytest.param("{withdraw: [x]}", "wrong-shape 4:16", id="list-of-ids"),
        pytest.param("{revise: x, set: {id: y}}", "unknown-key 4:23", id="new-id"),
        pytest.param(
            "{revise: x, set: {title: null}}", "empty-value 4:30", id="no-title"
        ),
        pytest.param("{add: {title: 甲}}", "missing-key 4:11", id="add-without-id"),
        pytest.param("{withdraw: x, reason: 不想}", "bad-choice 4:27", id="reason"),
        pytest.param("x", "wrong-shape 4:5", id="a-word"),
    ],
)
def test_mistakes_in_a_change(
    write_tree: WriteTree, change: str, expected: str
) -> None:
    """A change says one thing, wholly."""
    files = whole("a/s", "2020-01-01", "{id: x, title: 甲}")
    files |= amend("a/s", "2021-01-01", change)
    assert expected in places(load(write_tree(EMPTY | files)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("items:\n", "empty-list", id="items-empty"),
        pytest.param("items: []\n", "empty-list", id="items-none"),
        pytest.param("changes:\n", "empty-list", id="changes-empty"),
        pytest.param("", "missing-key", id="neither"),
        pytest.param("items: x\n", "wrong-shape", id="items-a-word"),
        pytest.param(
            "items: [{id: x, title: 甲}]\nchanges: [{withdraw: x}]\n",
            "wrong-shape",
            id="both",
        ),
        pytest.param(
            "declined: []\nchanges: [{withdraw: x}]\n", "unknown-key", id="whole-only"
        ),
    ],
)
def test_bodies(write_tree: WriteTree, text: str, expected: str) -> None:
    """A version has items or changes, not both and not neither."""
    version = f"list: s\nkind: service\neffective: 2020-01-01\n{text}"
    loaded = load(write_tree({**EMPTY, LIST: version}))
    assert [problem.rule for problem in loaded.problems] == [expected]


def test_versions_are_in_order(write_tree: WriteTree) -> None:
    """Versions come in the order of their days, whatever the disk says."""
    files = amend("a/s", "2021-01-01", "{withdraw: x}") | whole(
        "a/s", "2020-01-01", "{id: x, title: 甲}"
    )
    versions = load(write_tree(EMPTY | files)).catalog.lists[ListKey("a", "s")]
    assert [v.is_whole for v in versions] == [True, False]
