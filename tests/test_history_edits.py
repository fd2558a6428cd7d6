"""Edits of version files that git recorded: what each is called."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.lists import ListKey
from tests.history_edits import (
    FIRST,
    ITEM,
    after,
    changed,
    edits,
    history_of,
)
from tests.history_trees import A_S
from tests.repositories import new_repository
from tests.trees import CONFIG, amend, office, whole


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


def test_personal_numbers_of_the_past_stay_hidden(tmp_path: Path) -> None:
    """Personal numbers of the past stay hidden."""
    mobile = "138" + "0013" + "8000"
    first = FIRST | changed(ITEM, "旧", f"旧，打{mobile}")
    made = after(tmp_path / "t", first, changed(ITEM, "旧", "新"))
    fields = [f for e in made.lists[A_S] for c in e.changes for f in c.fields]
    assert len(fields) == 1
    assert mobile not in str(fields[0].old)
    assert str(fields[0].old).startswith("旧，打")


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


def test_a_version_in_force_cannot_be_put_off_unseen(tmp_path: Path) -> None:
    """A version in force that gets a later day is edited in place."""
    second = amend("a/s", "2026-02-01", "{revise: x, set: {fee: 一元}}")
    repository = new_repository(tmp_path / "t", FIRST | second)
    later = amend("a/s", "2026-12-01", "{revise: x, set: {fee: 一元}}")
    repository.commit({**dict.fromkeys(second), **later}, on="2026-03-05")
    assert edits(history_of(repository)) == [("2026-03-05", "edited", "a/s")]
