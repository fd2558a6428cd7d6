"""Write the invented past into a real repository with `git fast-import`."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from bench.past import Event

START = 1_420_070_400
STEP = 35_000
"""Seconds between two commits: ten thousand are eleven years."""

_EDITOR = "某编辑 <editor@example.gov.cn>"


def write_repository(folder: Path, happened: Iterable[Event]) -> int:
    """Write a bare history and check it out; gives the bytes of all list and office files."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    command = ["git", "-C", str(folder), "fast-import", "--quiet", "--done"]
    with subprocess.Popen(  # noqa: S603 - our own fixed commands, no shell
        command, stdin=subprocess.PIPE, env=_environment()
    ) as process:
        if process.stdin is None:
            raise OSError
        size = sum(
            _write(process.stdin, number, event)
            for number, event in enumerate(happened)
        )
        process.stdin.write(b"done\n")
    if process.returncode:
        message = "git fast-import failed"
        raise OSError(message)
    _git(folder, "reset", "--quiet", "--hard", "main")
    return size


def _write(stream: IO[bytes], number: int, event: Event) -> int:
    """Write one commit, or the commit of a side branch and its merge."""
    body = [f"R {old} {new}\n".encode() for old, new in event.renames]
    body += [
        b"M 100644 inline %s\n%s" % (path.encode(), _data(text))
        for path, text in sorted(event.files.items())
    ]
    changes = b"".join(body)
    if not event.merged:
        stream.write(_commit("main", number, b"") + changes + b"\n")
    else:
        start = b"from refs/heads/main\n"
        stream.write(b"reset refs/heads/side\n" + start + b"\n")
        stream.write(_commit("side", number, b"") + changes + b"\n")
        stream.write(_commit("main", number, b"merge refs/heads/side\n"))
        stream.write(changes + b"\n")
    return sum(len(text.encode()) for text in event.files.values())


def _commit(branch: str, number: int, parents: bytes) -> bytes:
    moment = f"{START + number * STEP} +0800"
    head = f"commit refs/heads/{branch}\ncommitter {_EDITOR} {moment}\n"
    return head.encode() + _data("改动") + parents


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)


def _git(folder: Path, *words: str) -> None:
    command = ["git", "-C", str(folder), *words]
    subprocess.run(command, check=True, env=_environment())  # noqa: S603 - as above


def _environment() -> dict[str, str]:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return os.environ | own
