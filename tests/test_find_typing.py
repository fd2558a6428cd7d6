"""The search page in a real browser, opened as a file: typing and addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.finding import commit, compose, names, query_of, search, write_site
from tests.observing import Observed

HOSTILE = (
    "*", "+低保 -特困", "title:低保", "低保~9", "低保^100", "(", "[a-", "\\", "^$.*+?{",
    "<script>alert(1)</script>", "%", "%E4", "null", "__proto__", "constructor",
    "\ud800", "\ud800低保", "\u0000低保", "低" * 10_000, "低 " * 5_000, "a" * 10_000,
)  # fmt: skip

COUNT_SEARCHES = """() => {
  window.searches = [];
  const lookUp = window.qingdan.answering.lookUp;
  window.qingdan.answering.lookUp = (words, ...more) => {
    window.searches.push(words);
    return lookUp(words, ...more);
  };
}"""


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that is only search, once, and name its page."""
    return write_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(autouse=True)
def quiet(observed: Observed) -> Iterator[None]:
    """See to it that no test makes the page complain."""
    yield
    assert observed.complaints == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_may_be_typed(page: Page, find: Path, text: str) -> None:
    """Neither syntax nor length makes the search fail."""
    search(page, find, "低保")
    box = page.locator("#q")
    box.evaluate(
        """(box, codes) => {
          box.value = codes.map((code) => String.fromCharCode(code)).join('');
          box.dispatchEvent(new Event('input'));
        }""",
        [ord(character) for character in text],
    )
    names(page)


def test_typing_searches_after_a_rest_and_changes_the_address(
    page: Page, find: Path
) -> None:
    """The address carries what is typed."""
    search(page, find, "低保")
    page.locator("#q").fill("")
    page.keyboard.type("老年卡")
    assert names(page)[0] == "card"
    assert query_of(page) == {"q": ["老年卡"]}


def test_quick_typing_is_one_search(page: Page, find: Path) -> None:
    """Keys that follow one another within 150 ms are answered together."""
    search(page, find, "护照")
    page.locator("#q").fill("")
    expect(page.locator("#results[data-state=empty]")).to_be_attached()
    page.evaluate(COUNT_SEARCHES)
    # As events of one moment: a slow machine cannot spread them.
    page.locator("#q").evaluate(
        """(box) => {
          for (const words of ['老', '老年', '老年卡']) {
            box.value = words;
            box.dispatchEvent(new Event('input'));
          }
        }"""
    )
    assert names(page)[0] == "card"
    assert page.evaluate("searches") == ["老年卡"]


def test_a_late_answer_does_not_overtake(page: Page, find: Path) -> None:
    """An answer that waits for its street is dropped when another was asked for."""
    search(page, find, "护照")
    page.locator("#q").fill("低保")
    page.keyboard.press("Enter")
    # The first answer waits for the street's script, the second for nothing.
    page.evaluate(
        """() => {
          const box = document.getElementById('q');
          const chooser = document.getElementById('street');
          chooser.value = 'xinqiao';
          chooser.dispatchEvent(new Event('change'));
          box.value = '老年卡';
          chooser.value = '';
          box.form.requestSubmit();
        }"""
    )
    assert names(page)[0] == "card"
    page.wait_for_function("window.qingdan.streets.xinqiao")
    page.wait_for_timeout(100)
    assert names(page)[0] == "card"
    assert "8800" not in page.locator("#results").inner_text()


def test_an_empty_box_is_no_search(page: Page, find: Path) -> None:
    """Clearing the box clears the results."""
    search(page, find, "低保")
    page.locator("#q").fill("")
    expect(page.locator("#results[data-state=empty]")).to_be_attached()
    assert page.locator("#results").inner_text() == ""


def test_no_search_while_an_input_method_composes(page: Page, find: Path) -> None:
    """Pinyin on its way to characters is not a query."""
    search(page, find, "护照")
    keyboard = page.context.new_cdp_session(page)
    page.locator("#q").fill("")
    expect(page.locator("#results[data-state=empty]")).to_be_attached()
    page.evaluate(COUNT_SEARCHES)
    compose(keyboard, "d", "di", "di'b", "di'bao")
    page.wait_for_timeout(400)
    assert query_of(page) == {}
    commit(keyboard, "低保")
    assert names(page)[0] == "dibao"
    assert query_of(page) == {"q": ["低保"]}
    assert page.evaluate("searches") == ["低保"]


def test_the_back_button_brings_the_last_search_back(page: Page, find: Path) -> None:
    """A submitted search is a step in the history."""
    search(page, find, "吃低保")
    page.locator("#q").fill("老年卡")
    page.keyboard.press("Enter")
    assert names(page)[0] == "card"
    page.go_back()
    expect(page.locator("#q")).to_have_value("吃低保")
    assert names(page)[0] == "dibao"


def test_the_street_is_remembered_on_the_device(page: Page, find: Path) -> None:
    """A chosen street stays chosen, in the address and the device."""
    search(page, find, "低保")
    page.locator("#street").select_option("hongguang")
    expect(page.locator("[data-matter=dibao] [href^=tel]")).to_be_visible()
    assert query_of(page) == {"q": ["低保"], "street": ["hongguang"]}
    page.goto(find.as_uri())
    expect(page.locator("#street")).to_have_value("hongguang")
    assert page.evaluate("localStorage.getItem('qingdan.street')") == "hongguang"


def test_an_unknown_street_in_the_address_is_ignored(page: Page, find: Path) -> None:
    """The address cannot make the page load a file of its choice."""
    assert search(page, find, "吃低保", "../../secret")[0] == "dibao"
    assert page.locator("#street").input_value() == ""
