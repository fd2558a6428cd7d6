"""`qingdan init` and `qingdan new office --like`: what they make passes the check."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from generator.authoring.district_files import District, district_files
from generator.loading.config import settings_without_config
from tests.calling import ON, Call
from tests.conftest import REPO, RunCli
from tests.forges import FORGES, MADE_ON, contents, district
from tests.repositories import new_repository
from tests.trees import EMPTY, office, whole

KINDS = sorted(settings_without_config().kinds)
GIVEN = ("--district", "云溪市清平区", "--office-name", "红光街道", "--yes")
EFFECTIVE = ("--effective", MADE_ON.isoformat())
DAY = ("--on", MADE_ON.isoformat())
TODAY = ("--effective", ON[1])


def lay(root: Path, files: dict[str, bytes]) -> None:
    """Write files by path."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def test_init_commit_check_build(tmp_path: Path, run_cli: RunCli) -> None:
    """As an official types it, away from our own folder: an empty one becomes a site."""
    made = run_cli("init", "qu", *GIVEN, *EFFECTIVE, "--forge", "forgejo", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    root = tmp_path / "qu"
    repository = new_repository(root)
    repository.commit()
    assert repository.git("status", "--porcelain") == ""
    checked = run_cli("check", *DAY, "--strict", "--base", "main", cwd=root)
    assert checked.stderr == "没有发现问题，检查完毕。\n"
    built = run_cli("build", *DAY, cwd=root)
    assert built.returncode == 0, built.stderr
    assert "红光街道" in (root / "build/site/index.html").read_text("utf-8")
    assert (root / "build/site/about/privacy.html").is_file()
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_begins_without_a_remark(
    tmp_path: Path, call: Call, kind: str
) -> None:
    """Whatever list comes first, its example has all that residents need."""
    lay(tmp_path, contents(district(kind=kind)))
    said = call("check", *DAY, "--strict", "--root", tmp_path)
    assert (said.code, said.err) == (0, "没有发现问题，检查完毕。\n")


@pytest.mark.parametrize("name", ["No. 1: “甲” #2", "null", 'say "hi"', "2026-01-01"])
def test_names_stay_as_given(tmp_path: Path, call: Call, name: str) -> None:
    """A name that YAML would read as something else is written so that it is not."""
    kinds = settings_without_config().kinds
    asked = District(name, name, "jia", name, kinds["basic"], "", MADE_ON)
    lay(tmp_path, contents(list(district_files(asked))))
    said = call("show", "jia/basic", *DAY, "--root", tmp_path)
    assert said.code == 0, said.err
    assert said.out.startswith(f"{name}基本履职事项清单")


def test_nothing_is_replaced(tmp_path: Path, call: Call) -> None:
    """Where one of the files is there already, none is written."""
    (tmp_path / "README.md").write_text("我的", "utf-8")
    said = call("init", tmp_path, *GIVEN)
    assert said.code == 2
    assert "已经有 README.md" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert call("init", tmp_path / "README.md", *GIVEN).code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--yes",), "请写 --district"),
        (("--district", "某区", "--yes"), "请写 --office-name"),
        ((*GIVEN, "--kind", "servce"), "没有清单类型"),
        ((*GIVEN, "--office", "Red Light"), "不能用"),
        ((*GIVEN, "--forge", "svn"), "只能写"),
        ((*GIVEN, "--name", "a\nb"), "一行"),
    ],
)
def test_wrong_answers(
    tmp_path: Path, call: Call, words: tuple[str, ...], said: str
) -> None:
    """What is missing or cannot be is said, and nothing is written."""
    done = call("init", tmp_path / "x", *words)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "x").exists()


