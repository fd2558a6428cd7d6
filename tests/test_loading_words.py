"""Loading: the file of everyday words becomes words, its mistakes become problems."""

import pytest

from generator.loading.load import Loaded, load
from generator.model.words import NO_WORDS
from tests.loading_samples import WriteTree, places
from tests.trees import EMPTY

WORDS = """\
matters:
  - {matter: dibao, say: [吃低保, 困难补助], reason: 叫法}
  - matter: dibao
    say:
      - 揭不开锅
    reason: 来电
terms:
  - {say: [爷爷, 奶奶], means: [老年人, 高龄], reason: 称呼}
ignore: [怎么办, 请问]
"""


def words_file(write_tree: WriteTree, text: str) -> Loaded:
    """Load a site whose file of everyday words has this text."""
    return load(write_tree(EMPTY | {"content/words.yml": text}))


def test_words(write_tree: WriteTree) -> None:
    """Each part of the file is read, in its order; a matter may stand twice."""
    loaded = words_file(write_tree, WORDS)
    words = loaded.catalog.words
    assert places(loaded) == []
    assert [(m.matter, m.say, m.reason) for m in words.matters] == [
        ("dibao", ("吃低保", "困难补助"), "叫法"),
        ("dibao", ("揭不开锅",), "来电"),
    ]
    assert [(t.say, t.means, t.reason) for t in words.terms] == [
        (("爷爷", "奶奶"), ("老年人", "高龄"), "称呼")
    ]
    assert words.ignore == ("怎么办", "请问")


def test_no_file_is_no_words(write_tree: WriteTree) -> None:
    """The file is optional, and so is each of its parts."""
    assert load(write_tree(EMPTY)).catalog.words == NO_WORDS
    loaded = words_file(write_tree, "ignore: [请问]\n")
    words = loaded.catalog.words
    assert places(loaded) == []
    assert (words.matters, words.terms, words.ignore) == ((), (), ("请问",))


def test_every_entry_knows_its_place(write_tree: WriteTree) -> None:
    """Brackets or lines: an entry is pointed at where it stands."""
    words = words_file(write_tree, WORDS).catalog.words
    first, second = words.matters
    (term,) = words.terms
    spots = [
        words.spot(first.record, "say", 1),
        words.spot(second.record, "say", 0),
        words.spot(term.record, "say", 1),
        words.spot(term.record, "means", 1),
        words.spot(words.record, "ignore", 1),
    ]
    assert {spot.path for spot in spots} == {"content/words.yml"}
    assert [(spot.line, spot.column) for spot in spots] == [
        (2, 32),
        (5, 9),
        (8, 16),
        (8, 34),
        (9, 15),
    ]


def test_a_refused_entry_moves_no_other(write_tree: WriteTree) -> None:
    """What is left out for a mistake does not shift the places of the rest."""
    text = f"ignore: [请问, '', [附近], {'长' * 501}, 附近, 请问, 'null', 怎么办]\n"
    loaded = words_file(write_tree, text)
    words = loaded.catalog.words
    assert places(loaded) == ["empty-value 1:14", "wrong-shape 1:18", "too-long 1:24"]
    assert words.ignore == ("请问", "附近", "请问", "null", "怎么办")
    columns = [words.spot(words.record, "ignore", n).column for n in range(5)]
    assert columns == [10, 527, 531, 535, 543]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ["empty-file 1:1"], id="empty"),
        pytest.param("- 请问\n", ["wrong-shape 1:1"], id="a-list"),
        pytest.param("吃低保\n", ["wrong-shape 1:1"], id="a-text"),
        pytest.param("ignored: [请问]\n", ["unknown-key 1:1"], id="unknown"),
        pytest.param(
            "matters: {matter: x}\n", ["wrong-shape 1:1"], id="one-for-a-list"
        ),
        pytest.param(
            "matters: [{matter: x, say: [吃低保]}]\n",
            ["missing-key 1:11"],
            id="no-reason",
        ),
        pytest.param(
            "matters: [{say: [吃低保], reason: 叫法}]\n",
            ["missing-key 1:11"],
            id="no-matter",
        ),
        pytest.param(
            "terms: [{say: [爷爷], reason: 称呼}]\n",
            ["missing-key 1:9"],
            id="no-meaning",
        ),
        pytest.param(
            "terms: [{say: 爷爷, means: [老人], reason: 称呼}]\n",
            ["wrong-shape 1:15"],
            id="a-text-for-a-list",
        ),
        pytest.param(
            "matters: [{matter: 低保, say: [吃低保], reason: 叫法}]\n",
            ["bad-id 1:20"],
            id="no-id",
        ),
        pytest.param("ignore: [请\u200b问]\n", ["hidden-character 1:11"], id="hidden"),
        pytest.param(
            "ignore: [138 0013 8000]\n", ["mobile-number 1:10"], id="mobile-number"
        ),
    ],
)
def test_mistakes_in_the_words(
    write_tree: WriteTree, text: str, expected: list[str]
) -> None:
    """They are told as in every file, at the value."""
    assert places(words_file(write_tree, text)) == expected


@pytest.mark.parametrize(
    "path",
    [
        "content/words.yaml",
        "content/Words.yml",
        "content/word.yml",
        "content/words.yml.txt",
        "content/words/words.yml",
    ],
)
def test_a_file_of_another_name_is_not_read(write_tree: WriteTree, path: str) -> None:
    """It is not passed over in silence either."""
    loaded = load(write_tree(EMPTY | {path: WORDS}))
    assert loaded.catalog.words == NO_WORDS
    (problem,) = loaded.problems
    assert (problem.place.path, problem.rule) == (path, "file-name")
    assert "content/words.yml" in problem.cure
