"""Replace a site by a new one, wholly or not at all."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.publishing.faults import worded
from generator.publishing.lock import hold
from generator.publishing.place import MARK, Place, find_place, refuse_foreign
from generator.publishing.stage import Stage
from generator.publishing.swap import clear_up


@dataclass(frozen=True, slots=True)
class Published:
    """What one publication did: numbers of files, and the site's size in bytes.

    `files` = `written` + `unchanged`; `removed` were in the old site only.
    """

    files: int
    written: int
    unchanged: int
    removed: int
    bytes: int


def publish(
    outputs: Iterable[OutputFile],
    target: Path,
    progress: Callable[[int], None] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Published:
    """Make the folder `target` hold exactly these files (发布).

    Outputs are taken one at a time and may come in any order. Until the last
    one is on the disk the old site stays as it is; then both change places in
    one step. If nothing differs, nothing is touched.

    `progress` hears the number of files so far after each file, `tell` a
    sentence if another build of the same target has to end first.

    Raises GeneratorError for a target that is not ours to replace, paths that
    no site may have, and everything the disk refuses; what `outputs` raises
    passes through. The old site is whole in each of these cases, and after a
    kill; what a killed run leaves beside the target goes with the next run.

    A web server must be given the path, not the open folder: a process that
    stands inside the old folder, or a bind mount of it, keeps seeing the old one.
    """
    place = find_place(target)
    refuse_foreign(place)
    with hold(place, tell):
        try:
            with _wording(place):
                clear_up(place)
            return _replace(place, outputs, progress)
        finally:
            with suppress(OSError):
                clear_up(place)


def _replace(
    place: Place,
    outputs: Iterable[OutputFile],
    progress: Callable[[int], None] | None,
) -> Published:
    """Build the stage and put it in place."""
    with _wording(place):
        stage = Stage(place)
    with stage:
        for output in outputs:
            with _wording(place):
                stage.add(output)
            if progress:
                progress(len(stage.paths))
        if MARK not in stage.paths:
            message = f"新网站里没有 {MARK}，没有发布；网站仍是原来的样子。"
            raise GeneratorError(message)
        with _wording(place):
            removed = stage.finish()
    return Published(
        files=len(stage.paths),
        written=stage.written,
        unchanged=stage.unchanged,
        removed=removed,
        bytes=stage.bytes,
    )


def _wording(place: Place) -> AbstractContextManager[None]:
    """Word what the disk refuses before the new site is in place."""
    return worded(place.shown, "网站没有动，仍是原来的样子。")
