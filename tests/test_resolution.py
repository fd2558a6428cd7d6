"""Resolution: what a list says on a day, where each field comes from, who handles."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.fields import text_of
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.pipeline import examine
from generator.resolution.contacts import (
    find_unit,
    handling,
    shown_name,
    shown_person,
)
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import Ended
from tests.trees import CONFIG, EMPTY, TODAY, Files, amend, errors, office, on, read
from tests.trees import whole as whole_version

WriteTree = Callable[[Files], Path]
X, Y, Z = "{id: x, title: 甲事}", "{id: y, title: 乙事}", "{id: z, title: 丙事}"
BASED = "kind: service\nbased_on: standard/s\n"
APPLIED = "kind: service\napplies_to: {class: urban}\n"


def own(day: str, *items: str, head: str = BASED) -> Files:
    """Write a whole version of the street's list."""
    return whole_version("a/s", day, *items, head=head)


def standard(day: str, *items: str, head: str = "kind: service\n") -> Files:
    """Write a whole version of the standard list."""
    return whole_version("standard/s", day, *items, head=head)


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


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2019-12-31", None, id="day-before"),
        pytest.param("2020-01-01", ["x", "y"], id="first-day"),
        pytest.param("2021-12-31", ["x", "y"], id="last-day-of-the-first"),
        pytest.param("2022-01-01", ["y", "z"], id="first-day-of-the-amendment"),
        pytest.param("9999-12-31", ["y", "z"], id="far-future"),
    ],
)
def test_in_force(write_tree: WriteTree, day: str, expected: list[str] | None) -> None:
    """A version counts from its day on, until the next."""
    amendment = amend("a/s", "2022-01-01", "{withdraw: x}", f"{{add: {Z}}}")
    assert ids(read(write_tree(EMPTY | PLAIN | amendment)), day) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            ["add: {id: z, title: 丙}"], "x=甲事 y=乙事 z=丙", id="add-is-last"
        ),
        pytest.param(
            ["add: {id: z, title: 丙}", "revise: z, set: {title: 丁}"],
            "x=甲事 y=乙事 z=丁",
            id="add-then-revise",
        ),
        pytest.param(
            ["revise: x, set: {title: 一}", "revise: x, set: {title: 二}"],
            "x=二 y=乙事",
            id="the-last-word-counts",
        ),
        pytest.param(
            ["withdraw: x", "add: {id: x, title: 新甲}"],
            "y=乙事 x=新甲",
            id="withdraw-then-add",
        ),
        pytest.param(
            ["revise: x, set: {title: 一}", "withdraw: x"],
            "y=乙事",
            id="revise-then-withdraw",
        ),
    ],
)
def test_changes_in_order(
    write_tree: WriteTree, changes: list[str], expected: str
) -> None:
    """The changes of one amendment act one after the other."""
    written = [f"{{{change}}}" for change in changes]
    resolved = read(write_tree(EMPTY | PLAIN | amend("a/s", "2022-01-01", *written)))
    moment = on(resolved, "a/s", "2022-01-01")
    assert moment is not None
    assert resolved.problems == ()
    titles = [f"{i.id}={text_of(i.fields, 'title')}" for i in moment.items.values()]
    assert " ".join(titles) == expected


def test_amendments_in_order_of_their_days(write_tree: WriteTree) -> None:
    """A later amendment acts on what the earlier ones left."""
    files = (
        EMPTY
        | PLAIN
        | amend("a/s", "2023-01-01", "{revise: z, set: {title: 二}}")
        | amend("a/s", "2022-01-01", f"{{add: {Z}}}")
        | amend("a/s", "2024-01-01", "{withdraw: z}")
    )
    resolved = read(write_tree(files))
    assert resolved.problems == ()
    assert ids(resolved, "2023-06-01") == ["x", "y", "z"]
    assert ids(resolved, "2024-01-01") == ["x", "y"]
    assert text_of(ended(resolved, "z", "2024-01-01").item.fields, "title") == "二"


