"""The fields of tables that are no lists: contacts of units, communities (社区)."""

from collections.abc import Mapping

from generator.loading.records import by_name
from generator.model.fields import Field, Shape
from generator.understanding.understood import Subject

S = Shape

CONTACTS = by_name(
    (
        Field("number", "序号", S.LINE),
        Field("id", "机构编号", S.LINE),
        Field("name", "机构名称", S.LINE),
        Field("office", "街道", S.LINE),
        Field("place", "办公地点", S.LINE),
        Field("phone", "电话", S.TEXT),
        Field("kind", "电话用途", S.LINE),
        Field("verified", "核实日期", S.LINE),
        Field("phone_note", "电话备注", S.LINE),
        Field("accept_phone", "受理电话", S.TEXT),
        Field("supervision", "监督电话", S.TEXT),
        Field("duty_phone", "值班电话", S.TEXT),
        Field("hours", "办公时间", S.TEXT),
        Field("postcode", "邮政编码", S.LINE),
        Field("email", "公务邮箱", S.LINE),
        Field("post", "职务", S.LINE),
        Field("post_id", "岗位编号", S.LINE),
        Field("person", "姓名", S.PERSON),
        Field("backup", "B角", S.LINE),
        Field("duty", "职责", S.TEXT),
        Field("nameplates", "挂牌", S.WORDS),
        Field("formerly", "原名", S.WORDS),
        Field("type", "机构类型", S.LINE),
        Field("note", "备注", S.TEXT),
    )
)
COMMUNITIES = by_name(
    (
        Field("number", "序号", S.LINE),
        Field("office", "街道", S.LINE),
        Field("office_code", "街道代码", S.CODE, choices=("9", "12")),
        Field("code", "区划代码", S.CODE, choices=("12",)),
        Field("name", "社区（村）名称", S.LINE),
        Field("address", "地址", S.LINE),
        Field("postcode", "邮政编码", S.LINE),
        Field("phone", "电话", S.TEXT),
        Field("grids", "网格数", S.COUNT),
        Field("also", "别名", S.WORDS),
        Field("note", "备注", S.TEXT),
    )
)
FIELDS: Mapping[Subject, Mapping[str, Field]] = {
    Subject.CONTACTS: CONTACTS,
    Subject.COMMUNITIES: COMMUNITIES,
    Subject.UNKNOWN: by_name((Field("note", "备注", S.TEXT),)),
}
