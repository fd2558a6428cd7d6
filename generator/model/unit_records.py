"""Units of an office (机构) as declared: their phones and their posts."""

from generator.model.fields import Field, Shape

S = Shape

PHONE_KINDS = ("咨询", "受理", "值班", "监督")
UNIT_TYPES = ("office", "center", "committee", "platform", "dispatched", "station")
_TYPES_IN_CHINESE = ("内设机构", "中心", "委员会", "平台", "派驻机构", "站点")

PHONE = (
    Field(
        "number",
        "电话号码",
        S.PHONE,
        required=True,
        example="000-8800 1234",
        help="固定电话带区号，一处只写一个；分机写“转801”。",
    ),
    Field(
        "kind",
        "用途",
        S.CHOICE,
        choices=PHONE_KINDS,
        help="打这个号码做什么；不写就是咨询。",
    ),
    Field(
        "verified",
        "核实日期",
        S.DATE,
        help="最近一次拨打核实的日期。",
        example="2026-10-08",
    ),
    Field("note", "备注", S.LINE, help="什么时候打、打了找谁。", example="工作日接听"),
)

POST = (
    Field(
        "id",
        "岗位编号",
        S.ID,
        required=True,
        example="head",
        help="小写拼音或英文，同一机构里各不相同。",
    ),
    Field(
        "title",
        "职务",
        S.LINE,
        required=True,
        example="主任",
        help="职务的名称，不写姓名。",
    ),
    Field("person", "姓名", S.PERSON, help="空缺时写 null。", example="张某某"),
    Field("backup", "B角", S.ID, help="同一机构里接替他的岗位编号。", example="deputy"),
    Field(
        "on_leave",
        "暂时离岗",
        S.LINE,
        help="离岗期间的说明，页面会请居民找 B 角。",
        example="挂职学习，至2026年12月",
    ),
)

UNIT = (
    Field(
        "id",
        "机构编号",
        S.ID,
        required=True,
        example="social-affairs",
        help="小写拼音或英文，公布后不再改；事项的承办机构写的就是它。",
    ),
    Field(
        "name",
        "机构名称",
        S.LINE,
        required=True,
        example="社会事务办公室",
        help="机构的全称。",
    ),
    Field(
        "type",
        "机构类型",
        S.CHOICE,
        choices=UNIT_TYPES,
        meanings=_TYPES_IN_CHINESE,
        help="是哪一种机构；不写就是内设机构。",
    ),
    Field(
        "nameplates",
        "挂牌",
        S.WORDS,
        help="同一机构的其他牌子，都能搜到。",
        example="[退役军人服务站]",
    ),
    Field(
        "formerly",
        "原名",
        S.WORDS,
        help="合并或更名前的名称。",
        example="[民政科, 社保科]",
    ),
    Field(
        "belongs_to",
        "隶属",
        S.LINE,
        help="归哪个单位编制。",
        example="区综合行政执法局",
    ),
    Field("managed_by", "管理", S.LINE, help="由哪个单位管理。", example="街道办事处"),
    Field("used_by", "使用", S.LINE, help="由哪个单位使用。", example="街道办事处"),
    Field(
        "place",
        "办公地点",
        S.LINE,
        example="办公楼二楼205",
        help="居民到哪里找，楼层和房间都写上。",
    ),
    Field(
        "phones",
        "电话",
        S.RECORDS,
        parts=PHONE,
        help="这个机构的电话，一个号码写一项。",
    ),
    Field(
        "posts", "岗位", S.RECORDS, parts=POST, help="这个机构的岗位，一个岗位写一项。"
    ),
    Field(
        "note", "备注", S.LINE, help="别处没有地方写的内容。", example="原在旧楼办公"
    ),
)
