"""Publishing under kill, on full, small and closed disks, and by many at once."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.publishing import publish
from tests.conftest import REPO
from tests.publishing_child import folder_in_memory, names, outputs, site, snapshot

CHILD = (sys.executable, "-m", "tests.publishing_child")
KILLS = 60  # for each of two kernels

# Ways to be allowed to mount a disk of one's own, without touching the system's.
NAMESPACES = (
    ("unshare", "--user", "--map-root-user", "--mount"),
    ("unshare", "--mount"),
    ("sudo", "-n", "unshare", "--mount"),
)


def start(*args: object) -> subprocess.Popen[str]:
    """Start a publisher."""
    return subprocess.Popen(
        [*CHILD, *map(str, args)],
        cwd=REPO,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answers(*args: object, prefix: tuple[str, ...] = ()) -> list[Any]:
    """Run a publisher to its end and return what it said."""
    command = [*prefix, *CHILD, *map(str, args)]
    result = subprocess.run(command, cwd=REPO, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def namespace() -> tuple[str, ...]:
    """Find out how this machine lets us mount."""
    for prefix in NAMESPACES:
        command = [*prefix, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        try:
            if (
                subprocess.run(command, check=False, capture_output=True).returncode
                == 0
            ):
                return prefix
        except FileNotFoundError:
            continue
    pytest.fail(
        "No way to mount a small disk here: install util-linux (unshare) and allow "
        "user namespaces, or run as root or with passwordless sudo."
    )


@pytest.fixture
def memory() -> Iterator[Path]:
    """Make a folder that is quick to fill and to empty."""
    with folder_in_memory() as folder:
        yield Path(folder)


def kill_once(victims: subprocess.Popen[str], tag: str, delay: float) -> bool:
    """Let one publisher begin, and kill it so many seconds later."""
    assert victims.stdin
    assert victims.stdout
    victims.stdin.write(f"{tag}\n")
    victims.stdin.flush()
    number = json.loads(victims.stdout.readline())
    time.sleep(delay)
    # It stays known as a child until its end is read below, never another's number.
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
    return bool(json.loads(victims.stdout.readline()) == -signal.SIGKILL)


@pytest.mark.parametrize("lacking", [(), ("renameat2,linkat",)])
def test_kill_at_any_moment(memory: Path, lacking: tuple[str, ...]) -> None:
    """After each kill the site is the old or the new one, never a third.

    Without renameat2 there is a moment with no site; the next run ends it.
    """
    chance = random.Random(20261122)  # noqa: S311 (moments, not secrets)
    target = memory / "site"
    trees = {tag: site(tag) for tag in ("old", "new")}
    publish(outputs(trees["old"]), target)
    now, killed, halfway, longest = "old", 0, 0, 0.02
    with start("victims", target, *lacking) as victims:
        while killed < KILLS:
            other = "new" if now == "old" else "old"
            hit = kill_once(victims, other, chance.uniform(0, longest))
            killed += hit
            longest *= 1.2 if hit else 0.8  # keeps to the pace of this machine
            halfway += len(names(memory)) > 1
            if chance.random() < 0.5:  # otherwise the next kill meets the leftovers
                now = chance.choice(("old", "new"))
                publish(outputs(trees[now]), target)
                assert names(memory) == ["site"]
                assert snapshot(target) == trees[now]
            elif target.exists() or not lacking:
                found = snapshot(target)
                assert found in (trees[now], trees[other])
                now = now if found == trees[now] else other
    assert halfway >= KILLS // 4


@pytest.mark.parametrize(
    ("option", "begin", "step"), [("nr_inodes", 150, 4), ("size", 540_000, 8_000)]
)
def test_full_disk(
    tmp_path: Path, namespace: tuple[str, ...], option: str, begin: int, step: int
) -> None:
    """Wherever the disk becomes full, the old site is whole and the rest is gone."""
    tries = answers("starve", tmp_path, option, begin, step, prefix=namespace)
    assert len(tries) > 20
    assert tries.pop() == ["", True, ["site"]]
    for message, whole, beside in tries:
        assert f"磁盘满了（{tmp_path}" in message
        assert whole
        assert beside == ["site"]


def test_read_only_disk(tmp_path: Path, namespace: tuple[str, ...]) -> None:
    """A disk that is read-only, also for root, gives a sentence."""
    (site_there, nothing_there), whole = answers(
        "read-only", tmp_path, prefix=namespace
    )
    assert "是只读的" in site_there
    assert "这个磁盘是只读的" in nothing_there
    assert whole is True


@pytest.mark.parametrize("closed", ["the site", "the folder above"])
def test_no_rights(tmp_path: Path, closed: str) -> None:
    """A folder that an ordinary user may not write to gives a sentence."""
    target = tmp_path / "folder" / "site"
    publish(outputs(site("old")), target)
    folder = target if closed == "the site" else target.parent
    folder.chmod(0o555)
    (message,) = answers("plain-user", target)
    folder.chmod(0o755)
    assert "不能写入" in message or "没有写入权限" in message
    assert snapshot(target) == site("old")
    assert names(target.parent) == ["site"]


def test_file_that_may_not_grow(tmp_path: Path) -> None:
    """A write that stops in the middle of a file is a failure like any other."""
    target = tmp_path / "site"
    publish(outputs(site("old")), target)
    (message,) = answers("small-files", target)
    assert "文件超过了系统允许的大小。网站没有动" in message
    assert snapshot(target) == site("old")
    assert names(tmp_path) == ["site"]


def test_without_links_and_swap(tmp_path: Path) -> None:
    """Where the disk has neither, unchanged files are copied with their date."""
    target = tmp_path / "site"
    publish(outputs(site("old")), target)
    before = (target / "lists/l1/same-1.html").stat()
    assert answers("without", "renameat2,linkat", target, "new") == ["ready", ""]
    after = (target / "lists/l1/same-1.html").stat()
    assert snapshot(target) == site("new")
    assert after.st_mtime_ns == before.st_mtime_ns
    assert after.st_ino != before.st_ino
    assert after.st_mode == before.st_mode
    assert names(tmp_path) == ["site"]


def test_many_at_once(tmp_path: Path) -> None:
    """Of many builds at once each succeeds, and the site is one of theirs."""
    target = tmp_path / "site"
    tags = [f"tag{number}" for number in range(6)]
    children = [start("once", target, tag) for tag in tags]
    said = [child.communicate(timeout=30)[0].splitlines() for child in children]
    assert said == [['"ready"', '""']] * len(tags)
    assert snapshot(target) in [site(tag) for tag in tags]
    assert names(tmp_path) == ["site"]


def test_readers_always_find_a_site(tmp_path: Path) -> None:
    """While sites are swapped there is no moment without one."""
    target = tmp_path / "site"
    publish(outputs(site("old")), target)
    swaps = 0
    with start("look", target, 1) as child:
        assert child.stdout
        child.stdout.readline()
        while child.poll() is None:
            publish(outputs(site(("new", "old")[swaps % 2])), target)
            swaps += 1
        looks, missing = json.loads(child.stdout.readline())
    assert looks > 1000
    assert swaps > 3
    assert missing == 0
