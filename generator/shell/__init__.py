"""The frame of every page and the prose pages, made by MkDocs and Material.

This room never sees a list, an office or an item, and nothing of MkDocs leaves it:
it hands out text and bytes.
"""

from generator.shell.building import build_shell
from generator.shell.cutting import Shell

__all__ = ["Shell", "build_shell"]
