"""`qingdan diff` and `qingdan history`, on the sample and on real repositories."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.accept import SAMPLE
from tests.calling import ON, Call
from tests.note_trees import (
    ARRIVAL,
    LATER,
    OLD,
    SERVICES,
    VERSION,
    edited,
    phone_corrected,
    title_edited,
)
from tests.repositories import Repository, new_repository
from tests.trees import amend

AT = ("--root", SAMPLE, *ON)
SPAN = ("2023-01-01", "2023-06-01")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository whose branch `change` adds a version and corrects a phone."""
    made = new_repository(tmp_path / "repository", OLD)
    made.branch("change")
    made.commit(phone_corrected(OLD) | VERSION | ARRIVAL, on="2026-02-01")
    return made


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        pytest.param("text", "2023年1月1日 → 2023年6月1日\n新增1项、", id="text"),
        pytest.param("markdown", "**这段时间：新增1项、", id="markdown"),
        pytest.param("json", '{\n  "format": 1,', id="json"),
        pytest.param(
            "notice", "关于调整《东门街道公共服务事项清单》的公告\n", id="notice"
        ),
    ],
)
def test_two_days_in_every_format(call: Call, form: str, begins: str) -> None:
    """Differences are no failure; the last line ends once."""
    said = call("diff", *SPAN, "--format", form, *AT)
    assert said.code == 0
    assert said.out.startswith(begins)
    assert re.search(r"\S\n\Z", said.out)
    assert ("制表符" in said.err) == (form == "notice")


def test_until_today(call: Call) -> None:
    """Without a second day it is today's, which `--on` may set."""
    assert (
        call("diff", SPAN[0], *AT).out == call("diff", SPAN[0], "2026-11-22", *AT).out
    )


def test_one_list_only(call: Call) -> None:
    """Of one office, or of one list."""
    said = call("diff", "2022-06-01", "--list", "xihe", *AT)
    assert "西河" in said.out
    assert "东门街道公共" not in said.out
    wrong = call("diff", *SPAN, "--list", "dongmen/servics", *AT)
    assert wrong.code == 2
    assert "是不是“dongmen/services”" in wrong.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("2023-01-01", "main"), "要么都写日期", id="day-and-revision"),
        pytest.param(("main", "2023-01-01"), "要么都写日期", id="revision-and-day"),
        pytest.param(("2023-02-30",), "“2023-02-30”不是日期", id="no-such-day"),
        pytest.param((), "缺少“旧”", id="nothing"),
        pytest.param(
            (*SPAN, "--format", "xml"), "text、markdown、json、notice", id="format"
        ),
    ],
)
def test_wrong_usage(call: Call, arguments: tuple[str, ...], words: str) -> None:
    """What cannot be compared is said in one sentence."""
    said = call("diff", *arguments, *AT)
    assert said.code == 2
    assert words in said.err
    assert said.out == ""


def test_a_branch_against_the_files_on_disk(call: Call, repository: Repository) -> None:
    """Also what is not committed yet; from where the branch left, not what came later."""
    repository.switch("main")
    repository.commit(LATER, on="2026-02-02")
    repository.switch("change")
    repository.write(title_edited(phone_corrected(OLD)))
    said = call("diff", "main", "--root", repository.folder, *ON)
    assert said.code == 0
    assert said.out.startswith("main（")
    assert "从这里改起） → 现在的文件\n" in said.out.split("\n\n")[0] + "\n"
    assert "新增1项、取消1项、调整1项、移动1项；更正1处、就地改动1处。" in said.out


def test_two_revisions(call: Call, repository: Repository) -> None:
    """Neither needs to be the files on disk; both are named with their commits."""
    repository.switch("main")
    said = call(
        "diff", "main", "change", "--format", "json", "--root", repository.folder, *ON
    )
    value = json.loads(said.out)
    assert value["old"] == {"revision": "main", "commit": repository.head()}
    assert value["new"]["revision"] == "change"
    assert value["counts"]["added"] == 1
    back = call("diff", "change", "main", "--root", repository.folder, *ON)
    assert "删去了2个版本文件" in back.out


def test_a_folder_inside_a_repository(call: Call, tmp_path: Path) -> None:
    """The content may be one folder of a larger repository."""
    files = {f"site/{path}": text for path, text in OLD.items()}
    made = new_repository(tmp_path / "larger", files | {"readme.txt": ""})
    made.write({f"site/{path}": text for path, text in phone_corrected(OLD).items()})
    said = call("diff", "HEAD", "--root", made.folder / "site", *ON)
    assert "更正1处。" in said.out


def test_unsound_content(call: Call, repository: Repository) -> None:
    """What cannot be published is not compared: the mistakes are printed instead."""
    wrong = edited(OLD, SERVICES, "title: 优待证", "titel: 优待证")
    repository.commit(wrong, on="2026-02-03")
    for arguments in (("main",), ("main", "change")):
        said = call("diff", *arguments, "--root", repository.folder, *ON)
        assert (said.code, said.out) == (1, "")
        assert f"{SERVICES}:" in said.err
        assert "titel" in said.err
        assert "tmp" not in said.err.replace(str(repository.folder), "")


