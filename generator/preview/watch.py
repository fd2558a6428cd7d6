"""Notice when a watched file or folder changes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, watch
from watchfiles.main import FileChange

from generator.problems import GeneratorError

# How often the watchers look up, in milliseconds, so that the first look tells
# us that the watching has begun.
_INTERVAL = 50


@contextmanager
def watching(paths: Sequence[Path], changed: Callable[[], None]) -> Iterator[None]:
    """Call `changed` after changes below the paths; it has begun on entering.

    Two watchers: one inside the folders, one beside all paths. The second sees
    files replaced on saving, as most editors do, and folders that come or go.
    Raises GeneratorError where the system cannot watch.
    """
    real = tuple(path.resolve() for path in paths)
    stop, renew = Event(), Event()
    try:
        beside, inside = _beside(real, stop), _inside(real, renew)
    except (OSError, RuntimeError) as error:  # RuntimeError: the library's own
        message = f"没法留意文件的改动：{error}。"
        raise GeneratorError(message) from error
    threads = (
        Thread(target=_follow_beside, args=(beside, renew, changed)),
        Thread(target=_follow_inside, args=(inside, real, stop, renew, changed)),
    )
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        renew.set()
        for thread in threads:
            thread.join()


def _follow_beside(
    changes: Iterator[set[FileChange]], renew: Event, changed: Callable[[], None]
) -> None:
    """Pass changes on; a folder may be another one now, so look inside anew."""
    for change in changes:
        if change:
            renew.set()
            changed()


def _follow_inside(
    changes: Iterator[set[FileChange]],
    paths: Sequence[Path],
    stop: Event,
    renew: Event,
    changed: Callable[[], None],
) -> None:
    """Pass changes on, and start again whenever the folders are other ones."""
    while True:
        for change in changes:
            if change:
                changed()
        if stop.is_set():
            return
        renew.clear()
        with suppress(FileNotFoundError):  # gone this very moment; try once more
            changes = _inside(paths, renew)
        changed()  # whatever happened between the two watchers


def _beside(paths: Sequence[Path], stop: Event) -> Iterator[set[FileChange]]:
    """Watch the folders above the paths for the paths themselves."""
    names = {str(path) for path in paths}

    def is_ours(_: Change, path: str) -> bool:
        return path in names

    changes = watch(
        *sorted({path.parent for path in paths}),
        watch_filter=is_ours,
        stop_event=stop,
        rust_timeout=_INTERVAL,
        yield_on_timeout=True,
        recursive=False,
    )
    return _begun(changes)


def _inside(paths: Sequence[Path], stop: Event) -> Iterator[set[FileChange]]:
    """Watch everything inside those paths that are folders now."""
    changes = watch(
        *(path for path in paths if path.is_dir()),
        watch_filter=_is_content,
        stop_event=stop,
        rust_timeout=_INTERVAL,
        yield_on_timeout=True,
    )
    return _begun(changes)


def _begun(changes: Iterator[set[FileChange]]) -> Iterator[set[FileChange]]:
    """Start a watcher, which otherwise begins when it is first asked."""
    next(changes, None)  # None: told to stop meanwhile
    return changes


def _is_content(_: Change, path: str) -> bool:
    """Pass over what editors and systems keep beside the files: .swp, #a#, a~."""
    name = Path(path).name
    return not name.startswith((".", "#")) and not name.endswith("~")
