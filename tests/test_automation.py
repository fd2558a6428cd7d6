"""The automation that `qingdan ci` writes: sound for its linters, and its lines run.

Gitea and Forgejo publish no schema of their own; their files are held to GitHub's,
whose language they take. Gitee publishes none at all: its files are held to what its
help pages tell (structure only), which nobody but Gitee can confirm.
"""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.authoring.forge_files import forge_files
from generator.loading.config import settings_without_config
from generator.model.lists import Catalog
from generator.problems import GeneratorError
from generator.settings import Repository, Settings
from tests.forges import FORGES, automation, jobs, one

WORKFLOWS = ("github", "gitea", "forgejo")
NO_CONTENT = Catalog({}, {}, {})


def tool(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a linter without the net."""
    return subprocess.run(
        [str(word) for word in words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture(scope="module")
def workflows(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write every workflow where GitHub looks for them."""
    folder = tmp_path_factory.mktemp("linted") / ".github/workflows"
    folder.mkdir(parents=True)
    for forge in WORKFLOWS:
        for path, text in automation(forge).items():
            if "/workflows/" in path:
                (folder / f"{forge}-{Path(path).name}").write_text(text, "utf-8")
    return sorted(folder.iterdir())


def test_workflows_fit_the_schema(workflows: list[Path]) -> None:
    """GitHub's schema of workflows holds for the three forges that speak it."""
    assert len(workflows) == 6
    said = tool(
        *(sys.executable, "-m", "check_jsonschema"),
        *("--builtin-schema", "vendor.github-workflows", *workflows),
    )
    assert said.returncode == 0, said.stdout


def test_gitlab_fits_its_schema(tmp_path: Path) -> None:
    """GitLab's schema holds, and would refuse a job that does nothing."""
    file = tmp_path / ".gitlab-ci.yml"
    words = (
        *(sys.executable, "-m", "check_jsonschema"),
        *("--builtin-schema", "vendor.gitlab-ci", file),
    )
    file.write_text(one("gitlab", ".gitlab-ci.yml"), "utf-8")
    assert tool(*words).returncode == 0
    file.write_text("x: {script: {a: b}}\n", "utf-8")
    assert tool(*words).returncode == 1


def test_gitlab_pages() -> None:
    """GitLab publishes the folder `public` of the job `pages`, and nothing else."""
    job = yaml.safe_load(one("gitlab", ".gitlab-ci.yml"))["pages"]
    assert job["script"] == ["qingdan build --out public"]
    assert job["artifacts"]["paths"] == ["public"]


def test_workflows_are_safe(workflows: list[Path], tmp_path: Path) -> None:
    """Zizmor, at its most suspicious, finds nothing; it does find a planted hole."""
    zizmor = Path(sys.executable).with_name("zizmor")
    quiet = ("--offline", "--no-progress", "--color", "never")
    words = (zizmor, *quiet, "--persona", "auditor")
    said = tool(*words, *workflows)
    assert (said.returncode, said.stdout.strip()) == (
        0,
        "No findings to report. Good job!",
    )
    bad = tmp_path / "bad.yml"
    text = one("github", "qingdan-check.yml")
    hole = "run: echo ${{ github.event.pull_request.title }}"
    bad.write_text(text.replace("run: qingdan build --out build/site", hole), "utf-8")
    assert "template-injection" in tool(*words, bad).stdout


@pytest.mark.parametrize("forge", FORGES)
def test_nothing_is_left_to_fill_in(forge: str) -> None:
    """Every place of every template is filled, and every action pinned to a commit."""
    for path, text in automation(forge).items():
        assert "<<" not in text, path
        used = re.findall(r"^\s+(?:- )?uses: (.*)$", text, re.MULTILINE)
        assert [
            u for u in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v\S+", u)
        ] == []
        assert "pull_request_target" not in text
        assert "workflow_run" not in text


def test_write_access_is_where_nothing_foreign_runs() -> None:
    """On GitHub the job that may comment installs nothing and checks nothing out."""
    check = jobs(one("github", "qingdan-check.yml"))
    publish = jobs(one("github", "qingdan-publish.yml"))
    rights = {name: job["permissions"] for name, job in (check | publish).items()}
    assert rights == {
        "check": {"contents": "read"},
        "note": {"pull-requests": "write"},
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    for name in ("note", "publish"):
        text = json.dumps((check | publish)[name], ensure_ascii=False)
        assert "checkout" not in text
        assert "pip" not in text


def test_gitee_is_of_the_form_its_help_tells() -> None:
    """Version, name, triggers, flat stages, and steps whose commands are single lines."""
    for ending in ("qingdan-check.yml", "qingdan-publish.yml"):
        read = yaml.safe_load(one("gitee", ending))
        assert read["version"] == "1.0"
        assert re.fullmatch(r"[a-z_-]{1,30}", read["name"])
        assert set(read["triggers"]) <= {"trigger", "pr", "push", "schedule"}
        for stage in read["stages"]:
            for step in stage["steps"]:
                assert step["step"] == "build@python"
                assert all("\n" not in line for line in step["commands"])


def test_all_run_the_same_night() -> None:
    """Versions take effect by date: each forge builds at ten past midnight in China."""
    for forge in WORKFLOWS:
        assert 'cron: "10 16 * * *"' in one(forge, "qingdan-publish.yml")
    assert 'cron: "10 0 * * ?"' in one("gitee", "qingdan-publish.yml")
    assert "10 0 * * *" in one("gitlab", ".gitlab-ci.yml")


def branched(name: str) -> Settings:
    """Give settings whose content is published from a branch."""
    kept = Repository("gitea", "https://git.example.gov.cn/qu/qingdan", name)
    return replace(settings_without_config(), repository=kept)


def test_another_branch() -> None:
    """The branch of the settings is the one that is checked against and published."""
    files = {
        file.path: file.content.decode()
        for file in forge_files("gitea", branched("gongbu/v1"), NO_CONTENT)
    }
    check = files[".gitea/workflows/qingdan-check.yml"]
    assert yaml.safe_load(check)["env"] == {"BASE": "origin/gongbu/v1"}
    assert "origin/main" not in "".join(files.values())


@pytest.mark.parametrize("name", ["a b", "$(id)", '"', "-x", "a/", "分支"])
def test_a_branch_that_is_no_word_is_refused(name: str) -> None:
    """What a shell or YAML could read as more than a name never gets into a file."""
    with pytest.raises(GeneratorError, match="特殊字符"):
        list(forge_files("github", branched(name), NO_CONTENT))
