"""A district's repository for tests of the automation: made by `init`, with a change.

`run:` and `script:` lines of the forges' files are taken out and run in a clone.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import yaml

from generator.authoring.district_files import District, district_files
from generator.authoring.forge_files import forge_files
from generator.authoring.schema import schema_files
from generator.loading.config import settings_without_config
from generator.model.lists import Catalog
from generator.outputs import OutputFile
from generator.settings import REPOSITORY_FORGES
from tests.conftest import REPO
from tests.repositories import ENVIRONMENT, Repository, new_repository

FORGES = REPOSITORY_FORGES
MADE_ON = date(2026, 11, 22)
LIST = "content/lists/hongguang/services/2026-11-22.yml"
OFFICE = "content/offices/hongguang.yml"

Job = Mapping[str, object]
_NET = re.compile(r"pip install|apt-get|gh pr")


def district(forge: str = "", kind: str = "service") -> list[OutputFile]:
    """Give the files of a new district, as `init` writes them."""
    settings = settings_without_config()
    asked = District(
        name="清平区街道职责清单",
        district="云溪市清平区",
        office="hongguang",
        office_name="红光街道",
        kind=settings.kinds[kind],
        forge=forge,
        today=MADE_ON,
    )
    files = [*district_files(asked), *schema_files(settings)]
    if forge:
        files += forge_files(forge, settings, Catalog(settings.kinds, {}, {}))
    return files


def automation(forge: str) -> dict[str, str]:
    """Give what is written for a forge where nobody is named to review, by path."""
    settings = settings_without_config()
    files = forge_files(forge, settings, Catalog(settings.kinds, {}, {}))
    return {file.path: file.content.decode() for file in files}


def one(forge: str, ending: str) -> str:
    """Give the one file of a forge whose path ends so."""
    found = [text for path, text in automation(forge).items() if path.endswith(ending)]
    assert len(found) == 1
    return found[0]


def contents(files: list[OutputFile]) -> dict[str, bytes]:
    """Give files by their paths."""
    return {file.path: file.content for file in files}


@dataclass(frozen=True, slots=True)
class Scratch:
    """A forge's bare repository `qu/qingdan.git` with a pull request, and a checkout of it."""

    server: Path
    work: Path


def scratch(folder: Path, forge: str, change: Mapping[str, str]) -> Scratch:
    """Make a repository whose branch `change` is pull request 1; check that out."""
    source = new_repository(folder / "source")
    source.commit(contents(district(forge)))
    source.branch("change")
    source.commit(change)
    bare = folder / "server/qu/qingdan.git"
    bare.parent.mkdir(parents=True)
    source.git("clone", "--quiet", "--bare", ".", str(bare))
    source.git("push", "--quiet", str(bare), "change:refs/pull/1/head")
    work = folder / "work"
    Repository(folder).git("clone", "--quiet", str(bare), str(work))
    Repository(work).git("checkout", "--quiet", "--detach", "origin/change")
    return Scratch(folder / "server", work)


def jobs(text: str) -> dict[str, Job]:
    """Read the jobs of a workflow."""
    return cast("dict[str, Job]", yaml.safe_load(text)["jobs"])


def run_lines(job: Job) -> list[str]:
    """Give the shell text of a workflow's job, step by step, without what needs the net."""
    written = cast("list[dict[str, str]]", job["steps"])
    return [s["run"] for s in written if "run" in s and not _NET.search(s["run"])]


def offline(lines: object) -> str:
    """Join the lines of a script, without those that need the net."""
    return "\n".join(x for x in cast("list[str]", lines) if not _NET.search(x))


def shell(
    script: str, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run shell lines as a runner does, with our own program first on the PATH."""
    programs = cwd.parent / "programs"
    programs.mkdir(exist_ok=True)
    for name, words in (("qingdan", "-m generator"), ("python", "")):
        file = programs / name
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        file.chmod(0o755)
    home = cwd.parent / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607 # whichever there is
        cwd=cwd,
        env={
            **os.environ,
            **ENVIRONMENT,
            "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
            "HOME": str(home),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(REPO),
            "GITHUB_STEP_SUMMARY": str(home / "summary.md"),
            **env,
        },
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
