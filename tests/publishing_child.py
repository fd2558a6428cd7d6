"""A program that publishes: to be killed, starved of disk or locked out by tests.

Run as `python -m tests.publishing_child ACTION …` from the project's root. Every
action prints one JSON value a line.
"""

import ctypes
import json
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.publishing import publish

LIBC = ctypes.CDLL(None, use_errno=True)
MS_RDONLY, MS_REMOUNT = 1, 32
Tree = dict[str, bytes]

SAMPLE = {
    "build.json": b"{}",
    "index.html": b"<p>",
    "offices/a.html": b"",
    "b/c/d": b"x",
}


def site(tag: str, count: int = 40) -> Tree:
    """Make a site that shares a third of its files with every other tag's."""
    tree = {"build.json": f'{{"tag": "{tag}"}}'.encode()}
    for number in range(count):
        folder = f"lists/l{number % 7}"
        tree[f"{folder}/same-{number}.html"] = b"same" * number
        tree[f"{folder}/other-{number}.html"] = f"{tag} {number} ".encode() * 40
        tree[f"{tag}/only-{number}.html"] = b"only"
    return tree


def outputs(tree: Tree) -> Iterator[OutputFile]:
    """Stream a tree as the generator does."""
    return (OutputFile(path, content) for path, content in tree.items())


def snapshot(root: Path) -> Tree:
    """Read a whole folder; a link or pipe in it would be an error."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def folder_in_memory() -> tempfile.TemporaryDirectory[str]:
    """Make a temporary folder, in memory where the system offers that.

    Some disks take a millisecond for each new file after thousands were removed,
    which is what a hundred builds do.
    """
    memory = Path("/dev/shm")  # noqa: S108 (TemporaryDirectory makes a safe name)
    usable = memory.is_dir() and os.access(memory, os.W_OK)
    return tempfile.TemporaryDirectory(dir=memory if usable else None)


def names(folder: Path) -> list[str]:
    """List what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def alone(target: Path) -> bool:
    """Tell whether nothing lies beside the target."""
    return names(target.parent) == [target.name]


def attempt(target: Path, tag: str, count: int = 40) -> str:
    """Publish; return the message of what stopped it, or nothing."""
    try:
        publish(outputs(site(tag, count)), target)
    except GeneratorError as error:
        return str(error)
    return ""


def say(value: object) -> None:
    """Tell the test."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def once(target: str, tag: str, count: str = "40") -> None:
    """Publish once, after saying that the imports are done."""
    say("ready")
    say(attempt(Path(target), tag, int(count)))


def without(calls: str, target: str, tag: str) -> None:
    """Publish on a kernel that lacks some system calls."""
    forbid(calls.split(","))
    once(target, tag)


def victims(target: str, calls: str = "") -> None:
    """For each tag that is read, start a publisher that the test may kill.

    Says its number, and how it ended: 0, or minus the signal. A fork has all
    imports behind it, so that a hundred kills take seconds.
    """
    if calls:
        forbid(calls.split(","))
    for line in sys.stdin:
        if not (child := os.fork()):
            os._exit(attempt(Path(target), line.strip()) != "")
        say(child)
        say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def look(target: str, seconds: str) -> None:
    """Look as often as possible whether the target is there."""
    looks, missing, end = 0, 0, time.monotonic() + float(seconds)
    say("ready")
    while time.monotonic() < end:
        looks += 1
        missing += not Path(target).is_dir()
    say([looks, missing])


def starve(disk: str, option: str, start: str, step: str) -> None:
    """Publish to a disk that grows step by step until the site fits.

    Must run where mounting is allowed. Says for each try the message, the state
    of the old site, and what lies beside it.
    """
    grow(disk, f"{option}={start}", 0)
    target = Path(disk, "site")
    assert attempt(target, "old") == ""
    for extra in range(10_000):
        grow(disk, f"{option}={int(start) + extra * int(step)}", MS_REMOUNT)
        message = attempt(target, "new")
        whole = snapshot(target) == site("old" if message else "new")
        say([message, whole, names(Path(disk))])
        if not message:
            return


def read_only(disk: str) -> None:
    """Publish to a disk that has become read-only."""
    grow(disk, "size=10m", 0)
    target = Path(disk, "site")
    assert attempt(target, "old") == ""
    grow(disk, "size=10m", MS_REMOUNT | MS_RDONLY)
    say([attempt(target, "new"), attempt(target.with_name("fresh"), "new")])
    say(snapshot(target) == site("old"))


def small_files(target: str) -> None:
    """Publish where no file may grow beyond 200 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    message = attempt(Path(target), "new")
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    say(message)


def plain_user(target: str) -> None:
    """Publish without root's power to write everywhere."""
    drop_capabilities()
    say(attempt(Path(target), "new"))


def grow(disk: str, options: str, flags: int) -> None:
    """Mount a small disk in memory, or change its size."""
    path = os.fsencode(disk)
    if LIBC.mount(b"tmpfs", path, b"tmpfs", flags, options.encode()):
        raise OSError(ctypes.get_errno(), "mount", disk)


def drop_capabilities() -> None:
    """Give up every power beyond an ordinary user's; needs no rights itself."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if LIBC.capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


# x86-64 and ARM number their calls differently.
NUMBERS = {
    "x86_64": {"renameat2": 316, "linkat": 265},
    "aarch64": {"renameat2": 276, "linkat": 37},
}


def forbid(calls: list[str]) -> None:
    """Make the kernel answer "no such call" (ENOSYS), for this process for good."""
    numbers = [NUMBERS[platform.machine()][call] for call in calls]
    steps = [_Step(0x20, 0, 0, 0)]  # load the number of the call
    for number in numbers:
        steps += [_Step(0x15, 0, 1, number), _Step(0x06, 0, 0, 0x50000 | 38)]
    steps.append(_Step(0x06, 0, 0, 0x7FFF0000))  # allow everything else
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    if LIBC.prctl(38, 1, 0, 0, 0) or LIBC.prctl(22, 2, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "seccomp")


ACTIONS: dict[str, Callable[..., None]] = {
    "once": once,
    "without": without,
    "victims": victims,
    "look": look,
    "starve": starve,
    "read-only": read_only,
    "small-files": small_files,
    "plain-user": plain_user,
}

if __name__ == "__main__":
    ACTIONS[sys.argv[1]](*sys.argv[2:])
