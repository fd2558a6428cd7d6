"""Show the site while it is being edited: build, serve, watch, reload.

Serves to this machine only. It reads the built site and adds its own lines to
the pages on their way out; it never writes a file itself.
"""

from generator.preview.board import Rebuilt
from generator.preview.live import serve

__all__ = ["Rebuilt", "serve"]
