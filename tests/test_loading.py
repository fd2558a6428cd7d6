"""Loading: bytes to the model, with every mistake as a problem at its place."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.loading.load import Loaded, load
from generator.loading.personal import redact
from generator.model.fields import Nature, Record, Shape, Value, records_of
from generator.model.lists import ListKey
from generator.problems import GeneratorError, Problem
from tests.trees import CONFIG, EMPTY, amend, office, whole

WriteTree = Callable[[Mapping[str, str | bytes]], Path]
LIST = "content/lists/a/s/2020-01-01.yml"
HEAD = "list: s\nkind: service\neffective: 2020-01-01\nitems:\n  - id: x\n"
FIRST = 6  # the line after HEAD


def wide(text: str) -> str:
    """Write digits and spaces as a Chinese keyboard does in full-width mode."""
    shift = 0xFF10 - ord("0")
    return "".join("\u3000" if c == " " else chr(ord(c) + shift) for c in text)


def at(problem: Problem) -> str:
    """Write rule and place of a problem in one word."""
    return f"{problem.rule} {problem.place.line}:{problem.place.column}"


def places(loaded: Loaded) -> list[str]:
    """Rules and places of all problems, in the order they were found."""
    return [at(problem) for problem in loaded.problems]


def item(write_tree: WriteTree, text: str | bytes) -> tuple[Record, Loaded]:
    """Load a list of one item whose fields are the given lines."""
    data = text if isinstance(text, bytes) else text.encode()
    loaded = load(write_tree(EMPTY | {LIST: HEAD.encode() + data}))
    items = loaded.catalog.lists[ListKey("a", "s")][0].items
    assert items
    return items[0], loaded


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


OFFICE = """\
full_name: 某市某区人民政府乙街道办事处
code: "990101002"
class: rural
hours:
  - {days: 周一至周五, open: ["09:00-12:00", "13:00-24:00"], note: 节假日除外}
supervision: {number: 000-8800 0001}
units:
  - id: u
    name: 办公室
    phones: [{number: 000-8800 0002, verified: 2026-01-02, note: 午休无人}]
    posts: [{id: p, title: 主任, person: null}, {id: q, title: 副主任}]
communities:
  - {code: "990101002001", name: 乙社区, also: [小乙], grids: 12}
succeeds: [old]
"""


def test_office(write_tree: WriteTree) -> None:
    """An office file becomes an office, with the defaults filled in."""
    loaded = load(write_tree(EMPTY | office("b", OFFICE)))
    assert places(loaded) == []
    b = loaded.catalog.offices["b"]
    unit = b.units["u"]
    assert (b.code, b.office_class, b.names) == ("990101002", "rural", "post")
    assert b.hours[0].open == ("09:00-12:00", "13:00-24:00")
    assert b.supervision is not None
    assert (b.supervision.number, b.supervision.kind) == ("000-8800 0001", "咨询")
    assert (unit.type, str(unit.phones[0].verified)) == ("office", "2026-01-02")
    assert [(p.person, p.stated) for p in unit.posts.values()] == [
        (None, True),
        (None, False),
    ]
    assert (b.communities[0].grids, b.communities[0].also) == (12, ("小乙",))
    assert b.succeeds == ("old",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("code: 123", "bad-code 3:7", id="code"),
        pytest.param(
            f"code: {wide('990101002')}", "bad-code 3:7", id="full-width-code"
        ),
        pytest.param("class: town", "bad-choice 3:8", id="class"),
        pytest.param("names: all", "bad-choice 3:8", id="names"),
        pytest.param(
            'hours: [{days: 每天, open: ["9点"]}]', "bad-hours 3:27", id="hours"
        ),
        pytest.param(
            'hours: [{days: 每天, open: ["17:00-09:00"]}]',
            "bad-hours 3:27",
            id="closing",
        ),
        pytest.param(
            'hours: [{days: 每天, open: ["20:00-24:30"]}]', "bad-hours 3:27", id="24:30"
        ),
        pytest.param(
            "hours: [{days: 每天, open: [09：00－12：00]}]", "bad-hours 3:27", id="wide"
        ),
        pytest.param("units: {id: u}", "wrong-shape 3:1", id="one-for-a-list"),
        pytest.param("units: [{id: u}]", "missing-key 3:9", id="no-name"),
        pytest.param("supervision: 12345", "wrong-shape 3:14", id="phone-as-text"),
        pytest.param(
            "communities: [{name: 乙, grids: 十}]", "wrong-shape 3:32", id="grids"
        ),
    ],
)
def test_mistakes_in_an_office(write_tree: WriteTree, line: str, expected: str) -> None:
    """Each has its message, at the value."""
    loaded = load(write_tree(EMPTY | office("b", f"{line}\n")))
    assert expected in places(loaded)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("{revise: x}", "missing-key 4:14", id="revise-without-set"),
        pytest.param("{set: {fee: 1}}", "missing-key 4:5", id="no-verb"),
        pytest.param("{withdraw: x, add: {id: y}}", "missing-key 4:5", id="two-verbs"),
        pytest.param(
            "{withdraw: x, set: {fee: 1}}", "wrong-shape 4:24", id="stray-set"
        ),
        pytest.param("{withdraw: [x]}", "wrong-shape 4:16", id="list-of-ids"),
        pytest.param("{revise: x, set: {id: y}}", "unknown-key 4:23", id="new-id"),
        pytest.param(
            "{revise: x, set: {title: null}}", "empty-value 4:30", id="no-title"
        ),
        pytest.param("{add: {title: 甲}}", "missing-key 4:11", id="add-without-id"),
        pytest.param("{withdraw: x, reason: 不想}", "bad-choice 4:27", id="reason"),
        pytest.param("x", "wrong-shape 4:5", id="a-word"),
    ],
)
def test_mistakes_in_a_change(
    write_tree: WriteTree, change: str, expected: str
) -> None:
    """A change says one thing, wholly."""
    files = whole("a/s", "2020-01-01", "{id: x, title: 甲}")
    files |= amend("a/s", "2021-01-01", change)
    assert expected in places(load(write_tree(EMPTY | files)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("items:\n", "empty-list", id="items-empty"),
        pytest.param("items: []\n", "empty-list", id="items-none"),
        pytest.param("changes:\n", "empty-list", id="changes-empty"),
        pytest.param("", "missing-key", id="neither"),
        pytest.param("items: x\n", "wrong-shape", id="items-a-word"),
        pytest.param(
            "items: [{id: x, title: 甲}]\nchanges: [{withdraw: x}]\n",
            "wrong-shape",
            id="both",
        ),
        pytest.param(
            "declined: []\nchanges: [{withdraw: x}]\n", "unknown-key", id="whole-only"
        ),
    ],
)
def test_bodies(write_tree: WriteTree, text: str, expected: str) -> None:
    """A version has items or changes, not both and not neither."""
    version = f"list: s\nkind: service\neffective: 2020-01-01\n{text}"
    loaded = load(write_tree({**EMPTY, LIST: version}))
    assert [problem.rule for problem in loaded.problems] == [expected]


def test_versions_are_in_order(write_tree: WriteTree) -> None:
    """Versions come in the order of their days, whatever the disk says."""
    files = amend("a/s", "2021-01-01", "{withdraw: x}") | whole(
        "a/s", "2020-01-01", "{id: x, title: 甲}"
    )
    versions = load(write_tree(EMPTY | files)).catalog.lists[ListKey("a", "s")]
    assert [v.is_whole for v in versions] == [True, False]


KINDS = """\
classes:
  - {id: port, label: 港区}
