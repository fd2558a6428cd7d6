"""Tables of contacts and communities become office files."""

from collections.abc import Mapping

import pytest

from generator.importing.offices.by_street import Wanted
from generator.importing.offices.files import OfficeFiles, offices_from
from generator.importing.offices.phone_cells import read_phones
from generator.importing.offices.streets import is_street, new_street_id
from generator.problems import GeneratorError
from generator.understanding.understood import Subject
from tests.import_office_tables import OFFICE, table

PATH = "content/offices/honghe.yml"
FILES = {PATH: OFFICE}
HERE = Wanted("honghe")


def put(
    *rows: Mapping[str, str],
    subject: Subject = Subject.CONTACTS,
    files: Mapping[str, str] = FILES,
    wanted: Wanted = HERE,
) -> OfficeFiles:
    """Import a table into the office files."""
    return offices_from(table(rows, subject), files, wanted)


def lines_changed(offices: OfficeFiles) -> list[str]:
    """The lines of the file that are new."""
    old = OFFICE.split("\n")
    return [line for line in offices.changed[0].text.split("\n") if line not in old]


def said(offices: OfficeFiles) -> str:
    """All that is said, in one text."""
    return "\n".join(
        f"{r.place.words()}：{r.sentence}{r.cure}" for r in offices.remarks
    )


def test_a_phone_changes_in_its_line() -> None:
    """The number is replaced, and the day it was verified goes with it."""
    offices = put({"name": "社会事务办", "phone": "000-8800 9999"})
    assert lines_changed(offices) == ["      - number: 000-8800 9999"]
    assert "verified" not in offices.changed[0].text
    assert [edit.words() for edit in offices.changed[0].edits] == [
        "第 2 行“联系电话”：社会事务办公室的咨询电话 000-8800 1234 → 000-8800 9999",
        "第 2 行“联系电话”：社会事务办公室的咨询电话的核实日期（号码换了，原来的核实不算数） 去掉 2026-01-01",
    ]
    line = offices.changed[0].text.split("\n").index("      - number: 000-8800 9999")
    assert offices.changed[0].cells[line + 1].words() == "第 2 行“联系电话”"


@pytest.mark.parametrize(
    "name",
    ["social", "社会事务办公室", "退役军人服务站", "民政办", "红禾街道社会事务办公室"],
)
@pytest.mark.parametrize(
    "phone",
    [
        "000-88001234",
        "（000）8800 1234",
        "88001234",
        "000—8800\uff11\uff12\uff13\uff14",
    ],
)
def test_the_same_is_no_change(name: str, phone: str) -> None:
    """A unit by any of its names, a number in any writing."""
    offices = put({"name": name, "phone": phone, "place": "二楼:205"})
    assert offices.changed == ()
    assert offices.unchanged == ("红禾街道",)


def test_a_new_unit_goes_behind_the_others() -> None:
    """With an id by pinyin, its phones by use, and a blank line before it."""
    offices = put(
        {
            "name": "司法所",
            "place": "一楼",
            "phone": "000-8800 7001、000-8800 7002（人民调解）",
            "duty_phone": "000-8800 7003",
        }
    )
    expected = """\

  - id: si-fa-suo
    name: 司法所
    place: 一楼
    phones:
      - number: 000-8800 7001
        kind: 咨询
      - number: 000-8800 7002
        kind: 咨询
        note: 人民调解
      - number: 000-8800 7003
        kind: 值班

communities:
"""
    assert expected in offices.changed[0].text


def test_a_name_that_is_almost_known_is_asked_for() -> None:
    """A short form or a slip neither changes a unit nor makes a second one."""
    offices = put({"name": "社事办", "phone": "000-8800 7001"})
    assert offices.changed == ()
    assert "相近的“社会事务办公室”" in said(offices)


def test_the_street_itself() -> None:
    """Address, hours and 监督电话 go to the office, its other phone to a unit of its name."""
    offices = put(
        {
            "name": "红禾街道办事处",
            "place": "红禾路1号",
            "hours": "周一至周五(节假日除外)\n上午:09:00-12:30\n下午:14:00-18:00",
            "phone": "000-8800 5253",
            "supervision": "000-8800 0001",
        }
    )
    text = offices.changed[0].text
    assert "address: 红禾路1号\nhours:\n" in text
    assert '    open: ["09:00-12:30", "14:00-18:00"]\n    note: 节假日除外\n' in text
    assert "supervision:\n  number: 000-8800 0001\n  kind: 监督\n" in text
    assert (
        "    name: 红禾街道办事处\n    phones:\n      - number: 000-8800 5253\n" in text
    )
    assert "周六 09:00-12:00（仅便民服务中心）”，表格里没有写，保留" in said(offices)


def test_hours_that_are_not_clear_are_kept_as_a_note() -> None:
    """The words are not lost, the hours of the file stay."""
    offices = put({"name": "红禾街道", "hours": "周一至周五9:00-12:00，下午下村"})
    assert "note: 办公时间：周一至周五9:00-12:00，下午下村" in offices.changed[0].text
    assert 'open: ["09:00-12:00", "13:00-17:00"]' in offices.changed[0].text
    assert "办公时间没有全部看懂" in said(offices)


def test_personal_numbers_are_never_written() -> None:
    """Nor are they printed; the row and the cure are named."""
    offices = put(
        {"name": "社会事务办公室", "phone": "13800138000", "note": "找13900139000"}
    )
    assert offices.changed == ()
    assert "第 2 行“联系电话”：这里有手机号码" in said(offices)
    assert "第 2 行“备注”：这里有手机号码" in said(offices)
    assert "0138000" not in said(offices)
    assert "0139000" not in said(offices)


