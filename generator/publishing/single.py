"""Single files beside the content: what `new` and `schema` write."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from generator.problems import GeneratorError
from generator.publishing.faults import worded
from generator.publishing.files import write_all
from generator.publishing.lock import hold
from generator.publishing.place import Place, find_place
from generator.publishing.swap import clear_up


def write_new(path: Path, text: str) -> None:
    """Create a UTF-8 file with the folders above it; never replace anything.

    The file is there wholly or not at all. Raises GeneratorError if something
    has this name already, or for what the disk refuses.
    """
    _put(path, text.encode(), may_replace=False)


def write_file(path: Path, text: str) -> None:
    """Replace a UTF-8 file in one step, or create it with the folders above it.

    A file that is replaced keeps who may read and write it. Raises GeneratorError
    for what the disk refuses; the old file is whole then.
    """
    _put(path, text.encode(), may_replace=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Replace or create a file that is no text; else the same as `write_file`."""
    _put(path, content, may_replace=True)


def keep(path: Path, text: str) -> None:
    """Write what only saves time on the next run, if the disk takes it.

    Whole or not at all; nothing is lost where it cannot be written.
    """
    stage = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        stage.write_text(text, encoding="utf-8")
        stage.replace(path)
    with suppress(OSError):
        stage.unlink(missing_ok=True)


def _put(path: Path, content: bytes, *, may_replace: bool) -> None:
    """Write beside the target, then give the file its name."""
    place = find_place(path)
    with hold(place, None), worded(path):
        try:
            clear_up(place)
            _write_stage(place, content)
            if may_replace:
                _keep_mode(place)
                place.stage.replace(place.target)
            else:
                _name_new(place)
        finally:
            with suppress(OSError):
                clear_up(place)


def _keep_mode(place: Place) -> None:
    """Give the stage the mode of the file it replaces; a disk without modes refuses."""
    with suppress(FileNotFoundError, PermissionError):
        place.stage.chmod(stat.S_IMODE(place.target.stat().st_mode))


def _name_new(place: Place) -> None:
    """Give the stage its name unless the name is taken.

    A second link cannot replace a file, not even one that came this instant;
    where the disk has no links, looking first has to do.
    """
    with suppress(OSError):
        place.target.hardlink_to(place.stage)
        return
    if os.path.lexists(place.target):
        message = f"“{place.shown}”已经存在，没有改动它；请换一个名字，或先移走它。"
        raise GeneratorError(message)
    place.stage.rename(place.target)


def _write_stage(place: Place, content: bytes) -> None:
    """Write the content and wait until it is on the disk.

    With the user's own umask: unlike the site, these files are for editing.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    file = os.open(place.stage, flags, 0o666)
    try:
        write_all(file, content)
        os.fsync(file)
    finally:
        os.close(file)
