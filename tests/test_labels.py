"""The words of the interface: all in one file, and the same in every language."""

import re
from pathlib import Path

import pytest

from generator.loading.labels import (
    DECLARED,
    Labels,
    differences,
    read_file,
    read_labels,
)
from generator.problems import GeneratorError
from generator.settings import LANGUAGES
from tests.conftest import REPO
from tests.traditional import declared_words, simplified

THEME = REPO / "theme"
ORIGINAL = read_file(THEME / "labels.yml")
# Words of the mainland for which readers of traditional characters have their own.
MAINLAND = re.compile(
    "網絡|搜索|默認|信息|打印|鏈接|屏幕|軟件|設備|菜單|文件夾|倉庫|登錄|短信|視頻|二維碼"
    "|數據|聯繫|程序|克隆|站點|刷新|加載|公佈|打開"
)


def texts(labels: Labels, prefix: str = "") -> dict[str, str]:
    """Flatten labels: every text by the path of its names."""
    found: dict[str, str] = {}
    for name, value in labels.items():
        path = f"{prefix}{name}"
        found |= {path: value} if isinstance(value, str) else texts(value, f"{path}.")
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_everything(language: str) -> None:
    """A translation has every name and every placeholder, and nothing else."""
    translated = read_file(THEME / f"labels.{language}.yml")
    assert list(differences(ORIGINAL, translated)) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_declaration_is_translated(language: str) -> None:
    """What kinds, fields, answers and choices are called is translated too."""
    declared = read_file(THEME / f"labels.{language}.yml")[DECLARED]
    assert isinstance(declared, dict)
    assert sorted(declared_words() - declared.keys()) == []
    assert sorted(declared.keys() - declared_words()) == []


def test_traditional_words_are_traditional() -> None:
    """No character is left that only simplified texts have, and no mainland word."""
    words = texts(read_file(THEME / "labels.zh-Hant.yml"))
    left = {name: simplified(text) for name, text in words.items() if simplified(text)}
    assert left == {}
    said = {name: text for name, text in words.items() if MAINLAND.search(text)}
    assert said == {}
    assert [name for name, text in words.items() if "“" in text or "”" in text] == []


def test_no_word_is_empty() -> None:
    """An empty word would leave a button without a name."""
    for language in ("", *(f".{one}" for one in LANGUAGES[1:])):
        words = texts(read_file(THEME / f"labels{language}.yml"))
        assert [name for name, text in words.items() if not text.strip()] == []


def test_differences_are_named() -> None:
    """What a translation lacks, has too much or replaces otherwise is said by name."""
    original: Labels = {"a": {"b": "{count} 项", "c": "字", "d": {"e": "字"}}}
    translated: Labels = {"a": {"b": "{counts} 項", "d": "字", "f": "字"}, "g": "字"}
    assert list(differences(original, translated)) == [
        "缺少 a.c",
        "缺少 a.d.e",
        "多出 a.d",
        "多出 a.f",
        "多出 g",
        "a.b 里应有 {count}",
    ]


def test_a_lacking_word_stops_the_build(tmp_path: Path) -> None:
    """A site in another language never shows half a translation."""
    (tmp_path / "labels.yml").write_text("a: 字\nb: 字\n", encoding="utf-8")
    (tmp_path / "labels.zh-Hant.yml").write_text("b: 字\n", encoding="utf-8")
    assert read_labels(tmp_path) == {"a": "字", "b": "字"}
    with pytest.raises(GeneratorError, match=r"theme/labels\.zh-Hant\.yml .*缺少 a"):
        read_labels(tmp_path, "zh-Hant")