def test_a_whole_version_starts_afresh(write_tree: WriteTree) -> None:
    """A new whole version forgets amendments, order and declined items before it."""
    files = (
        EMPTY
        | standard("2020-01-01", X, Y)
        | own("2020-01-01", head=BASED + "declined: [{id: x, reason: 没有}]\n")
        | amend("a/s", "2021-01-01", f"{{add: {Z}}}", "{withdraw: y}")
        | own("2022-01-01", "{id: w, title: 丁事}")
    )
    resolved = read(write_tree(files))
    assert ids(resolved, "2021-06-01") == ["z"]
    assert ids(resolved, "2022-01-01") == ["x", "y", "w"]
    assert set(on(resolved, "a/s", "2022-01-01").ended) == {"z"}  # type: ignore[union-attr]  # it is in force


ADOPTING = standard("2020-01-01", X, Y) | own(
    "2021-01-01", "{id: x, plain: 办甲}", Z, head=BASED
)
DECLINING = standard("2020-01-01", X, Y) | own(
    "2021-01-01", head=BASED + "declined: [{id: x, reason: 没有}]\n"
)
GAINING = amend("standard/s", "2022-01-01", "{add: {id: n, title: 新事}}")
DROPPING = amend("standard/s", "2022-01-01", "{withdraw: x}")


@pytest.mark.parametrize(
    ("files", "day", "expected"),
    [
        pytest.param(ADOPTING, "2020-06-01", None, id="standard-alone-is-not-adopted"),
        pytest.param(ADOPTING, "2021-01-01", ["x", "y", "z"], id="adopts-all"),
        pytest.param(
            ADOPTING | GAINING, "2022-01-01", ["x", "y", "n", "z"], id="standard-gains"
        ),
        pytest.param(
            ADOPTING | DROPPING, "2022-01-01", ["y", "z"], id="standard-drops"
        ),
        pytest.param(
            ADOPTING | DROPPING | amend("standard/s", "2023-01-01", f"{{add: {X}}}"),
            "2023-01-01",
            ["y", "x", "z"],
            id="standard-has-it-again",
        ),
        pytest.param(
            standard("2020-01-01", X, Y)
            | own("2021-01-01", "{id: x, title: 本街道的甲事}")
            | DROPPING,
            "2022-01-01",
            ["y", "x"],
            id="a-title-of-its-own-survives-the-standard",
        ),
        pytest.param(DECLINING, "2021-01-01", ["y"], id="declined"),
        pytest.param(
            DECLINING | amend("a/s", "2022-01-01", "{add: {id: x}}"),
            "2022-01-01",
            ["x", "y"],
            id="taken-up-again",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", "{withdraw: y}"),
            "2022-01-01",
            ["x", "z"],
            id="withdrawn-is-declined",
        ),
        pytest.param(
            ADOPTING
            | amend("a/s", "2022-01-01", "{withdraw: y}")
            | amend("standard/s", "2023-01-01", "{revise: y, set: {title: 新}}"),
            "2023-01-01",
            ["x", "z"],
            id="declined-stays-declined",
        ),
        pytest.param(
            ADOPTING
            | GAINING
            | amend("a/s", "2023-01-01", "{revise: n, set: {fee: 无}}"),
            "2023-01-01",
            ["x", "y", "n", "z"],
            id="revises-what-the-standard-gained",
        ),
        pytest.param(
            ADOPTING | standard("2022-01-01", Y),
            "2022-01-01",
            ["y", "z"],
            id="a-whole-new-standard",
        ),
        pytest.param(
            own("2021-01-01", "{id: x, unit: 某办}", Z),
            "2021-01-01",
            ["z"],
            id="unknown-standard-leaves-what-has-a-title",
        ),
        pytest.param(
            standard("2022-01-01", X) | own("2021-01-01", Z),
            "2021-06-01",
            ["z"],
            id="standard-not-yet-in-force",
        ),
        pytest.param(
            standard("2022-01-01", X) | own("2021-01-01", Z),
            "2022-01-01",
            ["x", "z"],
            id="standard-comes-later",
        ),
    ],
)
def test_adoption(
    write_tree: WriteTree, files: Files, day: str, expected: list[str] | None
) -> None:
    """The standard's items that are not declined, then the street's own."""
    resolved = read(write_tree(EMPTY | files))
    assert resolved.problems == ()
    assert ids(resolved, day) == expected


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        pytest.param("class: urban", "2020-01-01", ["x"], id="class"),
        pytest.param("class: [rural, urban]", "2020-01-01", ["x"], id="classes"),
        pytest.param("offices: [a]", "2020-01-01", ["x"], id="office"),
        pytest.param("class: rural, offices: [a]", "2020-01-01", ["x"], id="either"),
        pytest.param("class: rural", "2020-01-01", None, id="other-class"),
        pytest.param("offices: [b]", "2020-01-01", None, id="other-office"),
        pytest.param("class: urban", "2019-12-31", None, id="not-yet"),
    ],
)
def test_applies_to(
    write_tree: WriteTree, rule: str, day: str, expected: list[str] | None
) -> None:
    """A standard list is in force for the streets it names, without their files."""
    head = f"kind: service\napplies_to: {{{rule}}}\n"
    files = EMPTY | office("b") | standard("2020-01-01", X, head=head)
    assert ids(read(write_tree(files)), day) == expected


