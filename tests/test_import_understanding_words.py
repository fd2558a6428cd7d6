"""Dates, document numbers, broken lines, brackets, ticks, phones: text by text."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.export.cells import cell_text
from generator.importing.ids import new_ids
from generator.importing.known import NOTHING_KNOWN
from generator.importing.offices.hours_text import read_hours
from generator.loading.config import settings_without_config
from generator.model.fields import Field, Record, Shape
from generator.understanding.above import document_number, eaten_number, read_above
from generator.understanding.brackets import mend_brackets
from generator.understanding.cleaning import clean
from generator.understanding.dates import read_date
from generator.understanding.fitting import Told, fit_cell
from generator.understanding.phones import read_phones
from generator.understanding.ticks import chosen_words
from generator.understanding.understood import CellPlace
from generator.understanding.values import plain_value

DAY = "2025-06-30"
DATES = [
    *(("2025-06-30", DAY), ("2025/6/30", DAY), ("2025.6.30", DAY), ("20250630", DAY)),
    *(("2025年6月30日", DAY), ("２０２５年６月３０日", DAY), ("2025 年 6 月 30 日", DAY)),
    *(("二○二五年六月三十日", DAY), ("二〇二五年六月三十日", DAY), ("45838", DAY)),
    *(("2025-06-30 10:45:00", DAY), ("2025- 06- 30 14: 58: 15", DAY), ("2025—06—30", DAY)),
    *(("二零二六年一月一日", "2026-01-01"), ("二〇一九年十二月二十一日", "2019-12-21")),
    *(("20231231日", "2023-12-31"), ("2025年2月30日", ""), ("202571日", ""), ("", "")),
    *(("2025-01-01至2025-12-31", ""), ("2025年", ""), ("长期", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DATES)
def test_dates(text: str, day: str) -> None:
    """Every way to write a day; what is none, or two, is none."""
    assert read_date(text) == day


NUMBERS = [
    ("青府办〔2025〕12号", "青府办〔2025〕12号"),
    ("青府办[2025]12号", "青府办〔2025〕12号"),
    ("文号：青府办（2025）第 12 号", "青府办〔2025〕12号"),
    ("青府辦發【2025】0012號", "青府辦發〔2025〕12号"),
    ("（青编办〔2021〕51 号）", "青编办〔2021〕51号"),
    ("2025年第12号", ""),
    ("青府办〔202374号)", ""),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_document_numbers(text: str, number: str) -> None:
    """All kinds of brackets; a number whose bracket was eaten is mended apart."""
    assert document_number(text) == number
    assert (eaten_number(text) == "青府办〔2023〕74号") == ("2374" in text)


def test_dates_above_are_told_apart() -> None:
    """In force, published, issued, repealed: the words around a date decide."""
    heading = read_above(
        [
            "附件2：柳溪街道公共服务事项清单（2025年版）",
            "发文字号：柳街办〔2025〕3号　成文日期：2025-06-20　发布日期：2025-07-11",
            "自2025年7月1日起正式施行，旧清单自2025年6月1日起废止。总计：12项",
        ]
    )
    assert heading.title == "柳溪街道公共服务事项清单（2025年版）"
    assert (heading.effective, heading.published) == ("2025-07-01", "2025-07-11")
    assert (heading.document, heading.total) == ("柳街办〔2025〕3号", "12")


JOINED = [
    ("乡镇\n人民\n政府", "乡镇人民政府"),
    (
        "自信息公\n\n开或者变\n\n更之日起\n\n10个工作\n\n日内",
        "自信息公开或者变更之日起10个工作日内",
    ),
    (
        "夫妻双方均为本区户籍且没有住房\n,依法登记满一年的",
        "夫妻双方均为本区户籍且没有住房,依法登记满一年的",
    ),
    ("《某省实施《某法》办法》\n第二十三条", "《某省实施《某法》办法》第二十三条"),
    ("街道\n\n办事处", "街道办事处"),
    ("(主席令第41号2015\n\n12月27日修正)", "(主席令第41号2015 12月27日修正)"),
    ("公 益事业，20个工 作日内　办结", "公益事业，20个工作日内办结"),
    ("１２个\u200b工作日\u00a0内", "12个工作日内"),
    ("先预约，，再来。。", "先预约，再来。"),
]
KEPT = [
    "1、身份证；\n2、户口簿",
    "第一段说完了。\n第二段再说",
    "《甲条例》第一条\n《乙条例》第二条",
    "政策和文件\n申请材料\n受理范围及条件\n办理流程",
    "【法律】《某法》(2018年修正)\n第二十八条 承包期内不得收回",
    "上午：09:00-12:00\n下午：14:00-18:00",
    "社会救助通讯地址\n社会救助举报电话",
    "Windows 10 Pro",
]


@pytest.mark.parametrize(("text", "after"), [*JOINED, *((t, t) for t in KEPT)])
def test_lines_and_spaces(text: str, after: str) -> None:
    """What a narrow column broke is joined; what was meant stays, and is not told."""
    cleaned = clean(text)
    assert cleaned.text == after
    assert bool(cleaned.why) == (text != after)


def test_one_line_has_no_break() -> None:
    """A field of one line joins what was meant with ；."""
    assert clean("免费\n工本费：10元。", one_line=True).text == "免费；工本费：10元。"


@pytest.mark.parametrize(
    ("text", "after", "unclear"),
    [
        ("《实施《某法》办法》第一条", "《实施〈某法〉办法》第一条", False),
        ("《实施(某法〉办法》", "《实施〈某法〉办法》", False),
        ("《实施〈某法)办法》", "《实施〈某法〉办法》", False),
        ("《关于(试行)的通知》《乙》", "《关于(试行)的通知》《乙》", False),
        ("《实施〈某法办法》", "《实施〈某法办法》", True),
        ("(某法》第一条", "(某法》第一条", True),
    ],
)
def test_brackets(text: str, after: str, *, unclear: bool) -> None:
    """Titles in titles are set right where that is certain, else left."""
    assert mend_brackets(text) == (after, unclear)


def test_ticked_words() -> None:
    """■ and √ are chosen, □, ○ and the OCR's 口 are not."""
    assert chosen_words("■网站\n口广播 口公示栏 □其他 ☑上门") == "网站、上门"
    assert chosen_words("人口普查") == "人口普查"


