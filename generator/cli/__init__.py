"""The command line `qingdan`: the only room that prints, exits and asks the clock."""

import gc

# A build makes values by the hundred thousand and keeps them. Looking for garbage as
# often as Python does by default costs noticeable time, already while it imports.
gc.set_threshold(200_000)

from generator.cli.commands import main  # noqa: E402 - see above

__all__ = ["main"]
