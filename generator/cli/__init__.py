"""The command line `qingdan`: the only room that prints, exits and asks the clock."""

from generator.cli.commands import main

__all__ = ["main"]
