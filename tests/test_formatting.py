"""`qingdan fmt`: the same words and comments in one form; what is unsure stays as it is."""

import json
import re
import stat
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from generator.authoring.canonical import formatted, is_same
from generator.authoring.canonical_orders import order_of
from generator.loading.load import load
from generator.loading.versions import kind_stated
from generator.loading.yaml_source import parse
from generator.model.lists import Catalog
from generator.problems import Place
from tests.accept import SAMPLE
from tests.broken_shelf import SHELF
from tests.calling import Call
from tests.conftest import REPO
from tests.formatting_samples import OFFICE, Sample, samples

KINDS = load(SAMPLE).settings.kinds
WriteTree = Callable[[Mapping[str, str | bytes]], Path]


def test_the_demo_is_canonical(call: Call) -> None:
    """Nothing of this repository would change."""
    said = call("fmt", "--check", "--root", REPO)
    assert (said.code, said.out) == (0, "")


def test_the_sample_says_the_same(sample: Path, call: Call) -> None:
    """What is loaded from the sample does not depend on the form of its files."""
    before = load(sample)
    for path in sample.rglob("*.yml"):
        turned = (
            path.read_text("utf-8").replace("\n  - ", "\n-   ").replace("\n", "\r\n")
        )
        path.write_bytes(b"\xef\xbb\xbf" + turned.encode() + b"\r\n\r\n")
    assert call("fmt", "--root", sample).code == 0
    after = load(sample)
    assert placeless(after.catalog) == placeless(before.catalog)
    assert after.settings == before.settings
    assert {p.rule for p in after.problems} == {p.rule for p in before.problems}
    assert call("fmt", "--check", "--root", sample).code == 0


def placeless(catalog: Catalog) -> Catalog:
    """Leave out where things stand."""
    lists = {
        key: tuple(
            replace(v, changes=tuple(replace(c, place=Place("")) for c in v.changes))
            for v in versions
        )
        for key, versions in catalog.lists.items()
    }
    return replace(catalog, lists=lists, words=replace(catalog.words, spots={}))


def shelf_files() -> list[Path]:
    """List the content files of the broken shelf."""
    return sorted(
        path
        for path in SHELF.rglob("*.yml")
        if path.is_file()
        and ("content" in path.parts or path.name == "site_config.yml")
    )


def test_broken_files_are_kept_or_left_alone() -> None:
    """Whatever is wrong with a file, formatting loses nothing of it."""
    formed = 0
    for path in shelf_files():
        data = path.read_bytes()
        name = path.relative_to(SHELF).as_posix().partition("/content/")[2]
        order = order_of(f"content/{name}" if name else path.name, KINDS)
        made = formatted("x.yml", data, order)
        if made.left_alone:
            assert made.left_alone.endswith("。")
            continue
        formed += 1
        assert is_same(text_of(data), made.text), path
        assert formatted("x.yml", made.text.encode(), order) == made, path
    assert formed > 100


def text_of(data: bytes) -> str:
    """Read a file as the program does."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


@settings(derandomize=True, deadline=None, max_examples=250)
@given(samples())
def test_any_file_keeps_its_meaning(sample: Sample) -> None:
    """Odd comments, indentation and order: the same values and comments, in order."""
    made = formatted(
        "x.yml", sample.text.encode(), order_of("content/offices/x.yml", {})
    )
    assert made.left_alone == ""
    assert read(made.text) == read(f"{sample.text}\n")
    lines = [line.strip() for line in made.text.split("\n")]
    assert Counter(x for x in lines if x.startswith("# ")) == Counter(sample.comments)
    again = formatted(
        "x.yml", made.text.encode(), order_of("content/offices/x.yml", {})
    )
    assert again.text == made.text
    if not re.search(": [|>]", sample.text):
        assert "\n\n\n" not in made.text
    assert list(read(made.text)) == [key for key in OFFICE if key in sample.keys]


def read(text: str) -> dict[str, object]:
    """Read a file as an independent reader does, which knows nothing of our nodes."""
    loaded: dict[str, object] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 # makes nothing but texts
    return loaded


MOVED = """\
# 文件的说明
name: 甲街道
# 编号不变
id: jia

units:
-   # 居民最常找的
    name: 科室
    id: office
    # 两个电话
    phones: [{number: 000-8800 1234}]
    # 以后再补岗位
-
  id: hall
  name: 大厅
  note: |
      第一行
        # 不是注释

      第三行
# 核对过
address: 一号{space}
"""
MOVED = MOVED.replace("{space}", " ")
FORMED = """\
# 文件的说明
# 编号不变
id: jia
name: 甲街道
# 核对过
address: 一号

units:
  # 居民最常找的
  - id: office
    name: 科室
    # 两个电话
    phones: [{number: 000-8800 1234}]
    # 以后再补岗位
  - id: hall
    name: 大厅
    note: |
      第一行
        # 不是注释

      第三行
