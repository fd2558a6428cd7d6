"""Evaluation (检索测评): asks the site's own search many queries and counts.

The very scripts of the theme run here, in V8, over the very index that is built, so
that what is measured is what residents get. This room never ranks by itself, never
writes and never asks the clock.
"""

from generator.evaluation.engine import answer_all, open_engine
from generator.evaluation.judging import Judged, Report, judge
from generator.evaluation.queries import Query, read_queries
from generator.evaluation.showing import as_json, as_text

__all__ = [
    "Judged",
    "Query",
    "Report",
    "answer_all",
    "as_json",
    "as_text",
    "judge",
    "open_engine",
    "read_queries",
]
