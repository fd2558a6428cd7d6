"""What publishing does to a single file outside the site."""

from pathlib import Path

import pytest

from generator.problems import GeneratorError
from generator.publishing import write_file, write_new
from tests.publishing_child import alone


def test_write_new(tmp_path: Path) -> None:
    """A new file comes with its folders and replaces nothing."""
    path = tmp_path / "lists" / "a" / "2026-01-01.yml"
    write_new(path, "title: 清单\n")
    assert path.read_bytes() == "title: 清单\n".encode()
    with pytest.raises(GeneratorError, match="已经存在，没有改动它"):
        write_new(path, "other")
    assert path.read_bytes() == "title: 清单\n".encode()
    assert alone(path)


def test_write_file(tmp_path: Path) -> None:
    """A file is replaced as a whole; a folder of that name is not."""
    path = tmp_path / "schema.json"
    for text in ("first\n", "", "第二\n"):
        write_file(path, text)
        assert path.read_bytes() == text.encode()
        assert alone(path)
    with pytest.raises(GeneratorError, match="它是一个文件夹"):
        write_file(tmp_path, "text")
