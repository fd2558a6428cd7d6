"""The search page in a real browser, opened as a file: ranking and cards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.finding import names, search, write_site
from tests.observing import Observed

PARTS_THAT_MISS = """() => {
  const { search, index } = window.qingdan;
  const missed = [];
  for (const row of index.matters.rows) {
    const title = Array.from(row[1]);
    for (let from = 0; from < title.length; from += 1) {
      for (let to = from + 2; to <= Math.min(title.length, from + 6); to += 1) {
        const part = title.slice(from, to).join('');
        if (!window.qingdan.text.squash(part)) continue;
        const found = search(part).matters;
        if (!found.some((hit) => hit.document.row === row)) missed.push([row[0], part]);
      }
    }
  }
  return missed;
}
"""


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that is only search, once, and name its page."""
    return write_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(autouse=True)
def quiet(observed: Observed) -> Iterator[None]:
    """See to it that no test makes the page complain."""
    yield
    assert observed.complaints == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("吃低保", ["dibao"]),
        ("最低生活保障", ["dibao", "dibao-stop"]),
        ("最低生活保障申请", ["dibao"]),
        ("老年证", ["card"]),
        ("老年卡", ["card"]),
        ("\uff28\uff30\uff36", ["hotline"]),
        ("hpv疫苗", ["hotline"]),
        ("12345", ["hotline"]),
        ("234", ["hotline"]),
        ("噪", ["noise"]),
        ("婚姻 登记", ["marriage"]),
        ("laonianzheng", ["card"]),
        ("最底生活保障申请", ["dibao"]),
        ("開低保證明", ["proof"]),
        ("？？", []),
    ],
)
def test_the_right_matter_comes_first(
    page: Page, find: Path, query: str, expected: list[str]
) -> None:
    """As written, as said, by sound, with a slip, in traditional characters."""
    assert search(page, find, query)[: len(expected)] == expected


def test_some_of_a_long_question_is_better_than_nothing(page: Page, find: Path) -> None:
    """Where nothing covers the question, the nearest is shown and said so."""
    assert search(page, find, "隔壁广场舞喇叭放到半夜孩子睡不好噪声")[0] == "noise"
    assert "相近" in page.locator("#summary").inner_text()


def test_every_part_of_a_title_finds_its_matter(page: Page, find: Path) -> None:
    """Every 2 to 6 characters of every title find it in the browser."""
    search(page, find, "低保")
    missed = page.evaluate(PARTS_THAT_MISS)
    assert missed == []


def test_without_a_street_cards_lead_to_the_matter(page: Page, find: Path) -> None:
    """No phone without a street, but a way to choose one."""
    search(page, find, "申请低保")
    card = page.locator("[data-matter=dibao]")
    href = card.get_by_role("link").first.get_attribute("href")
    assert href == "matters/dibao.html"
    assert card.locator(".badge--ours").inner_text() == "街道办理"
    assert "8800" not in card.inner_text()
    card.get_by_role("button", name="选择街道后显示电话").click()
    expect(page.locator("#street")).to_be_focused()


def test_with_a_street_the_card_has_its_phone(page: Page, find: Path) -> None:
    """Unit, place and tap-to-call link stand in the card."""
    search(page, find, "申请低保", "xinqiao")
    card = page.locator("[data-matter=dibao]")
    links = [link.get_attribute("href") for link in card.get_by_role("link").all()]
    assert links == ["offices/xinqiao/services/dibao.html", "tel:00088002000"]
    assert "公共服务办公室" in card.inner_text()
    assert "办公楼二楼205" in card.inner_text()
    assert page.locator("#street").input_value() == "xinqiao"


def test_an_ended_matter_says_so(page: Page, find: Path) -> None:
    """A card never sends anybody to a door that is closed."""
    search(page, find, "停发", "xinqiao")
    assert "已取消" in page.locator("[data-matter=dibao-stop]").inner_text()


def test_my_street_comes_first(page: Page, find: Path) -> None:
    """Of two that fit alike, mine is first."""
    assert search(page, find, "登记", "hongguang")[0] == "birth"
    assert search(page, find, "登记", "xinqiao")[0] == "marriage"


