"""The records of the content other than items: office files and list headers."""

from generator.model.fields import Field, Nature, Shape

S = Shape
CONTACT = Nature.CONTACT

PHONE_KINDS = ("咨询", "受理", "值班", "监督")
UNIT_TYPES = ("office", "center", "committee", "platform", "dispatched", "station")
NAME_POLICIES = ("full", "surname", "post")
REASONS = ("法规变化", "下放", "收回", "职能调整", "机构调整", "更正", "其他")

PHONE = (
    Field("number", "电话号码", S.PHONE, required=True, example="000-8800 1234"),
    Field(
        "kind", "用途", S.CHOICE, choices=PHONE_KINDS, help="咨询、受理、值班或监督。"
    ),
    Field("verified", "核实日期", S.DATE, help="最近一次拨打核实的日期。"),
    Field("note", "备注", S.LINE),
)

POST = (
    Field("id", "岗位编号", S.ID, required=True, example="head"),
    Field("title", "职务", S.LINE, required=True, example="主任"),
    Field("person", "姓名", S.PERSON, help="空缺时写 null。"),
    Field("backup", "B角", S.ID, help="同一机构里接替他的岗位编号。"),
    Field("on_leave", "暂时离岗", S.LINE, help="离岗期间的说明，页面会请居民找 B 角。"),
)

UNIT = (
    Field("id", "机构编号", S.ID, required=True, example="social-affairs"),
    Field("name", "机构名称", S.LINE, required=True, example="社会事务办公室"),
    Field("type", "机构类型", S.CHOICE, choices=UNIT_TYPES),
    Field("nameplates", "挂牌", S.WORDS, help="同一机构的其他牌子，都能搜到。"),
    Field("formerly", "原名", S.WORDS, help="合并或更名前的名称。"),
    Field("belongs_to", "隶属", S.LINE),
    Field("managed_by", "管理", S.LINE),
    Field("used_by", "使用", S.LINE),
    Field("place", "办公地点", S.LINE, example="办公楼二楼205"),
    Field("phones", "电话", S.RECORDS, parts=PHONE),
    Field("posts", "岗位", S.RECORDS, parts=POST),
    Field("note", "备注", S.LINE),
)

HOURS = (
    Field("days", "日子", S.LINE, required=True, example="周一至周五"),
    Field("open", "时段", S.RANGES, required=True, example='["09:00-12:00"]'),
    Field("note", "备注", S.LINE),
)

COMMUNITY = (
    Field("code", "区划代码", S.CODE, choices=("12",), help="统计用区划代码，12 位。"),
    Field("name", "社区（村）名称", S.LINE, required=True),
    Field("also", "别名", S.WORDS),
    Field("address", "地址", S.LINE),
    Field("phone", "电话", S.PHONE),
    Field("grids", "网格数", S.COUNT),
    Field("note", "备注", S.LINE, help="例如园区例外。"),
)

OFFICE = (
    Field("id", "街道编号", S.ID, required=True, help="与文件名相同，永不改变。"),
    Field("name", "名称", S.LINE, required=True, example="红光街道"),
    Field("full_name", "全称", S.LINE),
    Field("formerly", "原名", S.WORDS),
    Field(
        "code",
        "区划代码",
        S.CODE,
        choices=("9", "12"),
        help="统计用区划代码，9 或 12 位。",
    ),
    Field("class", "类别", S.CHOICE, help="城区、涉农等，可在 site_config.yml 增加。"),
    Field("address", "地址", S.LINE),
    Field("postcode", "邮政编码", S.LINE),
    Field("email", "公务邮箱", S.LINE),
    Field("hours", "办公时间", S.RECORDS, parts=HOURS),
    Field("supervision", "监督电话", S.RECORD, parts=PHONE),
    Field(
        "names",
        "姓名公开方式",
        S.CHOICE,
        choices=NAME_POLICIES,
        help="full 全名；surname 姓加职务；post 只显示职务。",
    ),
    Field("units", "机构", S.RECORDS, parts=UNIT),
    Field("communities", "社区（村）", S.RECORDS, parts=COMMUNITY),
    Field("succeeds", "承接的街道", S.IDS, help="合并或更名前的街道编号。"),
    Field("since", "承接日期", S.DATE, help="从哪一天起承接上面的街道。"),
    Field(
        "exceptions",
        "范围例外",
        S.TEXT,
        help="辖区里不归街道管的地方，例如园区、校园；居民选街道时就提醒。",
        example="产业园红线范围内的市容由园区管委会负责",
    ),
    Field("note", "备注", S.TEXT),
)

