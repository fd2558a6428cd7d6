"""The site model: what residents need to choose their street."""

from collections.abc import Callable
from pathlib import Path

from generator.search.choosing import choosing_script
from generator.site_model.findable import NO_DESK, Choice, Findable, Street
from generator.site_model.overview_pages import CommunitiesPage, OfficesPage
from generator.site_model.pages import HomePage, OfficePage
from generator.site_model.parts import CommunityRow
from tests.site_model_trees import get
from tests.trees import CONFIG, Files, office, pages

WriteTree = Callable[[Files], Path]
SAME = "communities: [{name: 桥南社区, note: 桥东}, {name: 桥北社区}]\n"
TREE = (
    CONFIG
    | office("b", SAME + "exceptions: |\n  园区由\n  管委会管\n", name="乙街道")
    | office("c", "communities: [{name: 桥南社区}]\n", name="丙街道")
)


def rows(page: CommunitiesPage) -> list[CommunityRow]:
    """Gather the rows of all letters."""
    return [row for _, some in page.letters for row in some]


def test_a_name_that_two_streets_have(write_tree: WriteTree) -> None:
    """Each of the rows says so, beside what its file says."""
    found = rows(get(pages(write_tree(TREE)), CommunitiesPage, "communities.html"))
    both = "乙街道、丙街道都有桥南社区，请看清楚。"
    notes = {(row.name, row.office.text): row.note for row in found}
    assert notes == {
        ("桥北社区", "乙街道"): "",
        ("桥南社区", "乙街道"): f"{both}；桥东",
        ("桥南社区", "丙街道"): both,
    }


def test_exceptions_stand_wherever_a_street_is_chosen(write_tree: WriteTree) -> None:
    """On the home page, among the streets, beside its communities, on its own page."""
    found = pages(write_tree(TREE))
    said = "园区由 管委会管"
    home = get(found, HomePage, "index.html").exceptions
    assert [(link.text, link.note) for link in home] == [("乙街道", said)]
    assert get(found, OfficesPage, "offices.html").exceptions == home
    noted = rows(get(found, CommunitiesPage, "communities.html"))
    assert {(r.office.text, r.office.note) for r in noted} == {
        ("乙街道", said),
        ("丙街道", ""),
    }
    assert get(found, OfficePage, "offices/b.html").notices == (f"请注意：{said}",)


def test_names_come_with_their_traditional_characters() -> None:
    """Only the characters that stand in a name are brought to the browser."""
    street = Street("b", "桥街道", (), (), ("原镇",), NO_DESK)
    names = Findable((), (street,), (), choices=(Choice("东里", ("甲",), "b", "注"),))
    text = choosing_script(names, {"b": 0}).content.decode()
    assert '"streets":[["b","桥街道","原镇",""]]' in text
    assert '"communities":[["东里","甲",0,"注"]]' in text
    assert "橋桥" in text
    assert "東东" in text
    assert "國国" not in text
