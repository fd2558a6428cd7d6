"""The officials' guide (content/README.md) keeps its promises."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.authoring.canonical import formatted
from generator.authoring.canonical_orders import order_of
from generator.loading.load import load
from generator.rules import RULES
from tests.broken_shelf import check
from tests.conftest import REPO

GUIDE = (REPO / "content/README.md").read_text(encoding="utf-8")
FILES = re.compile(
    r"^```yaml\n# (content/\S+\.yml)\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
ROWS = re.compile(r"^\| `([a-z_-]+)` \| (\S+) \|", re.MULTILINE)
CALLS = re.compile(r"`qingdan ([^`]+)`|^qingdan (.+)$", re.MULTILINE)
WriteTree = Callable[[Mapping[str, str | bytes]], Path]


def test_its_example_files_are_good(write_tree: WriteTree) -> None:
    """The whole files it shows make one content tree without a single remark."""
    files = dict(FILES.findall(GUIDE))
    assert len(files) == 6
    root = write_tree({"site_config.yml": "site:\n  name: 某区街道职责清单\n", **files})
    said = check(root)
    assert said.words == "没有发现问题，检查完毕。\n"


def test_its_example_files_are_canonical() -> None:
    """They show the order and the indentation that `qingdan fmt` keeps."""
    kinds = load(REPO).settings.kinds
    for path, text in FILES.findall(GUIDE):
        made = formatted(path, text.encode(), order_of(path, kinds, "service"))
        assert made.text == text, path


def test_it_lists_every_kind_and_field() -> None:
    """Each kind stands in its table with its label, and so does each field."""
    told = dict(ROWS.findall(GUIDE))
    kinds = load(REPO).settings.kinds
    assert {kind.id: told.get(kind.id) for kind in kinds.values()} == {
        kind.id: kind.label for kind in kinds.values()
    }
    fields = {(f.name, f.label) for k in kinds.values() for f in k.fields.values()}
    missing = [
        name for name, label in fields if label not in told.get(name, "").split("、")
    ]
    assert missing == []


def test_it_explains_every_rule() -> None:
    """Each rule has its paragraph, in the order of RULES."""
    headings = re.findall(r"^### `([a-z-]+)` \S+$", GUIDE, re.MULTILINE)
    assert headings == list(RULES)


def test_its_links_lead_to_headings() -> None:
    """A link inside the guide names a heading that is there."""
    headings = set(re.findall(r"^## (\S+)$", GUIDE, re.MULTILINE))
    slugs = {re.sub("[、，。：]", "", heading) for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= slugs


@pytest.mark.parametrize("call", [a or b for a, b in CALLS.findall(GUIDE)])
def test_its_commands_exist(call: str) -> None:
    """Every command it names is one of the program's."""
    words = call.split()
    known = {
        "apply",
        "check",
        "ci",
        "export",
        "fmt",
        "headers",
        "import",
        "init",
        "new",
        "poster",
        "schema",
        "serve",
    }
    assert words[0] in known
    if words[0] == "new":
        assert words[1] in {"office", "list", "amendment"}
