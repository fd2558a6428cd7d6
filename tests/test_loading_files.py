"""Loading: which files are read, and what those are called that are not."""

import os
from pathlib import Path

import pytest

from generator.loading.load import load
from generator.model.lists import ListKey
from generator.problems import GeneratorError
from tests.loading_samples import HEAD, LIST, WriteTree, places
from tests.trees import EMPTY, office


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        pytest.param("list: 甲\n".encode("utf-8-sig"), None, id="bom"),
        pytest.param("list: 事项办理机构\n".encode("gbk"), "encoding", id="gbk"),
        pytest.param("list: 事項辦理機構\n".encode("big5"), "encoding", id="big5"),
        pytest.param("list: 甲\n".encode("utf-16"), "encoding", id="utf-16"),
        pytest.param("list: 甲\n".encode("utf-16-le"), "encoding", id="utf-16-no-bom"),
        pytest.param(b"list: a\x00b\n", "encoding", id="nul"),
        pytest.param(b"list: \xff\n", "encoding", id="one-bad-byte"),
        pytest.param(b"PK\x03\x04rest", "encoding", id="excel"),
        pytest.param(b"%PDF-1.4", "encoding", id="pdf"),
        pytest.param(b"<!DOCTYPE html><p>", "encoding", id="web-page"),
        pytest.param(b"", "empty-file", id="empty"),
        pytest.param(b"# nothing\n", "empty-file", id="only-comments"),
        pytest.param(b"- a\n", "wrong-shape", id="a-list"),
        pytest.param(b"a\n", "wrong-shape", id="a-word"),
        pytest.param(b"a: 1\n---\nb: 2\n", "several-documents", id="two-documents"),
        pytest.param(b"%YAML 1.2\n---\na: 1\n", "several-documents", id="directive"),
        pytest.param(b"[" * 50 + b"]" * 50, "too-deep", id="deep"),
        pytest.param(b"<<<<<<< HEAD\nlist: s\n", "conflict-marker", id="conflict"),
    ],
)
def test_files_that_are_no_lists(
    write_tree: WriteTree, data: bytes, rule: str | None
) -> None:
    """What is not UTF-8 YAML is named for what it is, never garbled."""
    files: dict[str, str | bytes] = {**EMPTY, LIST: data}
    loaded = load(write_tree(files))
    rules = [problem.rule for problem in loaded.problems]
    assert "encoding" not in rules if rule is None else rules[0] == rule
    assert all(problem.place.path == LIST for problem in loaded.problems)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "content/lists/a/s/2020-1-1.yml", HEAD, "name-mismatch", id="no-date"
        ),
        pytest.param(
            "content/lists/a/s/2020-01-02.yml", HEAD, "name-mismatch", id="other-day"
        ),
        pytest.param(
            "content/lists/a/t/2020-01-01.yml", HEAD, "name-mismatch", id="other-list"
        ),
        pytest.param(
            "content/offices/b.yml", "id: c\nname: 乙\n", "name-mismatch", id="id"
        ),
        pytest.param("content/lists/a/s/notes.txt", "x", "stray-file", id="stray"),
        pytest.param("content/lists/a/s/2020-01-01.YML", HEAD, "file-name", id="YML"),
        pytest.param(
            "content/lists/a/2020-01-01.yml", HEAD, "file-name", id="too-high"
        ),
        pytest.param(
            "content/lists/a/S/2020-01-01.yml", HEAD, "file-name", id="folder"
        ),
        pytest.param("content/offices/b/c.yml", "id: c\n", "file-name", id="too-deep"),
    ],
)
def test_names_of_files(
    write_tree: WriteTree, path: str, text: str, expected: str
) -> None:
    """A file stands where its contents say, or it is told so."""
    body = text + "    title: 甲\n" if text == HEAD else text
    loaded = load(write_tree({**EMPTY, path: body}))
    assert expected in {problem.rule for problem in loaded.problems}


def test_links_are_not_followed(write_tree: WriteTree, tmp_path: Path) -> None:
    """A link in the content is reported, and what it leads to is not read."""
    root = write_tree({**EMPTY, "content/lists/a/s/x.txt": ""})
    secret = tmp_path / "secret.yml"
    secret.write_text("password: 1\n")
    (root / "content/lists/a/s/2020-01-01.yml").symlink_to(secret)
    os.mkfifo(root / "content/offices/pipe.yml")
    loaded = load(root)
    assert sorted(p.rule for p in loaded.problems) == [
        "file-type",
        "file-type",
        "stray-file",
    ]
    assert ListKey("a", "s") not in loaded.catalog.lists


def test_large_files_are_not_read(write_tree: WriteTree) -> None:
    """Five million bytes are more than any list has."""
    files: dict[str, str | bytes] = {**EMPTY, LIST: b"#" * 5_000_001}
    files |= office("b")
    loaded = load(write_tree(files))
    assert [problem.rule for problem in loaded.problems] == ["file-size"]
    assert list(loaded.catalog.offices) == ["a", "b"]


def test_no_site() -> None:
    """Without a site_config.yml there is nothing to read."""
    with pytest.raises(GeneratorError, match=r"site_config\.yml"):
        load(Path("/nonexistent"))


def test_prose(write_tree: WriteTree) -> None:
    """Prose pages are read as they are, and looked over for what must not be public."""
    text = "# 关于\n\n张三 13800138000\n"
    loaded = load(write_tree({**EMPTY, "content/about/index.md": text}))
    assert loaded.prose == {"about/index.md": text}
    assert places(loaded) == ["mobile-number 3:4"]