def test_applies_no_more(write_tree: WriteTree) -> None:
    """Where a new standard names other streets, the list ends for this one."""
    files = standard("2020-01-01", X, head=APPLIED) | standard(
        "2022-01-01", X, head="kind: service\napplies_to: {class: rural}\n"
    )
    resolved = read(write_tree(EMPTY | files))
    assert ids(resolved, "2021-12-31") == ["x"]
    assert ids(resolved, "2022-01-01") == []


def test_applied_before_its_own_file(write_tree: WriteTree) -> None:
    """The days on which a standard applied stay, when the street writes its own."""
    files = standard("2020-01-01", X, head=APPLIED) | own("2022-01-01", Z)
    resolved = read(write_tree(EMPTY | files))
    assert ids(resolved, "2020-01-01") == ["x"]
    assert ids(resolved, "2022-01-01") == ["x", "z"]


def test_the_days_of_a_list(write_tree: WriteTree) -> None:
    """A list changes on its own days and on those of the standard it adopts."""
    files = (
        standard("2019-01-01", X)
        | amend("standard/s", "2021-06-01", f"{{add: {Y}}}")
        | own("2020-01-01")
        | amend("a/s", "2022-01-01", f"{{add: {Z}}}")
        | own("2023-01-01", Z, head="kind: service\n")
        | amend("standard/s", "2022-01-01", "{revise: x, set: {fee: 无}}")
        | amend("standard/s", "2024-01-01", "{withdraw: y}")
    )
    resolved = read(write_tree(EMPTY | files))
    moments = resolved.lists[ListKey("a", "s")]
    # 2024 changes nothing: since 2023 the street adopts no standard.
    assert [moment.day.isoformat() for moment in moments] == [
        "2020-01-01",
        "2021-06-01",
        "2022-01-01",
        "2023-01-01",
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(
            "2021-01-01",
            {"title": "standard", "fee": "standard", "plain": "rewritten"},
            id="overridden",
        ),
        pytest.param(
            "2022-01-01",
            {"title": "standard", "plain": "rewritten", "result": "rewritten"},
            id="removed-and-added",
        ),
        pytest.param(
            "2023-01-01",
            {"title": "standard", "plain": "rewritten", "result": "rewritten"},
            id="what-is-removed-stays-removed",
        ),
    ],
)
def test_origins(write_tree: WriteTree, day: str, expected: dict[str, str]) -> None:
    """Each field knows whether the standard or the street says it."""
    files = (
        standard("2020-01-01", "{id: x, title: 甲事, fee: 无, plain: 标准说法}")
        | own("2021-01-01", "{id: x, plain: 街道说法}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {fee: null, result: 证}}")
        | amend("standard/s", "2023-01-01", "{revise: x, set: {fee: 十元}}")
    )
    moment = on(read(write_tree(EMPTY | files)), "a/s", day)
    assert moment is not None
    item = moment.items["x"]
    named = [name for name in item.fields if name != "id"]
    assert {name: item.origin(name).value for name in named} == expected