@pytest.mark.parametrize(
    ("text", "numbers", "mobiles", "rest"),
    [
        ("000-8800 1234", ("000-8800 1234",), 0, ""),
        ("000--88001234", ("000-88001234",), 0, ""),
        ("（000）88001234转8", ("000-88001234转8",), 0, ""),
        ("000-88001234、000-88005678", ("000-88001234", "000-88005678"), 0, ""),
        ("88001234.0", ("88001234",), 0, ""),
        ("某某 000-88001234", ("000-88001234",), 0, "某某"),
        ("19900000000", (), 1, ""),
        ("12345", ("12345",), 0, ""),
        ("见公告", (), 0, "见公告"),
    ],
)
def test_phones(text: str, numbers: tuple[str, ...], mobiles: int, rest: str) -> None:
    """One or several numbers, mobile ones apart, the words around them kept."""
    phones = read_phones(text)
    assert (phones.numbers, len(phones.mobiles), phones.rest) == (
        numbers,
        mobiles,
        rest,
    )


VALUES = [
    ("materials", "1.身份证；2.户口簿；", ["身份证", "户口簿"]),
    ("steps", "1. 受理\n2. 初审（3日）", ["受理", "初审（3日）"]),
    ("keywords", "低保、吃低保", ["低保", "吃低保"]),
    ("basis", "《甲》第一条\n《乙》(2020年修订)第二条", [{"document": "《甲》", "article": "第一条"}, {"document": "《乙》(2020年修订)", "article": "第二条"}]),
    ("basis", "《甲》第一条规定：应当登记。", "《甲》第一条规定：应当登记。"),
    ("time_limit", "法定时限：20日；承诺时限：5日", {"legal": "20日", "promised": "5日"}),
    ("time_limit", "当场办结", "当场办结"),
    ("channels", "大厅三号窗口", {"hall": "大厅三号窗口"}),
    ("level", "区级、镇街级、社区（村）", ["区", "街道", "社区", "村"]),
    ("url", "网址：https://www.example.gov.cn/a。", "https://www.example.gov.cn/a"),
    ("title", "高龄津贴", "高龄津贴"),
    ("title", " ", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "value"), VALUES)
def test_values(name: str, text: str, value: object) -> None:
    """A text becomes what its field holds."""
    assert (
        plain_value(settings_without_config().kinds["service"].fields[name], text)
        == value
    )


RECORDS = Field("basis", "依据", Shape.RECORDS, or_text=True, parts=(Field("document", "文件", Shape.LINE), Field("article", "条款", Shape.LINE)))  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("甲乙丙丁证书"), min_size=1, max_size=6),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_exported_is_read_back(words: list[str]) -> None:
    """The value of an exported cell is the value that was exported."""
    kinds = settings_without_config().kinds
    for name in ("keywords", "materials"):
        field = kinds["service"].fields[name]
        assert plain_value(field, cell_text(field, tuple(words), None)) == words
    laws = [
        {"document": f"《{word}》", "article": f"第{n}条"}
        for n, word in enumerate(words, 1)
    ]
    cell = cell_text(RECORDS, tuple(Record(law) for law in laws), None)
    assert plain_value(RECORDS, cell) == laws


def test_long_cells_are_read_at_once() -> None:
    """Cells as long as a spreadsheet can hold, of what makes patterns try everything."""
    kind = settings_without_config().kinds["service"]
    begun = process_time()
    for part in ("1\n", "a\n", "一\n", "公安局\n", "　", "-", "（", "1", "办、"):
        text = f"甲{part * (30_000 // len(part))}！"
        for name in ("title", "unit", "hotline", "materials", "note"):
            place = CellPlace("表", 1, "列")
            fitted = fit_cell(text, kind.fields[name], place, Told())
            plain_value(kind.fields[name], fitted.text)
        read_hours(text)
        new_ids([text], (), NOTHING_KNOWN)
    assert process_time() - begun < 10  # one such cell took as long