def test_it_asks_on_a_terminal(tmp_path: Path) -> None:
    """What was not given is asked in Chinese, with what is likely as the default."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "init", "qu", *EFFECTIVE, "--kind", "duty"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPO), "TERM": "dumb"},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        os.close(theirs)
        os.write(ours, "\n某市某区\n\n重阳镇\n\nsvn\ngitee\n".encode())
        told, _ = process.communicate(timeout=60)
    os.close(ours)
    text = told.decode()
    assert process.returncode == 0, text
    assert "区县名称" in text
    assert "请写上" in text
    assert "没有“svn”" in text
    config = (tmp_path / "qu/site_config.yml").read_text("utf-8")
    assert "name: 某市某区街道职责清单" in config
    assert (tmp_path / "qu/content/offices/chongyang.yml").is_file()
    assert (tmp_path / "qu/.workflow/qingdan-check.yml").is_file()


def test_every_forge_has_its_files() -> None:
    """Automation, reviewers and a form for changes, in the places each looks at."""
    plain = {file.path for file in district()}
    for forge in FORGES:
        added = {file.path for file in district(forge)} - plain
        assert any(path.endswith("CODEOWNERS") for path in added)
        assert any(path.endswith(".md") for path in added)
        assert any(path.endswith(".yml") for path in added)


LIKE = (
    EMPTY
    | office(
        "b",
        "class: rural\n"
        "hours:\n  - {days: 周一至周五, open: ['09:00-12:00'], note: 仅乙街道大厅}\n"
        "units:\n"
        "  - id: hall\n    name: 乙街道便民服务中心\n    type: center\n"
        "    place: 一楼\n    phones: [{number: 000-8800 1234, kind: 受理}]\n"
        "    posts:\n"
        "      - {id: head, title: 主任, person: 张某某, backup: deputy}\n"
        "      - {id: deputy, title: 副主任}\n"
        "communities: [{code: '990101001001', name: 东社区}]\n",
    )
    | whole("standard/services", "2020-01-01", "{id: x, title: 甲事, unit: hall}")
    | whole(
        "standard/basic",
        "2020-01-01",
        "{id: z, title: 丙事}",
        head="kind: basic\ntitle: 标准基本清单\napplies_to: {class: rural}\n",
    )
    | whole(
        "b/services",
        "2020-02-01",
        head="kind: service\ntitle: 乙街道服务清单\nbased_on: standard/services\n",
    )
    | whole("b/duties", "2020-02-01", "{id: y, title: 乙事}", head="kind: duty\n")
)


def test_new_office_like(tmp_path: Path, call: Call) -> None:
    """Units, posts, hours and adopted lists come over; people, phones, places do not."""
    lay(tmp_path, {name: text.encode() for name, text in LIKE.items()})
    words = ("new", "office", "c", "--name", "丙街道", "--like", "b", *TODAY)
    said = call(*words, "--root", tmp_path)
    assert said.code == 0, said.err
    assert "适用的标准清单：标准基本清单" in said.out
    assert "没有照抄的清单" in said.out
    text = (tmp_path / "content/offices/c.yml").read_text("utf-8")
    assert "丙街道便民服务中心" in text
    assert "仅丙街道大厅" in text
    for others in ("乙", "张某某", "一楼\n", "东社区"):
        assert others not in text.replace("照乙街道", "")
    assert "\n    phones" not in text
    checked = call("check", *ON, "--root", tmp_path)
    assert checked.code == 0, checked.err
    shown = call("show", "c/services/x", *ON, "--root", tmp_path)
    assert shown.out.startswith("丙街道服务清单")
    assert call(*words, "--root", tmp_path).code == 2


def test_what_waits_to_be_filled_in_is_right(tmp_path: Path, call: Call) -> None:
    """Who takes away the marks before phones and communities has no error."""
    lay(tmp_path, {name: text.encode() for name, text in LIKE.items()})
    words = ("new", "office", "c", "--name", "丙街道", "--like", "b", *TODAY)
    assert call(*words, "--root", tmp_path).code == 0
    file = tmp_path / "content/offices/c.yml"
    lines = file.read_text("utf-8").splitlines()
    kept = [x.replace("# ", "", 1) if not set("：。$") & set(x) else x for x in lines]
    file.write_text("\n".join(kept).replace("1001001", "1003001"), "utf-8")
    checked = call("check", *ON, "--root", tmp_path)
    assert checked.code == 0, checked.err


def test_nobody_to_be_like(tmp_path: Path, call: Call) -> None:
    """A pattern that does not exist is refused with those that do."""
    lay(tmp_path, {name: text.encode() for name, text in EMPTY.items()})
    words = ("new", "office", "c", "--name", "丙街道", "--like", "q")
    said = call(*words, "--root", tmp_path)
    assert said.code == 2
    assert "已有：a" in said.err