def test_what_my_street_lacks_is_said_with_who_has_it(page: Page, find: Path) -> None:
    """A matter of another street is shown as such."""
    search(page, find, "婚姻登记", "hongguang")
    assert "只有新桥街道公布了" in page.locator("[data-matter=marriage]").inner_text()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("红光街道", "offices/hongguang.html"),
        ("老红光镇", "offices/hongguang.html"),
        ("民政办公室", "offices/hongguang.html#service"),
        ("桃园村", "offices/xinqiao.html#taoyuan"),
    ],
)
def test_places_are_found_by_all_their_names(
    page: Page, find: Path, query: str, expected: str
) -> None:
    """Former names and name-plates lead to the place."""
    search(page, find, query)
    assert names(page, "data-place")[0] == expected


def test_words_of_the_query_are_marked(page: Page, find: Path) -> None:
    """Readers see why a card is there."""
    search(page, find, "老年遗失")
    marks = page.locator("[data-matter=card-lost] mark").all_inner_texts()
    assert marks == ["老年", "遗失"]


def test_nothing_found_helps_on(page: Page, find: Path) -> None:
    """No result is a page that helps."""
    assert search(page, find, "护照") == []
    results = page.locator("#results")
    assert "没有找到“护照”" in results.inner_text()
    a_to_z = results.get_by_role("link", name="所有事项")
    assert a_to_z.get_attribute("href") == "a-z.html"
    assert results.get_by_role("link", name="12345").is_visible()


def test_a_title_is_text_and_never_markup(page: Page, find: Path) -> None:
    """What a title says is shown, not done."""
    assert "markup" in search(page, find, "登记簿")
    card = page.locator("[data-matter=markup]")
    assert "<img src=x onerror=alert(1)>" in card.inner_text()
    assert page.locator("#results img").count() == 0


def test_groups_stand_where_they_fit(page: Page, find: Path) -> None:
    """A place asked for by its name stands before the matters, others behind them."""
    order = "all => all.map((one) => one.dataset.matter || one.dataset.place)"
    search(page, find, "红光街道")
    found = page.locator("#results li").evaluate_all(order)
    assert found[0] == "offices/hongguang.html"
    assert page.get_by_role("heading", name="街道", exact=True).is_visible()
    search(page, find, "社会救助暂行办法")
    assert page.locator("#results li").first.get_attribute("data-place") == (
        "matters/dibao.html"
    )
    assert page.get_by_role("heading", name="依据", exact=True).is_visible()
    search(page, find, "社会生活噪声")
    found = page.locator("#results li").evaluate_all(order)
    assert found[0] == "noise"


def test_texts_are_found_once_they_have_come(page: Page, find: Path) -> None:
    """Nothing is said to be missing while more is on its way."""
    page.add_init_script("""new MutationObserver(() => {
      if (document.querySelector('#results .help')) window.helped = true;
    }).observe(document, { subtree: true, childList: true });""")
    page.goto(f"{find.as_uri()}?q=暂行办法")
    assert names(page, "data-place") == ["matters/dibao.html"]
    assert page.evaluate("window.helped") is None


def test_a_street_is_answered_with_its_phone(page: Page, find: Path) -> None:
    """Who asks for it calls it from the result; nothing stands where there is none."""
    page.goto(f"{find.as_uri()}?q=红光街道办事处")
    assert names(page, "data-place") == ["offices/hongguang.html"]
    phone = page.locator("#results [data-place] a[href^='tel:']")
    expect(phone).to_have_attribute("href", "tel:00088001999")
    page.goto(f"{find.as_uri()}?q=新桥街道")
    assert names(page, "data-place")[0] == "offices/xinqiao.html"
    expect(page.locator("#results [data-place] .answer__phone")).to_have_count(0)


def test_without_what_follows_the_answer_stands(
    page: Page, find: Path, observed: Observed
) -> None:
    """A copy that lost search/more.js still answers, and says where it cannot."""
    page.route("**/search/more.js", lambda route: route.abort())
    page.goto(f"{find.as_uri()}?q=暂行办法")
    expect(page.locator("#results .help")).to_be_visible()
    assert names(page) == []
    page.goto(f"{find.as_uri()}?q=老年证")
    expect(page.locator("#results[data-learnt]")).to_be_attached()
    assert names(page)[0] == "card"
    page.goto(f"{find.as_uri()}?q=红光街道")
    assert names(page, "data-place")[0] == "offices/hongguang.html"
    assert len(observed.complaints) == 3
    observed.complaints.clear()  # of the script that is not there
