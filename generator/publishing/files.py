"""Single files and folders of a site, by path below an open folder.

A folder is passed as its descriptor: the system then looks up a few short names
a file instead of the whole path, and a folder renamed meanwhile is still the
same folder.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.outputs import OutputFile

FILE_MODE = 0o644
FOLDER_MODE = 0o755

# O_NONBLOCK: a pipe lying in the old site must not make us wait for a writer.
_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
_FOLDER = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY


def open_folder(path: Path) -> int:
    """Open a folder; the caller closes it."""
    return os.open(path, _FOLDER)


def let_go(descriptor: int) -> None:
    """Close what was only read, or only locked; nothing can be lost by it."""
    with suppress(OSError):
        os.close(descriptor)


def holds(folder: int, output: OutputFile) -> bool:
    """Tell whether the folder has exactly this file, byte for byte, mode included.

    Read back rather than remembered: it costs a quarter of writing, and no
    record of the last build can be wrong about what is there.
    """
    try:
        file = os.open(output.path, _READ, dir_fd=folder)
    except OSError:
        return False
    try:
        status = os.fstat(file)
        size = len(output.content)
        return (
            status.st_mode == stat.S_IFREG | FILE_MODE
            and status.st_size == size
            and os.read(file, size + 1) == output.content
        )
    except OSError:  # a file that cannot be read is written anew
        return False
    finally:
        let_go(file)


def keep(old: int, new: int, path: str) -> None:
    """Take over an unchanged file: the same file where links work, else a copy.

    The copy keeps the date, so that servers and rsync see no change either.
    """
    try:
        os.link(path, path, src_dir_fd=old, dst_dir_fd=new, follow_symlinks=False)
    except OSError:
        with os.fdopen(os.open(path, _READ, dir_fd=old), "rb") as file:
            date = os.fstat(file.fileno()).st_mtime_ns
            write(new, path, file.read())
        os.utime(path, ns=(date, date), dir_fd=new)


def write(folder: int, path: str, content: bytes) -> None:
    """Write a file that is not there yet."""
    file = os.open(path, _CREATE, FILE_MODE, dir_fd=folder)
    try:
        write_all(file, content)
        # Give back what the umask took; a disk without modes refuses.
        with suppress(PermissionError):
            os.fchmod(file, FILE_MODE)
    finally:
        os.close(file)


def write_all(file: int, content: bytes) -> None:
    """Write every byte; a nearly full disk takes only some of them at a time."""
    done = os.write(file, content)
    while done < len(content):
        done += os.write(file, content[done:])


def make_folders(folder: int, paths: Iterable[str]) -> None:
    """Make folders, parents first."""
    for path in paths:
        os.mkdir(path, FOLDER_MODE, dir_fd=folder)
        with suppress(PermissionError):
            os.chmod(path, FOLDER_MODE, dir_fd=folder)


def walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below a folder with its path, not following links."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                yield path, entry
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
