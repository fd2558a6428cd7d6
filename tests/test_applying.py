"""`qingdan apply`: what arrives by mail becomes a file and a commit, or is refused."""

import io
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.calling import Call
from tests.packets import (
    DAY,
    FILE_PATH,
    OFFICE_PATH,
    OFFICE_TEXT,
    TREE,
    contact_packet,
    save,
    version_packet,
)
from tests.repositories import ENVIRONMENT, Repository, new_repository
from tests.trees import amend

REVISED = """# yaml-language-server: $schema=../../../schema/list.schema.json
list: s
effective: 2027-03-01

changes:
  - revise: x
    set:
      plain: "俗: 话"
      fee: 不收费
    reason: 其他
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Make a repository of the tree; git takes nobody's own settings."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return new_repository(tmp_path / "tree", TREE)


def git(root: Path, *words: str) -> str:
    """Ask git about a repository."""
    ran = subprocess.run(
        ["git", *words],  # noqa: S607 # whichever git there is
        cwd=root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return ran.stdout.strip()


def test_a_packet_becomes_a_commit(call: Call, kept: Repository) -> None:
    """The text as the page made it, the summary as message, the post as author."""
    root = kept.folder
    (root / "stray.txt").write_text("别人的")
    git(root, "add", "stray.txt")
    packet = save(root, version_packet(root, by="民政办主任"))
    said = call("apply", packet, "--root", root, "--on", DAY, "--yes")
    assert said.code == 0, said.err
    assert (root / FILE_PATH).read_text("utf-8") == REVISED
    assert "大白话" in said.out
    assert "收费" in said.out
    message = git(root, "log", "-1", "--format=%an|%cn|%s")
    author, committer, subject = message.split("|")
    assert author == "民政办主任"
    assert committer != author
    assert subject == "甲街道公共服务事项清单：调整“甲”的大白话、收费，2027-03-01起施行"
    assert git(root, "show", "--format=", "--name-only") == FILE_PATH
    assert git(root, "status", "--porcelain") == "A  stray.txt"


def test_a_phone_is_changed_in_its_place(call: Call, kept: Repository) -> None:
    """Every other character of the office's file stays, comments too."""
    root = kept.folder
    packet = save(root, contact_packet(root, "000-8800 5678"))
    said = call("apply", packet, "--root", root, "--on", DAY, "--yes")
    assert said.code == 0, said.err
    expected = OFFICE_TEXT.replace("000-8800 1234", "000-8800 5678")
    assert (root / OFFICE_PATH).read_text("utf-8") == expected
    assert git(root, "log", "-1", "--format=%s") == "甲街道民政办：更正电话"
    again = call("apply", packet, "--root", root, "--on", DAY, "--yes")
    assert again.code == 0
    assert "已经用过了" in again.err
    other = contact_packet(root, "000-8800 9999")
    other["edits"][0]["old"] = "000-8800 1234"
    check_refused(call, root, other, "第 10 行的“电话号码”已经不是“000-8800 1234”")


def test_without_commit_or_git_it_only_writes(
    call: Call, tmp_path: Path, kept: Repository
) -> None:
    """And says so where there is none."""
    before = git(kept.folder, "rev-parse", "HEAD")
    packet = save(kept.folder, version_packet(kept.folder))
    arguments = ("apply", packet, "--on", DAY, "--yes")
    assert call(*arguments, "--no-commit", "--root", kept.folder).code == 0
    assert git(kept.folder, "rev-parse", "HEAD") == before
    assert (kept.folder / FILE_PATH).exists()
    bare = tmp_path / "bare"
    Repository(bare).write(TREE)
    said = call(*arguments, "--root", bare)
    assert said.code == 0
    assert "没有提交" in said.err
    assert (bare / FILE_PATH).exists()


