"""Loading: every mistake in an item is a problem at its place."""

import pytest

from generator.loading.load import load
from generator.loading.personal import redact
from tests.loading_samples import HEAD, LIST, WriteTree, at, item, places, wide
from tests.trees import CONFIG, EMPTY, whole


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("titel: 甲", ["unknown-key 6:5"], id="unknown-key"),
        pytest.param("Title: 甲", ["unknown-key 6:5"], id="capital-letter"),
        pytest.param("title：甲", ["full-width-mark 6:10"], id="full-width-colon"),
        pytest.param("title:甲", ["space-needed 6:11"], id="no-space"),
        pytest.param("\ttitle: 甲", ["indentation 6:5"], id="tab"),
        pytest.param("title: 甲\n    title: 乙", ["duplicate-key 7:5"], id="repeated"),
        pytest.param("title: &a 甲", ["anchor-or-alias 6:12"], id="anchor"),
        pytest.param("title: !!str 甲", ["quote-needed 6:12"], id="tag"),
        pytest.param("title: 甲 # 乙", ["inline-comment 6:14"], id="comment-behind"),
        pytest.param("title: 甲: 乙", ["quote-needed 6:12"], id="colon-in-a-value"),
        pytest.param("title: '甲", ["quote-needed 6:12"], id="open-quote"),
        pytest.param("title: 甲\n      乙", ["multi-line-value 6:12"], id="runs-on"),
        pytest.param("title: ''", ["empty-value 6:12"], id="empty"),
        pytest.param("title:", ["empty-value 6:11"], id="nothing"),
        pytest.param("title: ~", ["empty-value 6:12"], id="null"),
        pytest.param("title: [甲]", ["wrong-shape 6:5"], id="list-for-a-line"),
        pytest.param(
            "title: |\n      甲\n      乙", ["multi-line-value 6:12"], id="lines"
        ),
        pytest.param("title: 待定", ["placeholder 6:12"], id="placeholder"),
        pytest.param(f"title: {'甲' * 501}", ["too-long 6:12"], id="too-long"),
        pytest.param("title: 甲\u200b乙", ["hidden-character 6:13"], id="zero-width"),
        pytest.param("title: 甲\u202e乙", ["hidden-character 6:13"], id="bidi"),
        pytest.param('title: "甲\\u200b"', ["hidden-character 6:12"], id="escaped"),
        pytest.param("title: 甲\ue000", ["hidden-character 6:13"], id="private-use"),
        pytest.param("title: \u2f00事", ["compatibility-character 6:12"], id="radical"),
        pytest.param("title: 锟斤拷", ["garbled-text 6:12"], id="garbled"),
        pytest.param("keywords: 甲", ["wrong-shape 6:15"], id="line-for-a-list"),
        pytest.param("keywords: [[甲]]", ["wrong-shape 6:16"], id="list-in-a-list"),
        pytest.param("level: [省]", ["bad-choice 6:13"], id="unknown-choice"),
        pytest.param("channels: 大厅", ["wrong-shape 6:15"], id="line-for-a-record"),
        pytest.param("channels: {hal: 甲}", ["unknown-key 6:16"], id="unknown-part"),
        pytest.param("basis: [{article: 1}]", ["missing-key 6:13"], id="missing-part"),
        pytest.param("url: ftp://e.cn", ["bad-url 6:10"], id="not-http"),
        pytest.param("url: javascript:alert(1)", ["bad-url 6:10"], id="script"),
        pytest.param("url: https://a@e.cn/", ["bad-url 6:10"], id="name-in-address"),
        pytest.param("url: https://e.cn/ 甲", ["bad-url 6:10"], id="space-in-address"),
        pytest.param("note: 张三 13800138000", ["mobile-number 6:14"], id="mobile"),
        pytest.param("# 13800138000", ["mobile-number 6:7"], id="mobile-in-a-comment"),
        pytest.param("note: 11010519491231002X", ["id-card-number 6:11"], id="id-card"),
        pytest.param("note: a@qq.com", ["personal-detail 6:11"], id="private-mailbox"),
    ],
)
def test_mistakes_in_an_item(
    write_tree: WriteTree, lines: str, expected: list[str]
) -> None:
    """One mistake, one message, at the place where it was made."""
    _, loaded = item(write_tree, f"    {lines}\n")
    assert places(loaded) == expected


