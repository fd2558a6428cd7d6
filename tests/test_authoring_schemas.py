"""Authoring: schemas for editors, made from the declarations and closed."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.authoring.editor_files import vscode_files
from generator.authoring.schema import schema_files
from generator.loading.load import load
from tests.trees import SHIPPED, Files

WriteTree = Callable[[Files], Path]
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_schemas_are_those_in_the_repository() -> None:
    """The schemas that editors use are the ones that the declarations yield."""
    made = {f.path: f.content for f in schema_files(load(SHIPPED).settings)}
    assert sorted(made) == [
        "content/schema/corrections.schema.json",
        "content/schema/list.schema.json",
        "content/schema/office.schema.json",
        "content/schema/site.schema.json",
        "content/schema/words.schema.json",
    ]
    assert made == {path: (SHIPPED / path).read_bytes() for path in made}


def test_the_editor_finds_every_schema() -> None:
    """`.vscode/` is what `qingdan init` writes, and names each schema that there is."""
    settings = json.loads((SHIPPED / ".vscode/settings.json").read_bytes())
    for file in vscode_files():
        assert (SHIPPED / file.path).read_bytes() == file.content
    assert sorted(settings["yaml.schemas"]) == sorted(
        f"./{file.path}" for file in schema_files(load(SHIPPED).settings)
    )
    for files in settings["yaml.schemas"].values():
        assert list(SHIPPED.glob(files))


def objects(schema: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 # JSON
    """Yield every part of a schema that describes a mapping."""
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)


def test_schemas_know_every_key() -> None:
    """Every mapping is closed, so that an editor marks a misspelt key."""
    for file in schema_files(load(SHIPPED).settings):
        for mapping in objects(json.loads(file.content)):
            assert mapping["additionalProperties"] is False
            assert set(mapping.get("required", ())) <= set(mapping["properties"])


def properties(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 # JSON
    """Yield every property that a schema describes, not those it only refuses."""
    for mapping in objects(schema):
        yield from mapping["properties"].items()
    for rule in schema.get("allOf", ()):
        yield from rule["then"]["properties"].items()


MADE = {f.path: json.loads(f.content) for f in schema_files(load(SHIPPED).settings)}


@pytest.mark.parametrize("path", MADE)
def test_every_property_is_explained(path: str) -> None:
    """Whoever types a key sees what it is, with an example where one can be given."""
    found = 0
    for name, told in properties(MADE[path]):
        if told is False:
            continue
        found += 1
        assert told["title"], name
        assert told["description"].endswith("。"), name
        parts = [told, *told.get("anyOf", ())]
        is_plain = all(p.get("type") not in ("array", "object") for p in parts)
        is_chosen = any("enum" in p or p.get("type") == "boolean" for p in parts)
        assert not is_plain or is_chosen or told.get("examples"), name
    assert found > 5


@pytest.mark.parametrize("path", MADE)
def test_examples_are_right(path: str) -> None:
    """An example is accepted where it is shown."""
    for name, told in properties(MADE[path]):
        for example in told["examples"] if told and "examples" in told else ():
            assert Draft7Validator(told).is_valid(example), (name, example)


@pytest.mark.parametrize("path", MADE)
def test_choices_and_patterns_speak_chinese(path: str) -> None:
    """A choice says what it means; a pattern says what to type."""
    for part in parts_of(MADE[path]):
        if "enum" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])
            told = [t for t in part["enumDescriptions"] if not CHINESE.search(t)]
            assert set(told) <= {
                "GitHub。",
                "Gitea。",
                "Forgejo。",
                "GitLab。",
                "Gitee。",
            }
        if "pattern" in part:
            assert CHINESE.search(part["patternErrorMessage"])


def parts_of(schema: Any) -> Iterator[Any]:  # noqa: ANN401 # JSON
    """Yield every mapping of a schema, but those that name properties."""
    if isinstance(schema, list):
        for part in schema:
            yield from parts_of(part)
    if isinstance(schema, dict):
        if not isinstance(schema.get("pattern"), dict | bool):
            yield schema
        for part in schema.values():
            yield from parts_of(part)


def test_snippets_are_offered() -> None:
    """A new item, each sort of change and a phone can be filled in from a list."""
    changes = MADE["content/schema/list.schema.json"]["properties"]["changes"]["items"]
    labels = [snippet["label"] for snippet in changes["defaultSnippets"]]
    assert labels == ["新增", "调整", "取消"]
    for snippet in changes["defaultSnippets"]:
        assert set(snippet["body"]) <= set(changes["properties"])
    units = MADE["content/schema/office.schema.json"]["properties"]["units"]["items"]
    [phone] = units["properties"]["phones"]["items"]["defaultSnippets"]
    assert set(phone["body"]) <= set(
        units["properties"]["phones"]["items"]["properties"]
    )
    items = [
        rule["then"]["properties"]["items"]["items"]
        for rule in MADE["content/schema/list.schema.json"]["allOf"]
        if "items" in rule["then"]["properties"]
    ]
    assert len(items) > 10
    for item in items:
        [new] = item["defaultSnippets"]
        assert set(new["body"]) <= set(item["properties"])


def test_schema_follows_the_config(write_tree: WriteTree) -> None:
    """A kind or class that the site adds is in its schemas."""
    config = (
        "site: {name: 甲}\nclasses: [{id: port, label: 港区}]\n"
        "kinds: [{id: charge, answer: street-handles, "
        "fields: [{name: price, label: 价格, shape: line}]}]\n"
    )
    settings = load(write_tree({"site_config.yml": config})).settings
    files = {
        f.path.split("/")[-1]: json.loads(f.content) for f in schema_files(settings)
    }
    assert {"charge", "price"} <= set(words(files["list.schema.json"]))
    assert "port" in words(files["office.schema.json"])


def words(schema: Any) -> list[str]:  # noqa: ANN401 # JSON
    """List all texts and keys of a schema."""
    if isinstance(schema, list):
        return [word for part in schema for word in words(part)]
    if isinstance(schema, dict):
        return [w for k, part in schema.items() for w in (k, *words(part))]
    return [schema] if isinstance(schema, str) else []
