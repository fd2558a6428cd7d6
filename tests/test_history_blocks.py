"""Cutting files into blocks: the same is found as by parsing them whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.blocks import cut
from generator.history.differences import State, difference
from tests.differing import HEAD, ITEMS, LIST, differ, parts


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "items: [{id: a}]\n",
        HEAD + "items:\n  - id: a\n\ttitle: 甲\n",
        HEAD + "items:\n",
        HEAD + "items:\n  id: a\n",
        HEAD + "items:\n  - id: a\n title: x\n",
        HEAD + "items:\n  - id: a\n  -\n    id: b\n",
        HEAD + "items:\n  - id: a\nitems:\n  - id: b\n",
        HEAD + "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n",
        HEAD + "---\nx: 1\n",
        HEAD + "说明\n",
        '"items":\n  - id: a\n',
        "  items:\n    - id: a\n",
        "- id: a\n",
        HEAD + "# x\u2028items:\n  - id: a\n",
    ],
)
def test_not_cut(text: str) -> None:
    """What is not certainly in pieces that stand alone is not cut."""
    assert cut(text, LIST) is None


def test_cut() -> None:
    """An ordinary file is cut, with text that looks like entries inside a value."""
    text = HEAD + (
        "items:\n  # 甲类\n  - id: a\n    description: |\n      - id: x\n"
        "      items:\n  - id: b\n\n# 完\nnote: x\n"
    )
    found = cut(text, LIST)
    assert found is not None
    assert [entry.split("\n")[0] for entry in found.sections["items"]] == [
        "  - id: a",
        "  - id: b",
    ]
    assert found.head.split() == [*HEAD.split(), "note:", "x"]
    assert [p.id for p in parts(text, text.replace("- id: x", "- id: y"))] == ["a"]


def test_value_over_lines_that_looks_like_entries() -> None:
    """A quoted value that runs on is not taken for entries: the whole file decides."""
    old = HEAD + 'items:\n  - id: a\n    note: "x\n  - id: b\n  - id: c"\n  - id: d\n'
    (part,) = parts(old, old.replace("id: b", "id: q"))
    assert (part.id, part.new) == ("a", {"id": "a", "note": "x - id: q - id: c"})


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        (ITEMS, ITEMS.replace("title: 乙", "title: 乙: 丙"), (True, False)),
        (ITEMS.replace("title: 乙", "title: [乙"), ITEMS, (False, True)),
        (ITEMS, "随便写的", (True, False)),
        (ITEMS, "", (True, False)),
        ("- a\n", "随便写的", (False, False)),
        (ITEMS, ITEMS.replace("    title: 甲", "   title: 甲"), (True, False)),
    ],
)
def test_not_readable(old: str, new: str, known: tuple[bool, bool]) -> None:
    """Text that is no file of pairs is told, on the side where it stands."""
    found = differ(old, new)
    assert (found.old_readable, found.new_readable) == known
    assert found.parts == ()


def test_not_utf8() -> None:
    """Other encodings and files that are too large are not readable."""
    readable = State(ITEMS.encode(), LIST)
    for data in (ITEMS.encode("gb18030"), ITEMS.encode("utf-16"), None):
        found = difference(readable, State(data, LIST), {})
        assert not found.new_readable


@st.composite
def _texts(draw: st.DrawFn) -> str:
    """Draw a list file in one of many ways of writing it."""
    ids = draw(st.lists(st.sampled_from("abcde"), max_size=5))
    indent = " " * draw(st.integers(0, 2))
    lines = draw(st.sampled_from([["list: x"], ["list: y", "# z"], ["# q", "list: x"]]))
    for section in draw(st.permutations(["items", "changes", "note"])):
        if section == "note" or not ids:
            lines.append("note: ' n '" if section == "note" else f"{section}: []")
            continue
        lines.append(f"{section}:")
        for id_ in ids:
            lines += draw(st.sampled_from([[], ["# c"], [f"{indent}# c"], [""]]))
            lines += _entry(draw, section, id_, indent)
    return "\n".join(lines) + "\n"


def _entry(draw: st.DrawFn, section: str, id_: str, indent: str) -> list[str]:
    value = draw(
        st.sampled_from(["甲", "[甲, 乙]", "'- x'", "|\n        - id: a", "~"])
    )
    if section == "items":
        first = f"{indent}- id: {id_}"
    else:
        first = f"{indent}- {draw(st.sampled_from(['revise', 'withdraw']))}: {id_}"
    return [first, *draw(st.sampled_from([[], [f"{indent}  title: {value}"]]))]


@given(_texts(), _texts())
def test_any_two_texts(old: str, new: str) -> None:
    """However a file is written, cutting finds what parsing the whole finds."""
    assert differ(old, old).parts == ()
    differ(old, new)
