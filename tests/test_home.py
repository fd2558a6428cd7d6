"""The home page in a browser: my street is asked for, never guessed, and then used."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.observing import Observed

LIST = "offices/wuqiao/services.html"


def type_place(page: Page, home: str, text: str) -> list[str]:
    """Type a name into the box and read the choices, one text each."""
    page.goto(home + "index.html")
    page.locator("#place").fill(text)
    expect(page.locator("#place-said")).not_to_be_empty()
    return page.locator("#place-choices li").all_inner_texts()


def remembered(page: Page) -> str | None:
    """Read which street the device remembers."""
    street: str | None = page.evaluate("localStorage.getItem('qingdan.street')")
    return street


@pytest.mark.parametrize("text", ["桥南", "橋南 社區", "桥南社区3栋501"])
def test_two_streets_are_asked(page: Page, hosted: str, text: str) -> None:
    """A name that two streets have gives both, with the border between them."""
    found = type_place(page, hosted, text)
    assert len(found) == 2
    assert "霁月街道" in found[0]
    assert "桥东属霁月街道" in found[0]
    assert "梧桥街道" in found[1]
    expect(page.locator("#place-said")).to_contain_text("2 个街道")
    page.locator("#place").press("Enter")
    expect(page.locator("#place-choices a").first).to_be_focused()
    assert remembered(page) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("临港", "园区管委会", id="zone"),
        pytest.param("师范学院", "高校校园内由学校管理", id="campus"),
    ],
)
def test_exceptions_are_said(page: Page, hosted: str, text: str, said: str) -> None:
    """What a street does not look after is said where it is chosen, and on its page."""
    (found,) = type_place(page, hosted, text)
    assert said in found
    page.locator("#place-choices a").click()
    expect(page.locator("main .notice").first).to_contain_text(said)


def test_an_unknown_name(page: Page, hosted: str) -> None:
    """A name that no street has is said, and the streets stay to choose from."""
    assert type_place(page, hosted, "不存在的地方") == []
    expect(page.locator("#place-said")).to_contain_text("没有这个名称")
    expect(page.locator(".pills a").first).to_be_visible()


def test_my_street(page: Page, observed: Observed, hosted: str) -> None:
    """The chosen street shows its lists and phones, and matters open there."""
    page.goto(hosted + "index.html")
    page.locator(".pills a", has_text="梧桥街道").click()
    expect(page.locator("h1")).to_have_text("梧桥街道")
    page.goto(hosted + "index.html")
    desk = page.locator("#desk")
    expect(desk.locator(f"a[href$='{LIST}']")).to_be_visible()
    desk.locator("summary").click()
    expect(desk.locator("a[href^='tel:000']").first).to_be_visible()
    asked = page.locator("section[data-straight] a").first
    expect(asked).to_have_attribute(
        "href", "offices/wuqiao/services/shebaoka-replace.html"
    )
    page.locator("[data-street-choose='']").click()
    expect(page.locator("#place")).to_be_focused()
    expect(asked).to_have_attribute("href", "matters/shebaoka-replace.html")
    expect(desk).to_be_hidden()
    assert remembered(page) is None
    assert observed.complaints == []


def test_a_street_that_is_gone(page: Page, observed: Observed, hosted: str) -> None:
    """A remembered street that was merged leads to who took over, and asks nothing."""
    page.goto(hosted + "index.html")
    page.evaluate(
        "localStorage.setItem('qingdan.street', 'yuyuan');"
        "localStorage.setItem('qingdan.street.name', '榆园街道')"
    )
    page.reload()
    page.locator(".desk [data-street-name]").click()
    expect(page.locator("main")).to_contain_text("望榆街道")
    assert observed.complaints == []


def test_without_a_script(open_page: OpenPage, hosted: str) -> None:
    """Streets are links, communities have a page; nothing is shown that does nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(hosted + "index.html")
    expect(page.locator("#place")).to_be_hidden()
    expect(page.locator("#desk")).to_be_hidden()
    expect(page.locator(".pills a").first).to_be_visible()
    page.locator(".streets a[href$='communities.html']").click()
    rows = page.locator("tbody tr", has_text="桥南社区")
    assert ["霁月街道、梧桥街道都有" in text for text in rows.all_inner_texts()] == [
        True,
        True,
    ]
