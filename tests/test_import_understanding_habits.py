"""What cities put into their tables besides content, and how it is read."""

import pytest

from generator.importing.telling import told_understood
from generator.tables.grid import Grid
from generator.understanding.understood import Understood
from tests.understanding_tables import cells, grid, read, said

LIST = "红光街道公共服务事项清单"


def listed(head: str, *rows: str, title: str = LIST) -> Understood:
    """Understand one table below a title."""
    return read(grid("\n".join((title, head, *rows))))


def test_nothing_is_no_content() -> None:
    """Strokes and 无 are read as empty, told once a column; a fee of 无 is an answer."""
    told = listed(
        "序号|事项名称|子项|依据|收费标准|申请材料|是否网办|备注",
        "1|低保申请|/|\uff0f|无|无|无|无",
        "2|临时救助|—|《社会救助暂行办法》|不收费|/|是|--",
    )
    assert cells(told, "title", "basis", "fee", "materials", "note") == [
        ("低保申请", "", "无", "无", "是否网办：无"),
        ("临时救助", "《社会救助暂行办法》", "不收费", "", "是否网办：是"),
    ]
    assert said(told).count("当作空着") == 4
    assert "第 2 行“备注”：只写着“无”“--”的格子当作空着，这一栏有 2 格。" in said(told)


def test_own_export_keeps_its_strokes() -> None:
    """In our own export a cell is what the file says, whatever it is."""
    told = listed("事项名称|备注|事项编号", "低保申请|/|dibao")
    assert cells(told, "note") == [("/",)]


@pytest.mark.parametrize(
    ("cell", "unit", "phone"),
    [
        ("社会事务办公室 000-8800 1234", "社会事务办公室", "000-8800 1234"),
        ("司法所（000-8800 1234）", "司法所", "000-8800 1234"),
        ("司法所\n联系电话：000-8800 1234", "司法所", "000-8800 1234"),
        ("户籍窗口：000-8800 1234", "户籍窗口", "000-8800 1234"),
        ("综合文化站", "综合文化站", ""),
        ("12345", "", "12345"),
        ("文化站 000-8800 1234 二楼", "文化站", "000-8800 1234"),
    ],
)
def test_unit_with_its_phone(cell: str, unit: str, phone: str) -> None:
    """A column of units with phones gives both."""
    shown = cell.replace("\n", "↵")
    told = listed("事项名称|责任科室及联系电话|依据", f"低保申请|{shown}|某办法")
    assert cells(told, "unit", "hotline") == [(unit, phone)]
    assert "责任科室及联系电话”：一栏拆成几栏" in said(told)
    assert ("二楼" in told.rows[0].cells.get("note", "")) == ("二楼" in cell)


def test_unit_with_place_and_phone() -> None:
    """Three things in one cell are three fields."""
    told = listed(
        "事项名称|办理机构、地点及联系电话",
        "低保申请|社会事务办公室，幸福路8号一楼，000-8800 1234",
    )
    assert cells(told, "unit", "window", "hotline") == [
        ("社会事务办公室", "幸福路8号一楼", "000-8800 1234")
    ]


def test_department_with_its_way_of_working() -> None:
    """Who takes a matter back, and how, from one column (承接部门及工作方式)."""
    told = listed(
        "序号|事项名称|承接部门及工作方式",
        "1|招商考核|承接部门：区商务局↵工作方式：取消考核。",
        "2|技能培训|区人社局：由区人社局直接组织。",
        "3|燃气执法|区城管局、区市场监管局",
        "4|学籍管理|区教育局↵统一办理。",
        "5|统计考核|不再考核。",
        title="红光街道上级部门收回事项清单",
    )
    assert cells(told, "receiving_department", "method") == [
        ("区商务局", "取消考核。"),
        ("区人社局", "由区人社局直接组织。"),
        ("区城管局、区市场监管局", ""),
        ("区教育局", "统一办理。"),
        ("", "不再考核。"),
    ]


@pytest.mark.parametrize("gap", ["", "|"])
def test_tables_side_by_side(gap: str) -> None:
    """What is printed to the right goes on with what is printed to the left."""
    told = listed(
        f"序号|事项名称|承办科室{gap}|序号|事项名称|承办科室",
        f"1|低保申请|社会事务办公室{gap}|3|档案查询|党政办公室",
        f"2|生育登记|卫健办公室{gap}|||",
    )
    assert cells(told, "number", "title", "unit") == [
        ("1", "低保申请", "社会事务办公室"),
        ("2", "生育登记", "卫健办公室"),
        ("3", "档案查询", "党政办公室"),
    ]
    assert all("note" not in row.values for row in told.rows)
    assert "共 3 项；行号是各张表自己的" in "\n".join(told_understood(told, "a.xlsx"))


