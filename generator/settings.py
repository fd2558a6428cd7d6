"""What `site_config.yml` says, with every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.fields import Field, Shape
from generator.model.kinds import Kind
from generator.rules import GATE_RULES

S = Shape

FOOTER = (
    Field("host", "主办单位", S.LINE),
    Field("operator", "承办单位", S.LINE),
    Field("identifier", "政府网站标识码", S.LINE),
    Field("icp", "ICP备案号", S.LINE),
    Field("police", "公安备案号", S.LINE),
)

SITE = (
    Field("name", "网站名称", S.LINE, required=True, example="某区街道职责清单"),
    Field("district", "区县", S.LINE),
    Field("description", "一句话介绍", S.LINE),
    Field("url", "网址", S.URL, help="正式发布的地址，用于站点地图；没有就不写。"),
    Field("accent", "主色", S.LINE, example="#1f5fae"),
    Field("sample", "示例声明", S.LINE, help="写了就显示在每一页上。"),
    Field("hotline", "总机", S.LINE, help="什么都找不到时请居民打的电话。"),
    Field("report", "纠错网址或邮箱", S.LINE),
    Field(
        "opened",
        "上线日期",
        S.DATE,
        help="从这一天起，对文件的每次修改都公开；以前是筹备。不写就全部公开。",
    ),
    Field("footer", "页脚", S.RECORD, parts=FOOTER),
)

LIFE_EVENT = (
    Field("title", "人生事件", S.LINE, required=True, example="养老"),
    Field("categories", "包含的类别", S.WORDS),
    Field("matters", "另外包含的事项", S.IDS),
)

OFFICE_CLASS = (
    Field("id", "类别编号", S.ID, required=True),
    Field("label", "类别名称", S.LINE, required=True),
)

APPROVED_KINDS = (
    Field("kinds", "清单类型", S.IDS, required=True, example="[duty, power]"),
    Field("by", "批准机关", S.WORDS, help="每一个都要批准；不写就是至少有一个批准。"),
)

POLICY = (
    Field("approvals", "职责准入批准", S.RECORDS, parts=APPROVED_KINDS),
    Field(
        "largest_removal",
        "大量取消",
        S.COUNT,
        help="一版取消的事项超过百分之几，要写缘由。",
        example="20",
    ),
    Field(
        "reminders",
        "只提醒的规则",
        S.CHOICES,
        choices=GATE_RULES,
        help="这些规则不通过时只提醒，不算错误。",
    ),
)

CONFIG = (
    Field("site", "网站", S.RECORD, required=True, parts=SITE),
    Field("classes", "街道类别", S.RECORDS, parts=OFFICE_CLASS),
    Field("life_events", "人生事件", S.RECORDS, parts=LIFE_EVENT),
    Field("most_asked", "常问事项", S.IDS),
    Field("policy", "改动的规矩", S.RECORD, parts=POLICY),
)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A life event (人生事件) on the home page, by categories and single matters."""

    title: str
    categories: tuple[str, ...]
    matters: tuple[str, ...]


def _to_be_approved() -> Mapping[str, tuple[str, ...]]:
    return {"duty": (), "power": ()}


@dataclass(frozen=True, slots=True)
class Policy:
    """What a change of the content must respect (改动的规矩).

    `approvals` maps a kind to the bodies that all must have approved a new item of
    it, none named: any one; other kinds need no approval. `largest_removal` is a
    percentage of a list, `reminders` the rules that only remind.
    """

    approvals: Mapping[str, tuple[str, ...]] = field(default_factory=_to_be_approved)
    largest_removal: int = 20
    reminders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of `site_config.yml`; texts are empty where the file is silent.

    `footer` maps the names of FOOTER to what the site prints behind their labels.
    """

    name: str
    district: str = ""
    description: str = ""
    url: str = ""
    accent: str = "#1f5fae"
    sample: str = ""
    hotline: str = "12345"
    report: str = ""
    opened: date | None = None
    footer: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    life_events: tuple[LifeEvent, ...] = ()
    most_asked: tuple[str, ...] = ()
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
