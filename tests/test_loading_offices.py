"""Loading: an office file becomes an office, its mistakes become problems."""

import pytest

from generator.loading.load import load
from tests.loading_samples import WriteTree, places, wide
from tests.trees import EMPTY, office

OFFICE = """\
full_name: 某市某区人民政府乙街道办事处
code: "990101002"
class: rural
hours:
  - {days: 周一至周五, open: ["09:00-12:00", "13:00-24:00"], note: 节假日除外}
supervision: {number: 000-8800 0001}
units:
  - id: u
    name: 办公室
    phones: [{number: 000-8800 0002, verified: 2026-01-02, note: 午休无人}]
    posts: [{id: p, title: 主任, person: null}, {id: q, title: 副主任}]
communities:
  - {code: "990101002001", name: 乙社区, also: [小乙], grids: 12}
succeeds: [old]
"""


def test_office(write_tree: WriteTree) -> None:
    """An office file becomes an office, with the defaults filled in."""
    loaded = load(write_tree(EMPTY | office("b", OFFICE)))
    assert places(loaded) == []
    b = loaded.catalog.offices["b"]
    unit = b.units["u"]
    assert (b.code, b.office_class, b.names) == ("990101002", "rural", "post")
    assert b.hours[0].open == ("09:00-12:00", "13:00-24:00")
    assert b.supervision is not None
    assert (b.supervision.number, b.supervision.kind) == ("000-8800 0001", "咨询")
    assert (unit.type, str(unit.phones[0].verified)) == ("office", "2026-01-02")
    assert [(p.person, p.stated) for p in unit.posts.values()] == [
        (None, True),
        (None, False),
    ]
    assert (b.communities[0].grids, b.communities[0].also) == (12, ("小乙",))
    assert b.succeeds == ("old",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("code: 123", "bad-code 3:7", id="code"),
        pytest.param(
            f"code: {wide('990101002')}", "bad-code 3:7", id="full-width-code"
        ),
        pytest.param("class: town", "bad-choice 3:8", id="class"),
        pytest.param("names: all", "bad-choice 3:8", id="names"),
        pytest.param(
            'hours: [{days: 每天, open: ["9点"]}]', "bad-hours 3:27", id="hours"
        ),
        pytest.param(
            'hours: [{days: 每天, open: ["17:00-09:00"]}]',
            "bad-hours 3:27",
            id="closing",
        ),
        pytest.param(
            'hours: [{days: 每天, open: ["20:00-24:30"]}]', "bad-hours 3:27", id="24:30"
        ),
        pytest.param(
            "hours: [{days: 每天, open: [09：00－12：00]}]", "bad-hours 3:27", id="wide"
        ),
        pytest.param("units: {id: u}", "wrong-shape 3:1", id="one-for-a-list"),
        pytest.param("units: [{id: u}]", "missing-key 3:9", id="no-name"),
        pytest.param("supervision: 12345", "wrong-shape 3:14", id="phone-as-text"),
        pytest.param(
            "communities: [{name: 乙, grids: 十}]", "wrong-shape 3:32", id="grids"
        ),
    ],
)
def test_mistakes_in_an_office(write_tree: WriteTree, line: str, expected: str) -> None:
    """Each has its message, at the value."""
    loaded = load(write_tree(EMPTY | office("b", f"{line}\n")))
    assert expected in places(loaded)
