"""`qingdan import` as a clerk meets it: what it says, asks, writes and refuses."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.calling import Call, Said
from tests.import_samples import district
from tests.trees import errors, whole

WriteTree = Callable[[Mapping[str, str]], Path]
Import = Callable[..., Said]

TITLE = "甲街道公共服务事项清单"
HEADINGS = "序号,服务事项,承办科室,咨询电话,办理时限"
DIBAO = "1,最低生活保障申请,社会事务办公室,000-8800 1234,30个工作日"
CARD = "2,老年人优待证办理,社会事务办公室,000-8800 1234,"
STALL = "3,便民摊点登记,城市管理办公室,000-8800 7777,"
NEW = "4,阳台花箱领取,城市管理办公室,000-8800 5678,当天"
FILE = "content/lists/a/services/2026-12-01.yml"


@pytest.fixture
def root(write_tree: WriteTree) -> Path:
    """Write the small district."""
    return write_tree(district())


@pytest.fixture
def run(root: Path, call: Call) -> Import:
    """Import lines of a table into the street, as of a fixed day."""

    def say(*lines: str, options: tuple[str, ...] = ("--office", "a")) -> Said:
        file = root.parent / "清单.csv"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return call("import", file, "--root", root, "--on", "2026-11-22", *options)

    return say


def dated(*lines: str) -> tuple[str, ...]:
    """A whole table: title, day, headings and some rows, the first of them row 4."""
    return (TITLE, "施行日期：2026年12月1日", HEADINGS, *lines)


YES = ("--office", "a", "--yes")


def test_it_says_what_it_read_and_what_changed(run: Import, root: Path) -> None:
    """Columns, changes by row and heading, then the question that nobody can answer."""
    said = run(*dated(DIBAO.replace("30", "20"), CARD, NEW))
    assert said.code == 1
    for part in (
        "第 4 行到第 6 行，共 3 项",
        "服务事项  事项名称  最低生活保障申请",
        "第 4 行：最低生活保障申请\n      办理时限：30个工作日 → 20个工作日",
        "第 6 行：阳台花箱领取（编号 yang-tai-hua-xiang-ling-qu）",
        "取消 1 项（表里没有了）\n    便民摊点登记（stall）",
        "没有变的 1 项",
        "请加 --yes 再运行一次",
    ):
        assert part in said.out
    assert not (root / FILE).exists()


def test_with_yes_it_writes_an_amendment(run: Import, root: Path) -> None:
    """The file passes the check, and a second import finds nothing left to change."""
    table = dated(DIBAO.replace("30", "20"), CARD, NEW)
    said = run(*table, options=(*YES, "--reason", "法规变化"))
    assert said.code == 0
    assert f"已写入 {FILE}" in said.out
    assert "取消的 1 项，请写上" in said.out
    text = (root / FILE).read_text(encoding="utf-8")
    assert "  - revise: dibao\n    set:\n      time_limit: 20个工作日\n" in text
    assert "hotline" not in text
    assert text.count("reason: 法规变化") == 3
    assert errors(root) == []
    again = run(*table, options=YES)
    assert (again.code, "没有改动" in again.out) == (0, True)


def test_the_list_as_printed_is_no_change(run: Import, root: Path) -> None:
    """A table with the day of the version in force needs no new day unless it differs."""
    printed = (TITLE, "施行日期：2025年1月1日", HEADINGS)
    same = run(*printed, DIBAO, CARD, STALL, options=YES)
    assert (same.code, "没有改动" in same.out) == (0, True)
    other = run(*printed, DIBAO, CARD, options=YES)
    assert other.code == 1
    assert "还缺施行日期" in other.out
    dated_now = run(*printed, DIBAO, CARD, options=(*YES, "--effective", "2026-12-01"))
    assert dated_now.code == 0
    assert (root / FILE).is_file()


def test_a_list_that_is_new_gets_a_whole_version(run: Import, root: Path) -> None:
    """Without a list in force the table is the first version, kind and folder guessed."""
    said = run(
        "甲街道行政权力清单",
        "文号：甲街发〔2026〕1号　施行日期：2026年12月1日　共2项",
        "权力类型,权力名称,实施依据,承办机构",
        "行政处罚,对占道经营的行政处罚,《甲条例》第十条,城市管理办公室",
        ",对乱倒垃圾的行政处罚,《甲条例》第十一条,城市管理办公室",
        options=YES,
    )
    assert said.code == 0, said.out + said.err
    text = (root / "content/lists/a/powers/2026-12-01.yml").read_text(encoding="utf-8")
    assert "kind: power\ntitle: 甲街道行政权力清单\nversion: 2026年版\n" in text
    assert "  number: 甲街发〔2026〕1号\n" in text
    assert "  - id: zhan-dao-jing-ying\n    title: 对占道经营的行政处罚\n" in text
    assert errors(root) == []


def test_whose_table_it_is_is_never_guessed(run: Import) -> None:
    """The heading names the street; still somebody has to say so."""
    said = run(*dated(DIBAO), options=("--yes",))
    assert said.code == 2
    assert "表头写的是甲街道，若是，请加 --office a" in said.err
    assert "没有街道“nobody”" in run(*dated(DIBAO), options=("--office", "nobody")).err


def test_rows_nobody_can_place_stop_a_script(run: Import, root: Path) -> None:
    """The sentence gives the answers to add; with one of them it goes on."""
    table = dated("1,最低生活保障金停发、增发,社会事务办公室,,", CARD, STALL)
    said = run(*table, options=YES)
    assert said.code == 1
    assert "第 4 行“最低生活保障金停发、增发”是原来的哪一项？" in said.out
    assert "加 --match 4=dibao" in said.out
    assert not (root / FILE).exists()
    assert run(*table, options=(*YES, "--match", "4=dibao")).code == 0
    assert "  - revise: dibao\n" in (root / FILE).read_text(encoding="utf-8")


def test_questions_are_answered_at_the_keyboard(
    run: Import, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Street, item, day and consent are asked for one after the other, each once."""
    keyboard, terminal = os.openpty()
    os.write(keyboard, "a\n0\n12月1日\n2026-12-01\ny\n".encode())
    with os.fdopen(terminal, encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        table = (TITLE, HEADINGS, "1,最低生活保障金停发、增发,民政科,,", CARD, STALL)
        said = run(*table, options=())
    os.close(keyboard)
    assert said.code == 0
    assert said.out.count("是原来的哪一项？") == 1
    text = (root / FILE).read_text(encoding="utf-8")
    assert "  - add:" in text
    assert "  - withdraw: dibao" in text


def test_a_part_of_a_list_withdraws_nothing(run: Import, root: Path) -> None:
    """With --part only the rows that are there count."""
    assert run(*dated(NEW), options=(*YES, "--part")).code == 0
    assert "withdraw" not in (root / FILE).read_text(encoding="utf-8")


def test_a_table_that_removes_much_needs_a_word(run: Import, root: Path) -> None:
    """Most likely it is not the whole list; a stated reason goes into the file."""
    said = run(*dated(NEW), options=YES)
    assert (said.code, "多半是表格不全" in said.out) == (1, True)
    assert run(*dated(NEW), options=(*YES, "--confirm", "市里统一收回")).code == 0
    assert "confirm: 市里统一收回\n" in (root / FILE).read_text(encoding="utf-8")


def test_a_standard_list_is_imported_like_any(run: Import, root: Path) -> None:
    """`--office standard` takes a list of the district, where units stay names."""
    head = ("示例区配合履职事项清单", "施行日期：2026年12月1日")
    columns = "事项名称,主责部门,部门职责,街道配合职责"
    said = run(
        *head,
        columns,
        "配合人口调查,区统计局,制定方案。,陪同入户。",
        options=("--office", "standard", "--yes"),
    )
    assert said.code == 0, said.out + said.err
    path = root / "content/lists/standard/assist/2026-12-01.yml"
    assert "lead_department: 区统计局" in path.read_text(encoding="utf-8")


def test_problems_are_told_by_row_and_heading(run: Import, root: Path) -> None:
    """An error of the check stops it, with a cure for somebody with a table."""
    said = run(*dated(DIBAO.replace("000-8800 1234", "8800"), CARD, STALL), options=YES)
    assert said.code == 1
    assert "第 4 行“咨询电话”：" in said.out
    assert "请在表格里写一个带区号的固定电话" in said.out
    assert "hotline" not in said.out
    assert not (root / FILE).exists()


def test_a_day_is_taken_only_once(run: Import, root: Path) -> None:
    """A version that is there already is never replaced."""
    assert run(*dated(NEW, DIBAO, CARD, STALL), options=YES).code == 0
    before = (root / FILE).read_bytes()
    options = (*YES, "--effective", "2026-12-01")
    said = run(*dated(DIBAO, CARD, STALL), options=options)
    assert (said.code, "已经有了" in said.out) == (1, True)
    assert (root / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--match", "x"), "看不懂"),
        (("--match", "99=new"), "第 99 行"),
        (("--effective", "1.1"), "不是日期"),
        (("--kind", "power", "--list", "services"), "请去掉 --kind"),
        (("--sheet", "另一张"), "没有“另一张”"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    run: Import, options: tuple[str, ...], words: str
) -> None:
    """Each with one sentence."""
    said = run(*dated(DIBAO, CARD, STALL), options=(*YES, *options))
    assert (said.code, words in said.err) == (2, True)


def test_a_file_that_is_not_there_or_no_table(call: Call, root: Path) -> None:
    """One sentence instead of a traceback."""
    said = call("import", root / "无.xlsx", "--root", root, "--office", "a")
    assert (said.code, "没有这个文件" in said.err) == (2, True)
    letter = root.parent / "信.csv"
    letter.write_text("各位同事：\n请看附件。\n", encoding="utf-8")
    said = call("import", letter, "--root", root, "--office", "a")
    assert said.code == 2
    assert "没有认出表头" in said.err


def test_announced_versions_are_told_of(write_tree: WriteTree, run: Import) -> None:
    """What takes effect later, or before the new day, is not changed unnoticed."""
    item = "{id: later, title: 以后的事, unit: city}"
    write_tree(whole("a/services", "2027-06-01", item, head="kind: service\n"))
    said = run(*dated(NEW, DIBAO, CARD, STALL))
    assert "2027年6月1日起另有一版" in said.out


def test_a_table_of_counts_is_no_list(run: Import) -> None:
    """Why it is none and what to do, one sentence after the other."""
    said = run("领域,事项数量", "民政,3").out
    assert "看起来是数量统计，不是清单。若它是清单，请用 --kind" in said
