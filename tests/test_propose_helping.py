"""What the form fills in for somebody: an id, a day, the unit that a list means."""

import json

import pytest

from generator.export.proposal_offices import office_values
from generator.importing.ids import new_ids
from generator.importing.known import Known
from generator.resolution.contacts import find_unit
from generator.search.sounds import readings, syllable_table
from tests.loading_samples import WriteTree
from tests.proposing import scripts
from tests.trees import CONFIG, read, whole

TITLES = (
    *(
        "最低生活保障申请",
        "对占道经营的行政处罚",
        "银行重庆调查",
        "老年证（60岁以上）办理",
    ),
    *(
        "申请",
        "12345热线工单",
        "公共服务事项",
        "居住登记和流动人口服务管理及其他相关信息采集报送",
    ),
)


@pytest.mark.parametrize("title", TITLES)
def test_an_id_is_that_of_the_import(title: str) -> None:
    """Whether a table or the form brings an item, it is named alike."""
    sounds = {"syllables": syllable_table(TITLES), "readings": readings(TITLES)}
    known = Known({}, {}, {})
    for taken in ([], new_ids([title], (), known)):
        (expected,) = new_ids([title], taken, known)
        assert scripts()("qingdan.naming.idFor", sounds, title, taken) == expected


def test_a_title_without_a_sound_has_no_id() -> None:
    """Nothing is offered that could be no address."""
    sounds = {"syllables": syllable_table(()), "readings": []}
    assert scripts()("qingdan.naming.idFor", sounds, "2027", []) == ""


@pytest.mark.parametrize(
    ("today", "versions", "day"),
    [
        ("2026-11-22", ["2025-01-01"], "2026-12-01"),
        ("2026-12-31", [], "2027-01-01"),
        ("2026-12-31", ["2026-01-01", "2027-01-01"], "2027-02-01"),
        ("2026-11-22", ["2027-03-01"], "2027-04-01"),
    ],
)
def test_the_day_that_is_offered_is_free(
    today: str, versions: list[str], day: str
) -> None:
    """It is the first of a month, after the version in force, and no other's."""
    said = {"versions": versions, "version": versions[-1] if versions else ""}
    assert scripts()("qingdan.amendment.freeDay", said, today) == day


UNITS = """units:
  - {id: u, name: 民政办, nameplates: [服务站], formerly: [民政所, 社保所]}
  - {id: v, name: 服务中心, nameplates: [社保所], formerly: [服务站]}
"""
NAMES = ("u", "民政办", "服务站", "民政所", "社保所", "服务中心", "别的", "")


def test_the_form_finds_units_as_the_site_does(write_tree: WriteTree) -> None:
    """By id, name, name-plate and former name, in this order."""
    files = {"content/offices/a.yml": f"id: a\nname: 甲街道\nnames: post\n{UNITS}"}
    resolved = read(write_tree(CONFIG | files | whole("a/s", "2025-01-01", "{id: x}")))
    office = resolved.catalog.offices["a"]
    said = json.loads(json.dumps(office_values(office, ())))
    for name in NAMES:
        found, unit = (
            scripts()("qingdan.values.unitOf", said, name),
            find_unit(office, name),
        )
        assert (found or {}).get("id") == (unit.id if unit else None), name
