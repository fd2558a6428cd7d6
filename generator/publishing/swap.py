"""Put a finished stage in the target's place, and clear up what is left over."""

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.publishing.place import Place

_LIBC = ctypes.CDLL(None, use_errno=True)
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

# A kernel, a disk or a sandbox that cannot swap. A real lack of rights shows up
# again in the plain renames, before anything has moved.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}


def into_place(place: Place) -> None:
    """Make the stage the target, in one step where there was one before.

    The old site is then in the stage's place or in `previous`. Where the disk
    cannot exchange two folders, there is no target between the two renames; a
    kill in that moment is repaired by `clear_up` of the next run.
    """
    if not os.path.lexists(place.target):
        place.stage.rename(place.target)
    elif not _exchange(place.stage, place.target):
        place.target.rename(place.previous)
        place.stage.rename(place.target)
    # The site is in place already; a disk that will not promise more must not
    # turn that into a failure.
    with suppress(OSError):
        _flush_names(place.parent)


def clear_up(place: Place) -> None:
    """Bring back a site caught between two renames; remove all stages.

    Only for the holder of the lock. What cannot be removed stays for the next
    run: it does no harm to the site.
    """
    with suppress(FileNotFoundError):
        if os.path.lexists(place.target):
            _remove(place.previous)
        else:
            place.previous.rename(place.target)
    with os.scandir(place.parent) as entries:
        leftovers = [entry.name for entry in entries if place.is_stage(entry.name)]
    for name in leftovers:
        _remove(place.parent / name)


def flush(folder: int) -> None:
    """Bring everything written to the disk of an open folder safely onto it.

    One syncfs instead of one fsync a file: a city's 130,000 files would wait
    for the disk 130,000 times. Raises OSError if the disk reports a fault.
    """
    try:
        code = _LIBC.syncfs(folder)
    except AttributeError:  # macOS has no syncfs
        os.sync()
        return
    if code:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _flush_names(folder: Path) -> None:
    """Bring the names in one folder onto the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where that is not to be had."""
    try:
        rename = _LIBC.renameat2
    except AttributeError:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if not rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _remove(path: Path) -> None:
    """Remove a folder or file as far as that is allowed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
