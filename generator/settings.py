"""What `site_config.yml` says, with every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.fields import Field, Shape
from generator.model.kinds import Kind

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

CONFIG = (
    Field("site", "网站", S.RECORD, required=True, parts=SITE),
    Field("classes", "街道类别", S.RECORDS, parts=OFFICE_CLASS),
    Field("life_events", "人生事件", S.RECORDS, parts=LIFE_EVENT),
    Field("most_asked", "常问事项", S.IDS),
)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A life event (人生事件) on the home page, by categories and single matters."""

    title: str
    categories: tuple[str, ...]
    matters: tuple[str, ...]


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
    footer: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    life_events: tuple[LifeEvent, ...] = ()
    most_asked: tuple[str, ...] = ()
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
