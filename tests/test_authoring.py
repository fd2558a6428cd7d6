"""Authoring: drafts that pass the check, schemas for editors, lists shown with origins."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.drafts import new_amendment, new_list, new_office
from generator.authoring.schema import schema_files
from generator.authoring.showing import as_json, as_text, find_shown
from generator.loading.load import load
from generator.pipeline import examine
from generator.problems import GeneratorError
from tests.trees import (
    EMPTY,
    SHIPPED,
    TODAY,
    Files,
    amend,
    errors,
    office,
    problems,
    read,
    whole,
)

WriteTree = Callable[[Files], Path]
DAY = date(2026, 3, 1)
X = "{id: x, title: 甲事}"
KINDS = sorted(load(SHIPPED / "tests" / "sample").settings.kinds)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("红光街道", id="plain"),
        pytest.param("No. 1: “甲” #2", id="marks"),
        pytest.param('say "hi" \\ there', id="quotes"),
        pytest.param("null", id="null"),
        pytest.param("2026-01-01", id="date"),
    ],
)
def test_new_office(write_tree: WriteTree, name: str) -> None:
    """A new office file passes the check and bears the name as given."""
    path, text = new_office(load(write_tree(EMPTY)).catalog, "hongguang", name)
    assert path == "content/offices/hongguang.yml"
    root = write_tree({path: text})
    assert problems(root) == []
    assert load(root).catalog.offices["hongguang"].name == name


def uncommented(text: str) -> str:
    """Take the `#` away from the lines that wait to be filled in."""
    return "\n".join(
        line.replace("# ", "", 1) if ": " in line or line.endswith(":") else line
        for line in text.split("\n")
        if "：" not in line and "$schema" not in line
    )


def test_the_examples_of_a_new_office_are_right(write_tree: WriteTree) -> None:
    """Who only takes away the marks has an office without errors."""
    path, text = new_office(load(write_tree(EMPTY)).catalog, "hongguang", "红光街道")
    root = write_tree({path: uncommented(text)})
    assert errors(root) == []
    made = load(root).catalog.offices["hongguang"]
    assert made.units["social-affairs"].posts["head"].backup == "deputy"


@pytest.mark.parametrize("kind", KINDS)
def test_new_list(write_tree: WriteTree, kind: str) -> None:
    """A new list of any kind passes the check as it is."""
    config = (SHIPPED / "tests/sample/site_config.yml").read_text(encoding="utf-8")
    config = (
        config.partition("life_events:")[0] + "kinds:" + config.partition("kinds:")[2]
    )
    root = write_tree(EMPTY | {"site_config.yml": config})
    path, text = new_list(load(root).catalog, "a/s", kind, DAY, "")
    assert path == "content/lists/a/s/2026-03-01.yml"
    write_tree({path: text})
    assert errors(root) == []
    assert {p.rule for p in problems(root)} <= {"missing-expected"}


def test_new_list_of_the_standard(write_tree: WriteTree) -> None:
    """A standard list is begun in the same way."""
    root = write_tree(EMPTY)
    path, text = new_list(load(root).catalog, "standard/s", "service", DAY, "标准清单")
    write_tree({path: text})
    assert problems(root) == []


def test_new_amendment(write_tree: WriteTree) -> None:
    """A new amendment revises an item in force and passes the check."""
    root = write_tree(EMPTY | whole("a/s", "2020-01-01", X, head="kind: basic\n"))
    path, text = new_amendment(read(root), "a/s", DAY)
    assert path == "content/lists/a/s/2026-03-01.yml"
    write_tree({path: text})
    assert errors(root) == []
    made = read(root).catalog
    assert [c.verb for v in made.lists.values() for c in v[-1].changes] == ["revise"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(
            lambda r: new_office(r.catalog, "a", "甲"), "已经有文件", id="office-twice"
        ),
        pytest.param(
            lambda r: new_office(r.catalog, "Red Light", "甲"), "不能用", id="bad-id"
        ),
        pytest.param(
            lambda r: new_office(r.catalog, "con", "甲"), "不能用", id="reserved-id"
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/s", "service", DAY, ""),
            "已经有了",
            id="list-twice",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "b/s", "service", DAY, ""),
            "没有街道",
            id="no-office",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/t", "servce", DAY, ""),
            "没有清单类型",
            id="no-kind",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "s", "service", DAY, ""),
            "应写成",
            id="no-owner",
        ),
        pytest.param(
            lambda r: new_list(r.catalog, "a/../b", "service", DAY, ""),
            "不能用",
            id="a-path",
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/t", DAY), "没有整版", id="nothing-to-amend"
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/s", date(2019, 1, 1)),
            "没有整版",
            id="before-the-first",
        ),
        pytest.param(
            lambda r: new_amendment(r, "a/s", date(2020, 1, 1)),
            "已经有一版",
            id="the-same-day",
        ),
    ],
)
def test_refused(write_tree: WriteTree, make: Callable[..., object], said: str) -> None:
    """What would clash or could never be an address is refused in a sentence."""
    files = EMPTY | whole("a/s", "2020-01-01", X)
    with pytest.raises(GeneratorError, match=said):
        make(read(write_tree(files)))


def test_schemas_are_those_in_the_repository() -> None:
    """The schemas that editors use are the ones that the declarations yield."""
    made = {f.path: f.content for f in schema_files(load(SHIPPED).settings)}
    assert sorted(made) == [
        "content/schema/list.schema.json",
        "content/schema/office.schema.json",
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


SHOWN = (
    EMPTY
    | office("b", "names: surname\n")
    | whole(
        "standard/s",
        "2020-01-01",
        "{id: x, title: 甲事, fee: 无}",
        "{id: y, title: 乙}",
    )
    | whole(
        "b/s",
        "2021-01-01",
        "{id: x, fee: 十元, person: 欧阳某某}",
        "{id: z, title: 丙事}",
        head="kind: service\nbased_on: standard/s\n"
        "declined: [{id: y, reason: 没有}]\nversion: 2021年版\npublished: 2021-01-05\n",
    )
    | amend("b/s", "2022-01-01", "{withdraw: z}")
)


def test_shown_as_json(write_tree: WriteTree) -> None:
    """One object; field names as in the files, each with its origin."""
    shown = find_shown(read(write_tree(SHOWN)), "b/s", date(2021, 6, 1))
    value = json.loads(as_json(shown))
    assert value.pop("items") == [
        {
            "id": "x",
            "title": "甲事",
            "fee": "十元",
            "person": "欧阳某",
            "origins": {"title": "standard", "fee": "rewritten", "person": "rewritten"},
        },
        {"id": "z", "title": "丙事", "origins": {"title": "own"}},
    ]
    assert value == {
        "list": "b/s",
        "kind": "service",
        "title": "公共服务事项清单",
        "version": "2021年版",
        "effective": "2021-01-01",
        "published": "2021-01-05",
        "based_on": "standard/s",
        "declined": [{"id": "y", "title": "乙", "reason": "没有"}],
    }


def test_one_item_shown(write_tree: WriteTree) -> None:
    """With an item's id only that item is shown."""
    shown = find_shown(read(write_tree(SHOWN)), "b/s/z", date(2021, 6, 1))
    assert [i["id"] for i in json.loads(as_json(shown))["items"]] == ["z"]


