"""Edits of office files that git recorded: part by part, and what they touch."""

from pathlib import Path

import pytest

from generator.history.changes import ChangeKind, OfficeChange
from generator.model.lists import ListKey
from tests.history_edits import FIRST, ITEM, NAMED, UNIT, after, edits, history_of
from tests.history_trees import A_S, told
from tests.repositories import new_repository
from tests.trees import office, whole


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("000-8800 0001", "000-8800 0002", ["a/u"], id="phone"),
        pytest.param("place: 一楼", "place: 二楼", ["a/u"], id="place"),
        pytest.param("verified: 2026-01-01", "verified: 2026-02-02", [], id="checked"),
        pytest.param("赵某甲", "钱某乙", ["a/head"], id="person"),
        pytest.param("title: 副主任", "title: 助理", ["a/deputy"], id="post"),
        pytest.param("000-8800 0009", "000-8800 0008", ["a/990101001001"], id="commu"),
        pytest.param("name: 民政办", "name: 社会事务办", ["a/u"], id="unit-name"),
    ],
)
def test_an_office_file_is_told_part_by_part(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    """An office file is told part by part."""
    assert old in UNIT
    edit = office("a", UNIT.replace(old, new), "甲街道")
    made = after(tmp_path / "t", FIRST, edit)
    lines = told(made.offices["a"])
    assert lines == [("2026-03-05", "corrected", what) for what in expected]


def test_people_of_the_past_are_named_as_the_policy_of_today_allows(
    tmp_path: Path,
) -> None:
    """People of the past are named as the policy of today allows."""
    hidden = after(
        tmp_path / "t", FIRST, office("a", UNIT.replace("赵某甲", "钱某乙"), "甲街道")
    )
    shown = after(
        tmp_path / "u",
        FIRST | NAMED,
        {p: t.replace("赵某甲", "钱某乙") for p, t in NAMED.items()},
    )
    texts = [
        [(f.old, f.new) for c in made.offices["a"][0].changes for f in c.fields]
        for made in (hidden, shown)
    ]
    assert texts == [[("", "")], [("赵某甲", "钱某乙")]]


def test_a_unit_may_come_and_go(tmp_path: Path) -> None:
    """A unit may come and go."""
    more = UNIT.replace("communities:", "  - {id: v, name: 城管办}\ncommunities:")
    both = (office("a", more, "甲街道"), office("a", UNIT, "甲街道"))
    made = after(tmp_path / "t", FIRST, *both)
    assert [(k, w) for _, k, w in told(made.offices["a"])] == [
        ("added", "a/v"),
        ("withdrawn", "a/v"),
    ]


def test_one_phone_of_a_unit_is_one_change_on_every_item_of_it(tmp_path: Path) -> None:
    """One phone of a unit is one change on every item of it."""
    items = (ITEM, "{id: y, title: 乙事, unit: u, hotline: 000-8800 0003}")
    first = FIRST | whole("a/s", "2026-01-01", *items)
    edit = office("a", UNIT.replace("000-8800 0001", "000-8800 0002"), "甲街道")
    made = after(tmp_path / "t", first, edit)
    assert len(made.acts()) == 2
    lines = made.of_items(A_S)
    assert [line.change.kind for line in lines["x"]] == [
        ChangeKind.ADDED,
        ChangeKind.CORRECTED,
    ]
    assert isinstance(lines["x"][-1].change, OfficeChange)
    # It states a phone of its own, which nobody has changed.
    assert [line.change.kind for line in lines["y"]] == [ChangeKind.ADDED]


def test_an_office_that_gets_another_id_is_renamed(tmp_path: Path) -> None:
    """An office that gets another id is renamed."""
    repository = new_repository(tmp_path / "t", FIRST)
    repository.move("content/offices/a.yml", "content/offices/aa.yml")
    repository.move("content/lists/a", "content/lists/aa")
    repository.commit(office("aa", UNIT, "甲街道"), on="2026-03-05")
    made = history_of(repository)
    assert told(made.offices["aa"]) == [("2026-03-05", "moved", "aa")]
    # The folder of its lists goes with it and is no second change.
    assert edits(made, ListKey("aa", "s")) == []