def test_own_items_are_the_streets(write_tree: WriteTree) -> None:
    """A field of an item that the standard lacks is the street's own."""
    moment = on(read(write_tree(EMPTY | ADOPTING)), "a/s", "2021-01-01")
    assert moment is not None
    assert moment.items["z"].origin("title").value == "own"


def test_null_removes(write_tree: WriteTree) -> None:
    """Null takes a field away, in an amendment and in an override alike."""
    files = (
        standard("2020-01-01", "{id: x, title: 甲事, fee: 无, result: 证}")
        | own("2021-01-01", "{id: x, fee: null}")
        | amend("a/s", "2022-01-01", "{revise: x, set: {result: null}}")
    )
    resolved = read(write_tree(EMPTY | files))
    fields = [
        list(moment.items["x"].fields) for moment in resolved.lists[ListKey("a", "s")]
    ]
    assert fields == [["id", "title", "result"], ["id", "title"]]


REASON = "reason: 收回, note: 另有安排, successor: {unit: 区民政局}"
DOCUMENT = "document: {number: 某编〔2022〕1号}\n"
LEAVING = (f"{{withdraw: x, {REASON}}}",)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", *LEAVING, head=DOCUMENT),
            ("收回", "区民政局", "a/s/2022-01-01"),
            id="by-the-street",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", *LEAVING),
            ("收回", "区民政局", "a/s/2022-01-01"),
            id="an-adopted-item-by-the-street",
        ),
        pytest.param(
            ADOPTING | amend("standard/s", "2022-01-01", *LEAVING, head=DOCUMENT),
            ("收回", "区民政局", "standard/s/2022-01-01"),
            id="by-the-standard",
        ),
        pytest.param(
            standard("2020-01-01", X, head=APPLIED)
            | amend("standard/s", "2022-01-01", *LEAVING),
            ("收回", "区民政局", "standard/s/2022-01-01"),
            id="by-the-standard-that-applies",
        ),
        pytest.param(
            PLAIN | own("2022-01-01", Y, head="kind: service\n"),
            ("", "", "a/s/2022-01-01"),
            id="by-a-whole-version-without-it",
        ),
    ],
)
def test_how_it_ended(
    write_tree: WriteTree, files: Files, expected: tuple[str, str, str]
) -> None:
    """Since when an item is gone, why, who does it now, and by which file."""
    gone = ended(read(write_tree(EMPTY | files)), "x", "2023-01-01")
    reason, unit, path = expected
    assert gone.since == date(2022, 1, 1)
    assert (gone.change.reason if gone.change else "") == reason
    successor = gone.change.successor if gone.change else None
    assert text_of(successor or {}, "unit") == unit
    assert gone.version is not None
    assert gone.version.path == f"content/lists/{path}.yml"


def test_back_again_it_has_not_ended(write_tree: WriteTree) -> None:
    """An item that was added again is in force, and an old reason is forgotten."""
    files = (
        ADOPTING
        | amend("a/s", "2022-01-01", "{withdraw: x, reason: 收回}")
        | amend("a/s", "2023-01-01", "{add: {id: x}}")
        | amend("standard/s", "2024-01-01", "{withdraw: x, reason: 法规变化}")
    )
    resolved = read(write_tree(EMPTY | files))
    back = on(resolved, "a/s", "2023-01-01")
    assert back is not None
    assert "x" in back.items
    assert "x" not in back.ended
    gone = ended(resolved, "x", "2024-01-01")
    assert gone.change is not None
    assert gone.change.reason == "法规变化"


