"""What editors say in Chinese beside the declared labels: choices and patterns."""

from collections.abc import Mapping, Sequence

from generator.model.fields import Shape

CHOICES: Mapping[str, str] = {
    # Phones.
    "咨询": "居民问事情打的电话。",
    "受理": "申请、报名打的电话。",
    "值班": "下班以后也有人接的电话。",
    "监督": "投诉、举报打的电话。",
    # Units.
    "office": "内设机构，例如某某办公室。",
    "center": "事业单位，例如便民服务中心。",
    "committee": "委员会，例如人大工委。",
    "platform": "平台，例如综合治理平台。",
    "dispatched": "上级部门的派驻机构，例如司法所。",
    "station": "站点，例如退役军人服务站。",
    # Names of people.
    "full": "公布全名。",
    "surname": "公布姓和职务，例如“张主任”。",
    "post": "只公布职务。",
    # Classes of offices that every site knows.
    "urban": "城区街道。",
    "rural": "涉农街道。",
    "zone": "功能区街道。",
    # Reasons of a change.
    "法规变化": "法律、法规、规章改了。",
    "下放": "上级部门交给街道办。",
    "收回": "上级部门收回去办。",
    "职能调整": "部门之间、街道之间的分工变了。",
    "机构调整": "机构合并、撤销、更名。",
    "更正": "原来的清单写错了。",
    "其他": "以上都不是，请在说明里写清楚。",
    # Answers of the correction log.
    "已改正": "写错了，全部改了。",
    "部分改正": "写错了一部分，改了那一部分。",
    "不改": "没有写错，理由写在怎样处理里。",
    # Where an item is handled.
    "区": "区级部门办理。",
    "街道": "街道办理。",
    "社区": "社区办理。",
    "村": "村里办理。",
    # How a power came to the street.
    "授权": "以街道的名义行使。",
    "委托": "以部门的名义行使。",
    # Settings.
    "zh-Hans": "简体字。",
    "zh-Hant": "繁体字。",
    "github": "GitHub。",
    "gitea": "Gitea。",
    "forgejo": "Forgejo。",
    "gitlab": "GitLab。",
    "gitee": "Gitee。",
    "true": "是。",
    "false": "否。",
    # Declarations of fields and kinds.
    "substance": "实质内容：改了要新建一版。",
    "contact": "联系方式：直接改。",
    "ours": "街道的事。",
    "shared": "共同的事。",
    "elsewhere": "别处办。",
    "not-needed": "不用办。",
    "line": "一行文字。",
    "text": "一段或几段文字。",
    "words": "几个词，写成列表。",
    "id": "编号。",
    "ids": "几个编号，写成列表。",
    "date": "日期。",
    "count": "整数。",
    "code": "区划代码。",
    "url": "网址。",
    "phone": "固定电话。",
    "choice": "从规定的几种里选一种。",
    "choices": "从规定的几种里选几种。",
    "person": "姓名。",
    "unit": "机构的编号或名称。",
    "list": "标准清单的编号。",
    "ranges": "几段时间。",
    "record": "分成几部分的内容。",
    "records": "几项，每一项分成几部分。",
}
"""What a choice means, as one sentence; kinds, classes and rules say it themselves."""

_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_SLUG_FAULT = "编号只用小写字母、数字和单个短横线，例如 dibao-application。"
PATTERNS: Mapping[Shape, tuple[str, str]] = {
    Shape.ID: (_SLUG, _SLUG_FAULT),
    Shape.DATE: (r"^\d{4}-\d{2}-\d{2}$", "日期写成 2026-01-01，月和日各两位。"),
    Shape.URL: ("^https?://", "网址以 https:// 或 http:// 开头。"),
    Shape.LIST: (
        "^standard/[a-z0-9-]+$",
        "写成 standard/清单编号，例如 standard/services。",
    ),
    Shape.RANGES: (
        r"^\d{2}:\d{2}-\d{2}:\d{2}$",
        '写成 "09:00-12:00"，24 小时制，半角冒号，加英文引号。',
    ),
}
"""What a text of a shape looks like, and what the editor says where it does not."""

Snippet = dict[str, object]


def snippet(label: str, description: str, body: object) -> Snippet:
    """One thing that the editor offers to fill in; `${1:…}` is where one types."""
    return {"label": label, "description": description, "body": body}


PHONE_SNIPPETS: Sequence[Snippet] = (
    snippet(
        "电话",
        "一个号码、用途和核实日期",
        {
            "number": "${1:000-8800 1234}",
            "kind": "${2:咨询}",
            "verified": "${3:2026-01-01}",
        },
    ),
)
CHANGE_SNIPPETS: Sequence[Snippet] = (
    snippet(
        "新增",
        "新增一个事项",
        {
            "add": {
                "id": "${1:shixiang-bianhao}",
                "title": "${2:事项名称}",
                "unit": "${3:承办机构}",
                "basis": "${4:依据}",
            },
            "reason": "${5:下放}",
        },
    ),
    snippet(
        "调整",
        "调整一个事项的几个字段",
        {
            "revise": "${1:shixiang-bianhao}",
            "set": {"${2:time_limit}": "${3:改成什么}"},
            "reason": "${4:法规变化}",
        },
    ),
    snippet(
        "取消",
        "取消一个事项，写明现在找谁",
        {
            "withdraw": "${1:shixiang-bianhao}",
            "reason": "${2:收回}",
            "successor": {"unit": "${3:区民政局}", "phone": "${4:000-8800 9999}"},
        },
    ),
)
ITEM_SNIPPETS: Sequence[Snippet] = (
    snippet(
        "事项",
        "一个新的事项",
        {
            "id": "${1:shixiang-bianhao}",
            "title": "${2:事项名称}",
            "unit": "${3:承办机构}",
            "basis": "${4:依据}",
        },
    ),
)
