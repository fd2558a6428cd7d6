"""What feeds say, and that they never take back or reword what they said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.history.changes import NOT_RECORDED, Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.pipeline import examine
from tests.accept import SAMPLE
from tests.feed_validation import (
    Feeds,
    as_bytes,
    entries,
    faults,
    made,
    moment,
    subscribed,
    text,
)
from tests.repositories import new_repository
from tests.trees import CONFIG, TODAY, Files, amend, office, plan, whole

WriteTree = Callable[[Files], Path]
X, Y = "{id: x, title: 甲事, fee: 无}", "{id: y, title: 乙事}"
CODED = "code: '110101001'\n"
UNIT = "units:\n  - id: u\n    name: 办公室\n    phones: [{number: '0000-8800001'}]\n"
BEGUN = (
    CONFIG
    | office("a", f"class: urban\n{CODED}{UNIT}", "甲街道")
    | office("b", "class: urban\n", "乙街道")
    | whole("standard/s", "2020-01-01", X, Y)
    | whole("a/s", "2020-02-01", head="kind: service\nbased_on: standard/s\n")
    | whole("b/s", "2020-02-01", head="kind: service\nbased_on: standard/s\n")
    | whole(
        "a/own", "2021-01-01", "{id: z, title: 丙事, unit: u}", "{id: v, title: 丁}"
    )
    | amend("a/own", "2022-01-01", "{withdraw: v, reason: 收回, successor: {item: z}}")
)
"""Two offices that adopt a standard list; the first has a list of its own too."""

ABOVE = amend(
    "standard/s", "2023-01-01", "{revise: x, set: {fee: 每次十元}, reason: 法规变化}"
)
RENAMED = amend(
    "a/own",
    "2026-01-01",
    "{revise: z, set: {title: 丙事办理}, reason: 其他}",
    head="title: 甲街道自办事项\n",
)
OWN = "content/lists/a/own/2021-01-01.yml"


def feeds_of(
    root: Path, recorded: Recorded = NOT_RECORDED, today: date = TODAY
) -> Feeds:
    """Make the feeds of a tree without mistakes; all of them keep the rules."""
    examined = examine(root, today)
    assert [p.sentence for p in examined.problems if p.is_error] == []
    files = made(plan(examined, today, recorded))
    assert {address for address, data in files.items() if faults(data)} == set()
    return files


def changed(before: Feeds, after: Feeds) -> dict[str, list[str]]:
    """The titles of new entries by feed; every old entry is there, byte for byte."""
    new = {}
    for address, data in after.items():
        old, now = as_bytes(before.get(address, data)), as_bytes(data)
        assert old.items() <= now.items(), address
        new[address] = [
            text(e, "title") for e in entries(data) if text(e, "id") not in old
        ]
    return {address: listed for address, listed in new.items() if listed}


def test_one_more_amendment(write_tree: WriteTree) -> None:
    """It is one new entry in every feed that it concerns, and changes no other.

    Even one that words the list and an item anew.
    """
    before = feeds_of(write_tree(BEGUN))
    after = feeds_of(write_tree(BEGUN | RENAMED))
    title = "《甲街道自办事项》：调整 1 项"
    assert changed(before, after) == {
        "feed.xml": [title],
        "offices/a/feed.xml": [title],
        "offices/a/own/feed.xml": [title],
        "matters/z.xml": ["《甲街道自办事项》：调整“丙事办理”"],
    }


def test_a_subscriber_sees_it(write_tree: WriteTree) -> None:
    """A feed reader finds the new entry first, with old and new text in words."""
    read = subscribed(feeds_of(write_tree(BEGUN | ABOVE))["offices/b/s/feed.xml"])
    newest = read.entries[0]
    assert newest.title == "乙街道《公共服务事项清单》：调整 1 项"
    assert "自2023年1月1日起施行。" in newest.summary
    assert "调整“甲事”" in newest.summary
    assert "原：<del>无</del>" in newest.content[0].value
    assert "现：<ins>每次十元</ins>" in newest.content[0].value
    assert "理由：法规变化。" in newest.content[0].value


def test_a_standards_act_is_told_once(write_tree: WriteTree) -> None:
    """A matter's feed names the streets that a standard list's act reached."""
    before = feeds_of(write_tree(BEGUN))
    after = feeds_of(write_tree(BEGUN | ABOVE))
    new = changed(before, after)
    assert new["matters/x.xml"] == ["标准清单《公共服务事项清单》：调整“甲事”"]
    assert new["feed.xml"] == ["标准清单《公共服务事项清单》：调整 1 项"]
    assert new["offices/b/feed.xml"] == ["乙街道《公共服务事项清单》：调整 1 项"]
    assert "matters/y.xml" not in new
    summary = text(entries(after["matters/x.xml"])[0], "summary")
    assert summary.endswith("涉及甲街道、乙街道。")


def test_an_announced_version(write_tree: WriteTree) -> None:
    """It says since when it applies, on every day the same; published is its time."""
    root = write_tree(
        BEGUN
        | amend("a/own", "2027-01-01", f"{{add: {X}}}", head="published: 2026-11-01\n")
    )
    data = feeds_of(root)["offices/a/own/feed.xml"]
    (entry, *_) = entries(data)
    assert text(entry, "summary") == "新增 1 项。自2027年1月1日起施行。新增“甲事”。"
    assert moment(entry).isoformat() == "2026-11-01T00:00:00+08:00"
    assert data == feeds_of(root, today=date(2027, 6, 1))["offices/a/own/feed.xml"]


def test_feeds_do_not_depend_on_the_day() -> None:
    """All feeds of the sample are the same on every day."""
    examined = examine(SAMPLE, TODAY)
    days = (TODAY, date(2020, 1, 1), date(2040, 1, 1))
    first, *others = [made(plan(examined, day)) for day in days]
    assert others == [first, first]


def test_an_edit_in_place(tmp_path: Path) -> None:
    """One commit is one entry, at the commit's moment, in all feeds it concerns."""
    repository = new_repository(tmp_path / "site", BEGUN)
    before = feeds_of(repository.folder, read_recorded(repository.folder, Memory()))
    moment_of = "2026-05-06T23:30:00+09:00"
    phone = BEGUN["content/offices/a.yml"].replace("8800001", "8800002")
    repository.commit({"content/offices/a.yml": phone}, on=moment_of)
    recorded = read_recorded(repository.folder, Memory())
    after = feeds_of(repository.folder, recorded)
    title = "甲街道：街道资料修改"
    assert changed(before, after) == {
        "feed.xml": [title],
        "offices/a/feed.xml": [title],
        "matters/z.xml": ["甲街道：更正“办公室”"],
    }
    (entry, *_) = entries(after["matters/z.xml"])
    assert moment(entry).isoformat() == moment_of
    assert "8800001" in text(entry, "content")
    assert "8800002" in text(entry, "content")


def test_words_of_an_edit_stay(tmp_path: Path) -> None:
    """An edit told with the titles of its day keeps them when a version renames them."""
    repository = new_repository(tmp_path / "site", BEGUN)
    text_of = BEGUN[OWN].replace("title: 丙事", "title: 丙事, fee: 无")
    repository.commit({OWN: text_of}, on="2025-05-06")
    before = feeds_of(repository.folder, read_recorded(repository.folder, Memory()))
    repository.commit(RENAMED, on="2025-12-01")
    after = feeds_of(repository.folder, read_recorded(repository.folder, Memory()))
    assert set(changed(before, after)) == {
        "feed.xml",
        "offices/a/feed.xml",
        "offices/a/own/feed.xml",
        "matters/z.xml",
    }