def test_unknown_revision(call: Call, repository: Repository, tmp_path: Path) -> None:
    """A name that git does not know, and a folder that git does not keep."""
    said = call("diff", "mian", "--root", repository.folder, *ON)
    assert said.code == 2
    assert "没有“mian”这个版本" in said.err
    plain = tmp_path / "plain"
    shutil.copytree(repository.folder, plain, ignore=shutil.ignore_patterns(".git"))
    said = call("diff", "main", "--root", plain, *ON)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_history_of_one_item(call: Call, repository: Repository) -> None:
    """Oldest first: versions with documents and reasons, edits with both texts."""
    files = edited(phone_corrected(OLD), SERVICES, "人均收入低于", "人均月收入低于")
    repository.commit(files | VERSION | ARRIVAL, on="2026-02-03")
    said = call("history", "a/s/dibao", "--root", repository.folder, *ON)
    assert said.code == 0
    text = said.out
    assert text.startswith(
        "最低生活保障申请  甲街道《公共服务事项清单》（a/s/dibao）\n"
    )
    days = re.findall(r"^(\d+年\d+月\d+日) +(\w+)", text, re.MULTILINE)
    assert days == [
        ("2025年1月1日", "首次公布"),
        ("2026年2月1日", "更正"),
        ("2026年2月3日", "就地改动"),
        ("2026年3月1日", "调整"),
        ("2027年1月1日", "调整"),
    ]
    assert "更正（街道资料修改）社会事务办公室" in text
    assert "电话  咨询 000-8800 1000 → 咨询 000-8800 2000" in text
    assert "人均【月】收入" in text
    assert "办理时限  20个工作日 → 15个工作日" in text
    assert "公布文件：甲街发〔2026〕4号" in text
    assert "登记时间：2026年2月1日 10:00" in text
    assert "自2027年1月1日起施行，现在还没有生效" in text
    assert "@" not in text


def test_history_of_an_item_wherever_it_is(call: Call, repository: Repository) -> None:
    """A bare id finds every list that has or had it: here where it went from and to."""
    said = call("history", "card", "--root", repository.folder, *ON)
    assert "（a/s/card）" in said.out
    assert "移到《收回事项清单》。" in said.out
    assert "（a/w/card）" in said.out


def test_history_of_a_standard_item(call: Call) -> None:
    """The standard list has a timeline of its own."""
    said = call("history", "standard/services/dibao", *AT)
    assert said.code == 0
    assert "首次公布" in said.out


def test_history_as_json(call: Call, repository: Repository) -> None:
    """The entries of `diff --format json`, only with what concerns the item."""
    arguments = ("history", "a/s/fair", "--format", "json")
    said = call(*arguments, "--root", repository.folder, *ON)
    value = json.loads(said.out)
    (item,) = value["items"]
    assert (item["address"], item["title"]) == ("a/s/fair", "灯会报备")
    kinds = [[c["kind"] for c in e["changes"]] for e in item["entries"]]
    assert kinds == [["added"], ["withdrawn"]]
    assert item["entries"][1]["recorded"]["commit"] == repository.head()
    assert value["not_recorded"] is None


def test_history_without_git(call: Call, repository: Repository) -> None:
    """The effective history is whole; that times are missing is said, not hidden."""
    shutil.rmtree(repository.folder / ".git")
    said = call("history", "a/s/dibao", "--root", repository.folder, *ON)
    assert said.code == 0
    assert "2026年3月1日" in said.out
    assert "登记时间" not in said.out
    assert "没有登记时间" in said.err
    arguments = ("history", "dibao", "--format", "json", "--root", repository.folder)
    assert json.loads(call(*arguments, *ON).out)["not_recorded"] == "no-repository"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("dibo", "是不是“dibao”", id="bare"),
        pytest.param("dongmen/services/dibo", "是不是“dibao”", id="in-a-list"),
        pytest.param("dongmen/servces/dibao", "是不是“dongmen/services”", id="list"),
        pytest.param("dongmen/services", "街道编号/清单编号/事项编号", id="no-item"),
    ],
)
def test_history_of_nothing(call: Call, address: str, words: str) -> None:
    """What is not there is named, with the nearest."""
    said = call("history", address, *AT)
    assert said.code == 2
    assert words in said.err


def test_output_is_the_same_twice(call: Call, repository: Repository) -> None:
    """Same input, same bytes, whatever is written where in between."""
    repository.commit(amend("a/w", "2026-06-01", "{withdraw: ad, reason: 收回}"))
    for form in ("text", "markdown", "json", "notice"):
        arguments = ("diff", "main", "change", "--format", form)
        first, second = (
            call(*arguments, "--root", repository.folder, *ON).out for _ in range(2)
        )
        assert first == second != ""