DOCUMENT = (
    Field("number", "文号", S.LINE, example="某编〔2025〕40号"),
    Field("title", "文件名称", S.LINE),
    Field("issuer", "发文机关", S.LINE),
    Field("url", "文件网址", S.URL),
)

APPROVAL = (
    Field("by", "批准机关", S.LINE, required=True, example="区委编办"),
    Field("document", "批准文件", S.LINE),
)

DECLINED = (
    Field("id", "事项编号", S.ID, required=True),
    Field("reason", "理由", S.LINE, required=True, help="理由会公布。"),
)

APPLIES_TO = (
    Field("class", "街道类别", S.WORDS, or_text=True),
    Field("offices", "街道", S.IDS),
)

SUCCESSOR = (
    Field("item", "接续事项", S.LINE, help="写成 清单/事项 或 街道/清单/事项。"),
    Field("unit", "现在找谁", S.LINE, example="区民政局"),
    Field("phone", "电话", S.PHONE),
    Field("note", "说明", S.LINE),
)

CORRECTION = (
    Field("on", "更正日期", S.DATE, required=True),
    Field("item", "更正的事项", S.ID, help="不写就是更正清单的名称、文号等。"),
    Field("reason", "更正说明", S.LINE, required=True, help="说明会公布。"),
)

HEADER = (
    Field("list", "清单编号", S.ID, required=True, help="与文件夹同名。"),
    Field("kind", "清单类型", S.CHOICE),
    Field("title", "清单名称", S.LINE),
    Field(
        "formerly",
        "原清单编号",
        S.IDS,
        help="文件夹改名前的编号；旧网址会告诉人新网址。",
    ),
    Field("version", "版本", S.LINE, example="2026年版"),
    Field("effective", "施行日期", S.DATE, required=True, help="与文件名相同。"),
    Field("published", "公布日期", S.DATE),
    Field("document", "公布文件", S.RECORD, parts=DOCUMENT),
    Field("approvals", "职责准入批准", S.RECORDS, parts=APPROVAL),
    Field(
        "replaces",
        "废止的旧清单",
        S.RECORD,
        parts=(Field("title", "名称", S.LINE, required=True),),
    ),
    Field("declared_total", "公布的项数", S.COUNT, help="通知里写的总数，用来核对。"),
    Field("based_on", "采用的标准清单", S.LIST, example="standard/services"),
    Field("declined", "未采用的标准事项", S.RECORDS, parts=DECLINED),
    Field("applies_to", "适用街道", S.RECORD, parts=APPLIES_TO),
    Field(
        "corrections",
        "更正",
        S.RECORDS,
        parts=CORRECTION,
        help="就地改正这一版的错字、漏字时写明，历史里就显示为更正。",
    ),
    Field("confirm", "大量取消的说明", S.LINE, help="一次取消很多事项时写明缘由。"),
    Field("note", "备注", S.TEXT),
)

CHANGE_VERBS = ("add", "revise", "withdraw")
CHANGE = (
    Field("reason", "理由", S.CHOICE, choices=REASONS),
    Field("successor", "现在找谁", S.RECORD, parts=SUCCESSOR),
    Field("note", "说明", S.LINE),
)
