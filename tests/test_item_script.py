"""The script of item pages: its words are there, its days too, and nothing of a page."""

import json
import re
from datetime import date

import pytest

from generator.model.days_off import DaysOff, Holiday
from generator.problems import GeneratorError
from generator.settings import Settings
from generator.shell.item_script import item_script
from tests.rendering_samples import THEME, labels

NEW_YEAR = Holiday("元旦", date(2027, 1, 1), date(2027, 1, 3))


def test_every_word_of_the_device_is_there() -> None:
    """Scripts say what the labels have, and the labels have nothing besides."""
    words = labels()["device"]
    assert isinstance(words, dict)
    folder = THEME / "scripts" / "item"
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    said = set(re.findall(r"(?:worded\('|words\.)(\w+)", source))
    assert said <= set(words)
    quoted = set(re.findall(r"['.`](\w+)\b", source))
    families = {f"{word}_only" for word in quoted}
    assert set(words) <= quoted | families


def test_the_script_knows_the_days_off() -> None:
    """Holidays and make-up days come from the settings, in the words of ISO dates."""
    settings = Settings("", recheck=6, days_off=DaysOff((NEW_YEAR,), (NEW_YEAR.last,)))
    made = item_script(THEME, settings, labels())
    assert made.path == "assets/item.js"
    known = re.search(r"^qingdan\.item = (.*);$", made.content.decode(), re.MULTILINE)
    assert known
    told = json.loads(known[1])
    assert told["holidays"] == [["元旦", "2027-01-01", "2027-01-03"]]
    assert told["workdays"] == ["2027-01-03"]
    assert told["recheck"] == 6


def test_a_theme_without_the_words_is_told() -> None:
    """A theme of one's own that lacks the words says which."""
    with pytest.raises(GeneratorError, match="device"):
        item_script(THEME, Settings(""), {})