def test_pages_as_printed() -> None:
    """Titles again on each page, watermarks, page numbers, footnotes are no content."""
    told = listed(
        "序号|职责名称|具体职责",
        "1|发展党员|负责党员发展。",
        "||内部资料 注意保存",
        "||",
        "红光街道办事处||",
        "职 责 任 务 清 单||",
        "序号|职责名称|具体职责",
        "2|市容巡查*|每日巡查。",
        "*由执法队实施，街道协助。||",
        "3|绿化养护|修剪。",
        "第2页 共2页||",
        title="红光街道办事处\n职 责 任 务 清 单",
    )
    assert told.heading.title == "红光街道办事处职责任务清单"
    assert cells(told, "title", "content", "category") == [
        ("发展党员", "负责党员发展。", ""),
        ("市容巡查*", "每日巡查。", ""),
        ("绿化养护", "修剪。", ""),
    ]
    assert "“第2页 共2页”是页眉、页脚或水印" in said(told)
    assert "“*由执法队实施，街道协助。”是说明" in said(told)


def test_notice_before_the_list() -> None:
    """The list is called what the notice calls it, not after the notice."""
    told = listed(
        "事项名称|办结时限",
        "就业援助|10个工作日",
        title="某区红光街道办事处\n关于公布服务事项清单的通知\n"
        "现公布《红光街道服务事项清单》，《旧清单》同时废止。",
    )
    assert told.heading.title == "红光街道服务事项清单"


def test_sheets_of_units_below_a_cover() -> None:
    """Sheets called after units say whose the items are; the cover says the title."""
    head = "序号|事项名称|服务对象|联系电话"
    cover = grid("某区红光街道\n公共服务事项清单\n（2027年版）", name="封面")
    told = read(
        cover,
        *(
            grid(f"{unit}公共服务事项|||\n{head}\n1|{title}|居民|12345", name=unit)
            for unit, title in (("民政办公室", "低保申请"), ("城管办公室", "树木修剪"))
        ),
    )
    assert told.heading.title == "某区红光街道公共服务事项清单"
    assert cells(told, "title", "unit", "category") == [
        ("低保申请", "民政办公室", ""),
        ("树木修剪", "城管办公室", ""),
    ]


def test_first_of_several_sheets_has_its_category_too() -> None:
    """Where the sheets are categories, that of the first is one as well."""
    sheets: list[Grid] = [
        grid(f"事项名称|依据|办理条件\n{title}|某办法|居民", name=name)
        for name, title in (("民政", "低保申请"), ("城管", "树木修剪"))
    ]
    assert cells(read(*sheets), "category") == [("民政",), ("城管",)]


def test_columns_that_give_way() -> None:
    """办理形式 is no place where one is given; 是否收费 is the fee where none is."""
    told = listed(
        "事项名称|办理形式|办理地点|是否收费|依据",
        "低保申请|网上办理|幸福路8号|否|某办法",
    )
    assert cells(told, "window", "fee", "note") == [
        ("幸福路8号", "不收费", "办理形式：网上办理")
    ]
    told = listed("事项名称|是否收费|收费标准|依据", "低保申请|是|每份5元|某办法")
    assert cells(told, "fee", "note") == [("每份5元", "是否收费：是")]


def test_more_names_of_columns() -> None:
    """工作事务 names what a village does; 索要单位 is not who handles a matter."""
    told = listed(
        "类别|工作事务|指导部门", "承担|村民会议|区民政局", title="村级事务清单"
    )
    assert cells(told, "title", "category") == [("村民会议", "承担")]
    assert told.kind
    assert told.kind.id == "community-duty"
    told = listed(
        "证明名称|索要单位|取消后的办理方式",
        "居住证明|教育局|部门核验",
        title="取消证明清单",
    )
    assert cells(told, "unit", "note") == [("", "索要单位：教育局")]


def test_contact_person_with_a_phone() -> None:
    """Of 联系人及手机 only a landline is kept; the name goes into no note."""
    told = listed(
        "事项名称|联系人及手机|依据", "代办老年卡|李某某 000-8800 1234|某办法"
    )
    assert cells(told, "hotline", "note") == [("000-8800 1234", "")]


def test_unit_and_place_with_phones() -> None:
    """A phone in brackets of a heading is a thing of its own; a place may have one."""
    told = listed(
        "事项名称|承办科室（咨询电话）|依据",
        "低保申请|民政办公室（000-8800 1234）|某办法",
    )
    assert cells(told, "unit", "hotline") == [("民政办公室", "000-8800 1234")]
    told = listed("事项名称|地点/电话|依据", "低保申请|便民大厅 000-8800 1234|某办法")
    assert cells(told, "window", "hotline") == [("便民大厅", "000-8800 1234")]


def test_counts_are_no_part_of_names() -> None:
    """一、民生（2项） is the category 民生; the title loses its count as well."""
    told = listed(
        "类别|事项名称|依据",
        "一、民生（2项）|低保申请|某办法",
        title=f"{LIST}（共2项）",
    )
    assert (told.heading.title, told.heading.total) == (LIST, "2")
    assert cells(told, "category") == [("民生",)]


def test_a_document_goes_on_without_its_header() -> None:
    """The next page of a document is a table without headings."""
    head = grid("事项名称|依据|办理条件\n低保申请|某办法|居民", name="第 1 个表格")
    more = grid("临时救助|某办法|居民", name="第 2 个表格")
    told = read(head, more)
    assert cells(told, "title", "category") == [("低保申请", ""), ("临时救助", "")]
    assert "第 2 个表格没有列名" in said(told)
    assert told.left == ()
