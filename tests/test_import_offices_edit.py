"""Office files edited in place: what changes is right, and nothing else changes."""

from copy import deepcopy
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.offices.edit import new_text, rewrite
from generator.importing.offices.tree import plain_mapping, read_tree
from generator.model.records import OFFICE
from generator.understanding.understood import Plain
from tests.import_office_tables import OFFICE as TEXT

PATH = "content/offices/honghe.yml"
WORDS = st.sampled_from(
    [
        "三楼301",
        "电话: 请先预约",
        "#3 窗口",
        "- 甲",
        '说"好"',
        "it's",
        "null",
        "007",
        "12",
        "[甲]",
        "2026-01-01",
        "是",
        "反斜杠\\n",
        "：，。",
    ]
)
SCALARS = (
    ("name",),
    ("code",),
    ("hours", 1, "days"),
    ("units", 0, "place"),
    ("units", 0, "phones", 0, "number"),
    ("units", 0, "phones", 1, "number"),
    ("units", 0, "posts", 0, "person"),
    ("units", 1, "note"),
    ("communities", 1, "name"),
)
NEW_KEYS = (
    ("address",),
    ("units", 1, "place"),
    ("units", 0, "phones", 0, "note"),
    ("units", 0, "note"),
    ("communities", 1, "address"),
)
GONE = (
    ("units", 0, "nameplates"),
    ("units", 0, "phones", 0, "verified"),
    ("units", 1, "note"),
    ("communities", 0, "grids"),
    ("names",),
)
LISTS = (("units",), ("units", 0, "phones"), ("units", 0, "posts"), ("communities",))


def tree_of(text: str) -> dict[str, Plain]:
    """The values of a text that must be without mistakes."""
    root, problem = read_tree(PATH, text)
    assert root is not None, problem
    return plain_mapping(root)


def rewritten(text: str, new: dict[str, Plain]) -> str:
    """The text with new values."""
    root, _ = read_tree(PATH, text)
    assert root is not None
    return rewrite(text, root, new, OFFICE)


def parent(tree: dict[str, Plain], path: tuple[str | int, ...]) -> dict[str, Plain]:
    """The mapping that holds what a path leads to."""
    value: object = tree
    for step in path[:-1]:
        value = value[step]  # type: ignore[index] # paths fit the tree
    assert isinstance(value, dict)
    return value


@st.composite
def changed(draw: st.DrawFn) -> tuple[dict[str, Plain], int]:
    """New values for TEXT, and how many lines of it may go at most."""
    tree = deepcopy(tree_of(TEXT))
    lines = 0
    for path in draw(st.lists(st.sampled_from(SCALARS + NEW_KEYS), max_size=4)):
        parent(tree, path)[str(path[-1])] = draw(WORDS)
        lines += 4
    for path in draw(st.lists(st.sampled_from(GONE), max_size=2, unique=True)):
        parent(tree, path).pop(str(path[-1]), None)
        lines += 4
    for path in draw(st.lists(st.sampled_from(LISTS), max_size=2, unique=True)):
        entries = parent(tree, path)[str(path[-1])]
        assert isinstance(entries, list)
        entries.append({"id": "new-one", "name": draw(WORDS), "also": ["甲", "乙"]})
    return tree, lines


@settings(max_examples=120, deadline=None)
@given(changed())
def test_only_what_changes_is_written(case: tuple[dict[str, Plain], int]) -> None:
    """The new text says the new values; comments and other lines are kept in order."""
    tree, most = case
    text = rewritten(TEXT, tree)
    assert tree_of(text) == tree
    before, after = TEXT.split("\n"), text.split("\n")
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    assert len(before) - kept <= most
    comments = [line for line in before if line.lstrip().startswith("#")]
    assert [line for line in after if line in comments] == comments


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_line_ends_stay(ending: str) -> None:
    """A file of Windows stays one; a missing last line feed is put there."""
    text = TEXT.rstrip("\n") + "\n" if ending else TEXT.rstrip("\n")
    text = text.replace("\n", ending or "\n")
    tree = tree_of(TEXT) | {"name": "绿禾街道"}
    expected = TEXT.replace("红禾街道", "绿禾街道").replace("\n", ending or "\n")
    assert rewritten(text, tree) == expected


def test_nothing_new_is_the_same_text() -> None:
    """Without a change not a character moves."""
    assert rewritten(TEXT, tree_of(TEXT)) == TEXT


def test_a_list_loses_an_entry() -> None:
    """An entry goes with its lines, the others stay as they are."""
    tree = tree_of(TEXT)
    phones = parent(tree, ("units", 0, "phones"))["phones"]
    assert isinstance(phones, list)
    del phones[0]
    text = rewritten(TEXT, tree)
    assert tree_of(text) == tree
    assert "{number: 000-8800 1235, kind: 受理}" in text


def test_a_new_file_reads_as_it_was_meant() -> None:
    """A whole file in our form holds the same values."""
    tree = tree_of(TEXT)
    assert tree_of(new_text(tree, ["# 新的"])) == tree
