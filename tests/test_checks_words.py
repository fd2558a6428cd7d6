"""Checks: everyday words say something new, of a matter there is."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.checks_trees import KIND, found_alone, own, spell, standard
from tests.trees import EMPTY, Files, amend, problems

WriteTree = Callable[[Files], Path]
LONG = "说" * 21
LIST = own(
    "{id: x, title: 最低生活保障申请, plain: 申请低保, keywords: [困难补助]}",
    "{id: y, title: 养犬登记, description: 给狗办证的手续}",
)


def words(*lines: str) -> Files:
    """Write the file of everyday words."""
    return {"content/words.yml": "".join(f"{line}\n" for line in lines)}


def matter(say: str, name: str = "x") -> str:
    """Write one entry of `matters`; of a short id the sayings begin in column 21."""
    return f"- {{matter: {name}, say: [{say}], reason: 叫法}}"


def term(say: str, means: str = "低保") -> str:
    """Write one entry of `terms` in one line; the sayings begin in column 10."""
    return f"- {{say: [{say}], means: [{means}], reason: 叫法}}"


MISTAKES = [
    pytest.param(
        ("matters:", matter("吃低保", "z")), ["2:12 unknown-item"], id="matter"
    ),
    pytest.param(
        ("matters:", matter("狗, 遛狗", "y")), ["2:21 word-length"], id="short"
    ),
    pytest.param(("terms:", term(f"穷人, {LONG}")), ["2:14 word-length"], id="long"),
    pytest.param(("ignore: [请问, '？！']",), ["1:14 word-length"], id="only-marks"),
    pytest.param(("terms:", term("穷人", "'。'")), ["2:23 word-length"], id="mark"),
    pytest.param(
        ("matters:", matter("吃低保, 吃 低保")), ["? 2:26 duplicate-word"], id="twice"
    ),
    pytest.param(
        ("matters:", matter("吃低保"), matter("穷人, 吃低保")),
        ["? 3:25 duplicate-word"],
        id="in-two-entries",
    ),
    pytest.param(
        ("terms:", term("穷人, 窮人", "低保, 低保")),
        ["? 2:14 duplicate-word", "? 2:31 duplicate-word"],
        id="in-a-group",
    ),
    pytest.param(
        ("ignore:", "- 请问", "- 请问"), ["? 3:3 duplicate-word"], id="ignored-twice"
    ),
    pytest.param(
        ("matters:", matter("吃低保, 生活保障")), ["? 2:26 needless-word"], id="title"
    ),
    pytest.param(("matters:", matter("低保")), ["? 2:21 needless-word"], id="plain"),
    pytest.param(
        ("terms:", term("困难补助, 补助", "困难补助")),
        ["? 2:10 needless-word"],
        id="the-official-word",
    ),
    pytest.param(
        ("terms:", term("穷人", "低保户")), ["? 2:23 unknown-term"], id="means"
    ),
    pytest.param(("ignore: [养犬登记]",), ["1:10 ignored-word"], id="ignored-title"),
    pytest.param(("ignore: [申请低保]",), ["1:10 ignored-word"], id="ignored-plain"),
    pytest.param(
        ("ignore: [遛狗]", "matters:", matter("遛狗", "y")),
        ["1:10 ignored-word"],
        id="ignored-saying",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), MISTAKES)
def test_one_mistake_one_message(
    write_tree: WriteTree, lines: tuple[str, ...], expected: list[str]
) -> None:
    """The mistake is found at its place, and it is the only one found."""
    found = found_alone(write_tree(EMPTY | LIST | words(*lines)), expected)
    assert found == [
        line.replace("? ", "? words.yml:")
        if line.startswith("? ")
        else f"words.yml:{line}"
        for line in expected
    ]


GOOD = [
    pytest.param(("matters:", matter("吃低保, 困难补助")), id="a-keyword"),
    pytest.param(("matters:", matter("低保申请"), matter("KTV", "y")), id="order"),
    pytest.param(("matters:", matter("穷人"), matter("穷人", "y")), id="two-matters"),
    pytest.param(("matters:", matter("说" * 20)), id="as-long-as-may-be"),
    pytest.param(("terms:", term("穷人"), term("穷人", "狗")), id="two-groups"),
    pytest.param(("terms:", term("宠物", "养犬, 手续, 困难补助, 低 保")), id="means"),
    pytest.param(("ignore: [的, 请问, 登记]",), id="part-of-a-title"),
]


@pytest.mark.parametrize("lines", GOOD)
def test_good_words_are_not_touched(
    write_tree: WriteTree, lines: tuple[str, ...]
) -> None:
    """Words that help are no reason for a remark."""
    assert found_alone(write_tree(EMPTY | LIST | words(*lines)), []) == []


def test_a_matter_of_the_past_may_be_named(write_tree: WriteTree) -> None:
    """People go on asking for what was withdrawn, or what no street adopted."""
    withdrawn = "{withdraw: y, reason: 收回, successor: {unit: 区公安局}}"
    files = LIST | amend("a/s", "2021-01-01", withdrawn)
    files |= {
        path.replace("standard/s/", "standard/t/"): text.replace("list: s", "list: t")
        for path, text in standard("{id: z, title: 某事}").items()
    }
    said = words("matters:", matter("遛狗", "y"), matter("吃低保", "z"))
    assert found_alone(write_tree(EMPTY | files | said), []) == []


def test_a_word_is_needless_where_every_list_has_it(write_tree: WriteTree) -> None:
    """One street's plain name does not help the residents of another."""
    said = words("matters:", matter("低保, 生活"))
    other = {
        "content/offices/b.yml": "id: b\nname: 乙街道\n",
        "content/lists/b/s/2020-01-01.yml": LIST[
            "content/lists/a/s/2020-01-01.yml"
        ].replace(", plain: 申请低保", ""),
    }
    found = found_alone(write_tree(EMPTY | LIST | other | said), [])
    assert found == ["? words.yml:2:25 needless-word"]


