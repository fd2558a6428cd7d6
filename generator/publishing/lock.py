"""One build at a time for one target."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publishing.faults import worded
from generator.publishing.files import let_go
from generator.publishing.place import Place


@contextmanager
def hold(place: Place, tell: Callable[[str], None] | None) -> Iterator[None]:
    """Keep other builds of this target out; wait first if one is running.

    `tell` hears one sentence when there is something to wait for. The system
    frees the lock of a killed process; the file goes away with the last holder.
    """
    with worded(place.shown):
        lock = _take(place, tell)
    try:
        yield
    finally:
        # Still locked while it is removed: whoever waits finds out in _is_at.
        with suppress(OSError):
            place.lock.unlink()
        let_go(lock)


def _take(place: Place, tell: Callable[[str], None] | None) -> int:
    """Return the locked file descriptor of the lock file."""
    while True:
        # Reading rights are enough for a lock, also on another user's file.
        flags = os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        lock = os.open(place.lock, flags, 0o644)
        try:
            _wait(lock, place, tell)
            if _is_at(lock, place.lock):
                return lock
        except BaseException:
            let_go(lock)
            raise
        let_go(lock)


def _wait(lock: int, place: Place, tell: Callable[[str], None] | None) -> None:
    """Lock, and say so once when another build is first."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if tell:
            tell(f"另一次生成正在写“{place.shown}”，等它写完再继续……")
        fcntl.flock(lock, fcntl.LOCK_EX)


def _is_at(lock: int, path: Path) -> bool:
    """Tell whether the locked file is still the one with that name.

    The build before us removed its lock file when it was done; two locks on two
    files of one name would let two builds in.
    """
    try:
        return os.path.samestat(os.fstat(lock), os.stat(path))  # noqa: PTH116 (beside fstat)
    except FileNotFoundError:
        return False