def test_declined_with_reasons(write_tree: WriteTree) -> None:
    """Declined items are named as the standard names them, with the street's reason."""
    files = DECLINING | amend("a/s", "2022-01-01", "{withdraw: y, reason: 收回}")
    resolved = read(write_tree(EMPTY | files))
    moment = on(resolved, "a/s", "2022-01-01")
    assert moment is not None
    declined = [(d.id, d.title, d.reason) for d in moment.declined]
    assert declined == [("x", "甲事", "没有"), ("y", "乙事", "收回")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{revise: w, set: {fee: 无}}"),
            ["unknown-item 4:14"],
            id="revise-what-is-not-there",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{withdraw: w}"),
            ["unknown-item 4:16"],
            id="withdraw-what-is-not-there",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{withdraw: x}", "{withdraw: x}"),
            ["unknown-item 5:16"],
            id="withdraw-twice",
        ),
        pytest.param(
            PLAIN | amend("a/s", "2022-01-01", "{add: {id: x, title: 又}}"),
            ["item-in-force 4:16"],
            id="add-what-is-there",
        ),
        pytest.param(
            ADOPTING | amend("a/s", "2022-01-01", "{add: {id: y, title: 又}}"),
            ["item-in-force 4:16"],
            id="add-what-is-adopted",
        ),
        pytest.param(
            DECLINING | amend("a/s", "2022-01-01", "{revise: x, set: {fee: 无}}"),
            ["unknown-item 4:14"],
            id="revise-what-is-declined",
        ),
        pytest.param(
            amend("a/s", "2022-01-01", f"{{add: {X}}}", head="kind: service\n"),
            ["no-whole-version 1:1"],
            id="nothing-to-amend",
        ),
        pytest.param(
            own("2022-01-01", "{id: x, fee: 无}", head="kind: service\n"),
            ["missing-key 5:5"],
            id="no-title",
        ),
        pytest.param(
            standard("2020-01-01", X) | own("2021-01-01", "{id: xx, fee: 无}"),
            ["unknown-item 6:10"],
            id="override-of-nothing",
        ),
    ],
)
def test_changes_that_do_not_fit(
    write_tree: WriteTree, files: Files, expected: list[str]
) -> None:
    """What does not fit the list of its day is reported where it stands."""
    found = [
        f"{p.rule} {p.place.line}:{p.place.column}"
        for p in read(write_tree(EMPTY | files)).problems
    ]
    assert found == expected


def test_what_does_not_fit_is_left_out(write_tree: WriteTree) -> None:
    """A wrong change spoils neither its neighbours nor the list."""
    changes = ("{withdraw: w}", f"{{add: {Z}}}", "{add: {id: x, title: 又}}")
    resolved = read(write_tree(EMPTY | PLAIN | amend("a/s", "2022-01-01", *changes)))
    assert ids(resolved, "2022-01-01") == ["x", "y", "z"]


def test_an_override_outlives_its_item(write_tree: WriteTree) -> None:
    """When the standard drops an item, nobody has made a mistake."""
    files = (
        ADOPTING
        | DROPPING
        | amend("a/s", "2023-01-01", "{revise: y, set: {plain: 办乙}}")
    )
    assert errors(write_tree(EMPTY | files)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("add: {id: x, title: 街道还办}", [], id="add-it-as-its-own"),
        pytest.param(
            "revise: x, set: {fee: 无}", ["unknown-item"], id="revise-nothing"
        ),
        pytest.param("withdraw: x", ["unknown-item"], id="withdraw-nothing"),
    ],
)
def test_a_dropped_item_is_not_there(
    write_tree: WriteTree, change: str, expected: list[str]
) -> None:
    """An old override does not keep in force what the standard has dropped."""
    files = ADOPTING | DROPPING | amend("a/s", "2023-01-01", f"{{{change}}}")
    assert errors(write_tree(EMPTY | files)) == expected


