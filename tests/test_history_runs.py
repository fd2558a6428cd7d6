"""Word by word: what is marked in old and new text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.runs import Run, word_runs
from tests.property_samples import common


def marked(old: str, new: str) -> tuple[str, str]:
    """Write both texts with brackets around what is marked."""
    olds, news = word_runs(old, new)
    return _bracketed(olds), _bracketed(news)


def _bracketed(runs: tuple[Run, ...]) -> str:
    return "".join(f"[{run.text}]" if run.changed else run.text for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("15个工作日", "10个工作日", ("[15]个工作日", "[10]个工作日")),
        ("主任", "副主任", ("主任", "[副]主任")),
        ("", "新的", ("", "[新的]")),
        ("旧的", "", ("[旧的]", "")),
        ("000-8801 1234", "000-8801 1235", ("000-8801 [1234]", "000-8801 [1235]")),
        ("每周一上午", "每周三下午", ("每周[一上]午", "每周[三下]午")),
        ("甲乙丙", "丁乙戊", ("[甲乙丙]", "[丁乙戊]")),
        ("同样", "同样", ("同样", "同样")),
    ],
)
def test_marks_hold_whole_words(old: str, new: str, expected: tuple[str, str]) -> None:
    """Marks hold whole words."""
    assert marked(old, new) == expected


TEXTS = st.text(alphabet="甲乙丙丁12a \n，", max_size=30)


@common
@given(TEXTS, TEXTS)
def test_runs_lose_nothing(old: str, new: str) -> None:
    """Runs lose nothing."""
    olds, news = word_runs(old, new)
    assert "".join(run.text for run in olds) == old
    assert "".join(run.text for run in news) == new
    kept = ["".join(r.text for r in runs if not r.changed) for runs in (olds, news)]
    assert kept[0] == kept[1]


def test_very_long_texts_are_compared_by_their_ends() -> None:
    """Very long texts are compared by their ends."""
    middle = "".join(chr(0x4E00 + i % 5000) for i in range(6000))
    olds, news = word_runs(f"头{middle}尾", f"头{middle[::-1]}尾")
    assert (olds[0], olds[-1]) == (Run("头", changed=False), Run("尾", changed=False))
    assert "".join(r.text for r in news) == f"头{middle[::-1]}尾"
