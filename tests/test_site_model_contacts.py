"""The site model: whom to call, where to go, and who does it instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.site_model.contact import tap_to_call
from generator.site_model.pages import ItemPage, ListPage, MatterPage
from tests.site_model_trees import X, get
from tests.trees import EMPTY, TODAY, Files, office, pages, pages_by_address, whole

WriteTree = Callable[[Files], Path]
UNIT = "{id: x, title: 甲事, unit: u}"
CONTACT = (
    "units: [{id: u, name: 办公室, place: 二楼, phones: [{number: 000-8800 0001}]}]\n"
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("000-8800 1234", "tel:00088001234", id="landline"),
        pytest.param("028-8780-1234", "tel:02887801234", id="two-hyphens"),
        pytest.param("0871-6555-1234", "tel:087165551234", id="twelve-digits"),
        pytest.param("029--83164138", "tel:02983164138", id="double-hyphen"),
        pytest.param("0931 482 1234", "tel:09314821234", id="seven-digits"),
        pytest.param("000-8800 1234转801", "tel:00088001234,801", id="extension"),
        pytest.param("000-8800 1234-801", "tel:00088001234,801", id="hyphenated"),
        pytest.param("000-88001234分机8", "tel:00088001234,8", id="in-words"),
        pytest.param("000-8800 1234 转 801", "tel:00088001234,801", id="with-spaces"),
        pytest.param("8800 1234", "tel:88001234", id="no-area-code"),
        pytest.param("8800-1234", "tel:88001234", id="no-area-code-hyphen"),
        pytest.param("8800 1234转8", "tel:88001234,8", id="no-area-code-extension"),
        pytest.param("12345", "tel:12345", id="short"),
        pytest.param("400-800-1234", "tel:4008001234", id="four-hundred"),
    ],
)
def test_tap_to_call(number: str, expected: str) -> None:
    """Every digit of a number is dialled, the extension after a pause."""
    assert tap_to_call(number) == expected


def test_an_id_is_no_name(write_tree: WriteTree) -> None:
    """A unit that the standard names by an id the street lacks is not published yet."""
    head = "kind: service\napplies_to: {offices: [a]}\n"
    files = whole("standard/s", "2020-01-01", "{id: x, title: 甲, unit: u}", head=head)
    root = write_tree(EMPTY | files)
    examined = examine(root, TODAY)
    contact = get(pages_by_address(examined), ItemPage, "offices/a/s/x.html").contact
    assert contact.unit == ""
    assert contact.missing != ""
    assert any("承办机构" in problem.sentence for problem in examined.problems)


@pytest.mark.parametrize(
    ("office_text", "item", "expected"),
    [
        pytest.param("address: 某路1号\n" + CONTACT, UNIT, "某路1号 二楼", id="both"),
        pytest.param(CONTACT, UNIT, "二楼", id="no-address"),
        pytest.param(
            "address: 某路1号\nunits: [{id: u, name: 办公室}]\n",
            UNIT,
            "某路1号",
            id="no-place",
        ),
        pytest.param(
            "address: 某路1号\n" + CONTACT,
            "{id: x, title: 甲事, unit: u, window: 3号窗口}",
            "某路1号 二楼 3号窗口",
            id="window",
        ),
        pytest.param(
            "address: 某路1号\n" + CONTACT, "{id: x, title: 甲事}", "", id="no-unit"
        ),
        pytest.param(
            "address: 某路1号\n",
            "{id: x, title: 甲事, unit: 区民政局}",
            "",
            id="another-body",
        ),
    ],
)
def test_places(
    write_tree: WriteTree, office_text: str, item: str, expected: str
) -> None:
    """Where to go is the street's address, the unit's place and the window."""
    files = EMPTY | office("a", office_text) | whole("a/s", "2020-01-01", item)
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert page.contact.place == expected


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [
        pytest.param("service", True, id="service"),
        pytest.param("basic", True, id="basic"),
        pytest.param("no-certificate", False, id="no-certificate"),
        pytest.param("withdrawn", False, id="withdrawn"),
        pytest.param("boundary", False, id="boundary"),
    ],
)
def test_a_missing_unit_is_told_where_one_is_due(
    write_tree: WriteTree, kind: str, *, is_told: bool
) -> None:
    """Nobody looks for the unit that does not issue a certificate."""
    files = EMPTY | whole("a/s", "2020-01-01", X, head=f"kind: {kind}\n")
    page = get(pages(write_tree(files)), ItemPage, "offices/a/s/x.html")
    assert bool(page.contact.missing) is is_told


@pytest.mark.parametrize(
    ("kind", "item", "expected"),
    [
        pytest.param(
            "withdrawn",
            "receiving_department: 区城管局, receiving_phone: 000-8800 9101",
            ("区城管局", ["000-8800 9101"]),
            id="withdrawn",
        ),
        pytest.param(
            "boundary", "lead_department: 区水务局", ("区水务局", []), id="boundary"
        ),
        pytest.param("service", "fee: 无", None, id="service"),
    ],
)
def test_who_does_it_instead(
    write_tree: WriteTree,
    kind: str,
    item: str,
    expected: tuple[str, list[str]] | None,
) -> None:
    """A department that does it is named with its phone, on the matter's page too."""
    files = EMPTY | whole(
        "a/s", "2020-01-01", f"{{id: x, title: 甲, {item}}}", head=f"kind: {kind}\n"
    )
    found = pages(write_tree(files))
    page = get(found, ItemPage, "offices/a/s/x.html")
    elsewhere = page.elsewhere
    named = elsewhere and (elsewhere[0], [line.number for line in elsewhere[1]])
    row = get(found, MatterPage, "matters/x.html").rows[0]
    assert named == expected
    assert (row.unit, [line.number for line in row.phones]) == (expected or ("", []))


def test_units_are_named(write_tree: WriteTree) -> None:
    """Wherever an item names a unit by its id, readers see the name."""
    item = "{id: x, title: 甲, unit: u, accept_unit: u, issue_unit: 区民政局}"
    files = EMPTY | office("a", CONTACT) | whole("a/s", "2020-01-01", item)
    found = pages(write_tree(files))
    page = get(found, ItemPage, "offices/a/s/x.html")
    shown = [row[1] for part in page.sections for row in getattr(part, "rows", ())]
    assert {"办公室", "区民政局"} <= set(shown)
    assert "u" not in shown
    assert get(found, ListPage, "offices/a/s.html").groups[0].rows[0].cells == (
        "办公室",
    )
