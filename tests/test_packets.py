"""A packet (修改文件) comes by mail from anybody: what is none is told, and why."""

import json
from typing import Any

import pytest

from generator.importing.packets import read_packet
from generator.problems import GeneratorError
from tests.packets import TREE, version_packet
from tests.repositories import Repository

Packet = dict[str, Any]


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Packet:
    """Make a packet of the small tree."""
    folder = tmp_path_factory.mktemp("packets")
    Repository(folder).write(TREE)
    return version_packet(folder)


def check_refused(packet: Packet, words: str) -> None:
    """Hold that a packet is refused with these words."""
    with pytest.raises(GeneratorError, match=words):
        read_packet(json.dumps(packet).encode())


PATHS = (
    "content/lists/a/s/../../../../x.yml",
    "/etc/x.yml",
    "content/lists/a/s/2027-03-01.yml\n",
    "content/lists/A/s/2027-03-01.yml",
    "site_config.yml",
    ".git/config",
    "content\\lists\\a\\s\\2027-03-01.yml",
    "content/offices/a.yml",
)


@pytest.mark.parametrize("path", PATHS)
def test_other_paths_are_refused(packet: Packet, path: str) -> None:
    """Only a version of a list is made, wherever a packet would like to write."""
    check_refused({**packet, "path": path}, "没有改动任何文件")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "x"}, "不是“提出修改”生成的"),
        ({"version": 2}, "格式和现在的程序不一样"),
        ({"kind": "other"}, "不能用"),
        ({"made_from": {}}, "对不上"),
    ],
)
def test_other_formats_are_refused(packet: Packet, change: Packet, words: str) -> None:
    """A packet says what it is."""
    check_refused({**packet, **change}, words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"format": ', "没有传完整"),
        (b"", "是空的"),
        (b"PK\x03\x04", "qingdan import"),
        (b"list: s\n", "不是“提出修改”生成的"),
        (b'{"format": "\\ud800"}', "没有传完整"),
        (b" " * 5_000_001, "太大"),
    ],
)
def test_a_broken_file_is_told(data: bytes, words: str) -> None:
    """What is no packet is said in a sentence."""
    with pytest.raises(GeneratorError, match=words):
        read_packet(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_what_windows_saved_again_is_read(packet: Packet, encoding: str) -> None:
    """Whoever looks at a packet in an editor may save it otherwise."""
    text = json.dumps(packet, ensure_ascii=False, indent=2)
    again = read_packet(text.replace("\n", "\r\n").encode(encoding))
    assert again.text == packet["text"]
