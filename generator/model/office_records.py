"""Office files (街道文件) as declared, but for units."""

from generator.model.fields import Field, Shape
from generator.model.unit_records import PHONE, UNIT

S = Shape

NAME_POLICIES = ("full", "surname", "post")

HOURS = (
    Field(
        "days",
        "日子",
        S.LINE,
        required=True,
        example="周一至周五",
        help="写成周一至周五、周六、工作日、每天，网页才会算出现在办不办公。",
    ),
    Field(
        "open",
        "时段",
        S.RANGES,
        required=True,
        example='["09:00-12:00", "13:00-17:00"]',
        help="开门-关门，24小时制；有午休就写两段。",
    ),
    Field("note", "备注", S.LINE, help="这一行只适用于谁。", example="仅便民服务中心"),
)

COMMUNITY = (
    Field(
        "code",
        "区划代码",
        S.CODE,
        choices=("12",),
        help="统计用区划代码，12 位。",
        example="990101001001",
    ),
    Field(
        "name",
        "社区（村）名称",
        S.LINE,
        required=True,
        help="社区或村的名称。",
        example="红光社区",
    ),
    Field(
        "also",
        "别名",
        S.WORDS,
        help="居民平时的叫法、小区名，都能搜到。",
        example="[红光, 红光小区]",
    ),
    Field(
        "address", "地址", S.LINE, help="居委会、村委会在哪里。", example="红光大道12号"
    ),
    Field(
        "phone",
        "电话",
        S.PHONE,
        help="居委会、村委会的固定电话。",
        example="000-8800 2345",
    ),
    Field("grids", "网格数", S.COUNT, help="有几个网格，只写数字。", example="12"),
    Field(
        "note",
        "备注",
        S.LINE,
        help="同名社区以哪里为界、园区例外。",
        example="以月河为界，河东属红光街道。",
    ),
)

OFFICE = (
    Field(
        "id",
        "街道编号",
        S.ID,
        required=True,
        help="与文件名相同，永不改变。",
        example="hongguang",
    ),
    Field(
        "name",
        "名称",
        S.LINE,
        required=True,
        example="红光街道",
        help="街道的简称，居民平时叫的。",
    ),
    Field(
        "full_name",
        "全称",
        S.LINE,
        help="街道办事处的全称。",
        example="某市某区人民政府红光街道办事处",
    ),
    Field(
        "formerly",
        "原名",
        S.WORDS,
        help="合并或更名前的名称，都能搜到。",
        example="[月河街道]",
    ),
    Field(
        "code",
        "区划代码",
        S.CODE,
        choices=("9", "12"),
        help="统计用区划代码，9 或 12 位。",
        example="990101001",
    ),
    Field("class", "类别", S.CHOICE, help="城区、涉农等，可在 site_config.yml 增加。"),
    Field(
        "address",
        "地址",
        S.LINE,
        help="办事处在哪里，写到门牌号。",
        example="红光大道1号",
    ),
    Field("postcode", "邮政编码", S.LINE, help="六位数字。", example="990001"),
    Field(
        "email",
        "公务邮箱",
        S.LINE,
        help="单位的邮箱，不写个人邮箱。",
        example="hongguang@example.gov.cn",
    ),
    Field(
        "hours",
        "办公时间",
        S.RECORDS,
        parts=HOURS,
        help="平时几点开门，一种时间写一项。",
    ),
    Field(
        "supervision", "监督电话", S.RECORD, parts=PHONE, help="投诉、举报打的电话。"
    ),
    Field(
        "names",
        "姓名公开方式",
        S.CHOICE,
        choices=NAME_POLICIES,
        meanings=("全名", "姓加职务", "只显示职务"),
        help="full 全名；surname 姓加职务；post 只显示职务。",
    ),
    Field(
        "succeeds",
        "承接的街道",
        S.IDS,
        help="合并或更名前的街道编号。",
        example="[oldtown]",
    ),
    Field(
        "since",
        "承接日期",
        S.DATE,
        help="从哪一天起承接上面的街道。",
        example="2026-01-01",
    ),
    Field(
        "exceptions",
        "范围例外",
        S.TEXT,
        help="辖区里不归街道管的地方，例如园区、校园；居民选街道时就提醒。",
        example="产业园红线范围内的市容由园区管委会负责",
    ),
    Field(
        "note",
        "备注",
        S.TEXT,
        help="网页上要告诉居民的其他情况。",
        example="办事大厅正在装修，请走东门。",
    ),
    Field(
        "units", "机构", S.RECORDS, parts=UNIT, help="街道的内设机构、中心和派驻机构。"
    ),
    Field(
        "communities",
        "社区（村）",
        S.RECORDS,
        parts=COMMUNITY,
        help="街道管辖的社区和村。",
    ),
)
