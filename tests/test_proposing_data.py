"""What the form 提出修改 is filled with: all that its links name, and no person's name."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.export.proposal_lists import state_of
from generator.export.proposals import proposals
from generator.model.fields import text_of
from generator.model.lists import ListKey
from generator.pipeline import examine
from generator.resolution.resolve import Resolved
from tests.loading_samples import WriteTree
from tests.proposing import scripts
from tests.site_reading import PageFile, resolve
from tests.trees import CONFIG, TODAY, Files, amend, plan, read, whole

SCRIPT = re.compile(r"qingdan\.proposing(?P<place>.*?) = (?P<json>.*);")
ITEMS = "(list, lists) => qingdan.values.itemsOf(list, lists)"
UNIT = """units:
  - id: u
    name: 民政办
    phones:
      - number: 000-8800 1234
        kind: 咨询
    posts:
      - {id: p, title: 主任, person: 赵某乙}
"""
STANDARD = whole(
    "standard/s",
    "2025-01-01",
    "{id: x, title: 甲, fee: 一元, plain: 俗, person: 赵某丙}",
)


def office_file(names: str) -> Files:
    """Write the office with a names policy."""
    text = f"id: a\nname: 甲街道\nnames: {names}\n{UNIT}"
    return CONFIG | {"content/offices/a.yml": text}


def own(*items: str) -> Files:
    """Write the office's list, which adopts the standard."""
    return whole("a/s", "2025-02-01", *items, head="based_on: standard/s\n")


def read_scripts(root: Path) -> dict[str, dict[str, Any]]:
    """Read all scripts of a tree, by path, as the browser gets them."""
    files = proposals(plan(examine(root, TODAY)))
    texts = {file.path: file.content.decode() for file in files}
    found = ((path, SCRIPT.search(text)) for path, text in texts.items())
    return {path: json.loads(match["json"]) for path, match in found if match}


def test_every_link_names_something(
    pages: Mapping[str, PageFile], demo_site: Path
) -> None:
    """Each link of the demo leads to an item, list or unit that the scripts know."""
    known: set[str] = set()
    for file in sorted((demo_site / "propose").rglob("*.js")):
        match = SCRIPT.search(file.read_text(encoding="utf-8"))
        assert match
        said = json.loads(match["json"])
        if "items" in said:
            key = f"{said['owner']}/{said['id']}"
            known |= {key, *(f"{key}/{item}" for item in said["items"])}
        known |= {f"{file.stem}/units/{unit['id']}" for unit in said.get("units", ())}
    linked = {
        anchor
        for page in pages.values()
        for reference in page.references
        for path, anchor in [resolve(page.path, reference.address)]
        if path == "propose.html" and anchor not in {"", "main"}
    }
    assert len(linked) > 2000
    assert linked <= known


def test_only_what_may_change_has_the_link(pages: Mapping[str, PageFile]) -> None:
    """No dated page and no street that is gone offers it."""
    for path in ("offices/jintang/services/2025-01-01.html", "offices/yuyuan.html"):
        links = [reference.address for reference in pages[path].references]
        assert not any("propose.html" in address for address in links)


@pytest.mark.parametrize(("names", "shown"), [("post", 0), ("surname", 0), ("full", 1)])
def test_names_follow_the_policy(write_tree: WriteTree, names: str, shown: int) -> None:
    """A person whom the site hides is in no script; posts are there without holders."""
    item = "{id: y, title: 乙, unit: u, person: 赵某甲}"
    said = read_scripts(
        write_tree(office_file(names) | STANDARD | own("{id: x}", item))
    )
    text = json.dumps(said, ensure_ascii=False)
    assert text.count("赵某甲") == shown
    assert "赵某乙" not in text
    assert "赵某丙" not in text
    assert said["propose/a.js"]["units"][0]["posts"] == [["p", "主任"]]


def test_what_is_adopted_stands_once(write_tree: WriteTree) -> None:
    """The office's script has its own part; the form lays it over the standard."""
    rewritten = own("{id: x, fee: 二元, plain: 白话}", "{id: y, title: 乙}")
    later = amend("a/s", "2026-01-01", "{revise: x, set: {plain: null}, reason: 其他}")
    root = write_tree(office_file("post") | STANDARD | rewritten | later)
    said = read_scripts(root)
    mine, standard = said["propose/a/s.js"], said["propose/standard/s.js"]
    assert mine["items"]["x"] == {"fee": "二元", "plain": None}
    assert scripts()(ITEMS, mine, {"standard/s": standard}) == {
        "x": {"title": "甲", "fee": "二元"},
        "y": {"title": "乙"},
    }


def test_the_form_knows_the_demo_as_the_site_does(demo_site: Path) -> None:
    """Laid together, the scripts give every value that is in force."""
    resolved = read(Path())
    lists = {
        f"{said['owner']}/{said['id']}": said
        for file in sorted((demo_site / "propose").rglob("*/*.js"))
        if (match := SCRIPT.search(file.read_text(encoding="utf-8")))
        for said in [json.loads(match["json"])]
    }
    for key, said in lists.items():
        moment = resolved.on(ListKey(*key.split("/")), TODAY)
        assert moment
        hidden = {"id", "person"}
        expected = {
            name: {n: v for n, v in item.fields.items() if n not in hidden}
            for name, item in moment.items.items()
        }
        found = scripts()(ITEMS, said, lists)
        assert found == json.loads(json.dumps(expected)), key


def states(resolved: Resolved) -> tuple[str, str]:
    """Give the states of the office's list and of the standard one, today."""
    keys = (ListKey("a", "s"), ListKey("standard", "s"))
    moments = [resolved.on(key, TODAY) for key in keys]
    first, second = (state_of(moment, {}) for moment in moments if moment)
    return first, second


def test_the_state_changes_with_the_list(write_tree: WriteTree) -> None:
    """Also where only the standard below it was changed."""
    files = office_file("post") | STANDARD | own("{id: x}")
    before = states(read(write_tree(files)))
    assert states(read(write_tree(files))) == before
    path = "content/lists/standard/s/2025-01-01.yml"
    after = states(
        read(write_tree(files | {path: files[path].replace("一元", "二元")}))
    )
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_phones_have_their_place(write_tree: WriteTree) -> None:
    """Line and column are those of the value, for the forge and for `apply`."""
    files = office_file("post")
    said = read_scripts(write_tree(files))["propose/a.js"]
    lines = files[said["path"]].split("\n")
    (unit,) = said["units"]
    assert len(unit["rows"]) == 2
    for _, _, value, line, column in unit["rows"]:
        assert lines[line - 1][column - 1 :] == value
    assert text_of({"name": unit["name"]}, "name") in lines[unit["line"] - 1]
