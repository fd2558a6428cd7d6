"""Authoring: lists shown with origins, as JSON and as text."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.showing import as_json, as_text, find_shown
from generator.pipeline import examine
from generator.problems import GeneratorError
from tests.trees import EMPTY, SHIPPED, TODAY, Files, amend, office, read, whole

WriteTree = Callable[[Files], Path]
DAY = date(2026, 3, 1)
SHOWN = (
    EMPTY
    | office("b", "names: surname\n")
    | whole(
        "standard/s",
        "2020-01-01",
        "{id: x, title: 甲事, fee: 无}",
        "{id: y, title: 乙}",
    )
    | whole(
        "b/s",
        "2021-01-01",
        "{id: x, fee: 十元, person: 欧阳某某}",
        "{id: z, title: 丙事}",
        head="kind: service\nbased_on: standard/s\n"
        "declined: [{id: y, reason: 没有}]\nversion: 2021年版\npublished: 2021-01-05\n",
    )
    | amend("b/s", "2022-01-01", "{withdraw: z}")
)


def test_shown_as_json(write_tree: WriteTree) -> None:
    """One object; field names as in the files, each with its origin."""
    shown = find_shown(read(write_tree(SHOWN)), "b/s", date(2021, 6, 1))
    value = json.loads(as_json(shown))
    assert value.pop("items") == [
        {
            "id": "x",
            "title": "甲事",
            "fee": "十元",
            "person": "欧阳某",
            "origins": {"title": "standard", "fee": "rewritten", "person": "rewritten"},
        },
        {"id": "z", "title": "丙事", "origins": {"title": "own"}},
    ]
    assert value == {
        "list": "b/s",
        "kind": "service",
        "title": "公共服务事项清单",
        "version": "2021年版",
        "effective": "2021-01-01",
        "published": "2021-01-05",
        "based_on": "standard/s",
        "declined": [{"id": "y", "title": "乙", "reason": "没有"}],
    }


def test_one_item_shown(write_tree: WriteTree) -> None:
    """With an item's id only that item is shown."""
    shown = find_shown(read(write_tree(SHOWN)), "b/s/z", date(2021, 6, 1))
    assert [i["id"] for i in json.loads(as_json(shown))["items"]] == ["z"]


def test_shown_as_text(write_tree: WriteTree) -> None:
    """The terminal shows labels, values and where they come from."""
    lines = as_text(find_shown(read(write_tree(SHOWN)), "b/s", DAY)).split("\n")
    assert "x  甲事" in lines
    assert "    收费（本街道改写）: 十元" in lines
    assert not any("欧阳某某" in line for line in lines)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("b/t", "是不是“b/s”", id="almost-a-list"),
        pytest.param("c/s", "没有清单", id="no-office"),
        pytest.param("b", "没有清单", id="no-list"),
        pytest.param("b/s/xx", "没有事项", id="no-item"),
        pytest.param("b/s/z", "2022-01-01", id="an-item-that-ended"),
    ],
)
def test_nothing_to_show(write_tree: WriteTree, address: str, said: str) -> None:
    """What is not there is named, with the nearest."""
    with pytest.raises(GeneratorError, match=said):
        find_shown(read(write_tree(SHOWN)), address, DAY)


def test_not_yet_to_be_shown(write_tree: WriteTree) -> None:
    """A list says from when it is in force."""
    with pytest.raises(GeneratorError, match="还没有施行"):
        find_shown(read(write_tree(SHOWN)), "b/s", date(2020, 6, 1))


def test_the_demo_is_shown_wholly() -> None:
    """Every list of the demo can be shown in both ways."""
    resolved = examine(SHIPPED, TODAY).resolved
    for key, moments in {**resolved.lists, **resolved.standards}.items():
        shown = find_shown(resolved, str(key), moments[-1].day)
        assert len(json.loads(as_json(shown))["items"]) == len(moments[-1].items)
        assert as_text(shown)
