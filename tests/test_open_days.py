"""Opening hours: which days are meant, and for whom a row holds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.loading.load import load
from generator.resolution.open_days import opening, read_days
from tests.trees import CONFIG, Files, office

WriteTree = Callable[[Files], Path]
WEEK = '{days: 周一至周五, open: ["09:00-12:00", "13:30-17:30"]}'
CENTER = "units: [{id: hall, name: 便民服务中心, nameplates: [政务大厅]}]\n"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("周一至周五", "12345"),
        ("星期一到星期五", "12345"),
        ("周一～周五", "12345"),
        ("周一至五", "12345"),
        ("周一至周五午间", "12345"),
        ("周一至周五（法定节假日除外）", "12345"),
        ("工作日", "12345"),
        ("法定工作日", "12345"),
        ("周六", "6"),
        ("每周六上午", "6"),
        ("周六、周日", "67"),
        ("周六、日", "67"),
        ("周末", "67"),
        ("周一、三、五", "135"),
        ("周一至周四、周六", "12346"),
        ("周一至周日", "1234567"),
        ("每天", "1234567h"),
        ("工作日和周六", "123456"),
        ("逢赶集日（农历三、八）", ""),
        ("每月十五日", ""),
        ("三、五", ""),
        ("周五至周一", ""),
        ("冬季周一至周五", ""),
        ("第一个周六", ""),
        ("", ""),
    ],
)
def test_day_words(words: str, days: str) -> None:
    """Weekdays are understood in the ways people write them; the rest is left alone."""
    assert read_days(words) == days


@pytest.mark.parametrize(
    ("rows", "unit", "code"),
    [
        pytest.param([WEEK], "", "12345/540-720,810-1050/", id="plain"),
        pytest.param(
            [WEEK, '{days: 周六, open: ["09:00-12:00"], note: 仅便民服务中心}'],
            "",
            "12345/540-720,810-1050/;6/540-720/便民服务中心",
            id="another-unit",
        ),
        pytest.param(
            [WEEK, '{days: 周六, open: ["09:00-12:00"], note: 仅政务大厅开放}'],
            "hall",
            "12345/540-720,810-1050/;6/540-720/",
            id="this-unit-by-its-name-plate",
        ),
        pytest.param(
            [WEEK, '{days: 周六, open: ["09:00-12:00"], note: 预约}'],
            "hall",
            "12345/540-720,810-1050/;6/540-720/?",
            id="a-note-that-says-something-else",
        ),
        pytest.param(
            [WEEK, '{days: 逢赶集日, open: ["08:00-24:00"]}'],
            "",
            "12345/540-720,810-1050/;*/480-1440/?",
            id="unclear-days",
        ),
        pytest.param(
            ['{days: 周一至周五, open: ["09:00-12:00"], note: 节假日除外}'],
            "",
            "12345/540-720/",
            id="a-note-that-goes-without-saying",
        ),
        pytest.param(
            ['{days: 周一至周五, open: ["09:00-17:00"], note: 夏季}'], "", "", id="none"
        ),
        pytest.param([], "", "", id="no-hours"),
    ],
)
def test_rows_hold_for_whom_they_say(
    write_tree: WriteTree, rows: list[str], unit: str, code: str
) -> None:
    """A row for one unit is not the hours of the others; what is unclear is marked."""
    text = CENTER + "".join(f"hours: [{', '.join(rows)}]\n" for _ in rows[:1])
    found = load(write_tree(CONFIG | office("a", text))).catalog.offices["a"]
    assert opening(found, found.units.get(unit)) == code
