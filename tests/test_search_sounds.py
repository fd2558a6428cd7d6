"""Texts by their sound: polyphones, syllables, pinyin and its initials."""

import re
from dataclasses import replace
from functools import cache

import pytest

from generator.evaluation.v8 import Call
from generator.search.sounds import readings, syllable_table
from generator.site_model.pinyin import syllables
from tests.engines import FOUND, demo, demo_engine, open_on, sample_engine
from tests.search_samples import SAMPLE, matter

POLYPHONES = {
    "重庆路": "chong qing lu",
    "重量": "zhong liang",
    "银行": "yin hang",
    "行政处罚": "xing zheng chu fa",
    "长者食堂": "zhang zhe shi tang",
    "长江路": "chang jiang lu",
    "区长": "qu zhang",
    "朝阳区": "chao yang qu",
    "六安": "lu an",
    "厦门": "xia men",
    "大厦": "da sha",
    "音乐": "yin yue",
    "快乐": "kuai le",
    "会计": "kuai ji",
    "开会": "kai hui",
    "传染病": "chuan ran bing",
    "调解": "tiao jie",
    "绿化": "lv hua",
}


@cache
def spoken() -> Call:
    """Open an engine whose titles are the words above."""
    titles = enumerate(POLYPHONES)
    matters = tuple(matter(f"m{number}", title) for number, title in titles)
    return open_on(replace(SAMPLE, matters=matters))


@pytest.mark.parametrize(("text", "sound"), POLYPHONES.items())
def test_characters_read_as_their_word_has_it(text: str, sound: str) -> None:
    """In Python, and in the script from the tables."""
    assert " ".join(syllables(text)) == sound
    assert " ".join(spoken()("qingdan.sounds.syllables", text)) == sound


@pytest.mark.parametrize(
    ("letters", "title"),
    [
        ("chongqinglu", "重庆路"),
        ("cql", "重庆路"),
        ("yinhang", "银行"),
        ("zhangzheshitang", "长者食堂"),
        ("zzst", "长者食堂"),
        ("xingzhengchufa", "行政处罚"),
        ("quzhang", "区长"),
        ("cyq", "朝阳区"),
        ("lvhua", "绿化"),
        ("xia men", "厦门"),
        ("dash", "大厦"),
    ],
)
def test_pinyin_finds_the_right_reading(letters: str, title: str) -> None:
    """Whole, begun, in parts, or by its initials."""
    found = spoken()(FOUND, letters)["matters"]
    assert found
    assert found[0]["words"] == title


def test_the_tables_read_the_demo_as_pypinyin_does() -> None:
    """Pairs are not phrases: one text in two hundred may read otherwise."""
    texts = sorted(
        {t for m in demo().matters for t in (m.title, m.plain, *m.names) if t}
    )
    found = demo_engine()("(all) => all.map(qingdan.sounds.syllables)", texts)
    wrong = [t for t, sound in zip(texts, found, strict=True) if sound != syllables(t)]
    assert len(wrong) <= len(texts) // 200, wrong


def test_the_syllable_table_has_every_usual_character_once() -> None:
    """And those of the texts; letters and signs have no syllable."""
    groups = syllable_table(["鄞州", "abc。"]).split(";")
    names = [re.match("[a-z]+", group) for group in groups]
    assert all(names)
    characters = re.sub("[a-z;]", "", ";".join(groups))
    assert len(characters) == len(set(characters)) == 3755 + 1
    found = {
        name.group()
        for name, group in zip(names, groups, strict=True)
        if name and "鄞" in group
    }
    assert found == {"yin"}
    assert "。" not in characters


def test_readings_are_only_what_the_syllable_table_does_not_say() -> None:
    """A pair, which of its characters, and its syllable."""
    assert readings(["行政", "重量"]) == []
    assert readings(["银行", "重庆"]) == [("重庆", 0, "chong"), ("银行", 1, "hang")]
    assert readings(["到银行去"]) == [("银行", 1, "hang")]
    assert readings([]) == []


def test_letters_are_cut_into_syllables_in_all_ways() -> None:
    """The fewest syllables first; the last may only have been begun."""
    cut = sample_engine()
    assert cut("qingdan.sounds.segment", "xian") == [["xian"], ["xi", "an"]]
    assert cut("qingdan.sounds.segment", "dibao")[0] == ["di", "bao"]
    assert cut("qingdan.sounds.segment", "dibaosh")[0] == ["di", "bao"]
    assert cut("qingdan.sounds.segment", "zzz") == []


def test_a_long_word_of_letters_takes_no_time() -> None:
    """Ways to read letters are many; only some are followed."""
    ways = sample_engine()("qingdan.sounds.segment", "xianganenanian" * 4)
    assert 0 < len(ways) <= 6


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("zdshbzsq", "dibao"),
        ("zdshbz", "dibao"),
        ("hydj", "marriage"),
        ("sydj", "birth"),
        ("dibaozhengming", "proof"),
        ("hun yin deng ji", "marriage"),
        ("HUNYINDENGJI", "marriage"),
        ("Hūnyīn dēngjì", "marriage"),
        ("hunyind", "marriage"),
        ("laonianz", "card"),
        ("低保zhengming", "proof"),
    ],
)
def test_letters_find_titles_and_plain_names(letters: str, expected: str) -> None:
    """Also with tones, in capitals, and mixed with characters."""
    assert sample_engine()(FOUND, letters)["matters"][0]["id"] == expected


def test_letters_that_mean_nothing_find_nothing() -> None:
    """A guess would be worse."""
    for letters in ("zzz", "q", "xqzw"):
        assert sample_engine()(FOUND, letters)["matters"] == []
