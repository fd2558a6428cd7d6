"""The benchmark's repository is a real past, and its figures are of real runs."""

import subprocess
from pathlib import Path

import pytest

from bench.history import carry_on, report, run
from bench.history_naive import compare
from bench.history_repository import write_repository
from bench.measure import Cost
from bench.past import STREETS, events
from generator.history.changes import Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded

COMMITS = 120


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Write a short past and name the folder it is in."""
    write_repository(tmp_path / "repository", events(COMMITS))
    return tmp_path


def git(folder: Path, *words: str) -> str:
    """Ask git about a repository."""
    command = ["git", "-C", str(folder), *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def recorded(work: Path) -> Recorded:
    """Read the history."""
    return read_recorded(work / "repository", Memory())


def test_past(work: Path) -> None:
    """It has merges, an amendment and a renamed list, and as many commits as asked for."""
    root = work / "repository"
    assert git(root, "rev-list", "--first-parent", "--count", "HEAD") == str(COMMITS)
    assert git(root, "rev-list", "--merges", "--count", "HEAD") == "2"
    assert git(root, "status", "--porcelain") == ""
    history = recorded(work)
    assert len(history.added) == 2 * STREETS + 1
    (renamed,) = (e for e in history.edits if e.old_path != e.new_path)
    assert renamed.new_path.split("/")[3] == "matters"
    assert all(edit.readable for edit in history.edits)
    assert {part.section for e in history.edits for part in e.parts} == {
        "head",  # the renamed list names itself
        "items",
        "units",
    }


def test_same_bytes(work: Path) -> None:
    """The same repository every time, down to the id of the last commit."""
    again = work / "again"
    write_repository(again, events(COMMITS))
    heads = {git(root, "rev-parse", "HEAD") for root in (again, work / "repository")}
    assert len(heads) == 1


def test_both_ways_agree(work: Path) -> None:
    """Ours finds as many differing entries as parsing every blob does."""
    ours = sum(len(edit.parts) for edit in recorded(work).edits)
    assert compare(work / "repository", COMMITS) == ours


def test_runs(work: Path) -> None:
    """Ours is run cold and warm, the plain way on both slices, and all is printed."""
    costs = run(work, 100)
    assert list(costs) == ["cold", "warm", "plain-2", "plain-10"]
    assert costs["cold"].files == costs["warm"].files == 1
    said = report(costs, carry_on(costs, 100), 100, 10**6)
    assert "ours, warm" in said
    assert "EXTRAPOLATED" in said


def test_carry_on() -> None:
    """What one more commit costs is counted for every commit left."""
    costs = {"plain-2": Cost(2, 0, 0, 0, 0), "plain-10": Cost(10, 0, 0, 0, 0)}
    assert carry_on(costs, 1000) == pytest.approx(10 + 0.1 * 900)
