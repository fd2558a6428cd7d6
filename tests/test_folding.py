"""Folding and cutting lose nothing, and folded text is in its last form."""

from hypothesis import given
from hypothesis import strategies as st

from generator.folding import FOLD, PAIRS, RADICALS, SIMPLIFIED, fold, squash, tokens


@given(st.text())
def test_folding_again_changes_no_token(text: str) -> None:
    """Folded text is in its last form."""
    assert tokens(fold(text)) == tokens(text)
    assert squash(squash(text)) == squash(text)


@given(st.text(alphabet="低保障证人口户", min_size=2))
def test_pairs_overlap_and_cover_a_run(text: str) -> None:
    """The text can be read back from its pairs: nothing is lost."""
    pairs = tokens(text)
    assert pairs[0][0] + "".join(pair[1] for pair in pairs) == text


@given(st.text(), st.text())
def test_every_character_is_folded_on_its_own(one: str, other: str) -> None:
    """So a folded text can be found in a folded text, and marked in the text itself."""
    assert fold(one + other) == fold(one) + fold(other)


def test_the_tables_are_pairs() -> None:
    """No character stands for two, and none that another one stands for for a third."""
    assert len(FOLD) == len(RADICALS) + len(SIMPLIFIED)
    pairs = set(zip(FOLD[::2], FOLD[1::2], strict=True))
    assert pairs == set(PAIRS.items())
    assert set(PAIRS).isdisjoint(PAIRS.values())


def test_the_table_has_the_usual_traditional_characters() -> None:
    """Words that residents from elsewhere type."""
    said = "戶口 醫療 養老 證明 殘疾 撫卹 勞動 爭議 違章 建築 噪聲 擾民 臺灣 裡 麵館"
    plain = "户口 医疗 养老 证明 残疾 抚恤 劳动 争议 违章 建筑 噪声 扰民 台湾 里 面馆"
    assert fold(said) == plain


def test_words_of_the_mainland_stay() -> None:
    """What is simplified already is never changed."""
    for text in ("著名", "后面", "范里村", "云南", "台州", "征收", "余某", "于某"):
        assert fold(text) == text
