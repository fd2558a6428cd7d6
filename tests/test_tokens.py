"""Python and the search's scripts fold text and cut it into the same tokens."""

import json
import random
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.folding import SIMPLIFIED, fold, squash, tokens
from tests.conftest import REPO
from tests.engines import sample_engine

TABLE = Path(__file__).parent / "tokens.json"
CASES: list[tuple[str, list[str]]] = json.loads(TABLE.read_text(encoding="utf-8"))
SURROGATES = range(0xD800, 0xE000)
# All that folding changes, of all the characters that there are.
CHANGED = """() => {
  const changed = {};
  for (let code = 0; code < 0x110000; code += 1) {
    const character = String.fromCodePoint(code);
    const isHalf = code >= 0xd800 && code < 0xe000;
    const folded = isHalf ? character : qingdan.text.fold(character);
    if (folded !== character) changed[character] = folded;
  }
  return changed;
}"""
# Up to the end of the Han planes, where every rule of the folding lies.
ALPHABETS = (
    "低保老年人证户口最生活障审核确认的办理",
    "abcXYZ019 、，。（）·-—①Ⅱ㎡éǜ⼾⺠\uff21\uff10\u200b\u0301",
    SIMPLIFIED,
    "".join(chr(c) for c in range(1, 0x3000)),
    "".join(chr(c) for c in range(0x3000, 0x32400) if c not in SURROGATES),
)


def in_script(function: str, texts: list[str]) -> list[object]:
    """Call a function of tokens.js with each text."""
    call = sample_engine()
    answers: list[object] = call(f"(all) => all.map(qingdan.text.{function})", texts)
    return answers


@cache
def changed_by_python() -> dict[str, str]:
    """What Python's folding changes, likewise."""
    characters = (chr(c) for c in range(0x110000) if c not in SURROGATES)
    return {c: folded for c in characters if (folded := fold(c)) != c}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_python_cuts_as_the_table_says(text: str, expected: list[str]) -> None:
    """Every case of the shared table holds in Python."""
    assert tokens(text) == expected


def test_the_script_cuts_as_the_table_says() -> None:
    """Every case of the shared table holds in tokens.js."""
    texts = [text for text, _ in CASES]
    found = dict(zip(texts, in_script("tokens", texts), strict=True))
    assert found == dict(CASES)


def test_a_real_browser_cuts_so_too(browser: Browser) -> None:
    """Chromium's Unicode tables are of another year than those of V8 alone."""
    page = browser.new_page()
    page.evaluate("(pairs) => { window.qingdan = { simplified: pairs }; }", SIMPLIFIED)
    page.add_script_tag(path=REPO / "theme" / "scripts" / "search" / "tokens.js")
    # As JSON in both directions: the line to the browser does not carry everything.
    call = "(all) => JSON.stringify(JSON.parse(all).map(qingdan.text.tokens))"
    texts = [text for text, _ in CASES]
    cut = json.loads(page.evaluate(call, json.dumps(texts)))
    folded = json.loads(page.evaluate(f"() => JSON.stringify(({CHANGED})())"))
    page.close()
    assert dict(zip(texts, cut, strict=True)) == dict(CASES)
    assert folded == changed_by_python()


def test_the_table_is_long_and_has_no_text_twice() -> None:
    """A case that stands twice would be two opinions."""
    assert len(CASES) >= 300
    assert len(dict(CASES)) == len(CASES)


def test_both_fold_every_character_alike() -> None:
    """No character there is divides the two."""
    assert sample_engine()(CHANGED) == changed_by_python()


def test_both_cut_random_texts_alike() -> None:
    """Neither do 10,000 texts that nobody thought of."""
    dice = random.Random(20261122)  # noqa: S311 - texts to try, not secrets
    texts = [
        "".join(dice.choices(dice.choice(ALPHABETS), k=dice.randrange(30)))
        for _ in range(10_000)
    ]
    for function, in_python in (("tokens", tokens), ("squash", squash)):
        found = in_script(function, texts)
        pairs = zip(texts, found, strict=True)
        assert [
            (text, other) for text, other in pairs if in_python(text) != other
        ] == []
