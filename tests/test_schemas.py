"""JSON Schemas (content/schema): what editors are told is what the check accepts."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from generator.loading.nodes import Node, Scalar, Sequence, is_null
from generator.loading.yaml_source import parse

WHOLE_NUMBERS = {"declared_total", "grids", "recheck", "largest_removal"}
SWITCHES = {"true": True, "false": False}


def as_editors_see(node: Node, key: str = "") -> object:
    """Turn nodes into the values that an editor's YAML support would make."""
    if isinstance(node, Scalar):
        if is_null(node):
            return None
        if node.plain and node.text in SWITCHES:
            return SWITCHES[node.text]
        return int(node.text) if key in WHOLE_NUMBERS else node.text
    if isinstance(node, Sequence):
        return [as_editors_see(entry) for entry in node.entries]
    pairs = zip(node.keys, node.values, strict=True)
    return {name.text: as_editors_see(value, name.text) for name, value in pairs}


def read(text: str) -> dict[str, object]:
    """Read a content file as an editor would."""
    root = parse("x.yml", text, []).root
    assert root is not None
    value = as_editors_see(root)
    assert isinstance(value, dict)
    return value


@pytest.fixture(scope="module")
def schemas(repo_root: Path) -> Mapping[str, Draft7Validator]:
    """Load the schemas, which must be sound themselves."""
    folder = repo_root / "content" / "schema"
    found = {}
    for name in ("office", "list", "words", "corrections", "site"):
        schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        Draft7Validator.check_schema(schema)
        found[name] = Draft7Validator(schema)
    return found


def faults(validator: Draft7Validator, text: str) -> list[str]:
    """Say what an editor would underline."""
    return [error.message for error in validator.iter_errors(read(text))]


def test_every_content_file_is_accepted(
    repo_root: Path, schemas: Mapping[str, Draft7Validator]
) -> None:
    """No file of the demo district is underlined, and each names its schema."""
    names = {"offices": "office"}
    files = sorted((repo_root / "content").glob("**/*.yml"))
    assert len(files) > 50
    for file in files:
        text = file.read_text("utf-8")
        own = file.stem if file.parent.name == "content" else "list"
        name = names.get(file.parent.name, own)
        assert not faults(schemas[name], text), file
        first = text.split("\n", 1)[0]
        reference = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / reference).resolve().name == f"{name}.schema.json"
        assert (file.parent / reference).is_file()


def test_the_settings_are_accepted(
    repo_root: Path, schemas: Mapping[str, Draft7Validator]
) -> None:
    """Neither is the site's own configuration; a slip in it is underlined."""
    text = (repo_root / "site_config.yml").read_text("utf-8")
    assert not faults(schemas["site"], text)
    for right, wrong in (
        ("booklets: true", "booklets: 是"),
        ("language: zh-Hans", "language: zh-CN"),
        ("  district:", "  distrit:"),
        ("opened: 2027-01-01", "opened: 2027年"),
    ):
        assert right in text
        assert faults(schemas["site"], text.replace(right, wrong, 1))


WHOLE = """\
list: services
kind: service
effective: 2026-01-01
items:
  - id: dibao
    title: 最低生活保障
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("kind: service", "kind: sevice", id="kind"),
        pytest.param("title: 最", "titel: 最", id="unknown-field"),
        pytest.param(
            "title: 最", "lead_department: 甲\n    title: 最", id="other-kind"
        ),
        pytest.param("id: dibao", "id: Dibao", id="capital"),
        pytest.param("effective: 2026-01-01", "effective: 2026/01/01", id="date"),
        pytest.param("items:", "changes:", id="items-as-changes"),
        pytest.param("list: services\n", "", id="missing"),
    ],
)
def test_mistakes_are_underlined(
    schemas: Mapping[str, Draft7Validator], right: str, wrong: str
) -> None:
    """What the check refuses, the editor shows while it is typed."""
    assert not faults(schemas["list"], WHOLE)
    assert right in WHOLE
    assert faults(schemas["list"], WHOLE.replace(right, wrong, 1))


WORDS = """\
matters:
  - matter: dibao
    say: [吃低保]
    reason: 叫法
terms:
  - say: [爷爷]
    means: [老年人]
    reason: 称呼
ignore: [请问]
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("matter: dibao", "matter: 低保", id="no-id"),
        pytest.param("say: [吃低保]", "say: 吃低保", id="a-text-for-a-list"),
        pytest.param("    reason: 叫法\n", "", id="no-reason"),
        pytest.param("means: [老年人]", "mean: [老年人]", id="unknown-field"),
        pytest.param("ignore: [请问]", "ignore: 请问", id="ignored-text"),
        pytest.param("terms:", "term:", id="unknown-part"),
    ],
)
def test_mistakes_in_the_words_are_underlined(
    schemas: Mapping[str, Draft7Validator], right: str, wrong: str
) -> None:
    """So are mistakes in the file of everyday words."""
    assert not faults(schemas["words"], WORDS)
    assert right in WORDS
    assert faults(schemas["words"], WORDS.replace(right, wrong, 1))


LOG = """\
corrections:
  - received: 2026-10-08
    about: hongguang/services/dibao
    wrong: 电话打不通
    done: 2026-10-10
    answer: 已改正
    action: 换成现在的号码
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("received: 2026-10-08", "received: 10月8日", id="no-day"),
        pytest.param("    wrong: 电话打不通\n", "", id="nothing-wrong"),
        pytest.param("answer: 已改正", "answer: 改了", id="other-answer"),
        pytest.param("about:", "item:", id="unknown-field"),
        pytest.param("corrections:", "correction:", id="unknown-part"),
    ],
)
def test_mistakes_in_the_correction_log_are_underlined(
    schemas: Mapping[str, Draft7Validator], right: str, wrong: str
) -> None:
    """So are mistakes in the correction log."""
    assert not faults(schemas["corrections"], LOG)
    assert right in LOG
    assert faults(schemas["corrections"], LOG.replace(right, wrong, 1))
