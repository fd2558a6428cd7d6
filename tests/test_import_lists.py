"""Rows of a table and items of the list in force: what is which, what changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.authoring.canonical import formatted
from generator.authoring.canonical_orders import order_of
from generator.importing.list_changes import ListChanges, compare
from generator.importing.list_file import list_file
from generator.importing.list_header import Why
from generator.loading.load import load
from generator.model.lists import ListKey
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from tests.import_samples import (
    compared,
    district,
    loaded,
    read,
    table,
    target,
    written,
)
from tests.trees import on, whole

WriteTree = Callable[[Mapping[str, str]], Path]
Cells = dict[str, str]

DIBAO = {
    "title": "最低生活保障申请",
    "unit": "社会事务办公室",
    "hotline": "000-8800 1234",
    "time_limit": "30个工作日",
    "keywords": "低保、吃低保",
}
CARD = {
    "title": "老年人优待证办理",
    "unit": "社会事务办公室",
    "hotline": "000-88001234",
    "time_limit": "",
    "keywords": "",
}
STALL = {
    "title": "便民摊点登记",
    "unit": "城市管理办公室",
    "hotline": "000-8800 7777",
    "time_limit": "",
    "keywords": "",
}
ALL = [DIBAO, CARD, STALL]


def told(changes: ListChanges) -> dict[str, dict[str, object]]:
    """What is set, by item and field."""
    return {
        r.item.id: {c.field.name: c.value for c in r.fields} for r in changes.revised
    }


@pytest.mark.parametrize(
    "rows",
    [
        ALL,
        [STALL, DIBAO, CARD],
        [{**DIBAO, "hotline": ""}, CARD, STALL],
        [{**row, "number": str(n)} for n, row in enumerate(ALL, 1)],
        [{**DIBAO, "title": "最低生活保障　申请"}, CARD, STALL],
        [{**DIBAO, "time_limit": "３０个\n工作日"}, CARD, STALL],
        [{**DIBAO, "number": "7"}, {**CARD, "number": "2"}, {**STALL, "number": ""}],
        [{"title": row["title"]} for row in ALL],
        [{**DIBAO, "unit": "民政科"}, {**CARD, "unit": "甲街道社会事务办公室"}, STALL],
    ],
    ids=[
        "as it is",
        "in another order",
        "the unit's phone left out",
        "numbered",
        "numbered with gaps",
        "a wide space",
        "wide digits and a line break",
        "titles only",
        "other names of a unit",
    ],
)
def test_the_same_table_changes_nothing(
    write_tree: WriteTree, rows: list[Cells]
) -> None:
    """However a table is written, what says the same is no change."""
    changes = compared(write_tree(district()), rows)
    assert (told(changes), changes.added, changes.gone) == ({}, (), ())
    assert (changes.faults, changes.unsure) == ((), ())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({**DIBAO, "time_limit": "20个工作日"}, {"time_limit": "20个工作日"}),
        ({**DIBAO, "time_limit": ""}, {"time_limit": None}),
        ({**DIBAO, "keywords": "低保"}, {"keywords": ["低保"]}),
        ({**DIBAO, "unit": "城市管理办公室"}, {"unit": "city"}),
        ({**DIBAO, "unit": "区民政局"}, {"unit": "区民政局"}),
        ({**DIBAO, "unit": "退役军人服务站"}, {"unit": "退役军人服务站"}),
        ({**DIBAO, "hotline": "000-8800 9999"}, {"hotline": "000-8800 9999"}),
        ({**DIBAO, "title": "最低生活保障审核"}, {"title": "最低生活保障审核"}),
        ({**DIBAO, "code": "002"}, {"code": "002"}),
        ({**DIBAO, "fee": "不收费"}, {"fee": "不收费"}),
        ({**DIBAO, "number": "0505"}, {"number": "0505"}),
    ],
)
def test_a_changed_cell_is_one_field(
    write_tree: WriteTree, row: Cells, expected: dict[str, object]
) -> None:
    """Each cell that says something new sets its field, an emptied one removes it."""
    changes = compared(write_tree(district()), [row, CARD, STALL])
    assert told(changes) == {"dibao": expected}
    assert (changes.added, changes.gone) == ((), ())


def test_rows_come_and_go(write_tree: WriteTree) -> None:
    """A row of no item is new under an id by its sound; an item without row is gone."""
    guide = {"title": "便民大厅引导服务", "unit": "社会事务办公室"}
    changes = compared(write_tree(district()), [guide, DIBAO, STALL])
    assert [(one.item, dict(one.values)) for one in changes.added] == [
        ("bian-min-da-ting-yin-dao", {"title": "便民大厅引导服务", "unit": "social"})
    ]
    assert [item.id for item in changes.gone] == ["old-card"]


def test_ids_and_codes_come_before_titles(write_tree: WriteTree) -> None:
    """A row keeps its item by id or code, whatever its title has become."""
    rows = [
        {"code": "001", "title": "低保申请"},
        {"id": "old-card", "title": "老年优待"},
        {"id": "stall", "title": "便民摊点登记"},
    ]
    changes = compared(write_tree(district()), rows)
    assert told(changes) == {
        "dibao": {"title": "低保申请"},
        "old-card": {"title": "老年优待"},
    }


def test_an_id_of_another_matter_is_asked_about(write_tree: WriteTree) -> None:
    """A row that was overwritten with another matter is nobody's to guess."""
    rows = [{"id": "dibao", "title": "阳台花箱领取"}, CARD, STALL]
    root = write_tree(district())
    (unsure,) = compared(root, rows).unsure
    assert (unsure.row.number, unsure.candidates[0].item) == (4, "dibao")
    assert told(compared(root, rows, {4: "dibao"})) == {
        "dibao": {"title": "阳台花箱领取"}
    }
    answered = compared(root, rows, {4: "new"})
    assert [one.item for one in answered.added] == ["yang-tai-hua-xiang-ling-qu"]
    assert [item.id for item in answered.gone] == ["dibao"]


