"""Pages of legal documents: what rests on each, under an address that stays."""

from collections.abc import Callable
from pathlib import Path

from generator.pipeline import examine
from generator.rendering import open_renderer
from generator.site_model.basis_parts import BasisDocumentPage, BasisPage, BasisRow
from generator.site_model.documents import slug_of
from generator.site_model.prose import titles
from generator.site_model.site import plan_site
from tests.rendering_samples import BASIS_DOCUMENT, STREET, THEME, labels
from tests.site_model_trees import get
from tests.trees import EMPTY, TODAY, Files, amend, office, pages, plan, whole

WriteTree = Callable[[Files], Path]
RELIEF = "basis/shehuijiuzhuzanxingbanfa.html"
NOISE = "basis/zaoshengwuranfangzhifa.html"


def item(name: str, basis: str, title: str = "") -> str:
    """Write an item that rests on a document."""
    return f"{{id: {name}, title: {title or name}, basis: {basis}}}"


def told(rows: tuple[BasisRow, ...]) -> list[tuple[str, str, list[str]]]:
    """Matter, articles and streets of every row."""
    return [
        (r.matter.text, r.articles, [s.text + s.note for s in r.streets]) for r in rows
    ]


def test_items_by_matter(write_tree: WriteTree) -> None:
    """Streets that name the same article share a row; every link leads to its item."""
    files = EMPTY | office("b")
    files |= whole(
        "a/s",
        "2020-01-01",
        item("x", "《社会救助暂行办法》第九条", "甲事"),
        item("y", "《社会救助暂行办法》", "乙事"),
    )
    files |= whole(
        "b/s", "2020-01-01",
        item("x", "《社会救助 暂行办法》第九条", "甲事"),
        item("y", "《社会救助暂行办法》第三条", "乙事"),
    )  # fmt: skip
    page = get(pages(write_tree(files)), BasisDocumentPage, RELIEF)
    assert told(page.rows) == [
        ("甲事", "第九条", ["甲街道", "乙街道"]),
        ("乙事", "", ["甲街道"]),
        ("乙事", "第三条", ["乙街道"]),
    ]
    assert [link.address for link in page.rows[0].streets] == [
        "offices/a/s/x.html",
        "offices/b/s/x.html",
    ]
    assert page.rows[0].matter.address == "matters/x.html"
    assert (page.name, page.also, page.past) == ("《社会救助暂行办法》", (), ())
    assert "4 个事项" in page.lead
    assert "2 种" in page.lead


def test_what_is_to_come_and_what_is_past(write_tree: WriteTree) -> None:
    """Announced items say so; what ended or rests on something else stands apart."""
    files = EMPTY | whole(
        "a/s", "2020-01-01", *(item(x, "《社会救助暂行办法》") for x in "xyz")
    )
    files |= amend(
        "a/s",
        "2022-01-01",
        "{withdraw: y, reason: 收回}",
        "{revise: z, set: {basis: 《噪声污染防治法》}}",
    )
    added = "{add: " + item("n", "《社会救助暂行办法》第一条") + "}"
    files |= amend("a/s", "2027-01-01", added, "{withdraw: x}")
    found = pages(write_tree(files))
    page = get(found, BasisDocumentPage, RELIEF)
    assert told(page.rows) == [
        ("x", "", ["甲街道"]),
        ("n", "第一条", ["甲街道即将施行"]),
    ]
    assert told(page.past) == [("y", "", ["甲街道"]), ("z", "", ["甲街道"])]
    assert told(get(found, BasisDocumentPage, NOISE).rows) == [("z", "", ["甲街道"])]


def test_a_document_no_longer_used_keeps_its_page(write_tree: WriteTree) -> None:
    """Its address answers for ever, also where the whole street is gone."""
    files = EMPTY | office("b", "succeeds: [a]\nsince: 2022-01-01\n")
    files |= whole("a/s", "2020-01-01", item("x", "《社会救助暂行办法》"))
    found = pages(write_tree(files))
    page = get(found, BasisDocumentPage, RELIEF)
    assert (page.rows, told(page.past)) == ((), [("x", "", ["甲街道"])])
    assert page.lead == "现在没有事项以它为依据。"
    (letter,) = get(found, BasisPage, "basis.html").letters
    assert [link.note for link in letter[1]] == ["现在没有事项"]


def test_full_and_short_name(write_tree: WriteTree) -> None:
    """One page for both, at the address that each of them would have alone."""
    short = whole("a/s", "2020-01-01", item("x", "《噪声污染防治法》第八条"))
    full = whole("b/s", "2020-01-01", item("y", "《中华人民共和国噪声污染防治法》"))
    streets = EMPTY | office("b")
    page = get(pages(write_tree(streets | short | full)), BasisDocumentPage, NOISE)
    assert page.name == "《中华人民共和国噪声污染防治法》"
    assert page.also == ("《噪声污染防治法》",)
    assert len(page.rows) == 2


