"""Calling the program inside the tests' own process, on a copy of the sample.

conftest.py offers the two fixtures to every test.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.accept import SAMPLE, TODAY

ON = ("--on", TODAY.isoformat())


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the program inside this process: half a second less than a new one."""

    def run(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["qingdan", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Said(left.value.code, said.out, said.err)

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Copy the sample site to a folder of its own."""
    root = tmp_path / "sample"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("_expected"))
    return root
