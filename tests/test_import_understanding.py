"""Tables as they come: headers, merged cells, sections, sums, ticks, several tables."""

import pytest

from generator.problems import GeneratorError
from generator.understanding.understood import Subject
from tests.understanding_tables import cells, grid, read, said

POWERS = """
附件1
青禾区柳溪街道赋权行政执法事项清单
青禾府办〔2025〕12 号 | | | | 发布机关：青禾区人民政府办公室
自二○二五年七月一日起施行 | | | | 共3项
序 号 | 事项↵名称 | 执法主体 | 赋权事项的执法依据 | 赋权 街镇
1.0 | 对露天焚烧落叶的行政处罚 | 乡镇↵人民↵政府 | 《青禾区市容条例》(2019年修订)第六条 | 镇人民政府、街道办事处
2.0 | 对占道经营的行政处罚 | 区城管局↵各街道办事处 | 《青禾区市容条例》第七条 | 街道办事处
合计 | 2
注：本清单由区司法局解释。
填报人：某某 | | 填报时间：2025.6.30
"""


def test_a_list_with_everything_around_it() -> None:
    """Title, number, dates stand above; sums, notes and signatures are no items."""
    told = read(grid(POWERS, name="Sheet1"))
    assert (told.subject, told.kind and told.kind.id) == (Subject.ITEMS, "power")
    assert "名称里有“赋权”" in told.why_kind
    heading = told.heading
    assert heading.title == "青禾区柳溪街道赋权行政执法事项清单"
    assert heading.document == "青禾府办〔2025〕12号"
    assert heading.issuer == "青禾区人民政府办公室"
    assert (heading.effective, heading.total) == ("2025-07-01", "3")
    assert cells(told, "number", "title", "enforcing_body", "note") == [
        (
            "1",
            "对露天焚烧落叶的行政处罚",
            "乡镇人民政府",
            "赋权街镇：镇人民政府、街道办事处",
        ),
        ("2", "对占道经营的行政处罚", "区城管局、各街道办事处", "赋权街镇：街道办事处"),
    ]
    assert told.rows[0].number == 6
    assert told.rows[1].values["basis"] == [
        {"document": "《青禾区市容条例》", "article": "第七条"}
    ]
    assert told.missing == ("unit", "hotline")
    for words in ("是合计", "是说明", "是落款"):
        assert words in said(told)
    assert "第 6 行“执法主体”：接上断开的行" in said(told)


CATALOG = """
(一)养老服务领域政务公开标准目录
序号 | 公开事项 | | 公开内容 | 公开对象 | | 公开方式 | | 办理层级 |
 | 一级事项 | 二级事项 | | 全社会 | 特定群体 | 主动 | 依申请 | 区级 | 镇街级
0505 | 老年↵补贴 | 高龄津贴 | 政策 | √ | | √ | | √ | √
0506 | | 护理补贴 | 政策 | | √ | | √ | | √
(二)社会救助领域政务公开标准目录
序号 | 公开事项 | | 公开内容 | 公开对象 | | 公开方式 | | 办理层级 |
 | 一级事项 | 二级事项 | | 全社会 | 特定群体 | 主动 | 依申请 | 区级 | 镇街级
1 | 救助 | 临时救助 | 政策 | √ | | √ | | | √
"""
MERGED_HEADER = (
    *((1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 2, 3), (1, 4, 1, 5), (1, 6, 1, 7)),
    *((1, 8, 1, 9), (3, 1, 4, 1)),
)


@pytest.mark.parametrize("merges", [MERGED_HEADER, ()])
def test_two_header_rows_with_ticks(
    merges: tuple[tuple[int, int, int, int], ...],
) -> None:
    """Ticks below one parent are the ticked headings; the header met again is left out."""
    told = read(grid(CATALOG, *merges))
    assert cells(told, "number", "title", "audience", "level", "note") == [
        ("0505", "高龄津贴", "全社会", "区级、镇街级", "公开方式：主动"),
        ("0506", "护理补贴", "特定群体", "镇街级", "公开方式：依申请"),
        (
            "1",
            "临时救助",
            "全社会",
            "镇街级",
            "公开方式：主动\n分组：社会救助领域政务公开标准目录",
        ),
    ]
    assert told.rows[0].values["level"] == ["区", "街道"]
    assert [c for (c,) in cells(told, "category")] == (["老年补贴", "老年补贴", "救助"])
    assert "表头又出现一次" in said(told)
    assert "政务公开标准目录，没有对应的清单类型" in said(told)


def test_a_row_that_lacks_most_cells_is_not_filled() -> None:
    """Half a row at the end of a page: who did it before is not known of it."""
    told = read(
        grid(
            """
序号 | 赋权事项名称 | 原行使部门 | 赋权范围 | 执法依据 | 赋权街镇
1 | 对擅自砍伐树木的行政处罚 | 区林业局 | 行政处罚权 | 《绿化条例》第九条 | 街道办事处
2 | 对未及时清运垃圾的行政处罚 | | | |
"""
        )
    )
    assert "original_department" not in told.rows[1].values
    assert "沿用" not in said(told)