def test_the_full_name_alone(write_tree: WriteTree) -> None:
    """What nobody writes is not shown as another name."""
    full = whole("a/s", "2020-01-01", item("y", "《中华人民共和国噪声污染防治法》"))
    page = get(pages(write_tree(EMPTY | full)), BasisDocumentPage, NOISE)
    assert page.also == ()


def test_index_in_the_order_of_pinyin(write_tree: WriteTree) -> None:
    """Each document once, with the number of its items; none gives an empty page."""
    files = EMPTY | whole(
        "a/s",
        "2020-01-01",
        item("x", "《噪声污染防治法》《安全生产法》"),
        item("y", "[{document: 噪声污染防治法, article: 第三条}]"),
        item("z", "照老办法"),
    )
    page = get(pages(write_tree(files)), BasisPage, "basis.html")
    assert [(k, [(x.text, x.note) for x in v]) for k, v in page.letters] == [
        ("A", [("《安全生产法》", "1 个事项")]),
        ("Z", [("《噪声污染防治法》", "2 个事项")]),
    ]


def test_no_documents(write_tree: WriteTree) -> None:
    """A site without any still has the page."""
    assert get(pages(write_tree(EMPTY)), BasisPage, "basis.html").letters == ()


def test_addresses() -> None:
    """Pinyin, cut between syllables; what cannot be spelt has a name all the same."""
    assert slug_of("妇女权益保障法") == ("funvquanyibaozhangfa", True)
    assert slug_of("银行app管理2024") == ("yinhangappguanli2024", True)
    assert slug_of("条例" * 9) == ("tiaoli" * 6 + "tiao", False)
    assert slug_of("ß") == ("document", False)


def test_names_that_sound_alike(write_tree: WriteTree) -> None:
    """The one that was there first keeps its address when another comes."""
    first = EMPTY | whole("a/s", "2020-01-01", item("x", "《世界法》"))
    later = first | whole("a/t", "2022-01-01", item("y", "《视界法》"))
    alone = [a for a in pages(write_tree(first)) if a.startswith("basis/")]
    both = pages(write_tree(later))
    assert alone == ["basis/shijiefa.html"]
    assert get(both, BasisDocumentPage, alone[0]).name == "《世界法》"
    (other,) = [a for a in both if a.startswith("basis/") and a not in alone]
    assert other.startswith("basis/shijiefa-")


def test_long_names_that_begin_alike(write_tree: WriteTree) -> None:
    """What is cut carries a mark of its own, whether or not another is there."""
    long = "关于进一步加强社区工作者队伍建设和管理的若干意见"
    one = EMPTY | whole("a/s", "2020-01-01", item("x", f"《{long}》"))
    two = one | whole("a/t", "2019-01-01", item("y", f"《{long}（试行）》"))
    alone = {a for a in pages(write_tree(one)) if a.startswith("basis/")}
    both = {a for a in pages(write_tree(two)) if a.startswith("basis/")}
    assert len(alone) == 1
    assert len(both) == 2
    assert alone < both


def test_many_streets_are_folded() -> None:
    """A city's 260 streets do not bury the next matter; two are shown at once."""
    html = open_renderer(labels(), THEME).render(BASIS_DOCUMENT)
    folded = html.partition("<details>")[2].partition("</details>")[0]
    assert "<summary>13 个街道</summary>" in folded
    assert folded.count(f'href="../{STREET.address}"') == 13
    assert html.count("<details>") == 1


def test_what_search_finds(write_tree: WriteTree) -> None:
    """Documents with all their names, and the site's own pages."""
    files = EMPTY | whole(
        "a/s",
        "2020-01-01",
        item("x", "《中华人民共和国噪声污染防治法》"),
        item("y", "《噪声污染防治法》"),
    )
    examined = examine(write_tree(files), TODAY)
    places = plan_site(plan(examined)).findable.places
    (law,) = [place for place in places if place.sort == "basis"]
    assert (law.name, law.address, law.note) == (
        "《中华人民共和国噪声污染防治法》",
        NOISE,
        "2 个事项",
    )
    assert law.names == (law.name, "《噪声污染防治法》")
    assert [p.address for p in places if p.sort == "page"] == [
        "offices.html",
        "communities.html",
        "a-z.html",
        "changes.html",
        "basis.html",
    ]


def test_titles_of_prose() -> None:
    """Title and headings as text, without what code shows."""
    prose = {
        "about/b.md": "# 关于 *本站* #\n\n## [找谁](x.md)\n```\n# 不是标题\n```\n### 找谁\n#也不是\n",
        "about/a.md": "没有标题\n",
    }
    assert titles(prose) == {"about/b.html": ("关于 本站", "找谁")}
