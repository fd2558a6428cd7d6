"""Columns: what headings mean, for which kind, and what decides where that is not clear."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.loading.config import settings_without_config
from generator.loading.load import load
from generator.understanding.synonyms import fits, names_for, shipped
from generator.understanding.understand import understand
from generator.understanding.understood import Subject
from tests.understanding_tables import cells, grid, read, said, settings

KNOWN = """
title: 事项名称 赋权事项名称 项目名称 办理事项 证明事项 职权名称 事项（名称） 权责事项名称
basis: 执法依据 赋权事项的执法依据 实施依据 设定依据 依据： 文件依据 法律政策依据 公开依据 處罰依據
enforcing_body: 执法主体 实施主体 行使主体 赋权街镇 责任主体
original_department: 原行使部门 原实施部门 原赋权部门
power_type: 权力类型 职权类别 行政权力类型
responsibility: 责任事项 责任事项内容
liability: 追责情形 问责情形
note: 备注 备考
description: 说明
"""
SERVICE = """
conditions: 受理条件 申报条件 办理（申请）条件
materials: 申请材料 办理材料（原件） 需要带的材料
steps: 办理流程 操作流程
time_limit: 办理时限 法定期限 承诺时限 承诺办结时限（工作日）
fee: 收费标准 收费依据及标准
window: 办理地点 受理地点
hotline: 咨询电话 联系电话：
audience: 服务对象 适用对象
unit: 承办机构 责任科室 办理机构
url: 网上办理地址
"""
OTHER_KINDS = """
assist lead_department: 对应上级部门 牵头部门 区级主管部门
assist department_duty: 上级部门职责 本部门职责 部门职责
assist street_duty: 镇街配合职责 街道职责 属地责任
boundary street_duty: 乡镇（街道）职责
withdrawn receiving_department: 承接部门 收回后办理单位 承接單位
withdrawn method: 工作方式 履职方式
duty content: 职责内容 主要职责 公开内容（要素）
no-certificate instead: 替代方式 取消后的办理方式
community-assist guiding_department: 业务指导部门
"""


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for kind, text in (("power", KNOWN), ("service", SERVICE), ("", OTHER_KINDS)):
        for line in text.strip().split("\n"):
            names, _, headings = line.partition(": ")
            own, _, field = names.rpartition(" ")
            found += [(own or kind, field, h) for h in headings.split()]
    return found


@pytest.mark.parametrize(("kind", "field", "heading"), _cases())
def test_headings(kind: str, field: str, heading: str) -> None:
    """A heading fills its field, whatever stands beside it."""
    base = "编码列" if field == "title" else "事项名称"
    told = read(grid(f"序号 | {base} | {heading}\n1 | 甲 | 乙"), kind=kind)
    assert [column.field for column in told.columns][2] == field


def test_every_label_of_the_declarations_is_known() -> None:
    """What our own export calls a column is read back as that field."""
    names = names_for(Subject.ITEMS, settings())
    for kind in settings_without_config().kinds.values():
        for field in kind.fields.values():
            found = {f for fit in fits(field.label, names) for f in fit.name.fields}
            assert field.name in found, (kind.id, field.label)


def test_the_names_that_ship_are_sound() -> None:
    """Each stands once in its group and names fields that exist."""
    fields = {f for k in settings_without_config().kinds.values() for f in k.fields}
    fields |= {"id", "subtitle", "hours", "other"}
    names = shipped()["items"]
    assert {f.partition(".")[0] for n in names for f in n.fields} <= fields
    assert len({(n.folded, n.fields, n.when) for n in names}) == len(names)
    assert len(names) > 300


@pytest.mark.parametrize(
    ("heading", "cell", "kind", "field"),
    [
        ("办理时间", "5个工作日", "service", "time_limit"),
        ("办理时间", "周一至周五 9:00-12:00", "service", ""),
        ("事项类型", "行政检查", "power", "power_type"),
        ("事项类型", "养老服务", "power", "category"),
        ("事项编号", "gaoling-jintie", "service", "id"),
        ("事项编号", "990100123", "service", "code"),
    ],
)
def test_contents_decide(heading: str, cell: str, kind: str, field: str) -> None:
    """One heading with two meanings: the cells below tell."""
    told = read(grid(f"事项名称 | {heading}\n甲 | {cell}"), kind=kind)
    assert told.columns[1].field == field


KINDS = [
    ("权力清单", "事项名称 | 权力类型 | 实施依据", "power"),
    ("配合履职事项清单", "事项名称 | 对应上级部门 | 镇街配合职责", "assist"),
    ("基本履职事项清单", "序号 | 事项名称", "basic"),
    ("表1", "事项名称 | 承接部门 | 工作方式", "withdrawn"),
    ("表1", "事项名称 | 申请材料 | 办理流程", "service"),
    ("不再索要的证明", "证明事项 | 替代方式", "no-certificate"),
    ("社区协助政府工作事项清单", "序号 | 事项 | 依据", "community-assist"),
    ("居委会依法自治事项清单", "序号 | 事项 | 依据", "community-duty"),
    ("属地管理责任清单", "事项名称 | 主责部门 | 属地责任", "boundary"),
    ("社区工作禁入事项清单", "序号 | 事项", "community-barred"),
    ("街道职责清单", "事项名称 | 职责内容", "duty"),
]


@pytest.mark.parametrize(("title", "head", "kind"), KINDS)
def test_the_kind_is_guessed(title: str, head: str, kind: str) -> None:
    """Title and columns tell the kind, and the reason is said."""
    told = read(grid(f"{head}\n甲 | 乙 | 丙", before=(title,)))
    assert told.kind is not None
    assert told.kind.id == kind
    assert told.why_kind.endswith("。")


def test_cells_that_are_kept_as_they_are() -> None:
    """A phone without area code, a mobile one, half a bracket: said with the place."""
    told = read(
        grid(
            """
