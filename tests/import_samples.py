"""Tables as `understand` hands them out, made by hand, and a small district for them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.importing.list_changes import ListChanges, compare
from generator.importing.list_file import ListFile, list_file
from generator.importing.list_header import Why
from generator.importing.targets import Target, find_target
from generator.loading.load import load
from generator.model.kinds import Kind
from generator.model.lists import ListKey
from generator.resolution.resolve import Resolved
from generator.understanding.understood import Heading, Plain, Row, Subject, Understood
from generator.understanding.values import plain_value
from tests import trees

KEY = ListKey("a", "services")
DAY = date(2026, 1, 1)

UNITS = """\
units:
  - id: social
    name: 社会事务办公室
    formerly: [民政科]
    nameplates: [退役军人服务站]
    phones: [{number: 000-8800 1234, kind: 咨询}]
    posts: [{id: head, title: 主任}]
  - id: city
    name: 城市管理办公室
    phones: [{number: 000-8800 5678, kind: 咨询}]
"""

ITEMS = (
    (
        "{id: dibao, title: 最低生活保障申请, unit: social, time_limit: 30个工作日, "
        "keywords: [低保, 吃低保], code: '001'}"
    ),
    "{id: old-card, title: 老年人优待证办理, unit: social, post: head}",
    "{id: stall, title: 便民摊点登记, unit: city, hotline: 000-8800 7777, note: 早市}",
)


def district(**more: str) -> dict[str, str]:
    """A street with two units and a list of three services, and further files."""
    files = trees.CONFIG | trees.office("a", UNITS, "甲街道")
    return files | trees.whole("a/services", "2025-01-01", *ITEMS) | more


def row(number: int, cells: Mapping[str, str], kind: Kind) -> Row:
    """A row as it was read; every field is headed by its label."""
    values: dict[str, Plain] = {
        name: plain_value(kind.fields[name], text) if name in kind.fields else text
        for name, text in cells.items()
        if text
    }
    headings = {n: kind.fields[n].label if n in kind.fields else n for n in cells}
    return Row(number, cells, values, headings)


def table(
    resolved: Resolved,
    rows: Sequence[Mapping[str, str]],
    heading: Heading | None = None,
    kind: str = "service",
) -> Understood:
    """A table whose first row has the number 4."""
    found = resolved.catalog.kinds[kind]
    return Understood(
        sheet="清单",
        subject=Subject.ITEMS,
        kind=found,
        why_kind="",
        heading=heading or Heading(),
        columns=(),
        rows=tuple(row(n, cells, found) for n, cells in enumerate(rows, 4)),
        repairs=(),
        remarks=(),
        missing=(),
        left=(),
    )


def read(root: Path) -> Resolved:
    """Load and resolve a tree."""
    return trees.read(root)


def target(resolved: Resolved, key: ListKey = KEY, day: date = DAY) -> Target:
    """The list on a new day."""
    found = find_target(resolved, key, Heading(), day, trees.TODAY)
    assert found is not None
    return found


def compared(
    root: Path,
    rows: Sequence[Mapping[str, str]],
    given: Mapping[int, str] | None = None,
) -> ListChanges:
    """Compare a table of services with the list of the small district."""
    resolved = read(root)
    return compare(table(resolved, rows), resolved, target(resolved), given or {})


def written(
    root: Path, rows: Sequence[Mapping[str, str]], *, whole: bool = False
) -> ListFile:
    """Write the file that a table of services makes of the small district."""
    resolved = read(root)
    understood, goal = table(resolved, rows), target(resolved)
    changes = compare(understood, resolved, goal, {})
    return list_file(understood, goal, changes, Why("其他"), whole=whole)


def loaded(root: Path, file: ListFile) -> list[str]:
    """Put a file into its tree; the sentences of all that is wrong there then."""
    path = root / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.version.text, encoding="utf-8")
    return [problem.sentence for problem in load(root).problems]
