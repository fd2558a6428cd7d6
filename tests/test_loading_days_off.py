"""Loading: holidays, make-up working days and the age of a verification."""

from datetime import date

import pytest

from generator.loading.load import load
from generator.model.days_off import DaysOff, Holiday
from tests.loading_samples import WriteTree, places
from tests.trees import CONFIG, EMPTY

SPRING = "holidays: [{name: 春节, from: 2027-02-05, to: 2027-02-11}]\n"


def config(text: str) -> dict[str, str]:
    """A site with some more settings."""
    return {**EMPTY, "site_config.yml": CONFIG["site_config.yml"] + text}


def test_days_off_are_read(write_tree: WriteTree) -> None:
    """A holiday of one day needs no end; silence means a year and no holidays."""
    text = (
        "  recheck: 6\nholidays:\n  - {name: 端午节, from: 2027-06-09}\n"
        "workdays:\n  - {on: 2027-01-31, name: 春节调休}\n"
    )
    settings = load(write_tree(config(text))).settings
    day = date(2027, 6, 9)
    assert settings.recheck == 6
    assert settings.days_off == DaysOff(
        (Holiday("端午节", day, day),), (date(2027, 1, 31),)
    )
    silent = load(write_tree(config(""))).settings
    assert (silent.recheck, silent.days_off) == (12, DaysOff())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "holidays: [{name: 春节, from: 2027-02-05, to: 2027-02-01}]\n",
            "bad-date 3:45", id="reversed",
        ),
        pytest.param(
            "holidays: [{name: 春节, from: 2026-02-05, to: 2027-02-11}]\n",
            "bad-date 3:45", id="a-year-long",
        ),
        pytest.param(
            SPRING + "workdays: [{on: 2027-02-07}]\n", "bad-date 4:17", id="both"
        ),
        pytest.param(
            "holidays: [{name: 春节, from: 2027-02-05}, {name: 除夕, from: 2027-02-05}]\n",
            "bad-date 3:59", id="overlapping",
        ),
    ],
)  # fmt: skip
def test_impossible_days_are_told(
    write_tree: WriteTree, text: str, problem: str
) -> None:
    """A holiday has a plausible length, and a day is either off or worked."""
    assert places(load(write_tree(config(text)))) == [problem]