def test_shown_as_text(write_tree: WriteTree) -> None:
    """The terminal shows labels, values and where they come from."""
    lines = as_text(find_shown(read(write_tree(SHOWN)), "b/s", DAY)).split("\n")
    assert "x  甲事" in lines
    assert "    收费（本街道改写）: 十元" in lines
    assert not any("欧阳某某" in line for line in lines)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("b/t", "是不是“b/s”", id="almost-a-list"),
        pytest.param("c/s", "没有清单", id="no-office"),
        pytest.param("b", "没有清单", id="no-list"),
        pytest.param("b/s/xx", "没有事项", id="no-item"),
        pytest.param("b/s/z", "2022-01-01", id="an-item-that-ended"),
    ],
)
def test_nothing_to_show(write_tree: WriteTree, address: str, said: str) -> None:
    """What is not there is named, with the nearest."""
    with pytest.raises(GeneratorError, match=said):
        find_shown(read(write_tree(SHOWN)), address, DAY)


def test_not_yet_to_be_shown(write_tree: WriteTree) -> None:
    """A list says from when it is in force."""
    with pytest.raises(GeneratorError, match="还没有施行"):
        find_shown(read(write_tree(SHOWN)), "b/s", date(2020, 6, 1))


def test_the_demo_is_shown_wholly() -> None:
    """Every list of the demo can be shown in both ways."""
    resolved = examine(SHIPPED, TODAY).resolved
    for key, moments in {**resolved.lists, **resolved.standards}.items():
        shown = find_shown(resolved, str(key), moments[-1].day)
        assert len(json.loads(as_json(shown))["items"]) == len(moments[-1].items)
        assert as_text(shown)
