"""Atom feeds (订阅): what changed, for programs that tell people of news.

Valid by RFC 4287. This room never asks the clock, never looks at `Plan.today`,
never writes files, and never puts markup together as text: all escaping is done by
the standard library. An entry, once published, keeps its id and its bytes whatever
is added later.
"""

from generator.export.feeds import feeds

__all__ = ["feeds"]
