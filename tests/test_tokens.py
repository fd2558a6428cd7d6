"""Python and the browser fold text and cut it into the same tokens."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.search.tokens import fold, tokens

HERE = Path(__file__).parent
SCRIPT = HERE.parent / "theme" / "assets" / "tokens.js"
CASES: list[tuple[str, list[str]]] = json.loads(
    (HERE / "tokens.json").read_text(encoding="utf-8")
)
SURROGATES = range(0xD800, 0xE000)
# Up to the end of the Han planes, where every rule of the folding lies.
ALPHABETS = (
    "低保老年人证户口最生活障审核确认的办理",
    "abcXYZ019 、，。（）·-—①Ⅱ㎡éǜ⼾⺠\uff21\uff10\u200b\u0301",
    "".join(chr(c) for c in range(1, 0x3000)),
    "".join(chr(c) for c in range(0x3000, 0x32400) if c not in SURROGATES),
)


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """Open an empty page with our script in it."""
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def in_browser(engine: Page, function: str, texts: list[str]) -> list[object]:
    """Call a function of the engine with each text."""
    # As escaped JSON: the line to the browser does not carry every character.
    call = f"(json) => JSON.parse(json).map((text) => qingdan.engine.{function}(text))"
    answers: list[object] = engine.evaluate(call, json.dumps(texts))
    return answers


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_python_cuts_as_the_table_says(text: str, expected: list[str]) -> None:
    """Every case of the shared table holds in Python."""
    assert tokens(text) == expected


def test_the_browser_cuts_as_the_table_says(engine: Page) -> None:
    """Every case of the shared table holds in the browser."""
    texts = [text for text, _ in CASES]
    found = dict(zip(texts, in_browser(engine, "tokens", texts), strict=True))
    assert found == dict(CASES)


def test_the_table_has_no_text_twice() -> None:
    """A case that stands twice would be two opinions."""
    assert len(dict(CASES)) == len(CASES)


def test_both_fold_every_character_alike(engine: Page) -> None:
    """No character there is divides the two."""
    characters = [chr(c) for c in range(0x110000) if c not in SURROGATES]
    found = in_browser(engine, "fold", characters)
    different = {
        f"U+{ord(character):04X}": (fold(character), browsers)
        for character, browsers in zip(characters, found, strict=True)
        if fold(character) != browsers
    }
    assert different == {}


def test_both_cut_random_texts_alike(engine: Page) -> None:
    """Neither do 10,000 texts that nobody thought of."""
    dice = random.Random(20261122)  # noqa: S311 - texts to try, not secrets
    texts = [
        "".join(dice.choices(dice.choice(ALPHABETS), k=dice.randrange(30)))
        for _ in range(10_000)
    ]
    found = in_browser(engine, "tokens", texts)
    different = [
        (text, browsers)
        for text, browsers in zip(texts, found, strict=True)
        if tokens(text) != browsers
    ]
    assert different == []


@given(st.text())
def test_folding_again_changes_no_token(text: str) -> None:
    """Folded text is in its last form."""
    assert tokens(fold(text)) == tokens(text)


@given(st.text(alphabet="低保障证人口户", min_size=2))
def test_pairs_overlap_and_cover_a_run(text: str) -> None:
    """The text can be read back from its pairs: nothing is lost."""
    pairs = tokens(text)
    assert pairs[0][0] + "".join(pair[1] for pair in pairs) == text
