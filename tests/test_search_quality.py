"""How well the demo's search answers: floors under the figures, and full recall."""

from functools import cache

import pytest

from generator.evaluation import Report, answer_all, judge, read_queries
from generator.folding import squash
from tests.conftest import REPO
from tests.engines import FOUND, demo, demo_engine

KINDS = ("pinyin", "pinyin-initials", "traditional")
MISSED = """(parts) => parts.filter(([part, ids]) => {
  const found = new Set(qingdan.search(part).matters.map((hit) => hit.document.row[0]));
  return !ids.every((id) => found.has(id));
})"""


@cache
def report() -> Report:
    """Ask all of the project's own queries once."""
    queries = read_queries(REPO / "tests" / "queries.jsonl")
    return judge(queries, answer_all(demo_engine(), queries))


def told() -> list[str]:
    """Say what fails, for whoever reads a failed test."""
    return [f"{one.query.words}: {one.rank}" for one in report().failures]


def test_the_queries_are_many_and_of_every_kind() -> None:
    """Two hundred at least, each for matters that there are, none twice."""
    queries = [one.query for one in report().judged]
    known = {matter.id for matter in demo().matters}
    assert len(queries) >= 200
    assert len({query.words for query in queries}) == len(queries)
    assert {"place", "typo", "sentence", "negative", *KINDS} <= set(report().by_kind)
    assert [q.words for q in queries if not known.intersection(q.accept)] == []


def test_own_queries_are_answered() -> None:
    """The floors that keep the search from sliding back."""
    score = report().overall
    assert score.success_at_1 >= 0.88, told()
    assert score.success_at_5 >= 0.96, told()


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_writing_is_answered(kind: str) -> None:
    """Pinyin, its initials, traditional characters."""
    assert report().by_kind[kind].success_at_5 >= 0.9, told()


def test_every_place_sets_its_street() -> None:
    """The street that the query names."""
    streets = report().with_street
    assert len(streets) >= 20
    assert [one.query.words for one in streets if one.is_astray] == []


@pytest.mark.parametrize("learnt", [False, True], ids=["at-first", "learnt"])
def test_every_part_of_a_title_finds_it(learnt: bool) -> None:  # noqa: FBT001 - pytest passes by name
    """Two to six characters of it, before and after `more.js`."""
    parts: dict[str, set[str]] = {}
    for matter in demo().matters:
        for size in range(2, 7):
            for start in range(len(matter.title) - size + 1):
                part = matter.title[start : start + size]
                parts.setdefault(part, set()).add(matter.id)
    # Punctuation alone is no word: there is nothing to find by it.
    asked = [[part, sorted(ids)] for part, ids in parts.items() if squash(part)]
    assert len(asked) > 10_000
    assert demo_engine(learnt=learnt)(MISSED, asked) == []


def test_a_title_that_is_negative_comes_first_like_any_other() -> None:
    """Whoever types a whole title gets that matter, whatever its answer."""
    titles: dict[str, set[str]] = {}
    for matter in demo().matters:
        titles.setdefault(squash(matter.title), set()).add(matter.id)
    missed: dict[str, list[str]] = {"ours": [], "others": []}
    for matter in demo().matters:
        first = demo_engine()(FOUND, matter.title)["matters"][0]["id"]
        if first not in titles[squash(matter.title)]:
            missed["ours" if matter.tone == "ours" else "others"].append(matter.title)
    assert missed["others"] == []
    assert missed["ours"] == []
