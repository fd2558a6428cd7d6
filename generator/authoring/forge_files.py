"""What a code forge (代码平台) runs and shows for a content repository.

The files check and explain each proposed change and publish what was merged. Actions
are pinned to whole commits and the image to its digest, each found alike in several
public sources.
"""

import re
from collections.abc import Iterator, Mapping

from generator.authoring.code_owners import OWNERS_HEAD, owners_file
from generator.authoring.templates import fill
from generator.model.lists import Catalog
from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.settings import Settings

_PINS: Mapping[str, str] = {
    "checkout": "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "setup-python": "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0",
    "upload-artifact": "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
    # The last that Gitea and Forgejo take: later ones refuse every host but GitHub's.
    "upload-artifact-v3": "actions/upload-artifact@c6a366c94c3e0affe28c06c8df20a878f24da3cf # v3.2.2",
    "download-artifact": "actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0",
    "upload-pages-artifact": "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "deploy-pages": "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
    # The whole image and not the slim one: the program needs git.
    "image": "python:3.12.11-bookworm@sha256:"
    "13c9584604a99ca134c4f41800f74ffc64ee6ac8cf555cf1e704a6087fc84f12",
}

_FILES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "github": (
        (".github/workflows/qingdan-check.yml", "github-check.yml"),
        (".github/workflows/qingdan-publish.yml", "github-publish.yml"),
        (".github/pull_request_template.md", "change.md"),
    ),
    "gitlab": (
        (".gitlab-ci.yml", "gitlab.yml"),
        (".gitlab/merge_request_templates/Default.md", "change.md"),
    ),
    "gitea": (
        (".gitea/workflows/qingdan-check.yml", "gitea-check.yml"),
        (".gitea/workflows/qingdan-publish.yml", "gitea-publish.yml"),
        (".gitea/PULL_REQUEST_TEMPLATE.md", "change.md"),
    ),
    "forgejo": (
        (".forgejo/workflows/qingdan-check.yml", "gitea-check.yml"),
        (".forgejo/workflows/qingdan-publish.yml", "gitea-publish.yml"),
        (".forgejo/pull_request_template.md", "change.md"),
    ),
    "gitee": (
        (".workflow/qingdan-check.yml", "gitee-check.yml"),
        (".workflow/qingdan-publish.yml", "gitee-publish.yml"),
        (".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md", "change.md"),
    ),
}
"""Forge → the files it looks for, and the templates in `automation/` they come from."""

_NAMES = {"gitea": "Gitea", "forgejo": "Forgejo"}
_RUNNERS = {"gitea": "ubuntu-latest", "forgejo": "docker"}
"""The label that the runner of each has unless somebody changed it."""

_BRANCH = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)


def forge_files(
    forge: str, settings: Settings, catalog: Catalog
) -> Iterator[OutputFile]:
    """Yield the files for a forge, at their paths below the repository's root.

    Raises GeneratorError for a branch whose name cannot stand in a command.
    """
    branch = settings.repository.branch if settings.repository else "main"
    if not _BRANCH.fullmatch(branch):
        message = (
            f"分支名“{branch}”有特殊字符，不能写进自动任务；请只用字母、数字、. _ - /。"
        )
        raise GeneratorError(message)
    values = {
        **_PINS,
        "branch": branch,
        "forge": forge,
        "name": _NAMES.get(forge, ""),
        "runner": _RUNNERS.get(forge, ""),
    }
    for path, template in _FILES[forge]:
        yield OutputFile(path, fill(f"automation/{template}", values).encode())
    yield owners_file(forge, settings.owners, catalog)


def is_generated(content: bytes) -> bool:
    """Tell a file that nobody edits, since it says so itself, from one that people may."""
    return content.startswith(OWNERS_HEAD.encode())
