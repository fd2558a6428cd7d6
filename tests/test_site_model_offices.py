"""The site model: the page of a street, also of one that is gone."""

from collections.abc import Callable
from pathlib import Path

from generator.site_model.overview_pages import OfficesPage
from generator.site_model.pages import HomePage, ItemPage, OfficePage
from tests.site_model_trees import X, get
from tests.trees import CONFIG, Files, office, pages, whole

WriteTree = Callable[[Files], Path]
GONE = (
    office("old", name="旧街道")
    | office("new", "succeeds: [old]\n", name="新街道")
    | whole("old/s", "2020-01-01", X)
)


def test_a_street_that_is_gone(write_tree: WriteTree) -> None:
    """Its pages stay and name the successor; nobody is led to it any more."""
    found = pages(write_tree(CONFIG | GONE))
    page = get(found, OfficePage, "offices/old.html")
    assert [link.text for link in page.successors] == ["新街道"]
    home = get(found, HomePage, "index.html")
    assert [link.text for link in home.offices] == ["新街道"]
    listed = get(found, OfficesPage, "offices.html").groups
    assert [link.text for _, group in listed for link in group] == ["新街道"]
    item = get(found, ItemPage, "offices/old/s/x.html")
    assert item.status == "ended"
    assert item.elsewhere is not None
    assert item.elsewhere[0] == "新街道"
    assert item.matter.address in found


def test_a_street_without_a_file_any_more(write_tree: WriteTree) -> None:
    """One page names all that took over, under the name it had."""
    files = (
        CONFIG
        | office("b", "succeeds: [old]\nformerly: [旧街道]\n")
        | office("c", "succeeds: [old]\nformerly: [旧街道]\n", name="丙街道")
    )
    page = get(pages(write_tree(files)), OfficePage, "offices/old.html")
    assert page.name == "旧街道"
    assert [link.text for link in page.successors] == ["乙街道", "丙街道"]
