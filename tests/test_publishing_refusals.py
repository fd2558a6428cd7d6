"""What publishing refuses; the old site is whole each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.publishing import publish
from tests.publishing_child import SAMPLE, Tree, alone, outputs, site, snapshot


def refusal(tree: Tree, target: Path) -> str:
    """Publish what must not be published, and return the sentence."""
    with pytest.raises(GeneratorError) as caught:
        publish(outputs(tree), target)
    return str(caught.value)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/etc/passwd", "不能以 / 开头"),
        ("../outside", "不能有空的一段"),
        ("a/../../outside", "不能有空的一段"),
        ("a//b", "不能有空的一段"),
        ("a/./b", "不能有空的一段"),
        ("a/", "不能有空的一段"),
        ("", "不能有空的一段"),
        ("a\\b", "不能有反斜杠和控制字符"),
        ("a\nb", r"“a\nb”"),
        ("a\x00b/c", r"“a\x00b/c”"),
        ("a\x85b", "不能有反斜杠和控制字符"),
        ("\ud800", "不能有反斜杠和控制字符"),
        ("index.html", "与“index.html”重名"),
        ("INDEX.html", "与“index.html”重名"),
        ("Offices/b.html", "它的文件夹与“offices”重名"),
        ("offices", "与“offices”重名"),
        ("B/c", "它的文件夹与“b”重名"),
        ("b/C", "与“b/c”重名"),
        ("index.html/a", "它的文件夹与“index.html”重名"),
        ("b/c/D/e", "它的文件夹与“b/c/d”重名"),
        ("n/" + "长" * 200, "文件名太长"),
    ],
)
def test_bad_paths(tmp_path: Path, path: str, reason: str) -> None:
    """A path that escapes, collides or cannot be written stops everything."""
    target = tmp_path / "folder" / "site"
    publish(outputs(SAMPLE), target)
    tree = list(outputs(SAMPLE | {"build.json": b"{1}"}))
    with pytest.raises(GeneratorError) as caught:
        publish([*tree, OutputFile(path, b"evil")], target)
    assert reason in str(caught.value)
    assert snapshot(target) == SAMPLE
    assert alone(target)
    assert alone(target.parent)


def test_unicode_twins(tmp_path: Path) -> None:
    """Two spellings of one name are one file on some disks."""
    tree = SAMPLE | {"é": b"", "e\N{COMBINING ACUTE ACCENT}": b""}
    assert "重名" in refusal(tree, tmp_path / "site")


@pytest.mark.parametrize("name", [".git", "thesis.doc"])
def test_foreign_folder(tmp_path: Path, name: str) -> None:
    """Nobody's own folder is replaced, nor a checkout that holds a site."""
    target = tmp_path / "site"
    target.mkdir()
    (target / name).write_bytes(b"mine")
    if name == ".git":
        (target / "build.json").write_bytes(b"{}")
    before = snapshot(target)
    assert "没有动" in refusal(SAMPLE, target)
    assert snapshot(target) == before
    assert alone(target)


def test_file_in_the_way(tmp_path: Path) -> None:
    """A file is no place for a site, nor is a path through a file, nor `/`."""
    target = tmp_path / "site"
    target.write_bytes(b"mine")
    assert "它是一个文件" in refusal(SAMPLE, target)
    assert "路径上有同名的文件" in refusal(SAMPLE, target / "below")
    assert "请在它下面" in refusal(SAMPLE, Path("/"))
    assert target.read_bytes() == b"mine"
    assert alone(target)


def test_site_without_mark(tmp_path: Path) -> None:
    """A site that the next run would not know as ours is not published."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    assert "build.json" in refusal({"index.html": b""}, target)
    assert snapshot(target) == SAMPLE


@pytest.mark.parametrize(
    "fault", [OSError("a picture"), KeyboardInterrupt(), ValueError()]
)
def test_failing_generator(tmp_path: Path, fault: BaseException) -> None:
    """What the outputs raise passes through, and the old site is whole."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)

    def broken() -> Iterator[OutputFile]:
        yield from outputs(site("new", 5))
        raise fault

    with pytest.raises(type(fault)) as caught:
        publish(broken(), target)
    assert caught.value is fault
    assert snapshot(target) == SAMPLE
    assert alone(target)