"""


def test_pieces_move_with_their_comments() -> None:
    """A key takes the comments above it along; the file's own stay on top."""
    made = formatted("x.yml", MOVED.encode(), order_of("content/offices/x.yml", {}))
    assert made.text == FORMED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("id: jia\nid: yi\n", "“id”写了两次", id="twice"),
        pytest.param("id: jia\n  name: 甲\n", "有错误", id="syntax"),
        pytest.param("id: jia\nname: 甲\n  乙\n", "有错误", id="two-lines"),
        pytest.param("---\nid: jia\n", "有 ---", id="marker"),
        pytest.param("# 只有注释\n", "没有“字段: 值”", id="empty"),
        pytest.param("- id: jia\n", "没有“字段: 值”", id="list"),
    ],
)
def test_what_is_unsure_is_left_alone(text: str, why: str) -> None:
    """A file that cannot be read for certain is not written."""
    made = formatted("x.yml", text.encode(), order_of("content/offices/x.yml", {}))
    assert made.text == ""
    assert made.left_alone.startswith(why)


def test_what_the_import_writes_is_canonical() -> None:
    """Quotes, blocks and blank lines of our own writer stay as they are."""
    cases = json.loads((REPO / "tests/yaml_text.json").read_text("utf-8"))["versions"]
    for case in cases:
        text = "\n".join(case["text"]).rstrip("\n") + "\n"
        # Without an order of keys: the cases are in an order of their own.
        assert formatted("x.yml", text.encode(), {}).text == text, case["name"]


def test_only_named_files_are_touched(write_tree: WriteTree, call: Call) -> None:
    """Named files are formatted in place with their rights; `--check` only tells."""
    tree = {f"content/offices/{n}.yml": f"name: {n}\nid: {n}\n" for n in ("jia", "yi")}
    root = write_tree({"site_config.yml": "site:\n  name: 某区\n", **tree})
    jia, yi = (root / path for path in tree)
    jia.chmod(0o640)
    said = call("fmt", "--check", "--root", root, jia)
    assert (said.code, said.out) == (1, "会整理 content/offices/jia.yml\n")
    assert jia.read_text("utf-8") == tree["content/offices/jia.yml"]
    assert call("fmt", "--root", root, jia).code == 0
    assert jia.read_text("utf-8") == "id: jia\nname: jia\n"
    assert stat.S_IMODE(jia.stat().st_mode) == 0o640
    assert yi.read_text("utf-8") == tree["content/offices/yi.yml"]
    assert sorted(p.name for p in jia.parent.iterdir()) == ["jia.yml", "yi.yml"]


def test_what_was_left_alone_is_said(write_tree: WriteTree, call: Call) -> None:
    """A file with a mistake stays as it is, the others are formatted."""
    wrong = "name: 甲\n  id: jia\n"
    tree = {
        "content/offices/jia.yml": wrong,
        "content/offices/yi.yml": "name: 乙\nid: yi\n",
    }
    root = write_tree({"site_config.yml": "site:\n  name: 某区\n", **tree})
    said = call("fmt", "--root", root)
    assert said.code == 0
    assert said.out == "已整理 content/offices/yi.yml\n"
    assert "content/offices/jia.yml: 有错误，没有整理" in said.err
    assert said.err.endswith(
        "看了 3 个文件，1 个整理好了，内容没有变，1 个没有整理。\n"
    )
    assert (root / "content/offices/jia.yml").read_text("utf-8") == wrong


def test_a_file_from_elsewhere_is_refused(call: Call, tmp_path: Path) -> None:
    """Other files of the disk are none of its business."""
    other = tmp_path / "a.yml"
    other.write_text("b: 1\na: 2\n", "utf-8")
    said = call("fmt", "--root", REPO, other)
    assert said.code == 2
    assert "请核对文件名。" in said.err
    assert other.read_text("utf-8") == "b: 1\na: 2\n"


def test_an_amendment_follows_the_kind_of_its_list(call: Call, sample: Path) -> None:
    """Its fields come in the order of the list's kind, which only the whole one names."""
    amendments = [
        path
        for path in (sample / "content/lists").rglob("*.yml")
        if (root := parse("", path.read_text("utf-8"), []).root)
        and not kind_stated(root)
    ]
    path = amendments[0]
    head = "list: a\neffective: 2026-01-01\nchanges:\n  - revise: some-item\n    set:\n"
    path.write_text(f"{head}      note: 甲\n      fee: 乙\n      plain: 丙\n", "utf-8")
    assert call("fmt", "--root", sample, path).code == 0
    keys = [line.strip()[:4] for line in path.read_text("utf-8").split("\n")[-4:-1]]
    assert keys == ["plai", "fee:", "note"]