def test_groups_written_once_and_sections() -> None:
    """A category once for its group, a row across the table, Chinese numbers."""
    told = read(
        grid(
            """
类别 | 序号 | 事项名称 | 申请材料 | 法定时限（工作日） | 承诺时限
助老 | 1 | 高龄津贴申请 | 1.身份证；2.照片 | 20 | 5个工作日
 | 2 | 助餐补贴申请 | 身份证、照片 | 10 | 当场办结
助残 | 3 | 残疾人证办理 | 身份证 | |
 | 4 | 护理补贴申请 | 身份证 | |
"""
        )
    )
    assert [c for (c,) in cells(told, "category")] == ["助老", "助老", "助残", "助残"]
    assert told.rows[0].values["materials"] == ["身份证", "照片"]
    assert told.rows[0].values["time_limit"] == {
        "legal": "20个工作日",
        "promised": "5个工作日",
    }
    assert (
        told.rows[0].cells["time_limit"] == "法定时限：20个工作日；承诺时限：5个工作日"
    )
    assert said(told).count("空着的格沿用上面的值") == 1
    sections = read(
        grid(
            """
序号 | 事项名称 | 承办机构
一 | 行政许可（共1项） |
1 | 户外广告许可 | 城管办
二、公共服务 | |
2 | 借阅图书 | 文化站
便民服务 | |
3 | 代收快递 | 便民中心
""",
            (5, 0, 5, 2),
        )
    )
    assert cells(sections, "category", "title") == [
        ("行政许可", "户外广告许可"),
        ("公共服务", "借阅图书"),
        ("便民服务", "代收快递"),
    ]


def test_rows_that_are_one_item() -> None:
    """One matter over several rows; a 子项 is a matter of its own."""
    told = read(
        grid(
            """
序号 | 事项名称 | 责任事项 | 追责情形
1 | 对乱倒垃圾的处罚 | 1.立案：发现线索。 | 不立案的
 | | 2.调查：收集证据。 | 漏报的
2 | 对噪声的处罚 | 受理 | 拖延的
""",
            (1, 0, 2, 0),
            (1, 1, 2, 1),
        )
    )
    assert cells(told, "number", "responsibility", "liability") == [
        ("1", "1.立案：发现线索。\n2.调查：收集证据。", "不立案的\n漏报的"),
        ("2", "受理", "拖延的"),
    ]
    assert "接到上一行的事项里" in said(told)
    parts = read(
        grid(
            """
序号 | 项目名称 | 子项 | 权力类型
1 | 对养犬的处罚 | 未登记的 | 行政处罚
 | | 不牵绳的 | 行政处罚
2 | 养犬登记 | | 行政确认
""",
            (1, 0, 2, 0),
            (1, 1, 2, 1),
        )
    )
    assert cells(parts, "category", "title") == [
        ("对养犬的处罚", "未登记的"),
        ("对养犬的处罚", "不牵绳的"),
        ("", "养犬登记"),
    ]


def test_the_table_that_says_most() -> None:
    """Several sheets: continued ones are joined, others are left and named."""
    head = "序号 | 事项名称 | 对应上级部门 | 上级部门职责 | 镇街配合职责\n"
    first = grid(f"{head}1 | 防汛 | 区水务局 | 统筹 | 巡查", name="配合1")
    more = grid(f"{head}2 | 禁毒 | 区公安分局 | 牵头 | 宣传", name="配合2")
    other = grid(
        "序号 | 事项名称 | 承接部门 | 工作方式\n1 | 审批 | 区局 | 窗口", name="收回事项"
    )
    notes = grid("填表时请注意 | 联系区委编办", name="说明")
    told = read(notes, first, more, other)
    assert (told.kind and told.kind.id, told.sheet) == ("assist", "配合1")
    assert [t for (t,) in cells(told, "title")] == ["防汛", "禁毒"]
    assert "有 2 张表列名相同，接成一张" in said(told)
    assert [name.partition("（")[0].partition("：")[0] for name in told.left] == [
        "收回事项",
        "说明",
    ]
    assert read(first, other, kind="withdrawn").sheet == "收回事项"
    assert read(first, other, sheet="收回事项").sheet == "收回事项"


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("1 | 高龄津贴 | 民政办\n2 | 助餐 | 民政办", "", "没有认出表头"),
        ("序号 | 事项名称\n1 | 高龄津贴", "nothing", "没有“nothing”这个清单类型"),
    ],
)
def test_what_cannot_be_read(text: str, kind: str, sentence: str) -> None:
    """No header, no such kind: a sentence that says what to do."""
    with pytest.raises(GeneratorError, match=sentence):
        read(grid(text), kind=kind)
    with pytest.raises(GeneratorError, match="没有“二”这张表；文件里有：表"):
        read(grid(text), sheet="二")


def test_nothing_is_dropped() -> None:
    """Columns without a field, without a heading and second ones go to the note."""
    told = read(
        grid(
            """
事项名称 | 责任科室 | 牵头股室 | 风险等级 | | 联系电话 | 备注 | 空列
养犬登记 | 民政办 | 城管办、综治办 | 高 | 附图 | 000-8800 1234、000-8800 1235转8 | 先预约 |
"""
        )
    )
    assert told.rows[0].cells["unit"] == "城管办"
    assert told.rows[0].cells["hotline"] == "000-8800 1234"
    assert told.rows[0].cells["note"].split("\n") == [
        "责任科室：民政办",
        "牵头股室：城管办、综治办",
        "风险等级：高",
        "附图",
        "联系电话：000-8800 1235转8",
        "先预约",
    ]
    assert "“空列”整列是空的" in said(told)
    assert "一格有 2 个号码" in said(told)
