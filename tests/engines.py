"""The search's scripts in V8, without a browser; each is opened once for all tests."""

import atexit
from contextlib import ExitStack
from functools import cache

from generator.evaluation.engine import open_engine
from generator.evaluation.v8 import Call
from generator.history.changes import NOT_RECORDED
from generator.pipeline import examine, find_theme, plan_of
from generator.search import build_search
from generator.site_model.findable import Findable
from generator.site_model.site import plan_site
from tests.accept import TODAY
from tests.conftest import REPO
from tests.search_samples import SAMPLE

OPEN = ExitStack()
atexit.register(OPEN.close)

FOUND = """(words, given) => {
  const found = qingdan.search(words, given || {});
  const hits = found.matters.map(({ document, text, meant, score }) => (
    { id: document.row[0], words: text && text.words, meant: !!meant, score }));
  const places = found.places.map(({ document }) => document.row[1]);
  return { ...found, matters: hits, places };
}"""


@cache
def demo() -> Findable:
    """Everything that the search of the demo district finds."""
    plan = plan_of(REPO, examine(REPO, TODAY), TODAY, NOT_RECORDED)
    return plan_site(plan).findable


def open_on(findable: Findable, *, learnt: bool = True) -> Call:
    """Open an engine on what can be found; it stays open until the tests end."""
    files = build_search(findable)
    return OPEN.enter_context(open_engine(files, find_theme(REPO), learnt=learnt))


@cache
def demo_engine(*, learnt: bool = True) -> Call:
    """Open the engine of the demo district, before or after it has learnt the rest."""
    return open_on(demo(), learnt=learnt)


@cache
def sample_engine() -> Call:
    """Open the engine of the small district in search_samples."""
    return open_on(SAMPLE)
