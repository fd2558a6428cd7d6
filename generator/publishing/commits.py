"""Record files in git: a commit is written too, so it is made in this room.

Who commits is for the user's own git to say; only the author may be another.
"""

from collections.abc import Sequence
from pathlib import Path

from generator.loading import git
from generator.problems import GeneratorError


def commit_files(
    root: Path, paths: Sequence[str], message: str, author: str = ""
) -> str:
    """Commit only these files of a folder; give the new commit's short name.

    Raises GeneratorError with a cure where git refuses; what was written stays.
    """
    words = ["commit", "--quiet", "--message", message]
    if author:
        # Git wants a mailbox; ours is empty, for it is nobody's business.
        words.append(f"--author={_name(author)} <>")
    try:
        git.run(root, "add", "--", *paths)
        git.run(root, *words, "--only", "--", *paths)
        return git.run(root, "rev-parse", "--short", "HEAD").decode().strip()
    except git.NoGitError as error:
        raise git.missing() from error
    except git.RefusedError as refused:
        raise _explained(root, str(refused)) from refused


def is_changed(root: Path, path: str) -> bool:
    """Tell whether a file of a folder says something that no commit says yet.

    Raises GeneratorError with a cure where git refuses.
    """
    return bool(git.run_or_stop(root, "status", "--porcelain", "--", path))


def _name(author: str) -> str:
    return "".join(c for c in author if c.isprintable() and c not in "<>").strip()


def _explained(root: Path, said: str) -> GeneratorError:
    """Say what to do; the files are there, only the commit is not."""
    if "user.email" in said or "user.name" in said:
        return GeneratorError(
            "文件已经写好，但 git 还不知道您是谁，没有提交。请运行 "
            'git config user.name "单位岗位" 和 git config user.email "邮箱"，'
            "再自己提交。"
        )
    if "during a" in said:  # merge, rebase or cherry-pick
        return GeneratorError(
            "文件已经写好，但 git 有一次合并还没有做完，没有提交。"
            "请先做完合并（git status 会说怎样做），再自己提交。"
        )
    return GeneratorError(f"文件已经写好，但没有提交。{git.explain(root, said)}")