@pytest.mark.parametrize(
    ("files", "day", "expected"),
    [
        pytest.param(
            own("2020-01-01", X, head="kind: service\ntitle: 甲清单\n")
            | amend("a/s", "2021-01-01", f"{{add: {Y}}}"),
            "2021-01-01",
            "甲清单",
            id="an-amendment-keeps-it",
        ),
        pytest.param(
            own("2020-01-01", X, head="kind: service\ntitle: 甲清单\n")
            | amend("a/s", "2021-01-01", f"{{add: {Y}}}", head="title: 新清单\n"),
            "2021-01-01",
            "新清单",
            id="an-amendment-changes-it",
        ),
        pytest.param(
            standard("2020-01-01", X, head="kind: service\ntitle: 标准\n")
            | own("2020-01-01")
            | amend("standard/s", "2021-01-01", f"{{add: {Y}}}"),
            "2021-01-01",
            "标准",
            id="the-standards-where-it-has-none",
        ),
        pytest.param(PLAIN, "2020-01-01", "公共服务事项清单", id="else-the-kinds"),
    ],
)
def test_titles(write_tree: WriteTree, files: Files, day: str, expected: str) -> None:
    """A list is called what its latest version calls it."""
    moment = on(read(write_tree(EMPTY | files)), "a/s", day)
    assert moment is not None
    assert moment.title == expected


UNITS = """\
names: {names}
units:
  - id: affairs
    name: 社会事务办公室
    nameplates: [退役军人服务站]
    formerly: [民政科]
    phones:
      - {{number: 000-8800 0009, kind: 监督}}
      - {{number: 000-8800 0003, kind: 值班}}
      - {{number: 000-8800 0002, kind: 受理}}
      - {{number: 000-8800 0001, kind: 咨询, verified: 2026-01-02}}
    posts:
      - {{id: head, title: 主任, person: 张某某, backup: deputy}}
      - {{id: deputy, title: 副主任, person: 欧阳某某, on_leave: 学习}}
      - {{id: vacant, title: 科长, person: null}}
      - {{id: unsaid, title: 科员}}
  - id: minzheng
    name: 民政科
  - id: duty
    name: 值班室
    phones:
      - {{number: 000-8800 0007转8, kind: 值班}}
"""


@pytest.fixture
def street(write_tree: WriteTree) -> Callable[[str], Office]:
    """Read an office with a names policy."""

    def make(names: str) -> Office:
        tree = write_tree(CONFIG | office("b", UNITS.format(names=names)))
        return examine(tree, TODAY).loaded.catalog.offices["b"]

    return make


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("affairs", "affairs", id="id"),
        pytest.param("社会事务办公室", "affairs", id="name"),
        pytest.param("退役军人服务站", "affairs", id="name-plate"),
        pytest.param("民政科", "minzheng", id="a-name-before-a-former-name"),
        pytest.param("社会事务", None, id="part-of-a-name"),
        pytest.param("区民政局", None, id="another-body"),
    ],
)
def test_find_unit(
    street: Callable[[str], Office], name: str, expected: str | None
) -> None:
    """A unit answers to its id, name, name-plates and former names."""
    unit = find_unit(street("full"), name)
    assert (unit.id if unit else None) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ("", []), id="not-published"),
        pytest.param(
            {"unit": "affairs"},
            ("社会事务办公室", ["000-8800 0001"]),
            id="the-units-enquiries",
        ),
        pytest.param(
            {"unit": "duty"}, ("值班室", ["000-8800 0007转8"]), id="what-there-is"
        ),
        pytest.param({"unit": "minzheng"}, ("民政科", []), id="no-phone"),
        pytest.param(
            {"unit": "affairs", "hotline": "12345"},
            ("社会事务办公室", ["12345"]),
            id="hotline-overrides",
        ),
        pytest.param({"hotline": "12345"}, ("", ["12345"]), id="hotline-alone"),
        pytest.param(
            {"unit": "退役军人服务站"},
            ("退役军人服务站", ["000-8800 0001"]),
            id="shown-by-its-name-plate",
        ),
        pytest.param({"unit": "区民政局"}, ("区民政局", []), id="another-body"),
    ],
)
def test_handling(
    street: Callable[[str], Office],
    fields: dict[str, str],
    expected: tuple[str, list[str]],
) -> None:
    """The unit and the phone of an item, with what the office adds."""
    known = handling(street("full"), fields)
    assert (known.unit_name, [phone.number for phone in known.phones]) == expected


