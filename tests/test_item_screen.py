"""The first screen of a phone: answer, unit and phone, whatever the answer."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import PHONE, OpenPage

ITEM_PAGE = re.compile(r'<section class="(answer [^"]+)"')
TITLE = re.compile(r"<h1>(.*?)</h1>")
ABOVE = re.compile(r'<p class="(?:notice[^"]*|plain|answer__how)"[^>]*>(.*?)</p>')
LOWEST = """() => Math.max(...Array.from(
  document.querySelectorAll('.answer__verdict, .answer__unit, .answer [href^="tel:"]'),
  (part) => part.getBoundingClientRect().bottom))"""
FIRST_CALL = """() => document.querySelector('.answer [href^="tel:"]')
  .getBoundingClientRect()"""
ANSWERS = 9
"""Kinds of answers in the demo: of tone and standing."""


def worst_of_each(site: Path) -> dict[str, Path]:
    """Per kind of answer the item page with most text above the phone."""
    worst: dict[str, tuple[int, Path]] = {}
    for path in sorted(site.glob("offices/*/*/*.html")):
        html = path.read_text("utf-8")
        kind = ITEM_PAGE.search(html)
        if kind is None:
            continue
        title = TITLE.search(html)
        above = len(title[1]) if title else 0
        above += sum(len(text) for text in ABOVE.findall(html.partition("<aside>")[0]))
        for name in (kind[1], "longest title") if kind else ():
            size = len(title[1]) if name == "longest title" and title else above
            if size > worst.get(name, (0, path))[0]:
                worst[name] = (size, path)
    return {name: path for name, (_, path) in worst.items()}


def test_the_phone_is_seen_at_once_whatever_the_answer(
    open_page: OpenPage, demo_site: Path
) -> None:
    """Nobody scrolls to learn who does it and whom to call."""
    pages = worst_of_each(demo_site)
    assert len(pages) >= ANSWERS
    page = open_page(*PHONE)
    for kind, path in pages.items():
        page.goto(path.as_uri())
        call = page.evaluate(FIRST_CALL)
        assert call["bottom"] <= PHONE[1], (kind, path)
        assert call["height"] >= 44, (kind, path)


def test_both_sides_of_a_boundary_are_seen_at_once(
    open_page: OpenPage, demo_site: Path
) -> None:
    """The department that leads and the street that helps, both with their phones."""
    page = open_page(*PHONE)
    page.goto((demo_site / "offices/xingdu/boundary/noise-boundary.html").as_uri())
    assert page.locator(".answer__unit").count() == 2
    assert page.locator('.answer__phone [href^="tel:"]').count() == 2
    assert page.evaluate(LOWEST) <= PHONE[1]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("barred/barred-kinship", "替代办法"),
        ("withdrawn/withdrawn-illegal-clinic", "工作方式"),
    ],
)
def test_a_no_says_how_instead(
    open_page: OpenPage, demo_site: Path, address: str, words: str
) -> None:
    """What is not done here says in the answer itself what to do, and whom to call."""
    page = open_page(java_script_enabled=False)
    page.goto((demo_site / f"offices/heling/{address}.html").as_uri())
    answer = page.locator(".answer")
    expect(answer).to_contain_text(words)
    expect(answer.locator(".answer__how").first).to_be_visible()
    expect(answer.locator('[href^="tel:"]').first).to_be_visible()
