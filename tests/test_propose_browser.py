"""提出修改 in a browser: from the page of an item to a file that the check accepts."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.calling import Call
from tests.conftest import RunCli
from tests.observing import Observed
from tests.packets import DAY, FILE_PATH, OFFICE_PATH, OFFICE_TEXT, TREE
from tests.repositories import ENVIRONMENT, Repository, new_repository
from tests.trees import whole

READY = "#propose[data-state=ready]"
CONFIG = """site:
  name: 示例区
  report: jiucuo@example.gov.cn
repository:
  forge: {forge}
  address: https://git.example.gov.cn/qu/qingdan
"""
DUTIES = whole("a/d", "2025-01-01", "{id: y, title: 乙, unit: u}", head="kind: duty\n")
ITEM = "{id: x, title: 甲, unit: 民政所, plain: 俗, materials: [身份证, 户口簿]}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli) -> Path:
    """Make a repository of a small tree, and its site beside it."""
    folder = tmp_path_factory.mktemp("propose")
    files = TREE | DUTIES | whole("a/s", "2025-01-01", ITEM)
    files |= {"site_config.yml": CONFIG.format(forge="gitea")}
    files |= {OFFICE_PATH: f"{OFFICE_TEXT}    nameplates: [民政所]\n"}
    new_repository(folder / "tree", files)
    made = run_cli("build", "--root", folder / "tree", "--out", folder / "site",
                   "--on", DAY, env=ENVIRONMENT)  # fmt: skip
    assert made.returncode == 0, made.stderr
    return folder / "tree"


@pytest.fixture
def address(root: Path) -> str:
    """Where the site is, as files."""
    return f"{(root.parent / 'site').as_uri()}/"


def open_form(page: Page, address: str, place: str) -> None:
    """Open the form of a place, and wait until it is there."""
    page.goto(f"{address}propose.html#{place}")
    page.wait_for_selector(READY)


def write(page: Page, label: str, text: str) -> Locator:
    """Open the line of a field, and write."""
    line = page.locator("details.field", has=page.get_by_label(label, exact=True))
    line.locator("summary").click()
    control = line.get_by_label(label, exact=True)
    expect(control).to_be_focused()
    control.fill(text)
    return control


def submit(page: Page) -> None:
    """Ask for the check."""
    page.get_by_role("button", name="检查并生成").click()


def test_two_fields_become_a_sound_amendment(
    page: Page, address: str, root: Path, call: Call, observed: Observed
) -> None:
    """The check accepts the text and `diff` shows just what was changed."""
    page.goto(f"{address}offices/a/s/x.html")
    page.get_by_role("link", name="提出修改").click()
    page.wait_for_selector(READY)
    expect(page.locator(".propose__what")).to_have_text("甲")
    shown = page.locator("#f-unit option:checked")
    assert shown.text_content() == "民政办（清单里写作“民政所”）"
    write(page, "大白话", "俗：“话”")
    write(page, "需要带的材料", "身份证\n\n照片（一寸）\n")
    page.get_by_label("施行日期").fill("2027-03-01")
    page.get_by_label("理由").select_option("法规变化")
    expect(page.locator(".propose .diff dt")).to_have_text(["大白话", "需要带的材料"])
    expect(page.locator(".field .tag:visible")).to_have_count(2)
    expect(page.locator(".propose__count")).to_have_text("已改 2 处。")
    submit(page)
    path, text = page.locator(".outcome code").inner_text(), file_text(page)
    assert path == FILE_PATH
    Repository(root).write({path: text})
    assert call("check", "--root", root, "--on", DAY).code == 0
    said = call("diff", "HEAD", "--root", root, "--on", DAY, "--format", "json")
    (root / path).unlink()
    (entry,) = json.loads(said.out)["entries"]
    (change,) = entry["changes"]
    assert [f["label"] for f in change["fields"]] == ["大白话", "需要带的材料"]
    assert observed.complaints == []


def file_text(page: Page) -> str:
    """Read the text that is offered."""
    return page.locator(".outcome .file").input_value()


def test_the_forge_is_handed_name_and_text(page: Page, address: str) -> None:
    """What it gets is what stands on the page; the letter goes to the mailbox."""
    open_form(page, address, "a/s/x")
    write(page, "大白话", '100% “白话” & 俗语 #1 + "二"')
    page.get_by_label("施行日期").fill("2027-03-01")
    page.get_by_label("理由").select_option("其他")
    submit(page)
    href = page.get_by_role("link", name="打开 Gitea").get_attribute("href") or ""
    parts = urlsplit(href)
    assert parts.path == "/qu/qingdan/_new/main/"
    assert parse_qs(parts.query) == {
        "filename": [FILE_PATH],
        "value": [file_text(page)],
    }
    with page.expect_download() as downloading:
        page.get_by_role("button", name="下载修改文件").click()
    packet = json.loads(downloading.value.path().read_text(encoding="utf-8"))
    assert downloading.value.suggested_filename.endswith(".qingdan.json")
    assert packet["text"] == file_text(page)
    assert packet["path"] == FILE_PATH
    assert next(iter(packet)) == "说明"
    letter = page.get_by_role("link", name="写信给").get_attribute("href") or ""
    assert letter.startswith("mailto:jiucuo@example.gov.cn?subject=")


def test_wrong_input_is_said_and_blocks(page: Page, address: str) -> None:
    """Beside the field while typing; nothing is offered before all is right."""
    open_form(page, address, "a/s/x")
    page.get_by_text(re.compile("没有写的字段")).click()
    phone = write(page, "咨询电话", "8800")
    expect(page.locator("#f-hotline-said")).to_contain_text("不是固定电话号码的写法")
    expect(phone).to_have_attribute("aria-invalid", "true")
    page.get_by_label("施行日期").fill("2027.3.1")
    expect(page.locator("#effective-said")).to_contain_text("请写成 2027-03-01")
    submit(page)
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(3)
    expect(page.locator(".outcome")).to_be_hidden()
    summary.get_by_role("link", name=re.compile("咨询电话")).click()
    expect(phone).to_be_focused()
    phone.fill("000-8800 1234")
    page.get_by_label("理由").select_option("其他")
    for day, words in (("2025-01-01", "已经有一个版本"), ("2024-01-01", "要晚于")):
        page.get_by_label("施行日期").fill(day)
        expect(page.locator("#effective-said")).to_contain_text(words)
    page.get_by_label("施行日期").fill("2025-01-01")
    edit = page.locator("#effective-said a").get_attribute("href") or ""
    assert edit.endswith("/_edit/main/content/lists/a/s/2025-01-01.yml")
    page.get_by_label("施行日期").fill("2027-03-01")
    submit(page)
    expect(page.locator(".outcome")).to_be_visible()
    phone.fill("")
    expect(page.locator(".outcome")).to_be_hidden()


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    """From the first field to the text without a mouse."""
    open_form(page, address, "a/s/x")
    page.locator(".field summary", has_text="大白话").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#f-plain")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("俗话")
    while page.evaluate("document.activeElement.id") != "effective":
        page.keyboard.press("Tab")
    page.keyboard.type("2027-03-01")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # what may be left out
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".outcome h2")).to_be_focused()
    assert "plain: 俗话" in file_text(page)


def test_a_new_duty_needs_its_approval(page: Page, address: str) -> None:
    """An item is added from its list; the intake is asked for as the gate asks."""
    page.goto(f"{address}offices/a/d.html")
    page.get_by_role("link", name="提出修改").click()
    page.wait_for_selector(READY)
    page.get_by_label("事项名称").fill("低保调查")
    page.get_by_label("事项编号").focus()
    page.get_by_role("button", name="按名称的拼音填 di-bao-diao-cha").click()
    expect(page.get_by_label("事项编号")).to_have_value("di-bao-diao-cha")
    page.get_by_label("事项名称").fill("丙")
    page.get_by_label("事项编号").fill("y")
    page.get_by_label("承办机构", exact=True).select_option("民政办")
    page.get_by_label("施行日期").fill("2027-03-01")
    page.get_by_label("理由").select_option("下放")
    submit(page)
    said = page.locator(".summary")
    for words in ("这个编号是“乙”的", "要写明哪个机关批准", "要写公布文件的文号"):
        expect(said).to_contain_text(words)
    page.get_by_label("事项编号").fill("z")
    page.get_by_label("文号").fill("某编〔2027〕1号")
    page.get_by_label("批准机关").fill("区委编办")
    submit(page)
    assert file_text(page).split("\n", 1)[1] == ADDED


ADDED = """list: d
effective: 2027-03-01
document:
  number: 某编〔2027〕1号
