"""The result of the latest build, where every open page can ask for it."""

import secrets
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How a build ended: `ok` if the site on disk is the new one.

    `problems` are texts ready to read, of several lines each: errors where not
    `ok`, otherwise reminders.
    """

    problems: tuple[str, ...] = ()
    ok: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """What hangs on the board: a name for this state, and the latest result.

    The name differs from that of every other state, also after a restart.
    `rebuilt` is None until the first build has ended.
    """

    state: str
    rebuilt: Rebuilt | None


class Board:
    """The notice board (告示) between the one builder and the many pages."""

    def __init__(self) -> None:
        """Start without a result."""
        self._changed = Condition()
        self._start = secrets.token_hex(4)
        self._number = 0
        self._closed = False
        self._notice = Notice(f"{self._start}-0", None)

    def post(self, rebuilt: Rebuilt) -> None:
        """Hang up a new result and wake everybody who waits for one."""
        with self._changed:
            self._number += 1
            self._notice = Notice(f"{self._start}-{self._number}", rebuilt)
            self._changed.notify_all()

    def read(self) -> Notice:
        """Return the latest notice."""
        return self._notice

    def wait(self, seen: str, seconds: float) -> Notice:
        """Return the latest notice as soon as its state is not `seen`.

        Returns the old one when the time is up or the board is closed.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._notice.state != seen, seconds
            )
            return self._notice

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
