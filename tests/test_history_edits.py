"""Edits of files that git recorded: what each is called, and what it touches."""

from datetime import date
from pathlib import Path

import pytest

from generator.history.changes import ChangeKind, OfficeChange
from generator.history.joining import build_history
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.history.timelines import History
from generator.model.lists import ListKey
from tests.history_trees import A_S, told
from tests.repositories import Repository, new_repository
from tests.trees import CONFIG, TODAY, Files, amend, office, read, whole

UNIT = """\
units:
  - id: u
    name: 民政办
    place: 一楼
    phones: [{number: 000-8800 0001, kind: 咨询, verified: 2026-01-01}]
    posts: [{id: head, title: 主任, person: 赵某甲, backup: deputy}, {id: deputy, title: 副主任}]
communities: [{code: "990101001001", name: 一社区, phone: 000-8800 0009}]
"""
NAMED = office("a", f"names: full\n{UNIT}", "甲街道")
ITEM = "{id: x, title: 甲事, unit: u, post: head, window: 一号, basis: 旧}"
FIRST = CONFIG | office("a", UNIT, "甲街道") | whole("a/s", "2026-01-01", ITEM)


def after(
    folder: Path, first: Files, *edits: Files, day: str = "2026-03-05"
) -> History:
    """Record a first state and edits of it, and read the history."""
    repository = new_repository(folder, first)
    for edit in edits:
        repository.commit(edit, on=day)
    return history_of(repository)


def history_of(repository: Repository, opened: date | None = None) -> History:
    """Read the history of a repository."""
    recorded = read_recorded(repository.folder, Memory())
    return build_history(read(repository.folder), recorded, TODAY, opened)


def changed(text: str, old: str, new: str, address: str = "a/s") -> Files:
    """The version file of the first state, with one text for another."""
    assert old in text
    return whole(address, "2026-01-01", text.replace(old, new))


def edits(history: History, key: ListKey = A_S) -> list[tuple[str, str, str]]:
    """What was edited in place in a list."""
    return told(e for e in history.lists[key] if e.in_place)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        pytest.param("window: 一号", "window: 二号", "corrected", id="contact"),
        pytest.param("basis: 旧", "basis: 新", "edited", id="substance"),
        pytest.param("title: 甲事", "title: 甲事项", "edited", id="title"),
        pytest.param(", basis: 旧", "", "edited", id="field-gone"),
    ],
)
def test_an_edit_in_force_is_named_by_what_it_touches(
    tmp_path: Path, old: str, new: str, kind: str
) -> None:
    """An edit in force is named by what it touches."""
    made = after(tmp_path / "t", FIRST, changed(ITEM, old, new))
    assert edits(made) == [("2026-03-05", kind, "x")]


def test_both_in_one_edit_are_substance(tmp_path: Path) -> None:
    """Both in one edit are substance."""
    text = ITEM.replace("一号", "二号").replace("旧", "新")
    made = after(tmp_path / "t", FIRST, whole("a/s", "2026-01-01", text))
    assert edits(made) == [("2026-03-05", "edited", "x")]


def test_the_order_of_fields_is_no_change(tmp_path: Path) -> None:
    """The order of fields is no change."""
    text = "{title: 甲事, id: x, unit: u, window: 一号, post: head, basis: 旧}"
    made = after(tmp_path / "t", FIRST, whole("a/s", "2026-01-01", text))
    assert edits(made) == []


def test_an_announced_version_may_be_edited_before_its_day(tmp_path: Path) -> None:
    """An announced version may be edited before its day."""
    first = FIRST | amend("a/s", "2026-12-01", "{revise: x, set: {fee: 一元}}")
    later = amend("a/s", "2026-12-01", "{revise: x, set: {fee: 两元}, reason: 其他}")
    made = after(tmp_path / "t", first, later)
    assert edits(made) == [("2026-03-05", "redrafted", "x")]


def test_a_correction_counts_only_for_the_item_it_names(tmp_path: Path) -> None:
    """A correction counts only for the item it names."""
    head = "kind: service\ncorrections: [{on: 2026-03-05, item: y, reason: 错字}]\n"
    later = whole("a/s", "2026-01-01", ITEM.replace("旧", "新"), head=head)
    made = after(tmp_path / "t", FIRST, later)
    kinds = {(kind, what) for _, kind, what in edits(made)}
    assert kinds == {("edited", "x"), ("corrected", "y")}


