"""`qingdan search-eval`: query files, the count, how it is shown, what stops it."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.evaluation import Query, as_json, as_text, judge, read_queries
from generator.evaluation.queries import Answer, Hit
from generator.evaluation.v8 import start
from generator.problems import GeneratorError
from tests.calling import ON, Call
from tests.conftest import DEMO_DAY, REPO, RunCli

RIGHT, WRONG = Hit("a", "甲事项", "办甲"), Hit("b", "乙事项", "")
QUERIES = (
    Query(1, "甲", ("a",), "word"),
    Query(2, "乙?", ("a",), "word"),
    Query(4, "丙", ("c", "d"), "place", "east"),
    Query(5, "丁", ("a",), "place", "east"),
)
ANSWERS = (
    Answer("", (RIGHT, WRONG)),
    Answer("", (WRONG, RIGHT)),
    Answer("", ()),
    Answer("west", (RIGHT,)),
)
REPORT = judge(QUERIES, ANSWERS)
TITLES = {"a": "甲事项", "b": "乙事项"}
ODD_THEME = "(function () { throw new TypeError('nothing'); })();"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a query file."""

    def make(content: str | bytes) -> Path:
        path = tmp_path / "queries.jsonl"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


Write = Callable[[str | bytes], Path]


def test_a_query_file_is_read(write: Write) -> None:
    """Line by line; empty lines, a byte order mark and other keys do not matter."""
    lines = [
        '\ufeff{"query": "低保", "accept": ["dibao"]}',
        "",
        '{"query": "x", "accept": ["a", "b"], "type": "t", "street": "s", "by": 1}',
    ]
    assert read_queries(write("\r\n".join(lines))) == (
        Query(1, "低保", ("dibao",), "未分类", ""),
        Query(3, "x", ("a", "b"), "t", "s"),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("低保", "不是一个 JSON 对象", id="no-json"),
        pytest.param("[1]", "不是一个 JSON 对象", id="list"),
        pytest.param("[" * 100_000, "不是一个 JSON 对象", id="deep"),
        pytest.param('{"query": "x"', "不是一个 JSON 对象", id="cut"),
        pytest.param('{"accept": ["a"]}', "缺少 query", id="no-query"),
        pytest.param('{"query": " ", "accept": ["a"]}', "缺少 query", id="empty"),
        pytest.param('{"query": 1, "accept": ["a"]}', "缺少 query", id="number"),
        pytest.param('{"query": "\\ud800", "accept": ["a"]}', "缺少 query", id="half"),
        pytest.param('{"query": "x"}', "accept", id="no-accept"),
        pytest.param('{"query": "x", "accept": "a"}', "accept", id="text"),
        pytest.param('{"query": "x", "accept": []}', "accept", id="none"),
        pytest.param('{"query": "x", "accept": [1]}', "accept", id="numbers"),
        pytest.param('{"query": "x", "accept": ["a"], "type": 1}', "type", id="type"),
        pytest.param(
            '{"query": "x", "accept": ["a"], "street": ""}', "street", id="street"
        ),
    ],
)
def test_a_wrong_line_is_named(write: Write, line: str, words: str) -> None:
    """With its number, and what is wrong with it."""
    good = '{"query": "低保", "accept": ["dibao"]}'
    with pytest.raises(GeneratorError) as stopped:
        read_queries(write(f"{good}\n\n{line}\n"))
    assert "第 3 行" in str(stopped.value)
    assert words in str(stopped.value)


def test_many_wrong_lines_are_named_together(write: Write) -> None:
    """The first ten, and how many more there are."""
    with pytest.raises(GeneratorError) as stopped:
        read_queries(write("x\n" * 13))
    said = str(stopped.value).splitlines()
    assert said[1].startswith("第 1 行")
    assert said[10].startswith("第 10 行")
    assert said[11:] == ["另有 3 行写得不对。"]


def test_files_that_are_none(write: Write, tmp_path: Path) -> None:
    """Missing, a folder, empty, not UTF-8."""
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(GeneratorError, match="读不到"):
            read_queries(path)
    with pytest.raises(GeneratorError, match="没有一条查询"):
        read_queries(write("\n \n"))
    with pytest.raises(GeneratorError, match="第 1 行"):
        read_queries(write('{"query": "低保", "accept": ["a"]}'.encode("gbk")))


def test_queries_are_counted() -> None:
    """First, among five, by type; a wrong street is counted by itself."""
    overall, by_kind = REPORT.overall, REPORT.by_kind
    assert (overall.asked, overall.first, overall.five) == (4, 2, 3)
    assert list(by_kind) == ["place", "word"]
    assert (by_kind["word"].first, by_kind["word"].five) == (1, 2)
    assert overall.success_at_1 == 0.5
    assert [one.query.words for one in REPORT.failures] == ["丙", "乙?", "丁"]
    assert [one.is_astray for one in REPORT.with_street] == [True, True]


def test_the_first_of_several_right_matters_counts() -> None:
    """Any of the accepted will do."""
    (judged,) = judge([Query(1, "x", ("b", "a"))], [ANSWERS[0]]).judged
    assert judged.rank == 1


