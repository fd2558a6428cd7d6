"""The site model: the home page, the communities, and the names from A to Z."""

from collections.abc import Callable
from pathlib import Path

from generator.site_model.overview_pages import AtoZPage, CommunitiesPage
from generator.site_model.pages import HomePage
from generator.site_model.pinyin import by_letter, pinyin
from tests.site_model_trees import get
from tests.trees import CONFIG, EMPTY, Files, amend, office, pages, whole

WriteTree = Callable[[Files], Path]


def test_home(write_tree: WriteTree) -> None:
    """Every number is counted, every link leads to a matter."""
    config = CONFIG["site_config.yml"] + (
        "most_asked: [y, x]\n"
        "life_events: [{title: 养老, matters: [x], categories: [救助]}, "
        "{title: 空的, categories: [没有]}]\n"
    )
    files = EMPTY | {"site_config.yml": config}
    files |= whole(
        "a/s", "2020-01-01", "{id: x, title: 甲, plain: 办甲}", "{id: y, title: 乙, category: 救助}"
    )  # fmt: skip
    files |= amend("a/s", "2022-01-01", "{withdraw: x}")
    page = get(pages(write_tree(files)), HomePage, "index.html")
    assert [link.text for link in page.most_asked] == ["乙", "办甲"]
    assert [(t, [x.text for x in found]) for t, found in page.life_events] == [
        ("养老", ["办甲", "乙"])
    ]
    assert [number for number, _ in page.numbers] == ["1", "1", "2"]
    assert [link.address for link in page.latest] == [
        f"offices/a/s/changes.html#d{year}-01-01-a-s" for year in (2022, 2020)
    ]


def test_letters() -> None:
    """Names go by their pinyin; what has none comes last."""
    names = ["重庆路", "安全", "（甲）", "123", "北门", "阿", "Bus"]
    ordered = by_letter(names, lambda name: name.lstrip("（"))
    assert [(letter, list(group)) for letter, group in ordered] == [
        ("A", ["阿", "安全"]),
        ("B", ["北门", "Bus"]),
        ("C", ["重庆路"]),
        ("J", ["（甲）"]),
        ("#", ["123"]),
    ]


def test_pinyin_is_one_word() -> None:
    """Pinyin has neither tones nor spaces."""
    assert pinyin("低保 A卡") == "dibao aka"


def test_communities_and_names(write_tree: WriteTree) -> None:
    """Communities name their street; matters stand under all their names."""
    text = 'communities: [{code: "990101001001", name: 乙社区, grids: 3, note: 园区}]\n'
    item = "{id: x, title: 甲事, plain: 办甲}"
    files = EMPTY | office("a", text) | whole("a/s", "2020-01-01", item)
    found = pages(write_tree(files))
    rows = get(found, CommunitiesPage, "communities.html").letters[0][1]
    assert [(row.name, row.office.address) for row in rows] == [
        ("乙社区", "offices/a.html")
    ]
    assert "园区" in rows[0].note
    letters = get(found, AtoZPage, "a-z.html").letters
    assert [(letter, [x.text for x in group]) for letter, group in letters] == [
        ("B", ["办甲"]),
        ("J", ["甲事"]),
    ]