def test_a_heading_is_edited_too(tmp_path: Path) -> None:
    """A heading is edited too."""
    head = "kind: service\ndocument: {number: 某编〔2026〕1号}\n"
    made = after(tmp_path / "t", FIRST, whole("a/s", "2026-01-01", ITEM, head=head))
    assert edits(made) == [("2026-03-05", "edited", "a/s")]


def test_items_put_into_or_taken_out_of_a_version_in_force_are_edits(
    tmp_path: Path,
) -> None:
    """Items put into or taken out of a version in force are edits."""
    two = whole("a/s", "2026-01-01", ITEM, "{id: y, title: 乙事}")
    one = whole("a/s", "2026-01-01", ITEM)
    made = after(tmp_path / "t", FIRST, two, one)
    assert edits(made) == [("2026-03-05", "edited", "y")] * 2


def test_a_deleted_version_leaves_a_trace_until_it_is_back(tmp_path: Path) -> None:
    """A deleted version leaves a trace until it is back."""
    second = amend("a/s", "2026-02-01", "{revise: x, set: {fee: 一元}}")
    repository = new_repository(tmp_path / "t", FIRST | second)
    path = next(iter(second))
    repository.commit({path: None}, on="2026-03-05")
    gone = history_of(repository)
    assert edits(gone) == [("2026-03-05", "edited", "a/s")]
    repository.commit(second, on="2026-03-06")
    assert [day for day, _, _ in edits(history_of(repository))] == [
        "2026-03-05",
        "2026-03-06",
    ]


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


def test_personal_numbers_of_the_past_stay_hidden(tmp_path: Path) -> None:
    """Personal numbers of the past stay hidden."""
    mobile = "138" + "0013" + "8000"
    first = FIRST | changed(ITEM, "旧", f"旧，打{mobile}")
    made = after(tmp_path / "t", first, changed(ITEM, "旧", "新"))
    fields = [f for e in made.lists[A_S] for c in e.changes for f in c.fields]
    assert len(fields) == 1
    assert mobile not in str(fields[0].old)
    assert str(fields[0].old).startswith("旧，打")


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


def test_an_edit_of_the_standard_list_reaches_who_adopts_the_wording(
    tmp_path: Path,
) -> None:
    """An edit of the standard list reaches who adopts the wording."""
    based = "kind: service\nbased_on: standard/s\n"
    first = (
        CONFIG
        | office("a", "", "甲街道")
        | office("b", "", "乙街道")
        | whole("standard/s", "2026-01-01", "{id: x, title: 甲事, fee: 一元}")
        | whole("a/s", "2026-01-02", head=based)
        | whole("b/s", "2026-01-02", "{id: x, fee: 不收}", head=based)
    )
    later = whole("standard/s", "2026-01-01", "{id: x, title: 甲事, fee: 两元}")
    made = after(tmp_path / "t", first, later)
    assert edits(made) == [("2026-03-05", "edited", "x")]
    assert edits(made, ListKey("b", "s")) == []
    assert [e.touched for e in made.acts() if e.in_place] == [("a", "b")]


def test_what_was_prepared_before_the_site_opened_is_not_told(tmp_path: Path) -> None:
    """What was prepared before the site opened is not told."""
    repository = new_repository(tmp_path / "t", FIRST)
    repository.commit(changed(ITEM, "旧", "新"), on="2026-03-05")
    repository.commit(changed(ITEM, "旧", "更新"), on="2026-04-05")
    made = history_of(repository, opened=date(2026, 4, 1))
    assert edits(made) == [("2026-04-05", "edited", "x")]
    assert all(entry.recorded for entry in made.lists[A_S])


def test_times_that_run_backwards_are_kept_and_flagged(tmp_path: Path) -> None:
    """Times that run backwards are kept and flagged."""
    repository = new_repository(tmp_path / "t", FIRST)
    repository.commit(changed(ITEM, "旧", "新"), on="2026-03-05")
    repository.commit(changed(ITEM, "旧", "更新"), on="2026-02-05")
    made = history_of(repository)
    flagged = {
        e.day.isoformat(): e.recorded.backwards
        for e in made.lists[A_S]
        if e.in_place and e.recorded
    }
    assert flagged == {"2026-03-05": False, "2026-02-05": True}