def test_a_report_for_people() -> None:
    """Figures, then every failure with what came first and by which wording."""
    assert as_text(REPORT, TITLES, 20).splitlines() == [
        "success@1（首位）   success@5（前五）   类型",
        "      2/4   50.0%         3/4   75.0%   合计",
        "      1/2   50.0%         1/2   50.0%   place",
        "      1/2   50.0%         2/2  100.0%   word",
        "",
        "应认出街道的查询 2 条，认对 0 条。",
        "",
        "没有排在首位或认错街道的 3 条：",
        "",
        "第 4 行 丙（place，前五没有）",
        "  应得 没有这个事项 c、没有这个事项 d",
        "  什么都没有找到",
        "  街道应是 east，却认成 没有",
        "",
        "第 2 行 乙?（word，第 2 位）",
        "  应得 甲事项 a",
        "  首位 乙事项 b",
        "",
        "第 5 行 丁（place，第 1 位）",
        "  应得 甲事项 a",
        "  街道应是 east，却认成 west",
    ]


def test_fewer_failures_can_be_shown() -> None:
    """As many as asked for; none at all, too."""
    assert "的 3 条，下面是前 1 条：" in as_text(REPORT, TITLES, 1)
    assert as_text(REPORT, TITLES, 0).endswith("的 3 条。")
    assert as_text(judge(QUERIES[:1], ANSWERS[:1]), TITLES, 9).endswith("首位。")
    shown = json.loads(as_json(REPORT, 1))
    assert (shown["failed"], len(shown["failures"])) == (3, 1)


def test_a_report_for_programs() -> None:
    """The same as JSON."""
    shown = json.loads(as_json(REPORT, 20))
    assert shown["success@1"] == 0.5
    assert shown["types"]["word"]["success@5"] == 1
    assert shown["streets"] == {"asked": 2, "right": 0}
    assert shown["failures"][0] == {
        "line": 4,
        "query": "丙",
        "type": "place",
        "accept": ["c", "d"],
        "rank": None,
        "hits": [],
        "street": "east",
        "street_set": None,
    }
    assert shown["failures"][1]["hits"][0] == {
        "id": "b",
        "title": "乙事项",
        "wording": "",
    }


def test_the_command_evaluates_a_site(call: Call, sample: Path, write: Write) -> None:
    """On any content tree, with the search that is built from it."""
    matters = write('{"query": "低保", "accept": ["nothing-like-it"]}')
    said = call("search-eval", matters, "--root", sample, *ON)
    assert said.code == 0, said.err
    assert "0/1    0.0%" in said.out
    assert "第 1 行“低保”要的事项本站都没有：nothing-like-it" in said.err


def test_the_command_as_a_program(run_cli: RunCli) -> None:
    """From end to end on the demo, and it ends by itself."""
    queries = REPO / "tests" / "queries.jsonl"
    options = ("--root", REPO, "--on", DEMO_DAY, "--format", "json")
    said = run_cli("search-eval", queries, *options)
    assert said.returncode == 0, said.stderr
    assert said.stderr == ""
    shown = json.loads(said.stdout)
    assert shown["success@5"] >= 0.96
    assert len(shown["failures"]) == min(20, shown["failed"])


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param([], 2, "缺少“查询文件.jsonl”", id="no-file"),
        pytest.param(["none.jsonl"], 2, "读不到文件", id="not-there"),
        pytest.param(["none.jsonl", "--failures", "-1"], 2, "0 到", id="negative"),
        pytest.param(["none.jsonl", "--format", "xml"], 2, "text、json", id="format"),
    ],
)
def test_wrong_usage(call: Call, arguments: list[str], code: int, words: str) -> None:
    """Told in Chinese."""
    said = call("search-eval", *arguments)
    assert said.code == code
    assert words in said.err
    assert "Traceback" not in said.err


def test_wrong_lines_stop_the_command(call: Call, write: Write) -> None:
    """Before anything is built."""
    said = call("search-eval", write("{}\n"), "--root", REPO)
    assert said.code == 2
    assert said.out == ""
    assert "第 1 行缺少 query" in said.err


def test_content_with_errors_is_not_evaluated(
    call: Call, sample: Path, write: Write
) -> None:
    """Its problems are shown instead."""
    (sample / "content" / "lists").joinpath("odd.yml").write_text("a: [", "utf-8")
    matters = write('{"query": "低保", "accept": ["a"]}')
    said = call("search-eval", matters, "--root", sample, *ON)
    assert said.code == 1
    assert said.out == ""


def test_without_v8_it_says_what_to_install(
    call: Call, sample: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "py_mini_racer", None)
    matters = write('{"query": "低保", "accept": ["a"]}')
    said = call("search-eval", matters, "--root", sample, *ON)
    assert said.code == 2
    assert "pip install mini-racer" in said.err


def test_a_theme_of_ones_own_is_what_runs(
    call: Call, sample: Path, write: Write
) -> None:
    """Its scripts, not ours; and where they fail, it is said which."""
    theme = sample / "theme"
    shutil.copytree(REPO / "theme", theme)
    matters = write('{"query": "低保", "accept": ["a"]}')
    (theme / "scripts" / "search" / "slips.js").write_text(ODD_THEME, "utf-8")
    said = call("search-eval", matters, "--root", sample, *ON)
    assert said.code == 2
    assert "slips.js 运行出错" in said.err
    (theme / "scripts" / "search" / "slips.js").unlink()
    said = call("search-eval", matters, "--root", sample, *ON)
    assert said.code == 2
    assert "读不到 theme/scripts/search/slips.js" in said.err


def test_a_function_that_fails_is_said() -> None:
    """Whatever a script throws becomes one sentence."""
    with start([("one.js", "var one = () => { throw new Error('odd'); };")]) as call:
        with pytest.raises(GeneratorError, match=r"one 运行出错.*odd"):
            call("one")
        assert call("() => undefined") is None
