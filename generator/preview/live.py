"""The live preview (实时预览): build, show, wait for a change, and again."""

import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

from generator.preview.answers import answer
from generator.preview.board import Board, Rebuilt
from generator.preview.server import serving
from generator.preview.watch import watching
from generator.problems import GeneratorError

# How soon `stop` is noticed, in seconds.
_INTERVAL = 0.1


def serve(
    root: Path,
    port: int,
    rebuild: Callable[[], Rebuilt],
    watch_paths: Sequence[Path],
    started: Callable[[str], None],
    *,
    stop: Event | None = None,
) -> None:
    """Show the site until Ctrl-C, SIGTERM or `stop`, then return.

    `root` is the folder that `rebuild` publishes to; it need not exist yet.
    `rebuild` runs in the calling thread, at the start and after every change
    below `watch_paths`; Ctrl-C interrupts it too. `started` hears the address,
    such as http://127.0.0.1:8000/, before the first build. Port 0 is any free
    port.

    Raises GeneratorError if the port is taken or files cannot be watched. What
    `rebuild` raises appears in the pages, like the problems that it returns.
    """
    board, wake, stop = Board(), Event(), stop or Event()
    with (
        suppress(KeyboardInterrupt),
        _sigterm_like_ctrl_c(),
        serving(port, partial(answer, root, board)) as address,
        watching(watch_paths, wake.set),
    ):
        started(address)
        while not stop.is_set():
            wake.clear()
            board.post(_attempt(rebuild))
            while not (wake.wait(_INTERVAL) or stop.is_set()):
                pass


def _attempt(rebuild: Callable[[], Rebuilt]) -> Rebuilt:
    """Build once; whatever goes wrong is a problem to show, not an end."""
    try:
        return rebuild()
    except GeneratorError as error:
        return Rebuilt((str(error),), ok=False)
    except Exception:  # noqa: BLE001 (a fault of ours must not end the preview)
        first = "生成器自己出错了，不是内容的错。请把下面几行告诉维护者。"
        return Rebuilt((f"{first}\n\n{traceback.format_exc()}",), ok=False)


@contextmanager
def _sigterm_like_ctrl_c() -> Iterator[None]:
    """Let SIGTERM end the preview the way Ctrl-C does.

    Signals belong to the main thread; in another one, as in tests, there is
    nothing to do.
    """
    if current_thread() is not main_thread():
        yield
        return

    def interrupt(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