def test_titles_that_are_half_alike_are_asked_about(write_tree: WriteTree) -> None:
    """Neither a new item nor a change is invented; the item is not withdrawn either."""
    rows = [{"title": "最低生活保障金停发、增发"}, CARD, STALL]
    changes = compared(write_tree(district()), rows)
    assert [c.item for u in changes.unsure for c in u.candidates] == ["dibao"]
    assert (changes.added, changes.gone) == ((), ())


@pytest.mark.parametrize("second", [dict(DIBAO), {"title": "另一项", "id": "dibao"}])
def test_one_item_in_two_rows_is_a_fault(write_tree: WriteTree, second: Cells) -> None:
    """The sentence names both rows, and what to do if they are two matters."""
    first = {**DIBAO, "id": "dibao"}
    (fault,) = compared(write_tree(district()), [first, CARD, second, STALL]).faults
    assert "第 4 行" in fault.sentence
    assert "第 6 行" in fault.sentence
    assert "--match 6=new" in fault.cure


def test_a_new_row_twice_is_a_fault(write_tree: WriteTree) -> None:
    """Rows that say all the same are one matter entered twice."""
    new = {"title": "阳台花箱领取", "unit": "城市管理办公室"}
    (fault,) = compared(write_tree(district()), [*ALL, new, dict(new)]).faults
    assert "第 7 行和第 8 行都是“阳台花箱领取”" in fault.sentence


def test_a_row_without_title_is_a_fault(write_tree: WriteTree) -> None:
    """Nobody can tell what it is about."""
    (fault,) = compared(write_tree(district()), [*ALL, {"unit": "民政科"}]).faults
    assert fault.place.words() == "第 7 行“事项名称”"


def test_what_is_no_unit_or_post_is_said(write_tree: WriteTree) -> None:
    """The nearest unit is named; an unknown post goes to the note, nothing is lost."""
    row = {**DIBAO, "unit": "社会事物办公室", "post": "所长"}
    changes = compared(write_tree(district()), [row, CARD, STALL])
    assert told(changes)["dibao"] == {
        "unit": "社会事物办公室",
        "note": "责任岗位：所长",
    }
    assert "是不是“社会事务办公室”" in changes.remarks[0].cure
    assert "“所长”" in changes.remarks[1].sentence


def test_a_failed_formula_says_nothing(write_tree: WriteTree) -> None:
    """The item keeps what it had, and the cell is named."""
    row = {**DIBAO, "time_limit": "#REF!"}
    changes = compared(write_tree(district()), [row, CARD, STALL])
    assert told(changes) == {}
    assert changes.remarks[0].place.words() == "第 4 行“办理时限”"


def test_a_phone_goes_with_its_unit(write_tree: WriteTree) -> None:
    """The old phone beside a new unit is no phone of the item's own; that is said."""
    row = {**DIBAO, "unit": "城市管理办公室"}
    changes = compared(write_tree(district()), [row, CARD, STALL])
    assert told(changes) == {"dibao": {"unit": "city"}}
    assert "网页会显示“000-8800 5678”" in changes.remarks[0].sentence


def test_rows_of_two_sheets_may_have_one_number(write_tree: WriteTree) -> None:
    """Where a table goes on in another sheet, no row takes the place of another."""
    root = write_tree(district())
    resolved = read(root)
    understood = table(resolved, [*ALL, {"title": "阳台花箱领取"}])
    rows = tuple(replace(one, number=4) for one in understood.rows)
    goal = target(resolved)
    changes = compare(replace(understood, rows=rows), resolved, goal, {})
    assert (len(changes.found), len(changes.added), changes.gone) == (3, 1, ())


