"""The form 提出修改 says of a value what `qingdan check` says: one table holds both.

So does one table of tests/yaml_text.json for the text that both write.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.loading.config import settings_without_config
from generator.model.fields import Shape
from tests.loading_samples import WriteTree
from tests.proposing import as_declared, field_of, problems_of, scripts, verdicts
from tests.trees import CONFIG, OFFICE, problems, whole

TABLE = json.loads(Path("tests/propose_rules.json").read_text(encoding="utf-8"))
YAML = json.loads(Path("tests/yaml_text.json").read_text(encoding="utf-8"))
CHECK = """(field, text) => qingdan.rules.check(field, text)
  .map(({ severity, rule, sentence, cure }) => [severity, rule, sentence, cure])"""


def cases() -> list[tuple[Mapping[str, str], str, list[list[str]]]]:
    """Give every case: field, text, and what is said; long texts stand shortened."""
    return [
        (
            TABLE["fields"][field],
            text if isinstance(text, str) else text[0] + text[1] * text[2],
            said,
        )
        for field, text, said in TABLE["cases"]
    ]


def test_python_says_what_the_table_says() -> None:
    """Every case of the shared table holds in the reader of the files."""
    for field, text, said in cases():
        assert verdicts(problems_of(field_of(field), text)) == said, text[:60]


def test_the_form_says_what_the_table_says() -> None:
    """The same rule, weight, sentence and way out while somebody types."""
    for field, text, said in cases():
        assert scripts()(CHECK, as_declared(field), text) == said, text[:60]


def test_the_table_is_about_every_rule() -> None:
    """Rules of values that the table leaves out would be held to nothing."""
    said = {rule for _, _, problems in cases() for _, rule, _, _ in problems}
    assert said == {
        *("too-long", "placeholder", "multi-line-value", "bad-id", "bad-date"),
        *("bad-phone", "bad-url", "bad-choice", "wrong-shape", "long-name"),
        *("mobile-number", "id-card-number", "bank-card-number", "personal-detail"),
        *("hidden-character", "garbled-text", "compatibility-character"),
    }


def test_the_form_knows_every_shape_of_a_kind() -> None:
    """No field of a kind is left unchecked, except a text that anything may be."""
    kinds = settings_without_config().kinds.values()
    shapes = {f.shape for kind in kinds for f in kind.fields.values()}
    groups = {Shape.RECORD, Shape.RECORDS}  # checked part by part
    for shape in shapes - groups:
        field = {"name": "a", "label": "甲", "shape": shape.value, "choices": ["乙"]}
        # No line, no text and no choice of any field may be as long as this.
        assert scripts()(CHECK, field, "待" * 20_001), shape


@pytest.mark.parametrize(
    ("text", "written"), [(c["text"], c["written"]) for c in YAML["scalars"]]
)
def test_a_text_is_written_as_python_writes_it(text: str, written: str) -> None:
    """Quotes stand only where the value would be misread without."""
    assert scripts()("qingdan.yaml.scalar", text) == written


@pytest.mark.parametrize("case", YAML["versions"], ids=lambda case: case["name"])
def test_a_file_is_written_as_python_writes_it(case: Mapping[str, Any]) -> None:
    """The bytes are the same, whoever writes the change."""
    parts = (case["header"], case["body"], case["entries"], case["comments"])
    written = scripts()("qingdan.yaml.versionText", *parts)
    assert written == "\n".join(case["text"])


def test_a_wrong_value_of_a_file_is_said_alike(write_tree: WriteTree) -> None:
    """What the table calls Python is what a whole run of the check says."""
    item = "{id: x, title: 甲, unit: 乙, hotline: 1234, url: www.a.cn}"
    root = write_tree(CONFIG | OFFICE | whole("a/s", "2025-01-01", item))
    said = [problem.sentence for problem in problems(root)]
    kind = settings_without_config().kinds["service"].fields
    for name, text in (("hotline", "1234"), ("url", "www.a.cn")):
        assert problems_of(kind[name], text)[0].sentence in said
