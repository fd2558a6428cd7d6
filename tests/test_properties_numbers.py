"""Properties: of no ID number much is printed; every other number stays.

The examples are the same on every run; raise `max_examples` to look for more.
"""

import re
from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.reporting import as_github, as_text
from generator.cli.reporting import as_json as problems_as_json
from generator.loading.personal import redact
from generator.pipeline import examine
from tests.property_samples import AREAS, common, digits
from tests.trees import EMPTY, TODAY

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@st.composite
def id_cards(draw: st.DrawFn) -> str:
    """Draw an ID-card number whose check digit is right."""
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 22)))
    body = draw(digits(6, "123456789")) + born.strftime("%Y%m%d") + draw(digits(3))
    total = sum(int(digit) * w for digit, w in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def wide(text: str) -> str:
    """Write ASCII as a Chinese keyboard does in full-width mode."""
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "small-x": str.lower,
    "full-width": wide,
    "spaced": lambda n: f"{n[:6]} {n[6:14]} {n[14:]}",
    "hyphened": lambda n: f"{n[:6]}-{n[6:10]}-{n[10:14]}-{n[14:]}",
    "digit-by-digit": " ".join,
}
AROUND = st.text("身份证号码：，。（）甲乙 \n:;\"'", max_size=8)


def bare(text: str) -> str:
    """Take everything out of a text but its digits, in ASCII."""
    return re.sub(r"[^0-9X]", "", normalize("NFKC", text).upper())


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(number=id_cards(), before=AROUND, after=AROUND)
@settings(common, max_examples=60)
def test_no_id_number_is_printed(
    spelling: str, number: str, before: str, after: str
) -> None:
    """However an ID number is spelt, no message shows more than its beginning."""
    shown = redact(before + SPELLINGS[spelling](number) + after)
    assert number[3:] not in bare(shown)
    assert number[6:14] not in bare(shown)


@given(number=id_cards(), lead=st.integers(0, 120))
@settings(common, max_examples=60)
def test_no_message_cuts_an_id_number(
    tmp_path_factory: pytest.TempPathFactory, number: str, lead: int
) -> None:
    """Not even a message that quotes a part of what was typed shows most of one."""
    root = tmp_path_factory.mktemp("cut")
    words = "张" * lead
    lines = (
        "id: a\nname: 甲\n"
        f"names: {words} {number}\ncode: {words} {number}\n"
        f'hours: [{{days: 每天, open: ["{words} {number}"]}}]\n'
        f"units: {words} {number}\n{words} {number}: 1\n"
        f"supervision: {{number: {words} {number}}}\n"
    )
    (root / "content/offices").mkdir(parents=True)
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    (root / "content/offices/a.yml").write_text(lines, encoding="utf-8")
    problems = examine(root, TODAY).problems
    for printed in (
        *as_text(problems, root),
        *as_github(problems),
        problems_as_json(problems),
    ):
        assert number[:12] not in bare(printed)


YEARS = st.integers(1990, 2035)
ORDINARY = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.strftime("%Y%m%d")),
    st.dates().map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    st.tuples(YEARS, st.integers(1, 9999)).map(lambda p: f"某政办〔{p[0]}〕{p[1]}号"),
    digits(9, "123456").map(str),
    digits(12, "123456").map(str),
    st.tuples(YEARS, digits(4), st.integers(1, 99999)).map(
        lambda p: f"（{p[0]}）川{p[1]}民初{p[2]}号"
    ),
    st.tuples(AREAS, digits(8, "2345678")).map("-".join),
    st.tuples(digits(8, "1"), st.just("MB"), digits(8)).map("".join),
    st.sampled_from(("12345", "110", "400-800-1234", "9:00-12:00", "3.14", "0505")),
)


@given(
    numbers=st.lists(ORDINARY, min_size=1, max_size=4), gap=st.sampled_from("，；\n甲")
)
@settings(common, max_examples=300)
def test_ordinary_numbers_stay(numbers: list[str], gap: str) -> None:
    """Dates, document and case numbers, codes and landlines are left as they are."""
    text = f"甲{gap.join(numbers)}乙"
    assert redact(text) == text
