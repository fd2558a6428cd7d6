"""Authoring: schemas for editors, made from the declarations and closed."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.authoring.schema import schema_files
from generator.loading.load import load
from tests.trees import SHIPPED, Files

WriteTree = Callable[[Files], Path]


def test_schemas_are_those_in_the_repository() -> None:
    """The schemas that editors use are the ones that the declarations yield."""
    made = {f.path: f.content for f in schema_files(load(SHIPPED).settings)}
    assert sorted(made) == [
        "content/schema/corrections.schema.json",
        "content/schema/list.schema.json",
        "content/schema/office.schema.json",
        "content/schema/words.schema.json",
    ]
    assert made == {path: (SHIPPED / path).read_bytes() for path in made}


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
