"""Loading: each field is read as it was typed and knows its place."""

import pytest

from generator.model.fields import Value, records_of
from tests.loading_samples import FIRST, WriteTree, item, places, wide


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("title: 0287", "0287", id="leading-zero"),
        pytest.param("title: 12:30", "12:30", id="looks-like-minutes"),
        pytest.param("title: 1.10", "1.10", id="looks-like-a-fraction"),
        pytest.param("title: no", "no", id="looks-like-false"),
        pytest.param("title: 2021-12-24", "2021-12-24", id="looks-like-a-date"),
        pytest.param("title: 1_000", "1_000", id="looks-like-a-number"),
        pytest.param("title: .inf", ".inf", id="looks-like-infinity"),
        pytest.param('title: "null"', "null", id="quoted-null"),
        pytest.param("title: 甲：乙", "甲：乙", id="full-width-colon-in-a-value"),
        pytest.param("title: 甲#乙", "甲#乙", id="hash-inside"),
        pytest.param("title: '甲 #1'", "甲 #1", id="quoted-hash"),
        pytest.param('title: "甲: 乙"', "甲: 乙", id="quoted-colon"),
        pytest.param("title: 甲 & 乙 * 丙", "甲 & 乙 * 丙", id="marks-inside"),
        pytest.param("title: <b>甲</b>", "<b>甲</b>", id="tags-are-text"),
        pytest.param("title: '甲''乙'", "甲'乙", id="quote-in-quotes"),
    ],
)
def test_scalars_stay_text(write_tree: WriteTree, line: str, expected: str) -> None:
    """What the editor typed is what is read; no type is guessed."""
    record, loaded = item(write_tree, f"    {line}\n")
    assert places(loaded) == []
    assert record["title"] == expected


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        pytest.param("fee: 不收费", "fee", "不收费", id="line"),
        pytest.param(
            "description: |\n      甲\n\n      乙", "description", "甲\n\n乙", id="text"
        ),
        pytest.param("keywords: [甲, 乙]", "keywords", ("甲", "乙"), id="words"),
        pytest.param(
            "keywords:\n      - 甲\n      - 乙", "keywords", ("甲", "乙"), id="block"
        ),
        pytest.param("keywords: []", "keywords", (), id="no-words"),
        pytest.param("level: [街道, 社区]", "level", ("街道", "社区"), id="choices"),
        pytest.param(
            "basis: 《甲》第1条", "basis", "《甲》第1条", id="text-for-records"
        ),
        pytest.param(
            "basis: [{document: 甲, article: 第1条}]",
            "basis",
            ({"document": "甲", "article": "第1条"},),
            id="records",
        ),
        pytest.param(
            "time_limit: {legal: 3天}", "time_limit", {"legal": "3天"}, id="record"
        ),
        pytest.param("time_limit: 3天", "time_limit", "3天", id="text-for-a-record"),
        pytest.param("person: null", "person", None, id="vacancy"),
        pytest.param(
            "hotline: 000-8800 1234转8",
            "hotline",
            "000-8800 1234转8",
            id="phone",
        ),
        pytest.param(
            "url: https://e.gov.cn/a?b=c&d=e#f",
            "url",
            "https://e.gov.cn/a?b=c&d=e#f",
            id="address",
        ),
    ],
)
def test_shapes(write_tree: WriteTree, lines: str, name: str, expected: Value) -> None:
    """Each shape of a field is read as declared."""
    record, loaded = item(write_tree, f"    title: 甲\n    {lines}\n")
    assert places(loaded) == []
    assert record[name] == expected


@pytest.mark.parametrize(
    ("typed", "number", "rules"),
    [
        pytest.param("000-8800 1234", "000-8800 1234", [], id="landline"),
        pytest.param("028-87801234", "028-87801234", [], id="eleven-digits"),
        pytest.param("0871-6555-1234", "0871-6555-1234", [], id="twelve-digits"),
        pytest.param("000-8800 1234-801", "000-8800 1234-801", [], id="extension"),
        pytest.param("000-8800 1234 分机 8", "000-8800 1234 分机 8", [], id="in-words"),
        pytest.param("(028)87801234", "028-87801234", ["bad-phone"], id="brackets"),
        pytest.param("12345", "12345", [], id="hotline-of-the-city"),
        pytest.param("110", "110", [], id="police"),
        pytest.param("962218", "962218", [], id="hotline-of-a-province"),
        pytest.param("400-800-1234", "400-800-1234", [], id="four-hundred"),
        pytest.param(wide("8800 1234"), "8800 1234", ["bad-phone"], id="full-width"),
        pytest.param("8800 1234", "8800 1234", ["bad-phone"], id="no-area-code"),
        pytest.param("028", None, ["bad-phone"], id="only-an-area-code"),
        pytest.param("8800 1234、8800 1235", None, ["bad-phone"], id="two-numbers"),
        pytest.param("138 0013 8000", None, ["mobile-number"], id="mobile"),
        pytest.param("见门牌", None, ["bad-phone"], id="words"),
    ],
)
def test_phones(
    write_tree: WriteTree, typed: str, number: str | None, rules: list[str]
) -> None:
    """Landlines and short numbers pass; each other writing gets one message."""
    record, loaded = item(write_tree, f'    title: 甲\n    hotline: "{typed}"\n')
    assert [problem.rule for problem in loaded.problems] == rules
    assert (record.get("hotline") or None) == number


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"    title: \xe7\x94\xb2\r\n    fee: 1\r\n", "甲", id="crlf"),
        pytest.param(b"    title: \xe7\x94\xb2\r    fee: 1\r", "甲", id="cr"),
        pytest.param("    title: e\u0301\n".encode(), "é", id="nfc"),
    ],
)
def test_text_is_normalised(write_tree: WriteTree, data: bytes, expected: str) -> None:
    """Line ends, composed letters and stray marks make no difference to the value."""
    record, _ = item(write_tree, data)
    assert record["title"] == expected


def test_records_know_their_places(write_tree: WriteTree) -> None:
    """Each value remembers line and column, so that later rooms can point at it."""
    record, _ = item(write_tree, "    title: 甲\n    basis: [{document: 《甲》}]\n")
    assert (record.place("title").line, record.place("title").column) == (FIRST, 12)
    basis = records_of(record, "basis")[0]
    assert (basis.place("document").line, basis.place("document").column) == (7, 24)
    assert record.place("no such field").line == record.place().line
