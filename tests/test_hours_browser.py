"""Open or closed, as a device says it: China's clock, the office's hours, holidays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import OpenPage

ITEM = "offices/heling/services/dibao-application.html"
OFFICE = "offices/heling.html"
MATTER = "matters/dibao-application.html"
WEEK = "12345/540-720,840-1050/"
HALL = ";12345/720-840/服务中心;6/540-720/服务中心"
NIGHT = "1234567h/0-1440/"


@pytest.fixture(scope="module")
def telling(browser: Browser, demo_site: Path) -> Iterator[Page]:
    """Open one item page on a device that believes to be in New York."""
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.goto((demo_site / ITEM).as_uri())
    yield page
    context.close()


def told(page: Page, code: str, time: str) -> str | None:
    """What the page's script says of hours at a time in China."""
    found: dict[str, str] | None = page.evaluate(
        "([code, time]) => qingdan.item.tell(code, Date.parse(`${time}:00+08:00`))",
        [code, time],
    )
    return found["text"] if found else None


@pytest.mark.parametrize(
    ("code", "time", "said"),
    [
        (WEEK, "2026-11-23T08:59", "还没上班，9:00 开门"),
        (WEEK, "2026-11-23T09:00", "现在办公，12:00 午休"),
        (WEEK, "2026-11-23T12:00", "午休，14:00 开门"),
        (WEEK, "2026-11-23T14:00", "现在办公，17:30 下班"),
        (WEEK, "2026-11-23T17:30", "已下班，明天 9:00 开门"),
        (WEEK, "2026-11-27T18:00", "已下班，周一 9:00 开门"),
        (WEEK, "2026-11-28T10:00", "休息日，周一 9:00 开门"),
        (WEEK, "2026-11-29T23:59", "休息日，明天 9:00 开门"),
        pytest.param(WEEK, "2026-10-05T10:00", "国庆节放假，周四 9:00 开门", id="holiday"),
        pytest.param(WEEK, "2026-12-31T18:00", "已下班，周一 9:00 开门", id="eve"),
        pytest.param(WEEK, "2027-02-04T18:00", "已下班，2月12日 9:00 开门", id="long"),
        pytest.param(WEEK, "2026-10-10T10:00", "现在办公，12:00 午休", id="make-up"),
        pytest.param(
            WEEK, "2028-01-03T10:00", "现在办公，12:00 午休（节假日以通知为准）", id="later"
        ),
        pytest.param(
            "12345/540-1020,1110-1200/", "2026-11-23T16:00", "现在办公，17:00 休息", id="break"
        ),
        pytest.param(
            "12345/540-1020,1110-1200/", "2026-11-23T17:00", "休息，18:30 开门", id="evening"
        ),
        pytest.param(NIGHT, "2026-10-02T03:00", "现在办公，全天不休息", id="always"),
        pytest.param(
            "1234567h/0-360,1200-1440/",
            "2026-11-23T22:00", "现在办公，夜间不休息", id="overnight",
        ),
        pytest.param(
            WEEK + HALL, "2026-11-23T12:30",
            "午休，14:00 开门；服务中心现在办公，17:30 下班", id="another-unit",
        ),
        pytest.param(
            WEEK + HALL, "2026-11-28T10:00",
            "休息日，周一 9:00 开门；服务中心现在办公，12:00 下班", id="on-saturday",
        ),
        pytest.param(WEEK + ";6/540-720/?", "2026-11-28T10:00", None, id="unclear-note"),
        pytest.param(
            WEEK + ";6/540-720/?", "2026-11-28T12:00", "休息日，周一 9:00 开门", id="after-it"
        ),
        pytest.param(WEEK + ";*/480-720/?", "2026-11-29T10:00", None, id="unclear-days"),
        pytest.param("135/540-720/", "2026-10-10T10:00", None, id="unclear-make-up"),
        pytest.param("1234567/540-720/", "2026-10-02T10:00", None, id="unclear-holiday"),
        pytest.param("1234567h/540-720/", "2026-10-02T10:00", "现在办公，12:00 下班", id="h"),
    ],
)  # fmt: skip
def test_hours_are_told(telling: Page, code: str, time: str, said: str | None) -> None:
    """Each hour of a week, of holidays and of make-up days; nothing that is unclear."""
    assert told(telling, code, time) == said


@pytest.mark.parametrize("address", [ITEM, OFFICE, MATTER])
def test_pages_say_it_as_time_goes(
    open_page: OpenPage, demo_site: Path, address: str
) -> None:
    """Beside the hours of a page, and without loading it again."""
    page = open_page(timezone_id="America/New_York")
    page.clock.install(time="2026-11-23T17:29:00+08:00")
    page.goto((demo_site / address).as_uri())
    state = page.locator("[data-open]").first
    expect(state).to_have_text("现在办公，17:30 下班")
    page.clock.fast_forward(90_000)
    expect(state).to_have_text("已下班，明天 8:30 开门")


def test_hours_stay_words_without_javascript(
    open_page: OpenPage, demo_site: Path
) -> None:
    """Nothing is claimed about now; the hours stand as the office writes them."""
    page = open_page(java_script_enabled=False)
    page.goto((demo_site / ITEM).as_uri())
    expect(page.locator("[data-open]")).to_be_hidden()
    expect(page.get_by_text("周一至周五 08:30-12:00、14:00-17:30")).to_be_visible()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-23", ""),
        ("2027-11-11", ""),
        ("2027-11-12", "（12 个月没有核实）"),
        ("2029-11-13", "（3 年没有核实）"),
    ],
)
def test_an_old_verification_is_mildly_warned_of(
    open_page: OpenPage, demo_site: Path, now: str, said: str
) -> None:
    """The page has the date; from the configured age on the device adds how old it is."""
    page = open_page()
    page.clock.install(time=f"{now}T10:00:00+08:00")
    page.goto((demo_site / ITEM).as_uri())
    expect(page.locator(".answer [data-verified]")).to_have_text(
        f"2026-11-12 核实{said}"
    )


def test_search_says_it_too(open_page: OpenPage, demo_site: Path) -> None:
    """The first card with my street's answer says whether somebody is there."""
    page = open_page()
    page.clock.install(time="2026-11-23T10:00:00+08:00")
    page.goto((demo_site / "find.html").as_uri() + "?q=低保&street=heling")
    state = page.locator(".hit [data-open]")
    expect(state).to_have_text("现在办公，12:00 午休")
    expect(state).to_have_count(1)
