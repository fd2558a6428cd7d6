"""What a clerk gets wrong in a table is said by row and column, with the cure."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calling import ON, Call, Said
from tests.clerks_tables import (
    broken_reference,
    dotted_date,
    doubled_row,
    lost_title,
    merged_heading,
    nameless_row,
    no_matters,
    sum_below,
    table_of,
    wrong,
)
from tests.table_edits import Edit

LIST, DAY = "dongmen/services", "2026-12-01"
NAMED = ("--office", "dongmen", "--list", "services")
DATED = (*NAMED, "--effective", DAY)

Import = Callable[..., Said]


@pytest.fixture
def imports(call: Call, sample: Path, tmp_path: Path) -> Import:
    """Import a table, or bytes called .xlsx, into a copy of the sample."""

    def run(*edits: Edit, options: tuple[str, ...] = DATED, data: bytes = b"") -> Said:
        file = tmp_path / "清单.xlsx"
        file.write_bytes(data or table_of(sample, LIST, *edits))
        said = call("import", file, "--root", sample, *ON, "--yes", *options)
        return Said(said.code, said.out + said.err, "")

    return run


def written(sample: Path, address: str = LIST, day: str = DAY) -> str:
    """Read the version that was written, empty where there is none."""
    file = sample / "content" / "lists" / address / f"{day}.yml"
    return file.read_text(encoding="utf-8") if file.exists() else ""


STOPS = [
    pytest.param(
        wrong("咨询电话", "000-88OO 1236"),
        (
            "第 5 行“咨询电话”：咨询电话“000-88OO 1236”不是固定电话号码的写法。",
            "请在表格里写一个带区号的固定电话，例如 000-8800 1234",
        ),
        id="letters in a phone",
    ),
    pytest.param(
        wrong("咨询电话", "000-88"),
        ("第 5 行“咨询电话”：咨询电话“000-88”不是固定电话号码的写法。",),
        id="half a phone",
    ),
    pytest.param(
        doubled_row,
        (
            "第 6 行“事项名称”：第 5 行和第 6 行都是“最低生活保障申请”",
            "若是录重了，请删去一行",
        ),
        id="a row twice",
    ),
    pytest.param(
        nameless_row,
        ("第 7 行", "没有事项名称", "请填上名称"),
        id="a row without a name",
    ),
    pytest.param(
        wrong("办理层级", "省级"),
        (
            "第 5 行“办理层级”：办理层级没有“省级”这一种。",
            "可以写：区、街道、社区、村。",
        ),
        id="a wrong choice",
    ),
    pytest.param(
        wrong("办理条件", "例如 11010519491231002X 可办"),
        ("第 5 行“办理条件”", "身份证号码不能公布。请在表格里删去它。"),
        id="an identity number",
    ),
    pytest.param(
        wrong("承办机构", "社会事物办公室"),
        (
            "第 5 行“承办机构”：东门街道没有“社会事物办公室”这个机构",
            "是不是“社会事务办公室”？",
            "第 5 行“承办机构”像是写错了",
        ),
        id="a unit that does not exist",
    ),
    pytest.param(
        merged_heading,
        ("第 5 行“责任岗位、咨询电话”",),
        id="two headings merged",
    ),
    pytest.param(
        no_matters,
        ("表里一项也没有：表头下面没有事项。", "--sheet"),
        id="an empty table",
    ),
]


@pytest.mark.parametrize(("edit", "sentences"), STOPS)
def test_mistakes_that_stop(
    imports: Import, sample: Path, edit: Edit, sentences: tuple[str, ...]
) -> None:
    """Nothing is written; row, column and cure are named as the table calls them."""
    said = imports(edit)
    assert said.code == 1
    for sentence in sentences:
        assert sentence in said.out
    assert written(sample) == ""


SAID = [
    pytest.param(
        wrong("咨询电话", "13800138000"),
        ("第 5 行“咨询电话”：有手机号码，不会公布。", "请换成单位的固定电话。"),
        ("138", "hotline"),
        id="a mobile number",
    ),
    pytest.param(
        broken_reference,
        ("第 5 行“依据”：公式出错（#REF!）",),
        ("#REF!", "basis"),
        id="a broken formula",
    ),
    pytest.param(
        wrong("咨询电话", "000-8800 1299、000-8800 1237"),
        ("第 5 行“咨询电话”：一格有 2 个号码，先按“000-8800 1299”填写",),
        (),
        id="two phones",
    ),
    pytest.param(
        sum_below,
        ("第 9 行：“合计 4项”是合计，没有当作事项。",),
        ("合计",),
        id="a sum",
    ),
    pytest.param(
        lost_title,
        ("第 5 行“事项名称”", "最低生活保障申请"),
        ("title",),
        id="a name cleared",
    ),
]


@pytest.mark.parametrize(("edit", "sentences", "never"), SAID)
def test_mistakes_that_are_said(
    imports: Import,
    sample: Path,
    edit: Edit,
    sentences: tuple[str, ...],
    never: tuple[str, ...],
) -> None:
    """The rest of the table is imported, what could not be read is left as it was."""
    said = imports(wrong("收费", "不收费"), edit)
    assert said.code == 0, said.out
    for sentence in sentences:
        assert sentence in said.out
    text = written(sample)
    assert "fee: 不收费" in text
    for word in never:
        assert word not in text


def test_a_date_as_people_write_it(imports: Import, sample: Path) -> None:
    """2026.12.1 in the heading is understood, and said back as a day."""
    said = imports(dotted_date, wrong("收费", "不收费"), options=NAMED)
    assert said.code == 0
    assert "施行日期：2026-12-01" in said.out
    assert written(sample) != ""


def test_a_date_that_is_past_or_written_freely(imports: Import) -> None:
    """2025.1.1 as an option is understood too; that it is past is said."""
    options = (*NAMED, "--effective", "2025.1.1")
    said = imports(wrong("收费", "不收费"), options=options)
    assert said.code == 0
    assert "2025-01-01 起施行（这一天已经过去，请核对）" in said.out


def test_nothing_but_what_could_not_be_read(imports: Import, sample: Path) -> None:
    """A table that only says what is not taken over is not called the same."""
    said = imports(wrong("咨询电话", "13800138000"))
    assert said.code == 0
    assert "没有改动：除了上面要看一眼的，" in said.out
    assert written(sample) == ""


def test_no_date_at_all(imports: Import) -> None:
    """A change needs the day from which on it applies."""
    said = imports(wrong("收费", "不收费"), options=NAMED)
    assert said.code == 1
    assert "还缺施行日期" in said.out
    assert "--effective 2026-01-01" in said.out


def test_a_date_that_is_taken(imports: Import) -> None:
    """A version that was published is not overwritten."""
    options = (*NAMED, "--effective", "2027-01-01")
    said = imports(wrong("收费", "不收费"), options=options)
    assert said.code == 1
    assert "content/lists/dongmen/services/2027-01-01.yml 已经有了" in said.out
    assert "请用 --effective 写新的施行日期" in said.out


USAGE = [
    (("--office", "dongmenn"), ("没有街道“dongmenn”", "dongmen（东门街道）")),
    (("--office", "dongmen", "--kind", "services"), ("没有“services”这个清单类型",)),
    ((*NAMED, "--kind", "power"), ("不是 power。请去掉 --kind",)),
    (
        ("--office", "dongmen", "--list", "service", "--effective", DAY),
        ("没有清单“dongmen/service”", "清单 dongmen/services 的一样", "请核对 --list"),
    ),
    ((*NAMED, "--effective", "12月1日"), ("“12月1日”不是日期",)),
    ((*DATED, "--match", "5=dibaoo"), ("没有编号“dibaoo”", "5=new")),
]


@pytest.mark.parametrize(("options", "sentences"), USAGE)
def test_wrong_options(
    imports: Import, options: tuple[str, ...], sentences: tuple[str, ...]
) -> None:
    """What was mistyped is said, with what there is."""
    said = imports(wrong("收费", "不收费"), options=options)
    assert said.code == 2
    for sentence in sentences:
        assert sentence in said.out


def test_a_document_called_xlsx(imports: Import) -> None:
    """A PDF that was renamed is no table."""
    said = imports(data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    assert said.code == 2
    assert "“清单.xlsx”读不了：这是 PDF 文件" in said.out