def test_nobody_is_asked_twice_and_no_means_no(
    call: Call, kept: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --yes nothing is written before somebody agreed."""
    packet = save(kept.folder, version_packet(kept.folder))
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    said = call("apply", packet, "--root", kept.folder, "--on", DAY)
    assert said.code == 0
    assert "没有改动任何文件" in said.err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = call("apply", packet, "--root", kept.folder, "--on", DAY)
    assert (said.code, "请加 --yes 再运行一次" in said.err) == (1, True)
    assert not (kept.folder / FILE_PATH).exists()


def test_git_that_knows_nobody_is_told(
    call: Call, kept: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file stays written; whose commit it is, is for git's own settings to say."""
    kept.git("config", "user.useConfigOnly", "true")
    for name in ENVIRONMENT:
        if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER")):
            monkeypatch.delenv(name)
    packet = save(kept.folder, version_packet(kept.folder, by="民政办主任"))
    said = call("apply", packet, "--root", kept.folder, "--on", DAY, "--yes")
    assert said.code == 2
    assert "git 还不知道您是谁" in said.err
    assert (kept.folder / FILE_PATH).exists()
    kept.git("config", "user.useConfigOnly", "false")
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    again = call("apply", packet, "--root", kept.folder, "--on", DAY, "--yes")
    assert "已提交" in again.out
    assert git(kept.folder, "status", "--porcelain") == ""


def check_refused(call: Call, root: Path, packet: dict[str, Any], words: str) -> None:
    """Hold that a packet is refused in one sentence and that nothing was written."""
    before = git(root, "status", "--porcelain")
    path = save(root, packet)
    said = call("apply", path, "--root", root, "--on", DAY, "--yes")
    assert said.code == 2
    assert said.err.startswith("错误: ")
    assert words in said.err
    assert git(root, "status", "--porcelain") == before


def test_a_changed_list_is_refused(call: Call, kept: Repository) -> None:
    """Somebody was faster: neither a change in place nor another version is lost."""
    root = kept.folder
    packet = version_packet(root)
    path = "content/lists/a/s/2025-01-01.yml"
    kept.commit({path: TREE[path].replace("俗", "雅")}, on="2026-11-02")
    check_refused(call, root, packet, "以后又改过")
    packet = version_packet(root)
    later = amend("a/s", "2027-01-01", "{revise: x, set: {fee: 一元}, reason: 其他}")
    kept.commit(later, on="2026-11-03")
    check_refused(call, root, packet, "以后又改过")


def test_a_file_that_is_there_is_refused(call: Call, kept: Repository) -> None:
    """The same packet twice makes one version; another text for the day is refused."""
    root = kept.folder
    packet = version_packet(root)
    first = packet["text"]
    # As a mail program may hand it on.
    packet["text"] = "\ufeff" + first.replace("\n", "\r\n")
    assert call("apply", save(root, packet), "--root", root, "--yes").code == 0
    assert (root / FILE_PATH).read_bytes() == first.encode()
    before = git(root, "rev-parse", "HEAD")
    again = call("apply", save(root, packet), "--root", root, "--yes")
    assert (again.code, again.out) == (0, "")
    assert "已经用过了" in again.err
    assert git(root, "rev-parse", "HEAD") == before
    check_refused(call, root, {**packet, "text": f"{first}# 甲\n"}, "已经有了")


def test_what_others_left_open_is_not_committed(call: Call, kept: Repository) -> None:
    """Half a change of a colleague in the same file waits for the colleague."""
    root = kept.folder
    before = git(root, "rev-parse", "HEAD")
    (root / OFFICE_PATH).write_text(OFFICE_TEXT.replace("一楼", "二楼"), "utf-8")
    packet = save(root, contact_packet(root, "000-8800 5678"))
    said = call("apply", packet, "--root", root, "--on", DAY, "--yes")
    assert said.code == 0
    assert "没有提交" in said.err
    assert git(root, "rev-parse", "HEAD") == before
    assert "000-8800 5678" in (root / OFFICE_PATH).read_text("utf-8")


def test_a_mistaken_text_is_told_and_not_written(call: Call, kept: Repository) -> None:
    """The whole check runs with the file in its place."""
    packet = version_packet(kept.folder)
    packet["text"] = packet["text"].replace("revise: x", "revise: y")
    said = call("apply", save(kept.folder, packet), "--root", kept.folder, "--yes")
    assert said.code == 1
    assert "[unknown-item]" in said.err
    assert "没有改动任何文件" in said.err
    assert not (kept.folder / FILE_PATH).exists()


def test_only_contact_values_are_changed_in_place(call: Call, kept: Repository) -> None:
    """A packet cannot switch the names policy, nor write a second line."""
    packet = contact_packet(kept.folder, "000-8800 5678")
    policy = {"line": 3, "column": 8, "label": "甲", "old": "post", "new": "full"}
    check_refused(call, kept.folder, {**packet, "edits": [policy]}, "已经不是")
    packet["edits"][0]["new"] = "000-8800 5678\n    names: full"
    # A value of two lines is one value, which the check refuses.
    path = save(kept.folder, packet)
    said = call("apply", path, "--root", kept.folder, "--on", DAY, "--yes")
    assert said.code == 1
    assert "[bad-phone]" in said.err
    assert (kept.folder / OFFICE_PATH).read_text("utf-8") == OFFICE_TEXT


def test_a_merge_that_is_not_finished_is_told(call: Call, kept: Repository) -> None:
    """The file is there; the commit waits for whoever merges."""
    root = kept.folder
    (root / ".git/MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD") + "\n")
    said = call("apply", save(root, version_packet(root)), "--root", root, "--yes")
    assert said.code == 2
    assert "合并还没有做完" in said.err


def test_links_are_not_followed(call: Call, kept: Repository, tmp_path: Path) -> None:
    """A folder that is a link may lead anywhere."""
    root = kept.folder
    packet = save(root, version_packet(root))
    folder = root / "content/lists/a/s"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    said = call("apply", packet, "--root", root, "--on", DAY, "--yes")
    assert said.code == 2
    assert "链接" in said.err


def test_a_file_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    """A name that was mistyped is the usual mistake."""
    said = call("apply", tmp_path / "y.json", "--root", tmp_path)
    assert said.code == 2
    assert "读不到" in said.err
