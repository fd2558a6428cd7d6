"""Properties: what is quoted for YAML, by hand or in a draft, is read as it was.

The examples are the same on every run; raise `max_examples` to look for more.
"""

import json
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.drafts import new_office
from generator.loading.load import load
from generator.loading.nodes import Mapping, Scalar
from generator.loading.yaml_source import parse
from generator.problems import Problem
from tests.property_samples import LETTERS, TEXTS, common, is_sound
from tests.trees import EMPTY


@given(text=TEXTS | st.text(LETTERS | st.just("\n"), min_size=1).filter(is_sound))
@settings(common, max_examples=200)
def test_yaml_round_trip(text: str) -> None:
    """A quoted text is read as it was written, in both ways of quoting."""
    single = text.replace("'", "''")
    for written in (json.dumps(text, ensure_ascii=False), f"'{single}'"):
        if "\n" in text and written[0] == "'":
            continue  # a line break in single quotes is refused, not read
        problems: list[Problem] = []
        root = parse("a.yml", f"title: {written}\n", problems).root
        assert problems == []
        assert isinstance(root, Mapping)
        value = root.values[0]
        assert isinstance(value, Scalar)
        assert value.text == text


@given(name=TEXTS)
@settings(common, max_examples=60)
def test_drafts_quote_any_name(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """`new office` writes a name so that it is read again as it was given."""
    root = tmp_path_factory.mktemp("draft")
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    path, text = new_office(load(root).catalog, "b", name)
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(text, encoding="utf-8")
    assert load(root).catalog.offices["b"].name == normalize("NFC", name)
