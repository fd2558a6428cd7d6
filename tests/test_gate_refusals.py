"""`check --base` where git cannot answer, and where a change says anything at all."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import broken_shelf
from tests.gate_repositories import LAWFUL, MAIN, MEND, PAST, Check, errors
from tests.repositories import Repository, clone, new_repository
from tests.trees import EMPTY

NASTY = st.text(
    st.sampled_from("\t\n :-#[]{}&*|'\"\\：\u3000\u200b\x00甲")
    | st.characters(blacklist_categories=["Cs"]),
    max_size=8,
)


def test_a_shallow_clone_that_has_the_base(
    protected: Repository, check_base: Check, tmp_path: Path
) -> None:
    """Two commits are enough where the second is the base."""
    protected.commit(LAWFUL)
    shallow = clone(protected, tmp_path / "shallow", "--depth=2").folder
    assert errors(check_base(shallow, "HEAD~1", "--format", "json")) == []
    said = check_base(shallow, "HEAD~2")
    assert (said.code, said.err) == (
        2,
        f"错误: 这是浅克隆，里面没有“HEAD~2”这个版本。{MEND}\n",
    )


def test_a_shallow_clone_without_the_fork(
    protected: Repository, check_base: Check, tmp_path: Path
) -> None:
    """Both ends are there, but not where they parted: nothing is guessed."""
    protected.branch("change")
    protected.commit(LAWFUL)
    protected.switch("main")
    protected.commit({}, "2025-02-01")
    shallow = clone(protected, tmp_path / "shallow", "--depth=1", "--no-single-branch")
    shallow.git("switch", "--quiet", "change")
    said = check_base(shallow.folder, "origin/main")
    assert said.code == 2
    assert said.err == (
        f"错误: 这是浅克隆，看不到现在的内容是从“origin/main”的哪里改起的。{MEND}\n"
    )


def test_a_revision_that_is_not_there(protected: Repository, check_base: Check) -> None:
    """A slip, an option in disguise, or a branch that was never fetched."""
    for name in ("mian", "-q", "HEAD:content", ""):
        said = check_base(protected.folder, name)
        assert said.code == 2
        assert said.err == (
            f"错误: git 里没有“{name}”这个版本。请检查拼写，或先运行 git fetch。\n"
        )


def test_another_history(protected: Repository, check_base: Check) -> None:
    """Two branches without a common commit cannot be compared as a change."""
    protected.git("switch", "--quiet", "--orphan", "other")
    protected.commit(EMPTY)
    said = check_base(protected.folder, "main")
    assert said.code == 2
    assert "没有共同的历史" in said.err
    assert said.err.count("\n") == 1


def test_without_git(
    protected: Repository,
    check_base: Check,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No commit, no repository, no program: each has its sentence and its cure."""
    empty = new_repository(tmp_path / "empty")
    empty.write(MAIN)
    plain = tmp_path / "plain"
    Repository(plain).write(MAIN)
    for root, words in ((empty.folder, "还没有提交过内容"), (plain, "没有用 git 保存")):
        said = check_base(root, "HEAD")
        assert said.code == 2
        assert words in said.err
        assert said.err.count("\n") == 1
    monkeypatch.setenv("PATH", str(tmp_path))
    said = check_base(protected.folder, "HEAD")
    assert said.code == 2
    assert said.err == "错误: 没有找到 git 程序。请先安装 git，或检查 PATH。\n"


def test_a_base_that_was_broken(tmp_path: Path, check_base: Check) -> None:
    """What nobody could read is compared with nothing; mending it is no offence."""
    broken = MAIN | {PAST: MAIN[PAST].replace("items:", "items：")}
    repository = new_repository(tmp_path / "site", broken | {"site_config.yml": "- 一"})
    repository.write(MAIN)
    assert errors(check_base(repository.folder, "HEAD", "--format", "json")) == []


@settings(
    derandomize=True,
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(nasty=NASTY, at=st.integers(0, 110), instead=st.integers(0, 12))
def test_any_change_is_answered(
    protected: Repository, nasty: str, at: int, instead: int
) -> None:
    """Whatever an edit leaves behind is answered with problems, never a crash."""
    text = MAIN[PAST]
    protected.write({PAST: text[:at] + nasty + text[at + instead :]})
    words, code = broken_shelf.check(protected.folder)
    assert code in {0, 1}
    assert words.rstrip("\n").rsplit("\n", 1)[-1].endswith("。")
