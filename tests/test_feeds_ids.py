"""Ids of feeds and entries: two acts never share one, and nothing changes one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from generator.export.dates import MOST
from generator.history.changes import FileEdit, Gap, PartDifference, Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.pipeline import examine
from tests.accept import SAMPLE, TODAY
from tests.feed_validation import Feeds, as_bytes, entries, made, moment, text, titles
from tests.repositories import Repository, new_repository
from tests.trees import CONFIG, SHIPPED, Files, amend, office, plan, whole

WriteTree = Callable[[Files], Path]
CODED = "class: urban\ncode: '110101001'\n"
ITEM = "{id: x, title: 甲事, fee: 无}"
REVISED = amend("a/s", "2021-01-01", "{revise: x, set: {fee: 十元}}")
SMALL = (
    CONFIG | office("a", CODED, "甲街道") | whole("a/s", "2020-01-01", ITEM) | REVISED
)
FIRST, SECOND = "content/lists/a/s/2020-01-01.yml", "content/lists/a/s/2021-01-01.yml"
STANDARD = "content/lists/standard/t/2020-01-01.yml"


def ids(data: bytes) -> list[str]:
    """The ids of a feed's entries, newest first."""
    return [text(entry, "id") for entry in entries(data)]


def site(root: Path, recorded: Recorded | None = None) -> Feeds:
    """Make all feeds of a tree."""
    examined = examine(root, TODAY)
    return made(plan(examined, TODAY, recorded or Recorded(Gap.NO_REPOSITORY)))


def recorded_site(repository: Repository) -> Feeds:
    """Make all feeds of a repository."""
    return site(repository.folder, read_recorded(repository.folder, Memory()))


@pytest.mark.parametrize("root", [SAMPLE, SHIPPED], ids=["sample", "demo"])
def test_no_two_acts_share_an_id(root: Path) -> None:
    """One id always has the same words, and every feed has an id of its own."""
    files = site(root)
    words: dict[str, set[str]] = {}
    for address, data in files.items():
        for entry in entries(data):
            what = f"{text(entry, 'title')} {text(entry, 'summary')}"
            words.setdefault(text(entry, "id"), set()).add(what)
        assert len(entries(data)) <= MOST, address
    assert [said for said in words.values() if len(said) > 1] == []
    of_feeds = [text(fromstring(data), "id") for data in files.values()]  # noqa: S314, our own
    assert len(set(of_feeds) | set(words)) == len(of_feeds) + len(words)


def test_an_act_has_one_id_in_all_whole_feeds(write_tree: WriteTree) -> None:
    """The site, the office and the list tell an act alike; a matter tells a part."""
    files = site(write_tree(SMALL))
    of_list = ids(files["offices/a/s/feed.xml"])
    assert of_list == ids(files["offices/a/feed.xml"]) == ids(files["feed.xml"])
    assert len(set(of_list) | set(ids(files["matters/x.xml"]))) == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: 示例区", "name: 新区\n  url: https://www.example.gov.cn/b"),
        ("name: 甲街道", "name: 甲镇"),
        ("title: 甲事", "title: 甲事办理"),
        ("kind: service", "kind: service\ntitle: 新名"),
    ],
)
def test_names_and_addresses_are_not_in_ids(
    write_tree: WriteTree, old: str, new: str
) -> None:
    """Whatever the site, the office, the list and the item are called."""
    before = site(write_tree(SMALL))
    after = site(write_tree({p: text.replace(old, new) for p, text in SMALL.items()}))
    assert before != after
    assert [ids(data) for data in before.values()] == [
        ids(data) for data in after.values()
    ]


def test_the_code_outlives_the_name_of_the_file(tmp_path: Path) -> None:
    """An office that states its 区划代码 keeps its ids under another id of its own."""
    named = {
        path.replace("/a", "/b", 1): text.replace("id: a", "id: b")
        for path, text in SMALL.items()
    }
    before = site(new_repository(tmp_path / "before", SMALL).folder)
    after = site(new_repository(tmp_path / "after", named).folder)
    assert ids(after["offices/b/s/feed.xml"]) == ids(before["offices/a/s/feed.xml"])


def test_a_code_of_two_offices_names_neither(write_tree: WriteTree) -> None:
    """By mistake two offices state one code; their acts are told apart all the same."""
    files = SMALL | office("b", CODED, "乙街道") | whole("b/s", "2020-01-01", ITEM)
    assert len(set(ids(site(write_tree(files))["feed.xml"]))) == 3


