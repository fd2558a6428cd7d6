"""The site's search as it runs in a browser, without one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from generator.evaluation.queries import FIVE, Answer, Hit, Query
from generator.evaluation.v8 import Call, start
from generator.outputs import OutputFile
from generator.shell.assets import SEARCH, read_script

INDEX, MORE = "search/index.js", "search/more.js"


@contextmanager
def open_engine(
    search_files: Iterable[OutputFile], theme: Path, *, learnt: bool = True
) -> Iterator[Call]:
    """Load search files and the theme's scripts, as `find.html` does.

    Without `learnt` it stands as before `more.js` has come. What is handed out calls
    functions of the scripts, `qingdan.search` for one.
    """
    made = {file.path: file.content.decode() for file in search_files}
    with start(_scripts(made, theme, learnt=learnt)) as call:
        if learnt:
            call("evaluation.learn")
        yield call


def answer_all(call: Call, queries: Sequence[Query]) -> list[Answer]:
    """Ask every query; hits are the first five matters, best first."""
    words = [query.words for query in queries]
    return [
        Answer(found["street"], tuple(Hit(*hit) for hit in found["hits"]))
        for found in call("evaluation.answerAll", words, FIVE)
    ]


def _scripts(
    made: dict[str, str], theme: Path, *, learnt: bool
) -> Iterator[tuple[str, str]]:
    host = files("generator.evaluation").joinpath("host.js")
    yield "host.js", host.read_text("utf-8")
    yield INDEX, made[INDEX]
    for name in SEARCH:
        yield f"{name}.js", read_script(theme, "search", name)
    if learnt:
        later = sorted(path for path in made if path != INDEX)
        yield from ((path, made[path]) for path in later)
