"""The guide on the site (content/about/officials.md) does what it says, step by step."""

import re
import shlex
import shutil
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.calling import Call
from tests.conftest import REPO
from tests.observing import Observed
from tests.repositories import ENVIRONMENT, Repository, new_repository

GUIDE = (REPO / "content/about/officials.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
COMMANDS = [shlex.split(line)[1:] for block in BLOCKS for line in block.splitlines()]
YAML = {
    block.partition(":")[0]: block
    for block in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
}
DAY = ("--on", "2026-11-22")
LIST = Path("content/lists/jintang/services/2027-03-01.yml")
OFFICE = Path("content/offices/jintang.yml")


@pytest.fixture
def district(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Stand in a repository with the demo's content."""
    folder = tmp_path / "district"
    shutil.copytree(REPO / "content", folder / "content")
    shutil.copy(REPO / "site_config.yml", folder)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    repository = new_repository(folder)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Begin")
    return repository


def command(*begin: str) -> list[str]:
    """Find the guide's own command that begins so."""
    (found,) = (words for words in COMMANDS if words[: len(begin)] == list(begin))
    return found


def fill(table: Path, sheet: str, old: str, new: str) -> None:
    """Type over one cell of a sheet, as in Excel."""
    book = openpyxl.load_workbook(table)
    (cell,) = (
        cell for row in book[sheet].iter_rows() for cell in row if cell.value == old
    )
    cell.value = new
    book.save(table)


def test_it_names_nothing_else() -> None:
    """Every command of the guide is run by one of the tests below."""
    first = [words[0] for words in COMMANDS]
    assert first == [
        *("apply", "export", "import", "import", "export", "import", "new", "check")
    ]


def test_a_new_phone_by_the_page(
    page: Page, demo_site: Path, district: Repository, call: Call, observed: Observed
) -> None:
    """The form gives the file that the guide names, and `apply` changes the office."""
    page.goto(f"{demo_site.as_uri()}/offices/jintang.html")
    page.get_by_role("link", name="提出修改：社会事务办公室").click()
    first = page.get_by_role("group", name="第 1 个电话")
    first.get_by_label("电话号码").fill("000-8802 9001")
    page.get_by_role("button", name="检查并生成").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载修改文件").click()
    words = command("apply")
    assert download.value.suggested_filename == words[1]
    download.value.save_as(district.folder / words[1])
    assert call(*words, "--yes", *DAY).code == 0
    assert "number: 000-8802 9001\n" in OFFICE.read_text(encoding="utf-8")
    assert "社会事务办公室" in district.git("log", "-1", "--format=%s")
    assert not observed.complaints


def test_all_phones_by_a_table(district: Repository, call: Call) -> None:
    """One cell of the exported sheet is one line of the office's file."""
    assert call(*command("export", "jintang"), *DAY).code == 0
    table = Path("build/export/jintang.xlsx")
    fill(table, "机构和电话", "办公楼二楼201", "办公楼二楼203")
    words = command("import", str(table))
    assert call(*words, "--yes", *DAY).code == 0
    changed = district.git("diff", "--unified=0", "--", str(OFFICE)).splitlines()
    added = [line[1:].strip() for line in changed if re.match(r"\+(?!\+)", line)]
    removed = [line[1:].strip() for line in changed if re.match(r"-(?!-)", line)]
    assert added == ["place: 办公楼二楼203"]
    assert removed == ["place: 办公楼二楼201"]


@pytest.mark.usefixtures("district")
def test_a_list_by_a_table(call: Call) -> None:
    """Export, one cell in Excel, import: an amendment with that one change."""
    assert call(*command("export", "jintang/services"), *DAY).code == 0
    table = Path("build/export/services.xlsx")
    sheet = openpyxl.load_workbook(table).sheetnames[0]
    fill(table, sheet, "申请低保", "申请低保金")
    assert call(*command("import", str(table), "--office"), "--yes", *DAY).code == 0
    text = LIST.read_text(encoding="utf-8")
    assert re.search(
        r"  - revise: dibao-application\n    set:\n      plain: 申请低保金\n", text
    )
    assert text.count("- revise:") == 1


def test_a_notice_with_a_table(district: Repository, call: Call) -> None:
    """A table of the notice's few items adds them and leaves all others alone."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["序号", "事项名称", "承办机构", "咨询电话", "设定依据"])
    sheet.append(
        [1, "流浪犬收容登记", "城市管理办公室", "000-8802 1207", "《绿化条例》"]
    )
    words = command("import", "调整附件.xlsx")
    book.save(words[1])
    said = call(*words, "--yes", *DAY)
    assert said.code == 0, said.out + said.err
    text = LIST.read_text(encoding="utf-8")
    assert text.count("- add:") == 1
    assert "revise" not in text
    assert "withdraw" not in text
    district.git("add", "--all")
    told = command("check")
    district.git("branch", "origin/main")
    assert call(*told, *DAY).code == 0


@pytest.mark.usefixtures("district")
def test_an_office_like_another(call: Call) -> None:
    """A new office made after another one passes the check at once."""
    said = call(*command("new", "office"), "--effective", "2026-11-22")
    assert said.code == 0, said.err
    assert call("check", *DAY).code == 0
    lists = [*Path("content/lists/xinqiao").rglob("*.yml")]
    assert lists
    assert all("based_on: standard/" in f.read_text(encoding="utf-8") for f in lists)
    (services,) = Path("content/lists/xinqiao/services").iterdir()
    text = services.read_text(encoding="utf-8")
    assert YAML["based_on"] in text
    services.write_text(f"{text}\n{YAML['declined']}", encoding="utf-8")
    assert call("check", *DAY).code == 0


def test_a_mistake_is_mended_and_stated(district: Repository, call: Call) -> None:
    """The block of the guide makes an edit in place a correction that is told."""
    file = district.folder / "content/lists/standard/services/2024-12-20.yml"
    text = file.read_text(encoding="utf-8")
    mended = text.replace("《最低生活保障审核确认办法》", "《社会救助暂行办法》", 1)
    assert mended != text
    block = YAML["corrections"].replace("2027-03-01", "2026-11-22")
    stated = mended.replace("\nitems:\n", f"\n{block}\nitems:\n", 1)
    for said, is_sound in ((mended, False), (stated, True)):
        file.write_text(said, encoding="utf-8")
        assert call("check", *DAY).code == 0
        told = call("diff", "HEAD", *DAY)
        assert told.code == 0
        assert ("就地改动" in told.out) is not is_sound, told.out
