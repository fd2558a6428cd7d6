"""Faults of a library written in Rust: an exception that is none, and noise."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ERRORS = 2  # the number of standard error


def is_panic(error: BaseException) -> bool:
    """Tell a fault inside the library (恐慌), whose class is no Exception."""
    return type(error).__name__ == "PanicException"


@contextmanager
def unheard() -> Iterator[None]:
    """Keep what the library prints about its own faults from whoever imports a table.

    It writes past Python to standard error, so that this is closed meanwhile.
    """
    kept = -1
    with suppress(OSError):  # standard error may be closed already
        kept = os.dup(_ERRORS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _ERRORS)
        os.close(nowhere)
    try:
        yield
    finally:
        if kept >= 0:
            os.dup2(kept, _ERRORS)
            os.close(kept)
