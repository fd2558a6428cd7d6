"""Who must review what: the setting, its mistakes, and the file of each forge."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from generator.authoring.code_owners import owners_file
from generator.loading.load import load
from generator.model.lists import Catalog
from generator.model.owners import Owners
from tests.calling import Call
from tests.trees import EMPTY, whole

OWNERS = (
    Owners(("@jd-jia",), offices=("a",)),
    Owners(("@bianban", "@sifa/fazhi"), kinds=("duty",)),
    Owners(("@bianban",), paths=("site_config.yml", "content/lists/standard/")),
)
DUTY = whole("a/duties", "2026-01-01", "{id: x, title: 甲事}", head="kind: duty\n")
WRITTEN = """\
owners:
  - by: ["@bianban"]
    kinds: [duty]
  - by: ["@jd-jia"]
    offices: [a]
"""
CASES = {
    "content/lists/a/duties/2026-01-01.yml": {"@jd-jia", "@bianban", "@sifa/fazhi"},
    "content/lists/b/duties/2026-01-01.yml": {"@bianban", "@sifa/fazhi"},
    "content/lists/a/services/2026-01-01.yml": {"@jd-jia"},
    "content/lists/standard/services/2026-01-01.yml": {"@bianban"},
    "content/offices/a.yml": {"@jd-jia"},
    "content/offices/ab.yml": set(),
    "site_config.yml": {"@bianban"},
    "site_configXyml": set(),
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Load a site with the office `a` and its list of duties."""
    write(tmp_path, EMPTY | DUTY)
    return load(tmp_path).catalog


def write(root: Path, files: dict[str, str]) -> None:
    """Write files by path."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def rules(text: str) -> list[tuple[str, set[str]]]:
    """Read the lines of a file: a pattern and its owners; comments and headings go."""
    lines = [x.split() for x in text.splitlines() if x and x[0] not in "#["]
    return [(words[0], set(words[1:])) for words in lines]


def fits(pattern: str, path: str) -> bool:
    """Tell whether a pattern of GitHub's kind, anchored as all of ours, holds for a path."""
    parts, names = pattern.strip("/").split("/"), path.split("/")
    same = all(fnmatch(n, p) for n, p in zip(names, parts, strict=False))
    whole_path = pattern.endswith("/") or len(parts) == len(names)
    return same and len(parts) <= len(names) and whole_path


@pytest.mark.parametrize(("path", "wanted"), CASES.items())
def test_everybody_concerned_is_asked(
    catalog: Catalog, path: str, wanted: set[str]
) -> None:
    """Each forge, by its own way of reading, asks the same people."""
    text = {
        forge: owners_file(forge, OWNERS, catalog).content.decode()
        for forge in ("github", "gitlab", "gitea")
    }
    last = [by for pattern, by in rules(text["github"]) if fits(pattern, path)][-1:]
    assert set().union(*last) == wanted
    sections = [by for pattern, by in rules(text["gitlab"]) if fits(pattern, path)]
    assert set().union(*sections) == wanted
    every = [by for p, by in rules(text["gitea"]) if re.fullmatch(p, path)]
    assert set().union(*every) == wanted


def test_each_reviewer_has_a_section(catalog: Catalog) -> None:
    """GitLab and Gitee: one approval from each body, not one from any of them."""
    text = owners_file("gitlab", OWNERS, catalog).content.decode()
    assert re.findall(r"^\[(.*)\]$", text, re.MULTILINE) == [
        "bianban",
        "jd-jia",
        "sifa/fazhi",
    ]
    assert all(len(by) == 1 for _, by in rules(text))


def test_a_comment_names_nobody(catalog: Catalog) -> None:
    """Where nobody is set there are comments only, without a name to be asked."""
    for forge in ("github", "gitlab", "gitea", "forgejo", "gitee"):
        text = owners_file(forge, (), catalog).content.decode()
        assert "@" not in text
        assert rules(text) == []


@pytest.mark.parametrize(
    ("written", "rule", "said"),
    [
        ("by: [qu-bianban]\n    kinds: [duty]", "bad-choice", "不以 @ 开头"),
        ('by: ["@区编办"]\n    kinds: [duty]', "bad-choice", "不是代码平台的用户名"),
        ('by: ["@x"]\n    kinds: [dutty]', "bad-choice", "没有“dutty”"),
        ('by: ["@x"]\n    paths: [../secret]', "bad-choice", "不是仓库里的"),
        ('by: ["@x"]', "missing-key", "审核什么"),
        ("kinds: [duty]", "missing-key", "审核人"),
    ],
)
def test_mistakes(tmp_path: Path, written: str, rule: str, said: str) -> None:
    """What cannot be asked of anybody is said, at its place in the settings."""
    config = EMPTY["site_config.yml"] + f"owners:\n  - {written}\n"
    write(tmp_path, EMPTY | {"site_config.yml": config})
    found = [(p.rule, p.sentence) for p in load(tmp_path).problems]
    assert [name for name, _ in found] == [rule]
    assert said in found[0][1]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("offices: [b]", "“b”没有"),
        ("paths: [content/lists/b/]", "没有"),
        ("paths: [content/lists]", "是文件夹"),
    ],
)
def test_what_is_not_there_is_refused(
    tmp_path: Path, call: Call, written: str, said: str
) -> None:
    """`qingdan ci` writes nothing for a street or a folder that does not exist."""
    config = EMPTY["site_config.yml"] + f'owners:\n  - by: ["@x"]\n    {written}\n'
    write(tmp_path, EMPTY | DUTY | {"site_config.yml": config})
    done = call("ci", "--forge", "gitee", "--root", tmp_path)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / ".workflow").exists()


def test_ci_keeps_what_was_changed_by_hand(tmp_path: Path, call: Call) -> None:
    """A second run renews the owners; a workflow that somebody changed stays as it is."""
    write(tmp_path, EMPTY | DUTY)
    assert call("ci", "--forge", "github", "--root", tmp_path).code == 0
    workflow = tmp_path / ".github/workflows/qingdan-publish.yml"
    changed = workflow.read_text("utf-8") + "# 自己加的\n"
    workflow.write_text(changed, "utf-8")
    config = EMPTY["site_config.yml"] + WRITTEN
    (tmp_path / "site_config.yml").write_text(config, "utf-8")
    done = call("ci", "--forge", "github", "--root", tmp_path)
    assert "没有动 .github/workflows/qingdan-publish.yml" in done.out
    assert "没有变化 .github/workflows/qingdan-check.yml" in done.out
    assert workflow.read_text("utf-8") == changed
    owners = (tmp_path / ".github/CODEOWNERS").read_text("utf-8")
    assert "/content/lists/a/duties/ @jd-jia @bianban" in owners.replace(
        "@bianban @jd-jia", "@jd-jia @bianban"
    )
    assert call("ci", "--forge", "github", "--replace", "--root", tmp_path).code == 0
    assert "自己加的" not in workflow.read_text("utf-8")