require:
  service: [unit, hotline]
answers:
  - {id: charged, label: 收费公示, tone: ours, sentence: 这里写明收费。}
fields:
  - {name: stamp, label: 用印, shape: line}
kinds:
  - id: service
    fields:
      - {name: fee, label: 收费标准, shape: text}
  - id: charge
    label: 收费清单
    answer: charged
    table: [price]
    expects: [price]
    fields:
      - name: price
        label: 价格
        shape: record
        nature: contact
        parts:
          - {name: amount, label: 金额, shape: line}
"""


def test_kinds_are_data(write_tree: WriteTree) -> None:
    """The site adds kinds and fields, and changes what ships, without code."""
    files = {**EMPTY, "site_config.yml": CONFIG["site_config.yml"] + KINDS}
    files |= whole(
        "a/c", "2020-01-01", "{id: x, title: 甲, stamp: 公章, price: {amount: 1元}}",
        head="kind: charge\n",
    )  # fmt: skip
    loaded = load(write_tree(files))
    assert places(loaded) == []
    kinds = loaded.settings.kinds
    charge, service = kinds["charge"], kinds["service"]
    assert (charge.label, charge.answer.label) == ("收费清单", "收费公示")
    assert charge.fields["price"].nature is Nature.CONTACT
    assert charge.fields["price"].parts[0].name == "amount"
    assert service.fields["fee"].shape is Shape.TEXT
    assert service.fields["fee"].label == "收费标准"
    assert list(service.fields)[-1] == "where_valid"
    assert all("stamp" in kind.fields for kind in kinds.values())
    assert service.answer.id == "street-handles"
    assert loaded.settings.classes["port"] == "港区"
    assert loaded.settings.require == {"service": ("unit", "hotline")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("site: {}\n", "missing-key 1:7", id="no-name"),
        pytest.param("sit: {name: 甲}\n", "unknown-key 1:1", id="misspelt"),
        pytest.param("site: {name: 甲, url: e.cn}\n", "bad-url 1:22", id="url"),
        pytest.param("site: {name: 甲, accent: 红}\n", "bad-choice 1:25", id="colour"),
        pytest.param(
            "site: {name: 甲}\nkinds: [{id: k}]\n", "bad-choice 2:9", id="no-answer"
        ),
        pytest.param(
            "site: {name: 甲}\nrequire: {service: [uni]}\n",
            "bad-choice 2:21",
            id="require",
        ),
        pytest.param(
            "site: {name: 甲}\nrequire: {servic: [unit]}\n",
            "unknown-key 2:11",
            id="kind",
        ),
        pytest.param(
            "site: {name: 甲}\nfields: [{name: f, label: 己, shape: linee}]\n",
            "bad-choice 2:37",
            id="shape",
        ),
    ],
)
def test_mistakes_in_the_config(
    write_tree: WriteTree, text: str, expected: str
) -> None:
    """The configuration is checked like any content."""
    assert expected in places(load(write_tree({"site_config.yml": text})))


def test_prose(write_tree: WriteTree) -> None:
    """Prose pages are read as they are, and looked over for what must not be public."""
    text = "# 关于\n\n张三 13800138000\n"
    loaded = load(write_tree({**EMPTY, "content/about/index.md": text}))
    assert loaded.prose == {"about/index.md": text}
    assert places(loaded) == ["mobile-number 3:4"]


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


def test_records_know_their_places(write_tree: WriteTree) -> None:
    """Each value remembers line and column, so that later rooms can point at it."""
    record, _ = item(write_tree, "    title: 甲\n    basis: [{document: 《甲》}]\n")
    assert (record.place("title").line, record.place("title").column) == (FIRST, 12)
    basis = records_of(record, "basis")[0]
    assert (basis.place("document").line, basis.place("document").column) == (7, 24)
    assert record.place("no such field").line == record.place().line
