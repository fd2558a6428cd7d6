"""Find what a change is compared with: where its branch left the published one.

A branch that is behind is so not blamed for what others changed meanwhile.
"""

from pathlib import Path

from generator.loading import git
from generator.loading.repository import Standing, resolve_revision, standing
from generator.problems import GeneratorError

_MEND = "请运行 git fetch --unshallow 取回全部历史（自动检查里写 fetch-depth: 0）。"


def find_base(root: Path, name: str) -> str:
    """Give the commit at which HEAD left a revision; raises GeneratorError without one.

    A shallow clone is good enough if it has that commit.
    """
    state = standing(root)
    fault = _unready(state)
    if fault:
        raise GeneratorError(fault)
    revision = resolve_revision(root, name)
    shallow = state is Standing.SHALLOW
    if revision is None:
        raise GeneratorError(_unknown(name, shallow=shallow))
    try:
        said = git.run(root, "merge-base", revision, "HEAD")
    except git.NoGitError as error:
        raise git.missing() from error
    except git.RefusedError as refused:
        # Without a common commit git says nothing, or gives no more than hints.
        if "fatal:" in str(refused):
            raise git.explain(root, str(refused)) from refused
        raise GeneratorError(_unrelated(name, shallow=shallow)) from refused
    return said.decode("ascii").strip()


def _unready(state: Standing) -> str:
    match state:
        case Standing.NO_GIT:
            return str(git.missing())
        case Standing.NO_REPOSITORY:
            return (
                "这个文件夹没有用 git 保存，没有以前的内容可以对照。"
                "请换到 git 仓库里的文件夹，或去掉 --base。"
            )
        case Standing.NO_COMMITS:
            return (
                "这个 git 仓库还没有提交过内容，没有以前的内容可以对照。"
                "请先提交一次，或去掉 --base。"
            )
        case _:
            return ""


def _unknown(name: str, *, shallow: bool) -> str:
    if shallow:
        return f"这是浅克隆，里面没有“{name}”这个版本。{_MEND}"
    return f"git 里没有“{name}”这个版本。请检查拼写，或先运行 git fetch。"


def _unrelated(name: str, *, shallow: bool) -> str:
    if shallow:
        return f"这是浅克隆，看不到现在的内容是从“{name}”的哪里改起的。{_MEND}"
    return (
        f"现在的内容不是从“{name}”改来的，两者没有共同的历史。"
        "请换成要并入的那个分支，例如 origin/main。"
    )
