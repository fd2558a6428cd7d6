"""Resolution: who handles an item, under which number, named as the office allows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.office import Office
from generator.pipeline import examine
from generator.resolution.contacts import find_unit, handling, shown_name, shown_person
from tests.trees import CONFIG, TODAY, Files, office

WriteTree = Callable[[Files], Path]
UNITS = """\
names: {names}
units:
  - id: affairs
    name: 社会事务办公室
    nameplates: [退役军人服务站]
    formerly: [民政科]
    phones:
      - {{number: 000-8800 0009, kind: 监督}}
      - {{number: 000-8800 0003, kind: 值班}}
      - {{number: 000-8800 0002, kind: 受理}}
      - {{number: 000-8800 0001, kind: 咨询, verified: 2026-01-02}}
    posts:
      - {{id: head, title: 主任, person: 张某某, backup: deputy}}
      - {{id: deputy, title: 副主任, person: 欧阳某某, on_leave: 学习}}
      - {{id: vacant, title: 科长, person: null}}
      - {{id: unsaid, title: 科员}}
  - id: minzheng
    name: 民政科
  - id: duty
    name: 值班室
    phones:
      - {{number: 000-8800 0007转8, kind: 值班}}
"""


@pytest.fixture
def street(write_tree: WriteTree) -> Callable[[str], Office]:
    """Read an office with a names policy."""

    def make(names: str) -> Office:
        tree = write_tree(CONFIG | office("b", UNITS.format(names=names)))
        return examine(tree, TODAY).loaded.catalog.offices["b"]

    return make


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("affairs", "affairs", id="id"),
        pytest.param("社会事务办公室", "affairs", id="name"),
        pytest.param("退役军人服务站", "affairs", id="name-plate"),
        pytest.param("民政科", "minzheng", id="a-name-before-a-former-name"),
        pytest.param("社会事务", None, id="part-of-a-name"),
        pytest.param("区民政局", None, id="another-body"),
    ],
)
def test_find_unit(
    street: Callable[[str], Office], name: str, expected: str | None
) -> None:
    """A unit answers to its id, name, name-plates and former names."""
    unit = find_unit(street("full"), name)
    assert (unit.id if unit else None) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ("", []), id="not-published"),
        pytest.param(
            {"unit": "affairs"},
            ("社会事务办公室", ["000-8800 0001"]),
            id="the-units-enquiries",
        ),
        pytest.param(
            {"unit": "duty"}, ("值班室", ["000-8800 0007转8"]), id="what-there-is"
        ),
        pytest.param({"unit": "minzheng"}, ("民政科", []), id="no-phone"),
        pytest.param(
            {"unit": "affairs", "hotline": "12345"},
            ("社会事务办公室", ["12345"]),
            id="hotline-overrides",
        ),
        pytest.param({"hotline": "12345"}, ("", ["12345"]), id="hotline-alone"),
        pytest.param(
            {"unit": "退役军人服务站"},
            ("退役军人服务站", ["000-8800 0001"]),
            id="shown-by-its-name-plate",
        ),
        pytest.param({"unit": "区民政局"}, ("区民政局", []), id="another-body"),
    ],
)
def test_handling(
    street: Callable[[str], Office],
    fields: dict[str, str],
    expected: tuple[str, list[str]],
) -> None:
    """The unit and the phone of an item, with what the office adds."""
    known = handling(street("full"), fields)
    assert (known.unit_name, [phone.number for phone in known.phones]) == expected


def test_former_name_is_shown_as_today(write_tree: WriteTree) -> None:
    """A list may still name a unit that has another name by now."""
    text = "units: [{id: u, name: 新办, formerly: [旧科]}]\n"
    root = write_tree(CONFIG | office("b", text))
    b = examine(root, TODAY).loaded.catalog.offices["b"]
    assert handling(b, {"unit": "旧科"}).unit_name == "新办"


def test_a_known_hotline_keeps_its_check(street: Callable[[str], Office]) -> None:
    """A hotline that the unit lists brings along when somebody last dialled it."""
    known = handling(street("full"), {"unit": "affairs", "hotline": "000-88000001"})
    assert known.verified == date(2026, 1, 2)
    assert known.phones[0].number == "000-8800 0001"


@pytest.mark.parametrize(
    ("names", "post", "expected"),
    [
        pytest.param("full", "head", ("主任", "张某某"), id="full"),
        pytest.param("surname", "head", ("主任", "张主任"), id="surname"),
        pytest.param(
            "surname", "deputy", ("副主任", "欧阳副主任"), id="two-characters"
        ),
        pytest.param("post", "head", ("主任", ""), id="post"),
        pytest.param("full", "vacant", ("科长", ""), id="vacancy"),
    ],
)
def test_names_policy(
    street: Callable[[str], Office], names: str, post: str, expected: tuple[str, str]
) -> None:
    """Readers see as much of a name as the office allows."""
    b = street(names)
    holder = shown_name(b, b.units["affairs"].posts[post])
    assert (holder.title, holder.name) == expected


@pytest.mark.parametrize(
    ("names", "name", "expected"),
    [
        pytest.param("full", "欧阳某某", "欧阳某某", id="full"),
        pytest.param("surname", "张某某", "张某", id="surname"),
        pytest.param("surname", "欧阳某某", "欧阳某", id="surname-of-two"),
        pytest.param("surname", "司某某", "司某", id="half-a-surname-of-two"),
        pytest.param("post", "张某某", "", id="post"),
        pytest.param("full", "", "", id="nobody"),
    ],
)
def test_persons_without_a_post(
    street: Callable[[str], Office], names: str, name: str, expected: str
) -> None:
    """A person named by the list itself follows the same policy."""
    assert shown_person(street(names), name) == expected


def test_only_a_stated_vacancy_is_one(street: Callable[[str], Office]) -> None:
    """`person: null` is a vacancy; a post that says nothing is not."""
    b = street("post")
    posts = b.units["affairs"].posts
    vacant = {name: shown_name(b, post).vacant for name, post in posts.items()}
    assert vacant == {"head": False, "deputy": False, "vacant": True, "unsaid": False}


def test_backup(street: Callable[[str], Office]) -> None:
    """The B角 is the other post, with its own leave."""
    known = handling(street("full"), {"unit": "affairs", "post": "head"})
    assert known.holder is not None
    assert known.backup is not None
    assert (known.backup.title, known.backup.name) == ("副主任", "欧阳某某")
    assert (known.holder.on_leave, known.backup.on_leave) == ("", "学习")
    alone = handling(street("full"), {"unit": "affairs", "post": "deputy"})
    assert alone.backup is None
