"""A repository whose `main` the gate protects, and changes that it must stop."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calling import Call, Said
from tests.repositories import Repository, new_repository
from tests.trees import EMPTY, amend, whole

Check = Callable[..., Said]
DAY = "2026-11-22"
MEND = "请运行 git fetch --unshallow 取回全部历史（自动检查里写 fetch-depth: 0）。"
LISTS = "content/lists/a"
PAST, NEXT = f"{LISTS}/s/2020-01-01.yml", f"{LISTS}/s/2026-12-01.yml"
DUTY = "kind: duty\ndocument: {number: 某编1号}\n"
TITLES = ("低保金申请", "养老卡办理", "河道巡查", "道路清扫", "森林防火", "法律援助")
A, B, C, D, E, F = (
    f"{{id: {i}, title: {t}}}" for i, t in zip("abcdef", TITLES, strict=True)
)
ANNOUNCED = amend("a/s", "2027-01-01", "{revise: a, set: {fee: 不收费}}")
MAIN = (
    EMPTY
    | whole("a/s", "2020-01-01", A, B, C, D)
    | whole("a/d", "2020-01-01", E, head=DUTY)
    | ANNOUNCED
)
LAWFUL = amend(
    "a/s",
    "2026-12-01",
    "{revise: a, set: {fee: 不收费}, reason: 法规变化}",
    "{withdraw: b, reason: 收回, successor: {unit: 区民政局}}",
) | amend(
    "a/d",
    "2026-12-01",
    f"{{add: {F}, reason: 下放}}",
    head="document: {number: 某编2号}\napprovals: [{by: 区委编办}]\n",
)
EXPLAINED = "reason: 收回, note: 由区里办理"
BRANCHES = [
    pytest.param(
        whole("a/s", "2020-01-01", A.replace("金", "费"), B, C, D),
        f"{PAST}:5:20 in-force-edited",
        id="edited",
    ),
    pytest.param(
        amend("a/d", "2026-12-01", f"{{add: {F}, reason: 下放}}"),
        f"{LISTS}/d/2026-12-01.yml:4:16 intake-approval",
        id="added",
    ),
    pytest.param(
        amend("a/s", "2026-12-01", "{withdraw: b}"),
        f"{NEXT}:4:16 withdrawal-unexplained",
        id="withdrawn",
    ),
    pytest.param(
        dict.fromkeys(ANNOUNCED),
        f"{LISTS}/s/2027-01-01.yml:1:1 version-deleted",
        id="deleted",
    ),
    pytest.param(
        amend("a/s", "2026-12-01", "{revise: b, set: {title: 树木砍伐}}"),
        f"{NEXT}:4:30 id-reused",
        id="reused",
    ),
    pytest.param(
        amend("a/s", "2026-12-01", *(f"{{withdraw: {i}, {EXPLAINED}}}" for i in "bcd")),
        f"{NEXT}:4:16 large-removal",
        id="removed",
    ),
]


@pytest.fixture
def protected(tmp_path: Path) -> Repository:
    """A repository whose `main` has three versions of two lists."""
    return new_repository(tmp_path / "site", MAIN)


@pytest.fixture
def check_base(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Run the check against a revision, with no repository above the test's folder."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))

    def run(root: Path, base: str, *more: str) -> Said:
        return call("check", "--root", root, "--on", DAY, "--base", base, *more)

    return run


def errors(said: Said) -> list[str]:
    """Shorten the errors of `--format json`, and hold the exit code against them."""
    found = [
        f"{p['path']}:{p['line']}:{p['column']} {p['rule']}"
        for p in json.loads(said.out)
        if p["severity"] == "error"
    ]
    assert said.code == bool(found)
    return found