def test_the_last_name_counts(write_tree: WriteTree) -> None:
    """A word of a former title is an everyday word now."""
    renamed = "{revise: y, set: {title: 犬只备案}, reason: 更正}"
    files = LIST | amend("a/s", "2021-01-01", renamed)
    said = words("matters:", matter("养犬登记, 犬只", "y"))
    found = found_alone(write_tree(EMPTY | files | said), [])
    assert found == ["? words.yml:2:27 needless-word"]


def names(count: int) -> list[str]:
    """Make ids."""
    return [f"m{number}" for number in range(count)]


def many(count: int) -> Files:
    """Write a list of so many matters."""
    return own(*(f"{{id: {name}, title: 事{name}}}" for name in names(count)))


def wide(root: Path) -> list[str]:
    """Spell what is found to be too wide; other rules find nothing."""
    found = [p for p in problems(root) if p.place.path == "content/words.yml"]
    assert {p.rule for p in found} <= {"too-wide-word"}
    return [f"{spell(p)} {p.sentence}" for p in found]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (12, []),
        (
            14,
            [
                "words.yml:14:23 too-wide-word “补助”给了 14 个事项，最多 12 个：什么都指，就等于什么都没说。"
            ],
        ),
    ],
)
def test_a_saying_has_few_matters(
    write_tree: WriteTree, count: int, expected: list[str]
) -> None:
    """It is told once, where it became too many."""
    said = words("matters:", *(matter("补助", name) for name in names(count)))
    assert wide(write_tree(EMPTY | many(20) | said)) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (6, []),
        (
            8,
            [
                "words.yml:8:10 too-wide-word “补助”写进了 8 组，最多 6 组：什么都指，就等于什么都没说。"
            ],
        ),
    ],
)
def test_a_saying_has_few_groups(
    write_tree: WriteTree, count: int, expected: list[str]
) -> None:
    """So it is with groups of words; a group counts once."""
    lines = (term("补助", f"事{name}") for name in names(count))
    assert wide(write_tree(EMPTY | many(20) | words("terms:", *lines))) == expected


def test_a_broken_list_hides_no_matter(write_tree: WriteTree) -> None:
    """What an error in a list may have cost is not asked for."""
    said = words("matters:", matter("遛狗", "z"), "terms:", term("穷人", "某词"))
    broken = own("{id: Z, title: 某词}", "{id: x, title: 甲事}")
    found = found_alone(write_tree(EMPTY | broken | said), [])
    assert [line.rsplit(" ", 1)[1] for line in found] == ["bad-id"]


def test_the_nearest_name_is_told(write_tree: WriteTree) -> None:
    """A slip is mended with the name that shares most with it."""
    said = words("matters:", matter("遛狗", "xx"), "terms:", term("穷人", "生话保障"))
    cures = [p.cure for p in problems(write_tree(EMPTY | LIST | said))]
    assert "最接近的名称是“最低生活保障申请”" in cures[-1]
    files = own("{id: dog, title: 养犬登记}", head=KIND)
    said = words("matters:", matter("遛狗", "dig"))
    (problem,) = problems(write_tree(EMPTY | files | said))
    assert problem.cure.startswith("是不是“dog”？")


def thousands() -> Iterable[str]:
    """Write 15,000 sayings and 900 groups, all of a wrong matter or word."""
    yield "matters:"
    for number in range(1500):
        says = ", ".join(f"说法{number}之{nth}" for nth in range(10))
        yield matter(says, f"n{number}")
    yield "terms:"
    for number in range(900):
        yield term(f"说{number}", f"词{number}")


def test_many_words_are_checked_soon(write_tree: WriteTree) -> None:
    """Even where each of them is wrong: a guess costs time, so few get one."""
    root = write_tree(EMPTY | many(500) | words(*thousands()))
    began = time.process_time()
    found = problems(root)
    assert time.process_time() - began < 5
    rules = [problem.rule for problem in found]
    assert (rules.count("unknown-item"), rules.count("unknown-term")) == (1500, 900)
