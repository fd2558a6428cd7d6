"""Asking: slips, places in the query, what says nothing, what counts more."""

import pytest

from tests.engines import FOUND, open_on, sample_engine
from tests.spoken import SPOKEN, ask, spoken


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("低保", "低保", 0),
        ("低保", "低宝", 1),
        ("低保证", "低证", 1),
        ("低证", "低保证", 1),
        ("低保", "保低", 1),
        ("abcd", "badc", 2),
        ("", "ab", 2),
        ("abcdef", "ghijkl", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    """Wrong, missing, doubled and swapped characters; more than two are not counted."""
    assert sample_engine()("qingdan.slips.distance", one, other, 2) == slips


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("婚姻登己", id="wrong-alike"),
        pytest.param("婚姻登汜", id="wrong"),
        pytest.param("婚姻记", id="missing"),
        pytest.param("婚姻姻登记", id="doubled"),
        pytest.param("姻婚登记", id="swapped"),
        pytest.param("昏因登记", id="two-homophones"),
        pytest.param("婚姻登機", id="homophone-in-traditional"),
    ],
)
def test_a_slip_still_finds_it(typed: str) -> None:
    """One slip is forgiven, and characters that sound alike."""
    assert ask(typed)["matters"][0]["id"] == "marriage"


def test_what_was_meant_is_said_and_only_then() -> None:
    """An exact query is taken at its word."""
    assert ask("昏因登记")["meant"] == "婚姻登记"
    for exact in ("婚姻登记", "低保", "低保证明", "婚姻登記", "hunyindengji", "结婚"):
        assert ask(exact)["meant"] == "", exact


def test_ignored_words_change_no_answer() -> None:
    """They say nothing about the matter; alone they are still looked for."""
    plain = [hit["id"] for hit in ask("老年证")["matters"]]
    assert [hit["id"] for hit in ask("请问附近哪里老年证电话")["matters"]] == plain
    assert ask("电话")["asked"] == "电话"


def test_everyday_words_stand_for_official_ones() -> None:
    """And count less than what a title says itself."""
    assert ask("扯证")["matters"][0]["id"] == "marriage"
    assert ask("生娃")["matters"][0]["id"] == "birth"
    assert ask("扯证")["matters"][0]["score"] < ask("婚姻登记")["matters"][0]["score"]


def test_what_is_learnt_later_was_not_known_before() -> None:
    """`more.js` brings it."""
    assert open_on(SPOKEN, learnt=False)(FOUND, "扯证")["matters"] == []


def test_every_matter_is_found_once_by_its_best_text() -> None:
    """Writing, sound and slips find the same matter; it stands in the list once."""
    for words in ("低保dibao", "婚姻登记hydj", "昏因登记", "老年z"):
        found = [hit["id"] for hit in ask(words)["matters"]]
        assert len(found) == len(set(found)) > 0


def test_hits_stand_in_the_order_of_their_scores() -> None:
    """Also after lists were joined."""
    for words in ("登记", "老年证", "dibao", "昏因登记", "证"):
        scores = [hit["score"] for hit in ask(words)["matters"]]
        assert scores == sorted(scores, reverse=True)


def test_my_street_comes_first_among_equals() -> None:
    """What my street has counts more."""
    call = spoken()
    mine = f"(words, id) => ({FOUND})(words, {{ mine: new Set([id]) }})"
    for own in ("birth", "marriage"):
        assert call(mine, "登记", own)["matters"][0]["id"] == own


def test_a_negative_answer_ranks_like_any_other() -> None:
    """A proof that nobody needs is found first by its name."""
    found = ask("低保证明")["matters"]
    assert found[0]["id"] == "proof"
    assert "proof" in [hit["id"] for hit in ask("低保")["matters"][:2]]


def test_nothing_near_is_said_to_be_near() -> None:
    """Where no answer covers enough, the nearest few are marked as such."""
    long = "昨天晚上在小区门口遇到一件说不清楚的事情想找人问问登记簿"
    found = ask(long)
    assert found["near"] is True
    assert 0 < len(found["matters"]) <= 10
    assert ask("火星移民")["matters"] == []


@pytest.mark.parametrize(
    "words", ["", " ", "！？", "😀", "a", "的", "\ud800", "低" * 500]
)
def test_any_query_has_an_answer(words: str) -> None:
    """Nothing that is typed stops the search."""
    assert isinstance(ask(words)["matters"], list)


def test_one_character_finds_all_that_have_it() -> None:
    """So there is an answer while typing."""
    found = {hit["id"] for hit in ask("婚")["matters"]}
    assert found == {"marriage"}
    assert {"card", "card-lost", "proof"} <= {hit["id"] for hit in ask("证")["matters"]}


def test_an_index_ranks_what_is_rare_above_what_is_common() -> None:
    """The engine alone: a store of texts, and a query."""
    rank = """(texts, words) => {
      const { text, engine } = qingdan;
      const one = (words) => ({ words, whole: text.squash(words),
        list: text.tokens(words), weight: 1 });
      const store = engine.open(texts.map((words, row) => ({ row, texts: [one(words)] })));
      return engine.rank(store, engine.readQuery(words), () => 0)
        .map(({ document }) => document.row);
    }"""
    texts = ["残疾人证申请", "老年证申请", "居住证申请", "居住证", "居住登记"]
    call = sample_engine()
    assert call(rank, texts, "居住证")[0] == 3
    assert call(rank, texts, "老年申请")[0] == 1
    assert sorted(call(rank, texts, "申请")) == [0, 1, 2]
    assert call(rank, texts, "火星") == []
    assert call(rank, [], "居住证") == []
