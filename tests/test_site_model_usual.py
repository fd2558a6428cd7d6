"""The site model: in what a street differs from most streets, and whom to ask."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site_model.pages import ItemPage, MatterPage
from generator.site_model.parts import Facts
from tests.site_model_trees import get
from tests.trees import CONFIG, EMPTY, Files, office, pages, whole

WriteTree = Callable[[Files], Path]
USUAL = "{id: x, title: 甲, time_limit: 5天, fee: 无, materials: [身份证, 户口簿]}"


def streets(*items: str) -> Files:
    """One street for each item, all with a service list."""
    files = dict(CONFIG)
    for name, item in zip("abcdef", items, strict=False):
        files |= office(name, name=f"{name}街道") | whole(
            f"{name}/s", "2020-01-01", item
        )
    return files


@pytest.mark.parametrize(
    ("item", "limit", "differs"),
    [
        pytest.param(USUAL, ("5天", False), (), id="as-usual"),
        pytest.param(
            "{id: x, title: 甲, time_limit: 9天, fee: 无, materials: [身份证, 户口簿]}",
            ("9天", True),
            (),
            id="time-limit",
        ),
        pytest.param(
            "{id: x, title: 甲, time_limit: 5天, fee: 2元, materials: [身份证, 照片]}",
            ("5天", False),
            (("收费", "2元"), ("需要带的材料", "多要：照片；不要：户口簿")),
            id="materials-and-fee",
        ),
        pytest.param(
            "{id: x, title: 甲}",
            ("没有公布", True),
            (("收费", "没有公布"), ("需要带的材料", "没有公布")),
            id="nothing-published",
        ),
    ],
)
def test_a_difference_is_said_in_words(
    write_tree: WriteTree,
    item: str,
    limit: tuple[str, bool],
    differs: tuple[tuple[str, str], ...],
) -> None:
    """What more than half of the streets say is usual; the others are marked."""
    found = pages(write_tree(streets(USUAL, USUAL, item)))
    page = get(found, MatterPage, "matters/x.html")
    last = page.rows[-1]
    assert (last.time_limit, last.limit_differs) == limit
    assert last.differs == differs
    assert dict(page.usual) == {
        "办理时限": "5天", "收费": "无", "需要带的材料": "身份证；户口簿",
    }  # fmt: skip
    assert not any(row.differs or row.limit_differs for row in page.rows[:-1])


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((USUAL, "{id: x, title: 甲, fee: 2元}"), id="too-few"),
        pytest.param(
            (USUAL, "{id: x, title: 甲, fee: 2元}", "{id: x, title: 甲, fee: 3元}"),
            id="all-different",
        ),
    ],
)
def test_without_a_majority_nothing_is_usual(
    write_tree: WriteTree, items: tuple[str, ...]
) -> None:
    """Nobody is told to differ where no value holds for more than half."""
    page = get(pages(write_tree(streets(*items))), MatterPage, "matters/x.html")
    assert page.usual == ()
    assert not any(row.differs or row.limit_differs for row in page.rows)


POSTS = (
    "names: surname\nunits: [{id: u, name: 办公室, posts: ["
    "{id: a, title: 低保岗, backup: b, %s}, {id: b, title: 养老岗%s}]}]\n"
)


@pytest.mark.parametrize(
    ("head", "backup", "said"),
    [
        pytest.param("person: 张三", "", "", id="there"),
        pytest.param(
            "on_leave: 产假至年底", ", person: 李四",
            "“低保岗”暂时离岗，请找李养老岗（B角）。", id="on-leave",
        ),
        pytest.param(
            "person: null", "", "“低保岗”现在空缺，请找养老岗（B角）。", id="vacant"
        ),
        pytest.param(
            "person: null", ", person: null",
            "“低保岗”现在空缺，请先打电话问现在由谁办。", id="both-vacant",
        ),
    ],
)  # fmt: skip
def test_whom_to_ask_meanwhile(
    write_tree: WriteTree, head: str, backup: str, said: str
) -> None:
    """While the A角 is away the page names the B角; a vacancy is said."""
    item = "{id: x, title: 甲, unit: u, post: a}"
    files = (
        EMPTY | office("a", POSTS % (head, backup)) | whole("a/s", "2020-01-01", item)
    )
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert page.contact.ask == said


def test_channels_lead_somewhere(write_tree: WriteTree) -> None:
    """An address is linked; so is the name of an app that the site knows."""
    config = CONFIG["site_config.yml"] + (
        'channels: [{name: 市民通, url: "https://e.gov.cn/app"}]\n'
    )
    item = (
        '{id: x, title: 甲, channels: {hall: 三楼, web: "https://e.gov.cn/a/", '
        "app: “市民通”应用}}"
    )
    files = EMPTY | {"site_config.yml": config} | whole("a/s", "2020-01-01", item)
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    section = page.sections[0]
    assert isinstance(section, Facts)
    assert section.rows == (
        ("办事大厅", "三楼", ""),
        ("电脑端", "e.gov.cn/a", "https://e.gov.cn/a/"),
        ("手机端", "“市民通”应用", "https://e.gov.cn/app"),
    )


def test_somebody_can_always_be_called(write_tree: WriteTree) -> None:
    """Without any other number the page names the hotline; a unit's gap is said."""
    files = EMPTY | whole(
        "a/s", "2020-01-01", "{id: x, title: 甲, instead: 看身份证}",
        head="kind: no-certificate\n",
    )  # fmt: skip
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert page.hotline == "12345"
    assert page.how
    assert page.how.paragraphs == ("看身份证",)
    assert "替代办法" not in [section.label for section in page.sections]
