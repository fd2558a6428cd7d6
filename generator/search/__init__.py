"""Search (搜索): index files over matters and places, read by the browser.

One document per matter, not per page. Everything is written as scripts that assign
to one name, so that the site also searches when opened as files. This room never
ranks (the browser does), never reads content and never writes.
"""

from generator.search.build import build_search

__all__ = ["build_search"]
