"""Tables of contacts and communities for the tests, as the import has understood them."""

from collections.abc import Mapping, Sequence

from generator.understanding.understood import (
    Column,
    Heading,
    Row,
    Subject,
    Understood,
)

HEADINGS = {
    "name": "单位",
    "place": "办公地点",
    "phone": "联系电话",
    "duty_phone": "值班电话",
    "supervision": "监督电话",
    "hours": "上班时间",
    "verified": "核实日期",
    "post": "职务",
    "person": "姓名",
    "id": "机构编号",
    "note": "备注",
    "office": "街道",
    "office_code": "街道代码",
    "code": "社区代码",
    "address": "地址",
    "grids": "网格数",
}

OFFICE = """\
# 写给同事的话。
id: honghe
name: 红禾街道
code: "990101001"
hours:
  - days: 周一至周五
    open: ["09:00-12:00", "13:00-17:00"]
  - days: 周六
    open: ["09:00-12:00"]
    note: 仅便民服务中心
names: post

units:
  # 这个办公室刚搬家
  - id: social
    name: 社会事务办公室
    nameplates: [退役军人服务站]
    formerly: [民政办]
    place: "二楼: 205"
    phones:
      - number: 000-8800 1234
        kind: 咨询
        verified: 2026-01-01
      # 窗口的
      - {number: 000-8800 1235, kind: 受理}
    posts:
      - id: head
        title: 主任
        person: null

  - id: hall
    name: 党群服务中心
    note: |
      中午不断岗。

      周六照常。

communities:
- code: "990101001001"
  name: 红禾社区
  grids: 7
- code: "990101001002"
  name: 石桥村
"""


def table(
    rows: Sequence[Mapping[str, str]], subject: Subject = Subject.CONTACTS
) -> Understood:
    """Make a table; its columns are the fields of the first row, its first row is 2."""
    fields = list(rows[0])
    headings = {field: HEADINGS[field] for field in fields}
    columns = tuple(
        Column(index, headings[field], field, "", ())
        for index, field in enumerate(fields)
    )
    made = tuple(
        Row(number, {f: row.get(f, "") for f in fields}, {}, headings)
        for number, row in enumerate(rows, start=2)
    )
    return Understood("表", subject, None, "", Heading(), columns, made, (), (), (), ())