approvals:
  - by: 区委编办

changes:
  - add:
      id: z
      title: 丙
      unit: u
    reason: 下放
"""


def test_an_item_is_withdrawn_with_whom_to_ask(page: Page, address: str) -> None:
    """The way leads on for whoever comes for it."""
    open_form(page, address, "a/s/x")
    page.get_by_role("link", name="取消这个事项").click()
    page.get_by_label("施行日期").fill("2027-03-01")
    page.get_by_label("理由").select_option("收回")
    submit(page)
    expect(page.locator(".summary")).to_contain_text("还没有写现在找谁")
    page.get_by_label("现在找谁").fill("区民政局")
    submit(page)
    assert file_text(page).endswith(
        "  - withdraw: x\n    reason: 收回\n    successor:\n      unit: 区民政局\n"
    )


def test_a_phone_is_changed_in_its_line(page: Page, address: str, root: Path) -> None:
    """The forge opens at the line, and the new line is there to be copied."""
    page.goto(f"{address}offices/a.html")
    page.get_by_role("link", name="提出修改：民政办").click()
    page.wait_for_selector(READY)
    page.get_by_label("电话号码").fill("8800")
    expect(page.locator(".said--error")).to_contain_text("不是固定电话号码的写法")
    page.get_by_label("电话号码").fill("000-8800 5678")
    expect(page.get_by_role("group", name="第 1 个电话")).to_contain_text("用途")
    submit(page)
    href = page.get_by_role("link", name="打开 Gitea").get_attribute("href") or ""
    line = int(href.rpartition("#L")[2])
    assert urlsplit(href).path == f"/qu/qingdan/_edit/main/{OFFICE_PATH}"
    lines = (root / OFFICE_PATH).read_text(encoding="utf-8").split("\n")
    assert "number: 000-8800 1234" in lines[line - 1]
    new_line = page.get_by_label("改成").input_value()
    assert new_line == "number: 000-8800 5678"


@pytest.mark.parametrize("place", ["", "a/s/gone", "b/s/x", "a/s/../x", "a/units/q"])
def test_other_addresses_say_so(page: Page, address: str, place: str) -> None:
    """Nobody stands before an empty page."""
    open_form(page, address, place)
    expect(page.locator("#propose .notice")).not_to_be_empty()


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git takes nobody's own settings."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
