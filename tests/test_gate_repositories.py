"""`check --base` in real repositories: branches, merges, what is not committed."""

import json
from pathlib import Path

import pytest

from tests.gate_repositories import (
    ANNOUNCED,
    BRANCHES,
    LAWFUL,
    LISTS,
    MAIN,
    NEXT,
    PAST,
    A,
    B,
    C,
    Check,
    D,
    E,
    F,
    errors,
)
from tests.repositories import Changed, Repository, new_repository
from tests.trees import CONFIG, amend, whole


@pytest.mark.parametrize(("change", "expected"), BRANCHES)
def test_each_violation_is_named(
    protected: Repository, check_base: Check, change: Changed, expected: str
) -> None:
    """A branch that breaks a rule is stopped at the file and the line."""
    protected.branch("change")
    protected.commit(change)
    assert errors(check_base(protected.folder, "main", "--format", "json")) == [
        expected
    ]
    place, rule = expected.split(" ")
    text = check_base(protected.folder, "main").err
    assert f"{place}: 错误: " in text
    assert f" [{rule}]" in text
    path, line, column = place.split(":")
    told = check_base(protected.folder, "main", "--format", "github").out
    assert f"::error file={path},line={line},col={column},title={rule}::" in told


def test_a_lawful_amendment_passes(protected: Repository, check_base: Check) -> None:
    """Nothing is said beyond what the plain check says."""
    protected.branch("change")
    protected.commit(LAWFUL)
    said = check_base(protected.folder, "main", "--format", "json")
    assert errors(said) == []
    assert {p["rule"] for p in json.loads(said.out)} == {"missing-expected"}


def test_what_is_not_committed_counts(protected: Repository, check_base: Check) -> None:
    """An editor asks before the commit; untracked files are looked at too."""
    protected.write(amend("a/s", "2026-12-01", "{withdraw: b}"))
    found = errors(check_base(protected.folder, "HEAD", "--format", "json"))
    assert found == [f"{NEXT}:4:16 withdrawal-unexplained"]


def test_a_branch_behind_is_not_blamed_for_others(
    protected: Repository, check_base: Check
) -> None:
    """What `main` got meanwhile looks deleted from here, but was never there."""
    protected.branch("change")
    protected.commit(LAWFUL)
    protected.switch("main")
    protected.commit(
        whole("a/t", "2026-06-01", E, head="kind: service\n"), "2025-02-01"
    )
    protected.switch("change")
    assert errors(check_base(protected.folder, "main", "--format", "json")) == []


def test_a_merge_brings_nothing_to_answer_for(
    protected: Repository, check_base: Check
) -> None:
    """Once `main` is merged in, only the branch's own changes are judged."""
    protected.branch("change")
    protected.commit(amend("a/s", "2026-12-01", "{withdraw: b}"))
    protected.switch("main")
    protected.commit(amend("a/d", "2026-06-01", f"{{add: {F}}}"), "2025-02-01")
    protected.switch("change")
    protected.merge("main", "2025-02-02")
    found = errors(check_base(protected.folder, "main", "--format", "json"))
    assert found == [f"{NEXT}:4:16 withdrawal-unexplained"]


def test_a_site_below_the_top_of_its_repository(
    tmp_path: Path, check_base: Check
) -> None:
    """The content may lie in a folder of a larger repository."""
    top = new_repository(tmp_path / "top", {f"site/{p}": t for p, t in MAIN.items()})
    top.write({f"site/{PAST}": None})
    found = errors(check_base(tmp_path / "top/site", "HEAD", "--format", "json"))
    assert f"{PAST}:1:1 version-deleted" in found


def test_content_that_had_no_configuration(tmp_path: Path, check_base: Check) -> None:
    """Lists older than the site's configuration are compared all the same."""
    before = {path: text for path, text in MAIN.items() if path not in CONFIG}
    repository = new_repository(tmp_path / "site", before)
    repository.write(CONFIG | dict.fromkeys(ANNOUNCED))
    found = errors(check_base(repository.folder, "HEAD", "--format", "json"))
    assert found == [f"{LISTS}/s/2027-01-01.yml:1:1 version-deleted"]


def test_before_the_site_opens_files_are_edited_freely(
    tmp_path: Path, check_base: Check
) -> None:
    """What nobody has read yet is no published version; intake is judged all the same."""
    config = {"site_config.yml": "site:\n  name: 示例区\n  opened: 2027-01-01\n"}
    preparing = new_repository(tmp_path / "site", MAIN | config)
    edited = whole("a/s", "2020-01-01", A.replace("金", "费"), B, C, D)
    added = amend("a/d", "2026-12-01", f"{{add: {F}, reason: 下放}}")
    preparing.write({**edited, **dict.fromkeys(ANNOUNCED), **added})
    found = errors(check_base(preparing.folder, "HEAD", "--format", "json"))
    assert [line.rpartition(" ")[2] for line in found] == ["intake-approval"]
