"""What `site_config.yml` says, with every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.days_off import HOLIDAY, WORKDAY, DaysOff
from generator.model.fields import Field, Shape
from generator.model.kinds import Kind
from generator.rules import GATE_RULES

S = Shape

LANGUAGES = ("zh-Hans", "zh-Hant")
"""Languages of the interface words (界面语言); the first is that of the program."""

FOOTER = (
    Field("host", "主办单位", S.LINE),
    Field("operator", "承办单位", S.LINE),
    Field("identifier", "政府网站标识码", S.LINE),
    Field("icp", "ICP备案号", S.LINE),
    Field("police", "公安备案号", S.LINE),
)

SWITCH = ("true", "false")
"""How a switch is written: on or off."""

ROBOTS = (
    Field(
        "people",
        "收录姓名",
        S.CHOICE,
        choices=SWITCH,
        help="写 false，就请搜索引擎不要收录显示姓名的网页；不写就收录。",
        example="false",
    ),
)

FORGES = ("github", "gitea", "forgejo", "gitlab")
"""Code forges whose page for a new issue can be opened already filled."""

REPORT_PLACES = ("title", "page", "version", "street")
"""What a form for mistakes can be told: its placeholders, else its parameters."""

REPORT = (
    Field("forge", "代码平台", S.CHOICE, required=True, choices=FORGES),
    Field(
        "address",
        "仓库网址",
        S.URL,
        required=True,
        example="https://git.example.gov.cn/qingping/qingdan",
    ),
)

SITE = (
    Field("name", "网站名称", S.LINE, required=True, example="某区街道职责清单"),
    Field("district", "区县", S.LINE),
    Field("description", "一句话介绍", S.LINE),
    Field("url", "网址", S.URL, help="正式发布的地址，用于站点地图；没有就不写。"),
    Field("accent", "主色", S.LINE, example="#1f5fae"),
    Field("sample", "示例声明", S.LINE, help="写了就显示在每一页上。"),
    Field("hotline", "总机", S.LINE, help="什么都找不到时请居民打的电话。"),
    Field(
        "report",
        "纠错网址或邮箱",
        S.RECORD,
        parts=REPORT,
        or_text=True,
        help="表单网址、邮箱，或代码平台的仓库；页面上的纠错链接会填好名称和网址。",
        example="https://www.example.gov.cn/jiucuo?biaoti={title}&wangye={page}",
    ),
    Field(
        "recheck",
        "电话核实期限",
        S.COUNT,
        help="电话多少个月没有核实，网页就提醒居民；不写就是 12。",
        example="12",
    ),
    Field(
        "opened",
        "上线日期",
        S.DATE,
        help="从这一天起，对文件的每次修改都公开；以前是筹备。不写就全部公开。",
    ),
    Field(
        "offline",
        "断网也能看",
        S.CHOICE,
        choices=SWITCH,
        help="写 true，看过的网页和搜索就存在设备上，断网也能看，适合办事大厅的公用机。",
        example="true",
    ),
    Field(
        "booklets",
        "清单手册",
        S.CHOICE,
        choices=SWITCH,
        help="写 true，每份清单多一个网页，可以把全部事项连目录打印成册。",
        example="true",
    ),
    Field("robots", "搜索引擎", S.RECORD, parts=ROBOTS),
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

CHANNEL = (
    Field("name", "名称", S.LINE, required=True, example="市民通"),
    Field("url", "网址", S.URL, required=True),
)

REPOSITORY_FORGES = (*FORGES, "gitee")
"""Code forges that can keep the content: those above, and one without such a page."""

REPOSITORY = (
    Field("forge", "代码平台", S.CHOICE, required=True, choices=REPOSITORY_FORGES),
    Field(
        "address",
        "仓库网址",
        S.URL,
        required=True,
        example="https://git.example.gov.cn/qingping/qingdan",
    ),
    Field("branch", "分支", S.LINE, help="发布用的分支；不写就是 main。"),
)

CONFIG = (
    Field("site", "网站", S.RECORD, required=True, parts=SITE),
    Field(
        "repository",
        "内容仓库",
        S.RECORD,
        parts=REPOSITORY,
        help="这些文件放在哪个代码平台；写了，网页上的“提出修改”就能直接打开它。",
    ),
    Field(
        "language",
        "界面文字",
        S.CHOICE,
        choices=LANGUAGES,
        help="zh-Hans 简体，zh-Hant 繁体；只换网页本身的文字，资料照原文。",
        example="zh-Hant",
    ),
    Field("classes", "街道类别", S.RECORDS, parts=OFFICE_CLASS),
    Field("life_events", "人生事件", S.RECORDS, parts=LIFE_EVENT),
    Field("most_asked", "常问事项", S.IDS),
    Field(
        "channels",
        "办理渠道",
        S.RECORDS,
        parts=CHANNEL,
        help="事项的办理渠道里写到这个名称，网页就链接到这个网址。",
    ),
    Field(
        "holidays",
        "节假日",
        S.RECORDS,
        parts=HOLIDAY,
        help="照放假通知写，网页才不会在放假时说“现在办公”。",
    ),
    Field(
        "workdays",
        "调休上班的日子",
        S.RECORDS,
        parts=WORKDAY,
        help="因调休要上班的周末。",
    ),
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
class Repository:
    """Where the content is kept (内容仓库): forge, address without `/` at its end, branch."""

    forge: str
    address: str
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of `site_config.yml`; texts are empty where the file is silent.

    `footer` maps the names of FOOTER to what the site prints behind their labels.
    `report` is the address of a form, a mailbox or, with `report_forge`, a repository.
    `recheck` is the number of months after which a phone should be verified again,
    `channels` maps names of apps and portals to their addresses.
    `offline` keeps visited pages on the device; without `people_indexed` search engines
    are asked to leave out the pages that show people's names. `booklets` adds a page to
    each list, to be printed whole.
    """

    name: str
    language: str = LANGUAGES[0]
    district: str = ""
    description: str = ""
    url: str = ""
    accent: str = "#1f5fae"
    sample: str = ""
    hotline: str = "12345"
    report: str = ""
    report_forge: str = ""
    opened: date | None = None
    offline: bool = False
    booklets: bool = False
    people_indexed: bool = True
    footer: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    life_events: tuple[LifeEvent, ...] = ()
    most_asked: tuple[str, ...] = ()
    recheck: int = 12
    channels: Mapping[str, str] = field(default_factory=dict)
    days_off: DaysOff = field(default_factory=DaysOff)
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    repository: Repository | None = None
