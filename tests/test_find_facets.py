"""Narrowing a search down: counts, the address, and never an empty end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.finding import names, query_of, search, write_site
from tests.observing import Observed


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that is only search, once, and name its page."""
    return write_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(autouse=True)
def quiet(observed: Observed) -> Iterator[None]:
    """See to it that no test makes the page complain."""
    yield
    assert observed.complaints == []


def facet(page: Page, value: str) -> Locator:
    """Name the button of a value; opens the facets where they are closed."""
    page.evaluate("document.getElementById('facets').open = true")
    return page.locator(f".facet[data-value='{value}']")


def test_a_choice_narrows_and_is_taken_back(page: Page, find: Path) -> None:
    """The button says how many, the status says what is left, a chip takes it back."""
    every = search(page, find, "低保")
    expect(facet(page, "不用开")).to_have_text("不用开 1")
    facet(page, "不用开").click()
    assert names(page) == ["proof"]
    assert page.locator("#summary").inner_text() == (
        f"找到 1 件事（缩小范围前 {len(every)} 件）"
    )
    assert query_of(page) == {"q": ["低保"], "answer": ["不用开"]}
    page.get_by_role("button", name="去掉“谁来办：不用开”").click()
    assert names(page) == every
    assert query_of(page) == {"q": ["低保"]}


def test_the_back_button_takes_a_choice_back(page: Page, find: Path) -> None:
    """Every choice is a step in the history."""
    every = search(page, find, "低保")
    facet(page, "社会救助").click()
    some = names(page)
    assert 0 < len(some) < len(every)
    page.go_back()
    expect(page.locator(".facet[aria-pressed=true]")).to_have_count(0)
    assert names(page) == every
    page.go_forward()
    expect(page.locator(".facet[aria-pressed=true]")).to_have_count(1)
    assert names(page) == some


def test_no_offer_leads_to_nothing(page: Page, find: Path) -> None:
    """Each value leaves as many matters as it says, whatever else is chosen."""
    search(page, find, "低保", "hongguang")
    facet(page, "困难群众").click()
    names(page)
    offered = page.locator(".facet[aria-pressed=false]").evaluate_all(
        "all => all.map((one) => [one.dataset.value, one.lastChild.textContent])"
    )
    assert offered
    for value, count in offered:
        facet(page, value).click()
        assert len(names(page)) == int(count) > 0
        facet(page, value).click()
        names(page)


def test_another_query_drops_what_it_has_nothing_of(page: Page, find: Path) -> None:
    """A choice that would leave nothing goes, and this is said."""
    search(page, find, "低保", more="&answer=不用开")
    page.locator("#q").fill("老年卡")
    page.keyboard.press("Enter")
    assert names(page)[0] == "card"
    assert "已经去掉" in page.locator("#summary").inner_text()
    assert query_of(page) == {"q": ["老年卡"]}


def test_an_unknown_choice_in_the_address_is_dropped(page: Page, find: Path) -> None:
    """An old or invented address still shows results."""
    assert search(page, find, "低保", more="&category=没有这一类")
    assert query_of(page) == {"q": ["低保"]}


def test_only_my_street(page: Page, find: Path) -> None:
    """With a street, what others alone have can be left out."""
    assert "marriage" in search(page, find, "登记", "hongguang")
    facet(page, "hongguang").click()
    assert "marriage" not in names(page)
    chip = page.get_by_role("button", name="去掉“街道：只看红光街道公布的”")
    assert chip.is_visible()
    page.locator("#street").select_option("xinqiao")
    assert "marriage" in names(page)
    assert "here" not in query_of(page)


def test_the_keyboard_stays_where_it_was(page: Page, find: Path) -> None:
    """A button that was pressed keeps the focus, though the part is drawn anew."""
    search(page, find, "低保")
    facet(page, "社会救助").focus()
    page.keyboard.press("Space")
    names(page)
    pressed = page.locator(":focus")
    expect(pressed).to_have_attribute("data-value", "社会救助")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    names(page)
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "false")


def test_groups_are_named(page: Page, find: Path) -> None:
    """Each group of buttons says what it narrows down."""
    search(page, find, "低保", "hongguang")
    facet(page, "社会救助")
    for name in ("谁来办", "类别", "对象"):
        assert page.get_by_role("group", name=name).get_by_role("button").count()


def test_facets_are_open_where_there_is_room(open_page: OpenPage, find: Path) -> None:
    """Beside the results on a wide screen, one line above them on a phone."""
    wide, phone = open_page(1280, 800), open_page(360, 640)
    for page in (wide, phone):
        search(page, find, "低保")
    assert wide.locator(".facet").first.is_visible()
    assert not phone.locator(".facet").first.is_visible()
    assert phone.locator("#facets summary").is_visible()


def test_a_refusal_is_as_large_as_a_service(page: Page, find: Path) -> None:
    """不用开 is an answer like any other: same card, same badge."""
    assert search(page, find, "开低保证明")[0] == "proof"
    assert page.locator("[data-matter=proof] .badge").inner_text() == "不用开"
    size = """(badge) => {
      const { fontSize, fontWeight } = getComputedStyle(badge);
      const card = badge.closest('li').getBoundingClientRect();
      return [fontSize, fontWeight, card.width];
    }"""
    refusal = page.locator("[data-matter=proof] .badge").evaluate(size)
    assert refusal == page.locator("[data-matter=dibao] .badge").evaluate(size)
