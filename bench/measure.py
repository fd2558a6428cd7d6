"""One process, and what it cost: time, memory, and what it wrote."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: seconds, MiB, bytes, number of files.

    `cpu` is user and system time of the process and all it waited for; `peak` is the
    most that any one of them held in memory.
    """

    cpu: float
    wall: float
    peak: float
    size: int
    files: int


class RunFailedError(Exception):
    """A run ended with an error; the message is the end of what it printed."""


def measure(command: Sequence[str], cwd: Path, out: Path) -> Cost:
    """Run `command`, which writes to `out`, and say what it cost.

    Raises RunFailedError when it does not end well.
    """
    log = out.with_name(f"{out.name}.log")
    environment = os.environ | {"HUGO_CACHEDIR": str(out.with_name("hugo-cache"))}
    with log.open("wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own fixed commands, no shell
            command, cwd=cwd, env=environment, stdout=file, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        message = f"{' '.join(command)}\nexit {process.returncode}\n{tail}"
        raise RunFailedError(message)
    size, files = written(out)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, usage.ru_maxrss / 1024, size, files)


def written(folder: Path) -> tuple[int, int]:
    """Sum up the bytes and count the files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)