def test_posts_and_names() -> None:
    """The way of showing names decides whether a new one is written."""
    row = {"name": "社会事务办公室", "post": "副主任", "person": "张某某"}
    hidden = put(row)
    assert "      - id: deputy\n        title: 副主任\n" in hidden.changed[0].text
    assert "张某某" not in hidden.changed[0].text
    assert "只公开岗位" in said(hidden)
    shown = put(row, files={PATH: OFFICE.replace("names: post", "names: full")})
    assert "        person: 张某某\n" in shown.changed[0].text
    assert put({**row, "post": "主任", "person": "空缺"}).changed == ()
    vacant = put({**row, "person": "空缺", "note": "三人"}).changed[0].text
    assert "        title: 副主任\n        person: null\n    note: 三人\n" in vacant


def test_two_rows_that_contradict_each_other() -> None:
    """The first is followed, and both rows are named."""
    offices = put(
        {"name": "党群服务中心", "place": "一楼"}, {"name": "hall", "place": "二楼"}
    )
    assert "    place: 一楼" in lines_changed(offices)
    assert (
        "第 3 行“办公地点”：党群服务中心的办公地点在第 2 行“办公地点”是“一楼”"
        in said(offices)
    )


def test_what_the_table_lacks_stays() -> None:
    """A unit without a row is named with the way to remove it."""
    offices = put({"name": "党群服务中心", "phone": "000-8800 1300"})
    assert "社会事务办公室；都保留" in said(offices)
    assert "社会事务办公室" in offices.changed[0].text


def test_a_street_without_a_file() -> None:
    """Its rows are refused with the cure, or become a new file."""
    row = {
        "office": "青石街道",
        "office_code": "990101009",
        "name": "青石社区",
        "code": "990101009001",
    }
    refused = put(row, subject=Subject.COMMUNITIES, wanted=Wanted())
    assert refused.changed == ()
    assert "qingdan new office qingshi --name 青石街道" in said(refused)
    made = put(row, subject=Subject.COMMUNITIES, wanted=Wanted(new_offices=True))
    assert made.changed[0].path == "content/offices/qingshi.yml"
    assert made.changed[0].text.endswith(
        'id: qingshi\nname: 青石街道\ncode: "990101009"\nnames: post\n\n'
        'communities:\n  - code: "990101009001"\n    name: 青石社区\n'
    )


def test_no_street_at_all() -> None:
    """Rows that name no street, and a new office without a name."""
    assert "看不出第 2 行是哪个街道的" in said(put({"name": "民政科"}, wanted=Wanted()))
    with pytest.raises(GeneratorError, match="qingdan new office lvshi"):
        put({"name": "民政科"}, wanted=Wanted("lvshi"))


@pytest.mark.parametrize(
    "name", ["红禾社区", "红禾社区居委会", "红禾居民委员会", "红禾"]
)
def test_communities_match_by_any_ending(name: str) -> None:
    """The file's name stays; a village of the same stem is another."""
    offices = put({"name": name, "address": "红禾路2号"}, subject=Subject.COMMUNITIES)
    assert lines_changed(offices) == ["  address: 红禾路2号"]
    other = put({"name": "红禾村村委会"}, subject=Subject.COMMUNITIES)
    assert "- name: 红禾村村委会" in lines_changed(other)


def test_communities_match_by_code_first() -> None:
    """A code renames; one of another street, or twice in the table, is refused."""
    row = {"name": "新禾社区", "code": "990101001001", "grids": "8"}
    offices = put(row, row, subject=Subject.COMMUNITIES)
    assert lines_changed(offices) == ["  name: 新禾社区", "  grids: 8"]
    assert "第 3 行“社区代码”：社区代码 990101001001 在第 2 行已经有了" in said(offices)
    files = {**FILES, "content/offices/qingshi.yml": "id: qingshi\nname: 青石街道\n"}
    moved = put(row, subject=Subject.COMMUNITIES, files=files, wanted=Wanted("qingshi"))
    assert moved.changed == ()
    assert "现在在红禾街道的文件里" in said(moved)


def test_a_file_with_mistakes_is_left_alone() -> None:
    """Its first mistake is said with its line."""
    offices = put({"name": "民政科"}, files={PATH: "id: [honghe\n"}, wanted=Wanted())
    assert offices.changed == ()
    assert f"{PATH} 第" in said(offices)


@pytest.mark.parametrize(
    ("cell", "numbers", "rest"),
    [
        ("029--83164138", ["029-83164138"], ""),
        ("000-8800 1234 000-8800 1235", ["000-8800 1234", "000-8800 1235"], ""),
        (
            "咨询：000-8800 1234；监督：000-8800 0001",
            ["000-8800 1234", "000-8800 0001"],
            "",
        ),
        ("(000)8800 1234转801", ["000-8800 1234转801"], ""),
        ("000-8800 1234/1235", ["000-8800 1234"], "1235"),
        ("962218、12345", ["962218", "12345"], ""),
        ("张某某 000-8800 1234", ["000-8800 1234"], "张某某"),
    ],
)
def test_phones_of_a_cell(cell: str, numbers: list[str], rest: str) -> None:
    """Each number as the check wants it; what is none of them is left to be said."""
    read = read_phones(cell)
    assert [phone.number for phone in read.phones] == numbers
    assert read.rest == rest


def test_names_of_streets() -> None:
    """What is a street, and the id of a new one."""
    assert is_street("红禾街道办事处")
    assert not is_street("民政科")
    assert new_street_id("某市某区茄子溪街道", ["qiezixi"]) == "qiezixi-2"
