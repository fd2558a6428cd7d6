"""What the disk says, as a sentence for the person at the keyboard."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import GeneratorError

_REASONS = {
    errno.EACCES: "没有写入权限，请检查这个文件夹属于谁",
    errno.EPERM: "系统不允许改动这个文件夹",
    errno.EROFS: "这个磁盘是只读的",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.EBUSY: "它正被系统占用，可能是一个挂载点",
    errno.EXDEV: "它和所在的文件夹不在同一个磁盘上",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOTDIR: "路径中间有一段是文件，不是文件夹",
    errno.ENOLCK: "这个磁盘不支持加锁",
    errno.EMFILE: "打开的文件太多",
    errno.ELOOP: "链接绕成了一圈",
    errno.EISDIR: "它是一个文件夹，不是文件",
    errno.EEXIST: "路径上有同名的文件",
    errno.ENOENT: "所在的文件夹不见了",
}


@contextmanager
def worded(shown: Path | str, end: str = "") -> Iterator[None]:
    """Turn what the system refuses while `shown` is written into GeneratorError.

    `end` is one more sentence, such as what did not happen to the old site.
    """
    try:
        yield
    except OSError as error:
        reason = _reason(error, Path(shown))
        message = f"写不了“{shown}”：{reason}。{end}"
        raise GeneratorError(message) from error


def _reason(error: OSError, path: Path) -> str:
    """Say why, in words; the system's own words where we have none."""
    if error.errno == errno.ENOSPC:
        return _disk_full(path)
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _disk_full(path: Path) -> str:
    """Name the disk that is full by its mount point, and say which of its limits."""
    disk = Path(os.path.realpath(path))
    while not disk.is_mount() and disk != disk.parent:
        disk = disk.parent
    try:
        left = os.statvfs(disk)
    except OSError:
        return "磁盘满了，请先腾出空间"
    if left.f_files and not left.f_favail:
        return f"磁盘满了（{disk}，文件数已到上限），请先腾出空间"
    return f"磁盘满了（{disk}），请先腾出空间"
