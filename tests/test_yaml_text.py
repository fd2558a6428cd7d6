"""The canonical text of list files: one form, read back as it was written."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.yaml_text import scalar_text, version_text
from generator.loading.nodes import Mapping as Pairs
from generator.loading.nodes import Node, Scalar, Sequence, is_null
from generator.loading.yaml_source import parse
from generator.problems import Problem
from tests.property_samples import LETTERS, TEXTS, common, is_sound

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "yaml_text.json").read_text(encoding="utf-8")
)
PARAGRAPHS = st.text(LETTERS | st.just("\n"), min_size=1).filter(is_sound)


@pytest.mark.parametrize("case", CASES["versions"], ids=lambda case: case["name"])
def test_files_are_written_as_agreed(case: Mapping[str, Any]) -> None:
    """Header, items and changes come out letter by letter, each field at its line."""
    written = version_text(
        case["header"], case["body"], case["entries"], case["comments"]
    )
    assert written.text.split("\n") == case["text"]
    assert [[m.line, m.item, m.field] for m in written.marks] == case["marks"]


def test_texts_are_quoted_where_they_must_be() -> None:
    """What some reader of YAML would take for something else stands in quotes."""
    said = [(case["text"], scalar_text(case["text"])) for case in CASES["scalars"]]
    assert said == [(case["text"], case["written"]) for case in CASES["scalars"]]


def test_every_line_knows_its_field() -> None:
    """A line inside a value belongs to the field that began above it."""
    written = version_text(
        {"list": "services"},
        "items",
        [{"id": "a1", "title": "甲", "steps": ["一，二", "三"]}, {"id": "a2"}],
    )
    found = [written.at(n + 1) for n in range(len(written.text.splitlines()))]
    assert [(mark.item, mark.field) for mark in found] == [
        ("", ""),
        *[("", "list")] * 3,
        ("a1", "id"),
        ("a1", "title"),
        *[("a1", "steps")] * 4,
        ("a2", "id"),
    ]


def plain(node: Node) -> object:
    """Turn nodes into the values they were written from."""
    if isinstance(node, Pairs):
        keys = [key.text for key in node.keys]
        return dict(zip(keys, map(plain, node.values), strict=True))
    if isinstance(node, Sequence):
        return [plain(entry) for entry in node.entries]
    assert isinstance(node, Scalar)
    return None if is_null(node) else node.text.strip("\n")


@given(
    title=TEXTS,
    note=PARAGRAPHS.map(lambda text: text.strip("\n")),
    words=st.lists(TEXTS | st.text("甲1-:, \"'", min_size=1, max_size=3), max_size=4),
)
@settings(common, max_examples=300)
def test_any_value_is_read_back(title: str, note: str, words: list[str]) -> None:
    """Whatever a table holds is in the file as it was, on the first reading."""
    item = {"id": "a1", "title": title, "keywords": words, "note": note}
    changes: list[dict[str, Any]] = [
        {"add": item, "reason": title},
        {"revise": "a2", "set": {"basis": [{"document": title}], "plain": None}},
    ]
    problems: list[Problem] = []
    text = version_text({"list": "l", "note": note}, "changes", changes).text
    root = parse("a.yml", text, problems).root
    assert problems == []
    assert root is not None
    assert plain(root) == {"list": "l", "note": note, "changes": changes}
