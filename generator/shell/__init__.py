"""The frame of every page and the prose pages, made by MkDocs and Material.

This room never sees a list, an office or an item, and nothing of MkDocs leaves it:
it hands out text and bytes.
"""

from generator.shell.building import build_shell
from generator.shell.cutting import Shell
from generator.shell.headers import SERVERS, cloud_headers, header_snippet
from generator.shell.offline import with_worker

__all__ = [
    "SERVERS",
    "Shell",
    "build_shell",
    "cloud_headers",
    "header_snippet",
    "with_worker",
]