@pytest.mark.parametrize(
    ("item_id", "is_good"),
    [
        pytest.param("dibao-application", True, id="slug"),
        pytest.param("a1", True, id="digit"),
        pytest.param("0a", True, id="digit-first"),
        pytest.param("Dibao", False, id="capital"),
        pytest.param("低保", False, id="han"),
        pytest.param("a_b", False, id="underscore"),
        pytest.param("a--b", False, id="two-hyphens"),
        pytest.param("-a", False, id="hyphen-first"),
        pytest.param("a-", False, id="hyphen-last"),
        pytest.param("123", False, id="only-digits"),
        pytest.param("2021-12-24", False, id="date"),
        pytest.param("index", False, id="reserved"),
        pytest.param("con", False, id="device"),
        pytest.param("com9", False, id="numbered-device"),
        pytest.param("../a", False, id="path"),
        pytest.param("a/b", False, id="slash"),
        pytest.param("a.html", False, id="dot"),
        pytest.param("\uff41", False, id="full-width"),
        pytest.param("a" * 80, True, id="long"),
        pytest.param("a" * 81, False, id="too-long"),
    ],
)
def test_ids(write_tree: WriteTree, item_id: str, *, is_good: bool) -> None:
    """An id can be an address for ever, on every machine."""
    files = whole("a/s", "2020-01-01", f'{{id: "{item_id}", title: 甲}}')
    rules = [problem.rule for problem in load(write_tree(EMPTY | files)).problems]
    assert rules == ([] if is_good else ["bad-id"])


def test_everything_at_once(write_tree: WriteTree) -> None:
    """Mistakes of all sorts in several files are found in one run."""
    files: dict[str, str | bytes] = {
        **CONFIG,
        "content/offices/a.yml": "id: a\nname：甲街道\nclas: urban\nhours: 每天\n",
        "content/offices/b.yml": "事项".encode("gbk"),
        LIST: HEAD + "    titel: 甲\n    hotline: 手机\n  - title: 乙\n",
    }
    found = [f"{p.place.path[8:]} {at(p)}" for p in load(write_tree(files)).problems]
    assert found == [
        "offices/a.yml full-width-mark 2:5",
        "offices/a.yml unknown-key 3:1",
        "offices/a.yml wrong-shape 4:8",
        "offices/b.yml encoding 1:1",
        "lists/a/s/2020-01-01.yml unknown-key 6:5",
        "lists/a/s/2020-01-01.yml bad-phone 7:14",
        "lists/a/s/2020-01-01.yml missing-key 8:5",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("13800138000", "138********", id="mobile"),
        pytest.param("+86 138-0013-8000", "+86**************", id="mobile-abroad"),
        pytest.param(wide("13800138000"), f"{wide('138')}********", id="full-width"),
        pytest.param("11010519491231002X", "110***************", id="id-card"),
        pytest.param("6222 0212 3456 7890 128", "622********************", id="bank"),
        pytest.param("a@qq.com", "a*******", id="mailbox"),
        pytest.param(
            "110105194912310021", "110105194912310021", id="wrong-check-digit"
        ),
        pytest.param("某编〔2025〕40号", "某编〔2025〕40号", id="document-number"),
        pytest.param("000-8800 1234", "000-8800 1234", id="landline"),
        pytest.param("990101001001", "990101001001", id="community-code"),
    ],
)
def test_redact(text: str, expected: str) -> None:
    """A personal number is never printed in full; other numbers stay."""
    assert redact(f"甲{text}乙") == f"甲{expected}乙"