def test_answers_have_to_fit(write_tree: WriteTree) -> None:
    """An answer about a row or an item that is not there is refused."""
    root = write_tree(district())
    with pytest.raises(GeneratorError, match="第 99 行"):
        compared(root, ALL, {99: "dibao"})
    with pytest.raises(GeneratorError, match="没有编号“nobody”"):
        compared(root, ALL, {4: "nobody"})


def test_an_amendment_says_only_what_changed(write_tree: WriteTree) -> None:
    """New, changed and withdrawn items, each with its reason, as a sound file."""
    root = write_tree(district())
    rows = [
        {**DIBAO, "time_limit": ""},
        STALL,
        {"title": "阳台花箱领取", "unit": "民政科"},
    ]
    file = written(root, rows)
    assert file.path == "content/lists/a/services/2026-01-01.yml"
    assert file.version.text == (
        "# yaml-language-server: $schema=../../../schema/list.schema.json\n"
        "# 新增1项、调整1项、取消1项。\n"
        "list: services\neffective: 2026-01-01\n\nchanges:\n"
        "  - add:\n      id: yang-tai-hua-xiang-ling-qu\n      title: 阳台花箱领取\n"
        "      unit: social\n    reason: 其他\n\n"
        "  - revise: dibao\n    set:\n      time_limit: null\n    reason: 其他\n\n"
        "  - withdraw: old-card\n    reason: 其他\n"
    )
    assert loaded(root, file) == []
    order = order_of(file.path, load(root).settings.kinds, "service")
    text = file.version.text
    assert formatted(file.path, text.encode(), order).text == text
    now = on(read(root), "a/services", "2026-01-01")
    assert now is not None
    assert set(now.items) == {"dibao", "stall", "yang-tai-hua-xiang-ling-qu"}


def test_a_new_whole_version_keeps_what_has_no_column(write_tree: WriteTree) -> None:
    """Posts, notes and words that the table does not show stay as they were."""
    root = write_tree(district())
    rows = [{"title": row["title"], "fee": "不收费"} for row in ALL]
    file = written(root, rows, whole=True)
    assert file.is_whole
    assert loaded(root, file) == []
    now = on(read(root), "a/services", "2026-01-01")
    assert now is not None
    assert now.items["old-card"].fields["post"] == "head"
    assert now.items["stall"].fields["note"] == "早市"
    assert {item.fields["fee"] for item in now.items.values()} == {"不收费"}


STANDARD = whole(
    "standard/basic",
    "2025-01-01",
    "{id: meeting, title: 召开居民会议, unit: 社会事务办公室, basis: 《甲法》}",
    "{id: accounts, title: 公布集体收支}",
    "{id: rules, title: 制定居民公约}",
    head="kind: basic\napplies_to: {offices: [a]}\n",
)


def basic(root: Path, rows: list[Cells]) -> tuple[Resolved, str]:
    """Import a table into the list that the office has by the standard alone."""
    resolved = read(root)
    goal = target(resolved, ListKey("a", "basic"))
    understood = table(resolved, rows, kind="basic")
    changes = compare(understood, resolved, goal, {})
    file = list_file(understood, goal, changes, Why("其他"))
    assert loaded(root, file) == []
    return read(root), file.version.text


def test_an_adopted_list_becomes_its_own_with_the_differences(
    write_tree: WriteTree,
) -> None:
    """What the standard says is not repeated; what is not in the table is declined."""
    root = write_tree(district(**STANDARD))
    rows = [
        {"title": "召开居民会议", "basis": "《乙法》"},
        {"title": "公布集体收支", "basis": ""},
    ]
    resolved, text = basic(root, rows)
    assert "based_on: standard/basic" in text
    assert "accounts" not in text
    now = on(resolved, "a/basic", "2026-01-01")
    assert now is not None
    assert list(now.items) == ["meeting", "accounts"]
    assert now.items["meeting"].fields["basis"] == "《乙法》"
    assert [one.id for one in now.declined] == ["rules"]


def test_one_matter_has_one_id_in_the_district(write_tree: WriteTree) -> None:
    """A title that another list knows brings its id; other matters' ids are not used."""
    other = whole(
        "standard/duties",
        "2025-01-01",
        "{id: balcony, title: 阳台花箱领取}",
        "{id: guang-chang-wu, title: 完全另一件事}",
        head="kind: duty\n",
    )
    titles = "阳台花箱领取", "广场舞登记", "（2）对树木的巡查"
    rows = [*ALL, *({"title": title} for title in titles)]
    changes = compared(write_tree(district(**other)), rows)
    assert [(one.item, one.elsewhere) for one in changes.added] == [
        ("balcony", "standard/duties"),
        ("guang-chang-wu-deng-ji", ""),
        ("shu-mu-de-xun-cha", ""),
    ]
