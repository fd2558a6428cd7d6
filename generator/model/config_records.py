"""All of `site_config.yml` as declared, but for the kinds it adds."""

from generator.model.days_off import HOLIDAY, WORKDAY
from generator.model.fields import Field, Shape
from generator.model.owners import OWNERS
from generator.model.site_records import REPOSITORY, SITE
from generator.rules import GATE_RULES

S = Shape

LANGUAGES = ("zh-Hans", "zh-Hant")
"""Languages of the interface words (界面语言); the first is that of the program."""

LIFE_EVENT = (
    Field(
        "title",
        "人生事件",
        S.LINE,
        required=True,
        example="养老",
        help="居民遇到的一类事，显示在首页。",
    ),
    Field(
        "categories",
        "包含的类别",
        S.WORDS,
        help="清单里的哪些类别归在这里。",
        example="[养老服务]",
    ),
    Field(
        "matters",
        "另外包含的事项",
        S.IDS,
        help="再加上哪些事项，写事项编号。",
        example="[elder-free-checkup]",
    ),
)

OFFICE_CLASS = (
    Field(
        "id",
        "类别编号",
        S.ID,
        required=True,
        help="小写拼音或英文；街道文件的类别写的就是它。",
        example="urban",
    ),
    Field(
        "label",
        "类别名称",
        S.LINE,
        required=True,
        help="显示给居民的名称。",
        example="城区街道",
    ),
)

APPROVED_KINDS = (
    Field(
        "kinds",
        "清单类型",
        S.IDS,
        required=True,
        example="[duty, power]",
        help="哪几类清单新增事项要批准。",
    ),
    Field(
        "by",
        "批准机关",
        S.WORDS,
        help="每一个都要批准；不写就是至少有一个批准。",
        example="[区委编办, 区司法局]",
    ),
)

POLICY = (
    Field(
        "approvals",
        "职责准入批准",
        S.RECORDS,
        parts=APPROVED_KINDS,
        help="哪几类清单新增事项，要哪些机关批准。",
    ),
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
        example="[large-removal]",
    ),
)

CHANNEL = (
    Field(
        "name",
        "名称",
        S.LINE,
        required=True,
        example="市民通",
        help="应用或网站的名称，和事项里写的一样。",
    ),
    Field(
        "url",
        "网址",
        S.URL,
        required=True,
        help="这个应用或网站的网址。",
        example="https://www.example.gov.cn/shimintong",
    ),
)

COLUMN = (
    Field(
        "heading",
        "列名",
        S.LINE,
        required=True,
        example="责任股室",
        help="表格里的列名，照写；空格、换行和括号不计。",
    ),
    Field(
        "field",
        "字段",
        S.LINE,
        required=True,
        example="unit",
        help="这一列放进事项的哪个字段。",
    ),
)

CONFIG = (
    Field(
        "site",
        "网站",
        S.RECORD,
        required=True,
        parts=SITE,
        help="网站的名称、网址和开关。",
    ),
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
    Field(
        "classes",
        "街道类别",
        S.RECORDS,
        parts=OFFICE_CLASS,
        help="街道分成哪几类，标准清单按类适用。",
    ),
    Field(
        "life_events",
        "人生事件",
        S.RECORDS,
        parts=LIFE_EVENT,
        help="首页的“按人生事件找”。",
    ),
    Field(
        "most_asked",
        "常问事项",
        S.IDS,
        help="首页摆出来的事项，写事项编号。",
        example="[dibao-application, id-card]",
    ),
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
    Field(
        "columns",
        "表格的列名",
        S.RECORDS,
        parts=COLUMN,
        help="导入表格时，本地特有的列名放进哪个字段。",
        example="[{heading: 责任股室, field: unit}]",
    ),
    Field(
        "owners",
        "审核人",
        S.RECORDS,
        parts=OWNERS,
        help="改了什么要请谁审核；运行 qingdan ci 就写成代码平台的 CODEOWNERS 文件。",
    ),
)