def test_former_name_is_shown_as_today(write_tree: WriteTree) -> None:
    """A list may still name a unit that has another name by now."""
    text = "units: [{id: u, name: 新办, formerly: [旧科]}]\n"
    root = write_tree(CONFIG | office("b", text))
    b = examine(root, TODAY).loaded.catalog.offices["b"]
    assert handling(b, {"unit": "旧科"}).unit_name == "新办"


def test_a_known_hotline_keeps_its_check(street: Callable[[str], Office]) -> None:
    """A hotline that the unit lists brings along when somebody last dialled it."""
    known = handling(street("full"), {"unit": "affairs", "hotline": "000-88000001"})
    assert known.verified == date(2026, 1, 2)
    assert known.phones[0].number == "000-8800 0001"


@pytest.mark.parametrize(
    ("names", "post", "expected"),
    [
        pytest.param("full", "head", ("主任", "张某某"), id="full"),
        pytest.param("surname", "head", ("主任", "张主任"), id="surname"),
        pytest.param(
            "surname", "deputy", ("副主任", "欧阳副主任"), id="two-characters"
        ),
        pytest.param("post", "head", ("主任", ""), id="post"),
        pytest.param("full", "vacant", ("科长", ""), id="vacancy"),
    ],
)
def test_names_policy(
    street: Callable[[str], Office], names: str, post: str, expected: tuple[str, str]
) -> None:
    """Readers see as much of a name as the office allows."""
    b = street(names)
    holder = shown_name(b, b.units["affairs"].posts[post])
    assert (holder.title, holder.name) == expected


@pytest.mark.parametrize(
    ("names", "name", "expected"),
    [
        pytest.param("full", "欧阳某某", "欧阳某某", id="full"),
        pytest.param("surname", "张某某", "张某", id="surname"),
        pytest.param("surname", "欧阳某某", "欧阳某", id="surname-of-two"),
        pytest.param("surname", "司某某", "司某", id="half-a-surname-of-two"),
        pytest.param("post", "张某某", "", id="post"),
        pytest.param("full", "", "", id="nobody"),
    ],
)
def test_persons_without_a_post(
    street: Callable[[str], Office], names: str, name: str, expected: str
) -> None:
    """A person named by the list itself follows the same policy."""
    assert shown_person(street(names), name) == expected


def test_only_a_stated_vacancy_is_one(street: Callable[[str], Office]) -> None:
    """`person: null` is a vacancy; a post that says nothing is not."""
    b = street("post")
    posts = b.units["affairs"].posts
    vacant = {name: shown_name(b, post).vacant for name, post in posts.items()}
    assert vacant == {"head": False, "deputy": False, "vacant": True, "unsaid": False}


def test_backup(street: Callable[[str], Office]) -> None:
    """The B角 is the other post, with its own leave."""
    known = handling(street("full"), {"unit": "affairs", "post": "head"})
    assert known.holder is not None
    assert known.backup is not None
    assert (known.backup.title, known.backup.name) == ("副主任", "欧阳某某")
    assert (known.holder.on_leave, known.backup.on_leave) == ("", "学习")
    alone = handling(street("full"), {"unit": "affairs", "post": "deputy"})
    assert alone.backup is None