事项名称 | 咨询电话 | 依据
养犬登记 | 88001234 | 《甲办法(青府发〔202374号)
助餐 | 19900000000 | 依据：《甲》第一条
"""
        )
    )
    assert cells(told, "hotline", "basis") == [
        ("88001234", "《甲办法(青府发〔202374号)"),
        ("", "《甲》第一条"),
    ]
    for words in (
        "第 2 行“咨询电话”：电话“88001234”没有区号。请加上区号",
        "第 3 行“咨询电话”：有手机号码，不会公布",
        "第 2 行“依据”：书名号不成对",
        "文号“〔202374号”像是缺了字",
        "第 3 行“依据”：去掉与列名重复的字",
    ):
        assert words in said(told)


def test_the_site_adds_names(write_tree: Callable[[Mapping[str, str]], Path]) -> None:
    """`columns` in site_config.yml is read, and a field that is none is reported."""
    config = """site: {name: 某区}
columns:
  - {heading: 牵头股室, field: unit}
  - {heading: 风险, field: risk}
"""
    loaded = load(write_tree({"site_config.yml": config}))
    assert loaded.settings.columns == {"牵头股室": "unit"}
    assert [(p.rule, p.place.line) for p in loaded.problems if p.is_error] == [
        ("bad-choice", 4)
    ]
    told = understand((grid("事项名称 | 牵头 股室\n甲 | 乙"),), loaded.settings)
    assert told.columns[1].field == "unit"


SUBJECTS = [
    ("科室 | 电话 | 办公地点 | 上班时间\n民政办 | 000-8800 1234 | 205 | 周一至周五", Subject.CONTACTS, ("name", "phone", "place", "hours")),
    ("街道 | 社区（村）名称 | 社区（村）代码 | 地址\n柳溪街道 | 柳岸社区 | 990101001001 | 柳岸路1号", Subject.COMMUNITIES, ("office", "name", "code", "address")),
    ("类别 | 项数\n助老 | 12\n助残 | 3", Subject.UNKNOWN, ("", "")),
    ("区县 | 文件标题 | 文号\n青禾区 | 某办法 | 青府〔2025〕1号", Subject.UNKNOWN, ("", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "fields"), SUBJECTS)
def test_tables_that_are_no_lists(
    text: str, subject: Subject, fields: tuple[str, ...]
) -> None:
    """Contacts, communities, counts and documents are told apart."""
    told = read(grid(text))
    assert (told.subject, told.kind) == (subject, None)
    assert tuple(column.field for column in told.columns) == fields
    assert told.rows
    assert told.why_kind
