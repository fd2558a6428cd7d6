"""Page records in, HTML bodies out: the only door to Jinja2.

This room never decides what a page says or where it stands, and never sees the
frame around the body.
"""

from generator.rendering.environment import Renderer, open_renderer, render_sheet

__all__ = ["Renderer", "open_renderer", "render_sheet"]
