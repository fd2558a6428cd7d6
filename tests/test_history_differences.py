"""What differs between two states of a file, as the file says it."""

import pytest

from generator.history.changes import PartDifference
from generator.model.fields import Record
from tests.differing import HEAD, ITEMS, OFFICE, parts


def test_only_what_differs() -> None:
    """A changed item is told with both raw records, whole."""
    assert parts(ITEMS, ITEMS.replace("乙", "丙")) == [
        PartDifference(
            "items", "b", {"id": "b", "title": "乙"}, {"id": "b", "title": "丙"}
        )
    ]


def test_raw_values() -> None:
    """Texts stay as typed, lists are tuples, mappings records, nothing is None."""
    old = HEAD + "items:\n  - id: a\n"
    new = (
        HEAD
        + "items:\n  - id: a\n    n: 010\n    no: ~\n    e:\n    q: ' x '\n    l: [b, c]\n"
        + "    m: {k: null}\n    r:\n      - {x: 1}\n      - y\n    t: |\n      一\n\n      二\n"
    )
    (part,) = parts(old, new)
    assert part.new == {
        "id": "a",
        "n": "010",
        "no": None,
        "e": None,
        "q": "x",
        "l": ("b", "c"),
        "m": {"k": None},
        "r": ({"x": "1"}, "y"),
        "t": "一\n\n二",
    }
    assert isinstance(part.new["m"], Record)


@pytest.mark.parametrize(
    "new",
    [
        HEAD + "items:\n  - id: b\n    title: 乙\n  - id: a\n    title: 甲\n",
        HEAD
        + "\nitems:\n# x\n  # 甲类\n  - id: a\n    title: '甲'\n\n  - {id: b, title: 乙}\n",
        "# x\n" + ITEMS.replace("  - ", "- ").replace("    ", "  "),
        "effective: 2025-01-01\nlist: services\n" + ITEMS.removeprefix(HEAD),
        ITEMS.removeprefix(HEAD) + HEAD,
        HEAD + "items: [{id: a, title: 甲}, {id: b, title: 乙}]\n",
        "\ufeff" + ITEMS.replace("\n", "\r\n"),
        ITEMS.replace("title: 甲", "title:   甲   "),
    ],
    ids=[
        "order",
        "comments",
        "indents",
        "head-order",
        "head-behind",
        "flow",
        "bom-crlf",
        "blanks",
    ],
)
def test_same_meaning(new: str) -> None:
    """Order, comments, indents, quotes, brackets and line ends are no difference."""
    assert parts(ITEMS, new) == []
    assert parts(new, ITEMS) == []


def test_order_of_parts() -> None:
    """The head first, then what is there in its order, then what is gone."""
    old = HEAD + "items:\n  - id: a\n  - id: b\n  - id: c\n"
    new = HEAD + "note: x\nitems:\n  - id: d\n  - id: c\n    title: 丙\n"
    found = [(part.section, part.id) for part in parts(old, new)]
    assert found == [
        ("head", ""),
        ("items", "d"),
        ("items", "c"),
        ("items", "a"),
        ("items", "b"),
    ]


def test_changes_by_item() -> None:
    """An entry of an amendment is known by the item that it is about, and kept whole."""
    old = HEAD + (
        "changes:\n  - add:\n      id: a\n      title: 甲\n    reason: 下放\n"
        "  - revise: b\n    set: {fee: 免费}\n  - withdraw: c\n    reason: 收回\n"
    )
    new = old.replace("免费", "收费").replace("甲", "乙").replace("收回", "更正")
    found = parts(old, new)
    assert [(part.section, part.id) for part in found] == [
        ("changes", "a"),
        ("changes", "b"),
        ("changes", "c"),
    ]
    assert found[1].new == {"revise": "b", "set": {"fee": "收费"}}
    assert found[0].old == {"add": {"id": "a", "title": "甲"}, "reason": "下放"}


def test_office() -> None:
    """Units are known by id, communities by code or name; the rest is the head."""
    old = (
        "id: a\nname: 甲街道\nunits:\n  - id: u\n    phones:\n      - {number: '1'}\n"
        "communities:\n  - {code: '99', name: 东}\n  - name: 西\naddress: 一号\n"
    )
    new = old.replace("'1'", "'2'").replace("东", "南").replace("一号", "二号")
    new = new.replace("name: 西", "name: 西\n    phone: x")
    found = parts(old, new, OFFICE)
    assert [(part.section, part.id) for part in found] == [
        ("head", ""),
        ("units", "u"),
        ("communities", "99"),
        ("communities", "西"),
    ]
    assert found[0].new == {"id": "a", "name": "甲街道", "address": "二号"}
    assert found[1].new == {"id": "u", "phones": ({"number": "2"},)}


def test_one_id_twice() -> None:
    """Records with one id are numbered, also where most of the file is equal."""
    old = HEAD + "items:\n  - id: a\n    n: 1\n  - id: a\n    n: 2\n  - id: b\n"
    found = parts(old, old.replace("n: 2", "n: 3"))
    assert [part.id for part in found] == ["a#2"]
    found = parts(old, HEAD + "items:\n  - id: a\n    n: 2\n  - id: b\n")
    assert [(part.id, part.new) for part in found] == [
        ("a", {"id": "a", "n": "2"}),
        ("a#2", None),
    ]


def test_nothing_lost_of_mistakes() -> None:
    """What should not be in a file is kept under some name."""
    old = HEAD + "items:\n  - id: a\n"
    new = HEAD + "items:\n  - id: a\n    x: [[b, c], d]\n    x: 2\n  - 说明\n"
    found = parts(old, new)
    assert [(part.id, part.new) for part in found] == [
        ("a", {"id": "a", "x": ({"1": "b", "2": "c"}, "d"), "x#2": "2"}),
        ("", {"": "说明"}),
    ]
    (part,) = parts(HEAD, HEAD + "items: 无\n")
    assert part.section == "head"
    assert part.new is not None
    assert part.new["items"] == "无"
