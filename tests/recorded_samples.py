"""A repository with one office and one list, and a short way to name its edits."""

from pathlib import Path

import pytest

from generator.history.changes import FileEdit, Gap, Recorded
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from tests.repositories import Repository, new_repository

OFFICE = "content/offices/a.yml"
LIST = "content/lists/a/services/2025-01-01.yml"
PHONE = "id: a\nname: 甲街道\nunits:\n  - id: u\n    phones: [{number: '1'}]\n"
ITEMS = (
    "list: services\neffective: 2025-01-01\nitems:\n"
    "  - id: x\n    title: 甲\n    fee: 免费\n  - id: y\n    title: 乙\n"
)
FILES = {OFFICE: PHONE, LIST: ITEMS, "site_config.yml": "site: {name: 示例}\n"}
EDITED = ITEMS.replace("免费", "收费")


def begin(folder: Path) -> Repository:
    """Make a repository whose first commit has one office and one list."""
    return new_repository(folder, FILES)


def read(repository: Repository, memory: Memory | None = None) -> Recorded:
    """Read a history without gaps."""
    recorded = read_recorded(repository.folder, memory or Memory())
    assert recorded.gap is Gap.NONE
    return recorded


def said(edits: tuple[FileEdit, ...]) -> list[str]:
    """Name every edit by path and parts, in one line each."""
    return [
        f"{edit.old_path} > {edit.new_path}: "
        + ", ".join(f"{part.section} {part.id}" for part in edit.parts)
        + ("" if edit.readable else "?")
        for edit in edits
    ]


def stay(path: str, parts: str) -> str:
    """Name an edit that leaves the file where it is."""
    return f"{path} > {path}: {parts}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Begin a repository for each test."""
    return begin(tmp_path / "site")
