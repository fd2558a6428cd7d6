"""Comparison: items by id, fields before and after, and whose change it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.history.between import between_days
from generator.history.changes import ChangeKind, FieldChange, Source
from generator.history.compare import compare_fields, net_fields
from generator.model.lists import ListKey
from tests.history_trees import history, items, on_day, only, told
from tests.resolution_trees import ADOPTING, BASED, DROPPING, PLAIN, X, Y, own, standard
from tests.trees import EMPTY, Files, amend, read, whole

WriteTree = Callable[[Files], Path]


@pytest.mark.parametrize(
    ("change", "kind", "fields"),
    [
        pytest.param(
            "{add: {id: n, title: 新事}}", "added", {"title": (None, "新事")}, id="add"
        ),
        pytest.param(
            "{revise: x, set: {title: 甲事项, note: 记}}",
            "revised",
            {"title": ("甲事", "甲事项"), "note": (None, "记")},
            id="two-fields",
        ),
        pytest.param(
            "{revise: x, set: {title: 甲}, reason: 更正}",
            "corrected",
            {"title": ("甲事", "甲")},
            id="a-correction-by-version",
        ),
        pytest.param(
            "{withdraw: x, reason: 收回}",
            "withdrawn",
            {"title": ("甲事", None)},
            id="withdraw",
        ),
    ],
)
def test_a_version_is_told_by_what_it_changes(
    write_tree: WriteTree, change: str, kind: str, fields: dict[str, tuple[str, str]]
) -> None:
    """A version is told by what it changes."""
    tree = EMPTY | PLAIN | amend("a/s", "2022-01-01", change)
    found = only(on_day(history(write_tree(tree)), "2022-01-01"))
    assert found.kind.value == kind
    assert {f.name: (f.old, f.new) for f in found.fields} == fields


def test_wording_never_makes_an_item_another_one(write_tree: WriteTree) -> None:
    """Wording never makes an item another one."""
    later = own(
        "2022-01-01",
        "{id: x, title: 乙事}",
        "{id: y, title: 甲事}",
        head="kind: service\n",
    )
    found = told(on_day(history(write_tree(EMPTY | PLAIN | later)), "2022-01-01"))
    assert found == [
        ("2022-01-01", "revised", "x"),
        ("2022-01-01", "revised", "y"),
    ]


def test_the_first_version_is_one_entry_and_no_hundred_additions(
    write_tree: WriteTree,
) -> None:
    """The first version is one entry and no hundred additions."""
    first = history(write_tree(EMPTY | PLAIN)).lists[ListKey("a", "s")]
    assert [(e.is_first, e.total, e.changes) for e in first] == [(True, 2, ())]


def test_a_version_that_changes_no_item_is_still_told(write_tree: WriteTree) -> None:
    """A version that changes no item is still told."""
    same = own("2022-01-01", X, Y, head="kind: service\nversion: 重新公布\n")
    entries = on_day(history(write_tree(EMPTY | PLAIN | same)), "2022-01-01")
    assert [(e.changes, e.before) for e in entries] == [((), date(2020, 1, 1))]


def test_what_the_standard_list_changed_is_told_as_the_standards(
    write_tree: WriteTree,
) -> None:
    """What the standard list changed is told as the standards."""
    tree = EMPTY | ADOPTING | DROPPING
    made = history(write_tree(tree))
    own_entries = on_day(made, "2022-01-01")
    assert [(e.source, told([e])) for e in own_entries] == [
        (Source.STANDARD, [("2022-01-01", "withdrawn", "x")])
    ]
    above = made.standards[ListKey("standard", "s")][-1]
    assert above.touched == ("a",)
    assert [e for e in made.acts() if e.day == date(2022, 1, 1)] == [above]


def test_a_standard_change_that_the_street_words_itself_has_no_entry(
    write_tree: WriteTree,
) -> None:
    """A standard change that the street words itself has no entry."""
    tree = (
        EMPTY
        | ADOPTING
        | amend("standard/s", "2022-01-01", "{revise: x, set: {plain: 别的}}")
    )
    assert on_day(history(write_tree(tree)), "2022-01-01") == []


def test_both_files_of_one_day_are_told_apart_field_by_field(
    write_tree: WriteTree,
) -> None:
    """Both files of one day are told apart field by field."""
    tree = (
        EMPTY
        | ADOPTING
        | amend("standard/s", "2022-01-01", "{revise: x, set: {note: 上面}}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {fee: 不收费}}")
    )
    changes = items(on_day(history(write_tree(tree)), "2022-01-01"))
    assert [(c.source, [f.name for f in c.fields]) for c in changes] == [
        (Source.LIST, ["fee"]),
        (Source.STANDARD, ["note"]),
    ]


def test_declining_says_why(write_tree: WriteTree) -> None:
    """Declining says why."""
    declining = own("2022-01-01", head=BASED + "declined: [{id: x, reason: 没有}]\n")
    made = history(write_tree(EMPTY | ADOPTING | declining))
    changes = items(on_day(made, "2022-01-01"))
    withdrawn = [c for c in changes if c.kind is ChangeKind.WITHDRAWN]
    assert [(c.item, c.declined) for c in withdrawn] == [("x", "没有"), ("z", "")]


def test_the_reason_of_the_line_goes_with_the_change(write_tree: WriteTree) -> None:
    """The reason of the line goes with the change."""
    change = "{withdraw: x, reason: 收回, note: 归区里, successor: {unit: 区民政局}}"
    tree = EMPTY | PLAIN | amend("a/s", "2022-01-01", change)
    found = only(on_day(history(write_tree(tree)), "2022-01-01"))
    assert (found.reason, found.note) == ("收回", "归区里")
    assert found.successor == {"unit": "区民政局"}


def test_names_follow_the_policy_of_the_office(write_tree: WriteTree) -> None:
    """Names follow the policy of the office."""
    first = whole("a/s", "2020-01-01", "{id: x, title: 甲事, person: 赵某甲}")
    later = amend("a/s", "2022-01-01", "{revise: x, set: {person: 钱某乙}}")
    found = only(on_day(history(write_tree(EMPTY | first | later)), "2022-01-01"))
    assert found.fields == (FieldChange("person", "", ""),)


def test_two_days_are_compared_item_by_item(write_tree: WriteTree) -> None:
    """Two days are compared item by item."""
    tree = (
        EMPTY
        | PLAIN
        | amend(
            "a/s",
            "2021-01-01",
            "{add: {id: n, title: 新事}}",
            "{revise: x, set: {note: 一}}",
            "{revise: y, set: {note: 一}}",
        )
        | amend(
            "a/s",
            "2022-01-01",
            "{withdraw: n, reason: 其他}",
            "{revise: x, set: {note: 二}}",
            "{revise: y, set: {note: null}}",
        )
    )
    resolved = read(write_tree(tree))
    (entry,) = between_days(resolved, date(2020, 6, 1), date(2022, 6, 1))
    assert [(c.item, c.fields) for c in items([entry]) if c.fields] == [
        ("x", (FieldChange("note", None, "二"),))
    ]
    assert between_days(resolved, date(2022, 2, 1), date(2022, 6, 1)) == []


def test_changes_of_fields_add_up() -> None:
    """Changes of fields add up."""
    first = compare_fields({"a": "1", "b": "1"}, {"a": "2", "c": "1"})
    then = compare_fields({"a": "2", "c": "1"}, {"a": "1", "c": "2"})
    assert net_fields(first, then) == (
        FieldChange("c", None, "2"),
        FieldChange("b", "1", None),
    )


def test_the_standard_list_has_a_timeline_of_its_own(write_tree: WriteTree) -> None:
    """The standard list has a timeline of its own."""
    tree = EMPTY | standard("2020-01-01", X, Y) | DROPPING
    made = history(write_tree(tree))
    key = ListKey("standard", "s")
    assert told(made.standards[key]) == [("2022-01-01", "withdrawn", "x")]
