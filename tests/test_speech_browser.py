"""Read aloud: only where the device itself speaks Chinese, and what it then says."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

ITEM = "offices/heling/services/dibao-application.html"

# A device that speaks: headless browsers have no voices of their own.
DEVICE = """
const heard = [];
class SpeechSynthesisUtterance { constructor(text) { this.text = text; } }
const speechSynthesis = {
  getVoices: () => VOICES,
  speak(utterance) { heard.push(utterance); },
  cancel() { heard.length = 0; },
  addEventListener(_, listener) { this.listener = listener; },
};
for (const [name, value] of Object.entries({ heard, speechSynthesis, SpeechSynthesisUtterance })) {
  Object.defineProperty(window, name, { value });
}
"""
CHINESE = "{ lang: 'zh-CN', localService: true }"
HEARD = "heard.map((utterance) => utterance.text)"


def go(open_page: OpenPage, site: Path, voices: str) -> Page:
    """Open the item on a device with these voices, on a Monday morning."""
    page = open_page()
    page.add_init_script(DEVICE.replace("VOICES", f"[{voices}]"))
    page.clock.install(time="2026-11-23T10:00:00+08:00")
    page.goto((site / ITEM).as_uri())
    return page


@pytest.mark.parametrize(
    ("voices", "can_speak"),
    [
        pytest.param(CHINESE, True, id="chinese"),
        pytest.param("{ lang: 'zh_TW', localService: true }", True, id="android"),
        pytest.param("{ lang: 'zh-CN', localService: false }", False, id="a-server"),
        pytest.param("{ lang: 'de-DE', localService: true }", False, id="german"),
        pytest.param("", False, id="none"),
    ],
)
def test_the_button_is_there_where_it_works(
    open_page: OpenPage, demo_site: Path, voices: str, *, can_speak: bool
) -> None:
    """No voice on the device itself, no button: nothing that is read leaves it."""
    page = go(open_page, demo_site, voices)
    button = page.locator("[data-speak]")
    expect(button).to_be_visible(visible=can_speak)


def test_what_is_read(open_page: OpenPage, demo_site: Path) -> None:
    """Title, answer, unit, phone digit by digit, hours in words, materials."""
    page = go(open_page, demo_site, CHINESE)
    page.get_by_role("button", name="朗读本页").click()
    heard = page.evaluate(HEARD)
    assert heard[0] == "最低生活保障审核确认"
    order = ["街道办理", "社会事务办公室", "零零零，八八零八，幺二零三",
             "现在办公，12点 午休", "8点30分到12点", "需要带的材料", "户口簿"]  # fmt: skip
    said = "\n".join(heard)
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "示例号码" not in said


def test_reading_can_be_stopped(open_page: OpenPage, demo_site: Path) -> None:
    """The same button stops it; at the end it offers to read again."""
    page = go(open_page, demo_site, CHINESE)
    button = page.locator("[data-speak]")
    button.click()
    expect(button).to_have_text("停止朗读")
    button.click()
    expect(button).to_have_text("朗读本页")
    assert page.evaluate(HEARD) == []
    button.click()
    page.evaluate("heard.at(-1).onend()")
    expect(button).to_have_text("朗读本页")


def test_voices_may_come_late(open_page: OpenPage, demo_site: Path) -> None:
    """Browsers learn of voices after the page; the button then appears in its place."""
    page = go(open_page, demo_site, "")
    before = page.locator("h1").bounding_box()
    page.evaluate(f"speechSynthesis.getVoices = () => [{CHINESE}]")
    page.evaluate("speechSynthesis.listener()")
    expect(page.locator("[data-speak]")).to_be_visible()
    assert page.locator("h1").bounding_box() == before