def test_at_most_fifty(write_tree: WriteTree) -> None:
    """The newest stay; what falls out at the end changes nothing before it."""
    days = [date(2020 + n // 12, n % 12 + 1, 2) for n in range(1, MOST + 2)]
    changes = [
        amend("a/s", day.isoformat(), f"{{revise: x, set: {{fee: {n}元}}}}")
        for n, day in enumerate(days)
    ]
    files = CONFIG | office("a") | whole("a/s", "2020-01-01", ITEM)
    for change in changes[:-1]:
        files |= change
    before, after = site(write_tree(files)), site(write_tree(files | changes[-1]))
    for address in ("feed.xml", "offices/a/s/feed.xml", "matters/x.xml"):
        old, new = as_bytes(before[address]), as_bytes(after[address])
        assert len(old) == len(new) == MOST
        assert list(new)[1:] == list(old)[:-1]
        assert all(old[name] == new[name] for name in list(new)[1:])


def test_when_an_act_became_known(tmp_path: Path) -> None:
    """The moment of the commit counts, else the day of publishing, else of effect."""
    published = amend(
        "a/s",
        "2022-01-01",
        "{revise: x, set: {fee: 无}}",
        head="published: 2021-11-01\n",
    )
    repository = new_repository(tmp_path / "site", SMALL | published)
    plain = site(repository.folder)["offices/a/s/feed.xml"]
    dated = recorded_site(repository)["offices/a/s/feed.xml"]
    assert [moment(entry).isoformat() for entry in entries(plain)] == [
        "2021-11-01T00:00:00+08:00",
        "2021-01-01T00:00:00+08:00",
        "2020-01-01T00:00:00+08:00",
    ]
    times = {moment(entry).isoformat() for entry in entries(dated)}
    assert times == {"2025-01-01T10:00:00+08:00"}
    assert ids(dated) == ids(plain)


def test_what_became_known_last_comes_first(tmp_path: Path) -> None:
    """A list of long ago that is recorded late is news; the future is not."""
    announced = amend("a/s", "2027-01-01", "{revise: x, set: {fee: 无}}")
    repository = new_repository(tmp_path / "site", SMALL | announced)
    late = whole("a/late", "2018-01-01", "{id: y, title: 乙事}")
    repository.commit(late, on="2025-06-01")
    told = titles(recorded_site(repository)["feed.xml"])
    assert told[0].endswith("首次公布，共 1 项")
    assert len(told) == 4


def test_acts_of_one_commit(tmp_path: Path) -> None:
    """Two versions and the standard list above edited at once are three acts."""
    adopting = whole(
        "a/t", "2020-01-01", head="kind: service\nbased_on: standard/t\n"
    ) | whole("standard/t", "2020-01-01", "{id: y, title: 乙事, fee: 无}")
    files = SMALL | adopting
    repository = new_repository(tmp_path / "site", files)
    before = set(ids(recorded_site(repository)["feed.xml"]))
    repository.commit(
        {
            FIRST: files[FIRST].replace("fee: 无", "fee: 五元"),
            SECOND: files[SECOND].replace("十元", "九元"),
            STANDARD: files[STANDARD].replace("fee: 无", "fee: 一元"),
        },
        on="2025-05-05",
    )
    after = recorded_site(repository)
    assert len(set(ids(after["feed.xml"])) - before) == 3
    assert len(set(ids(after["offices/a/feed.xml"])) - before) == 3
    assert titles(after["matters/y.xml"])[0].startswith("标准清单《")


def test_a_folder_renamed_and_edited_at_once(tmp_path: Path) -> None:
    """The new name of a list and an edit in the same commit are two acts."""
    more = [f"{{id: n{n}, title: 事项{n}}}" for n in range(9)]
    files = SMALL | whole("a/s", "2020-01-01", ITEM, *more)
    repository = new_repository(tmp_path / "site", files)
    repository.move("content/lists/a/s", "content/lists/a/r")
    moved = {
        path.replace("/s/", "/r/"): files[path].replace("list: s", "list: r")
        for path in (FIRST, SECOND)
    }
    first = FIRST.replace("/s/", "/r/")
    moved[first] = moved[first].replace("fee: 无", "fee: 五元")
    repository.commit(moved, on="2025-05-05")
    found = recorded_site(repository)["offices/a/r/feed.xml"]
    assert len(set(ids(found))) == len(ids(found)) == 4


def test_offices_that_take_over(write_tree: WriteTree) -> None:
    """An office that succeeds another has an entry on the day it says."""
    files = SMALL | office("b", "class: urban\nsucceeds: [a]\nsince: 2024-03-01\n")
    found = site(write_tree(files))
    assert titles(found["offices/b/feed.xml"]) == ["乙街道：街道合并或更名"]
    (entry,) = entries(found["offices/b/feed.xml"])
    assert text(entry, "summary").startswith("自2024年3月1日起施行。")


def test_what_no_commit_holds_is_left_out(write_tree: WriteTree) -> None:
    """An edit that only lies in the work tree has no day that would last."""
    part = PartDifference(
        "items", "x", {"id": "x", "fee": "无"}, {"id": "x", "fee": "一"}
    )
    recorded = Recorded(Gap.NONE, {}, (FileEdit(FIRST, FIRST, FIRST, (part,)),))
    root = write_tree(SMALL)
    assert site(root, recorded) == site(root)


def test_a_correction_that_only_the_file_states(write_tree: WriteTree) -> None:
    """Without git a stated correction is an entry of the day it names."""
    stated = "corrections: [{item: x, on: 2022-05-01, reason: 录入有误}]\n"
    files = SMALL | {FIRST: SMALL[FIRST] + stated}
    for address in ("feed.xml", "matters/x.xml"):
        (entry, *_) = entries(site(write_tree(files))[address])
        assert moment(entry).isoformat() == "2022-05-01T00:00:00+08:00"
        assert "录入有误" in text(entry, "content")
