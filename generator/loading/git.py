"""Run the program git: our own words, no shell, nobody's settings, no network.

Only `loading` starts git. What a user has configured may not change what is read, so
everything that could is set here or on the command itself.
"""

import os
import re
import subprocess
from pathlib import Path
from typing import IO

from generator.problems import GeneratorError

_ALWAYS = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",  # it may name a program to run
    "-c",
    "core.quotePath=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "log.showRoot=true",
    "-c",
    "diff.orderFile=/dev/null",  # git knows it on every system
    "-c",
    "diff.renameLimit=1000",
    "-c",
    "color.ui=false",
)
_QUIET = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,  # it would change who is whose parent
    "GIT_OPTIONAL_LOCKS": "0",
    # A partial clone would fetch what it lacks, one file at a time.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
_NOT_OURS = re.compile(r"dubious ownership|unsafe repository")
_INCOMPLETE = re.compile(
    r"promisor|missing|bad object|bad tree|unable to read|could not read|corrupt"
    r"|not allowed|inflate|invalid object|hash mismatch|could not fetch"
    r"|failed to traverse|cannot read|unable to parse|unable to find",
    re.IGNORECASE,
)


class NoGitError(Exception):
    """The program git is not installed, or may not be started."""


class RefusedError(Exception):
    """Git ended with an error; the message is what it said, in English."""


def start(root: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start git in a folder with pipes to all three ends; raises NoGitError."""
    command = ["git", *_ALWAYS, "-C", str(root), *words]
    try:
        return subprocess.Popen(  # noqa: S603 - our own words, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **_QUIET},
        )
    except OSError as error:
        raise NoGitError from error


def run(root: Path, *words: str) -> bytes:
    """Run git in a folder and give what it printed.

    Raises NoGitError, and RefusedError where it ends with an error.
    """
    with start(root, *words) as process:
        out, said = process.communicate()
    if process.returncode:
        raise RefusedError(said.decode("utf-8", "replace").strip())
    return out


def run_or_stop(root: Path, *words: str) -> bytes:
    """Run git where it must succeed; raises GeneratorError with a cure."""
    try:
        return run(root, *words)
    except NoGitError as error:
        raise missing() from error
    except RefusedError as refused:
        raise explain(root, str(refused)) from refused


def drain(stream: IO[bytes] | None) -> str:
    """Read what a process that has ended said."""
    return stream.read().decode("utf-8", "replace").strip() if stream else ""


def is_not_ours(said: str) -> bool:
    """Tell git's refusal of a repository that belongs to another user."""
    return bool(_NOT_OURS.search(said))


def explain(root: Path, said: str) -> GeneratorError:
    """Turn git's words into a sentence with the way out."""
    if is_not_ours(said):
        named = re.search(r"safe\.directory +(\S.*)", said)
        folder = named.group(1) if named else str(root)
        return GeneratorError(
            "这个文件夹属于另一个用户，git 不肯读它的历史。确认来源可靠后，请运行 "
            f"git config --global --add safe.directory {folder}"
        )
    if _INCOMPLETE.search(said):
        return incomplete()
    lines = (line for line in said.split("\n") if not line.startswith("hint:"))
    first = next(lines, "").removeprefix("fatal: ") or "没有说明原因"
    return GeneratorError(f"git 没有做完：{first}。请先运行 git status 检查。")


def missing() -> GeneratorError:
    """Say that there is no git."""
    return GeneratorError("没有找到 git 程序。请先安装 git，或检查 PATH。")


def incomplete() -> GeneratorError:
    """Say that the repository lacks files of its past, or that they are damaged."""
    return GeneratorError(
        "git 仓库里缺少以前的文件：可能是部分克隆（--filter），也可能已损坏。"
        "请运行 git fetch --refetch --no-filter 取回全部历史；"
        "仍不行，请用 git fsck 检查，或重新克隆。"
    )
