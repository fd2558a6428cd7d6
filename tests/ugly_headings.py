"""What happens to the heading of a table: other words, two rows, breaks, titles above."""

from dataclasses import replace

from tests.ugly import Cell, Cells, Mark, Table, put

SYNONYMS = {
    "number": ("序 号", "编号", "NO."),
    "title": ("项目名称", "职责事项", "服务事项", "事项", "办理事项", "事项（名称）"),
    "category": ("一级事项", "职能名称", "事项类别", "领域"),
    "audience": ("服务对象", "办事对象"),
    "unit": ("承办科室", "责任科室", "办理科室", "经办机构", "内设机构", "承办部门"),
    "hotline": ("联系电话", "咨询方式", "服务电话", "电话"),
    "basis": ("法律依据", "设定依据", "实施依据", "政策依据", "文件依据", "事项依据"),
    "conditions": ("申请条件", "申报条件", "受理条件", "办理（申请）条件"),
    "materials": ("申请材料", "办理材料", "所需材料", "提交材料"),
    "steps": ("办理流程", "操作流程", "办理程序"),
    "time_limit": ("办结时限", "办理期限", "时限"),
    "fee": ("收费标准", "收费情况", "收费依据及标准"),
    "result": ("办结结果", "结果名称"),
    "power_type": ("事项类型", "职权类型", "行政权力类型"),
    "enforcing_body": ("实施主体", "行使主体", "行政主体"),
    "original_department": ("原实施部门", "原实施主体", "赋权部门"),
    "guiding_department": ("业务指导部门", "业务主管部门"),
    "lead_department": ("牵头部门", "对应上级部门", "主管部门", "牵头单位"),
    "department_duty": ("上级部门职责", "主责部门职责", "部门责任"),
    "street_duty": ("镇街配合职责", "属地职责", "街道（乡镇）职责", "街道责任"),
    "receiving_department": ("承接单位", "收回部门", "承接主体"),
    "method": ("承接方式", "履职方式"),
    "scope": ("授权范围",),
    "responsibility": ("对应责任事项", "责任内容"),
    "liability": ("问责情形", "追责情形及依据"),
    "content": ("工作内容", "具体内容", "主要内容"),
    "toward": ("行使对象",),
    "instead": ("替代方式", "替代措施", "取消后办理方式"),
    "code": ("项目编码", "事项代码"),
}
"""Other headings of the fields, as published tables have them."""

PARENTS = ("办理信息", "相关情况", "具体要求")


def renamed(table: Table, seed: int) -> Table:
    """Call every column by another of its names (列名不统一)."""
    row = list(table.headings[-1])
    for index, field in enumerate(table.fields):
        names = SYNONYMS.get(field, ())
        if names and isinstance(row[index], str):
            row[index] = names[seed % len(names)]
    return replace(table, headings=(*table.headings[:-1], tuple(row)))


def broken_headings(table: Table, seed: int) -> Table:
    """Put a line break or a space into every heading (事项/名称, 序 号)."""
    gap = ("\n", " ", "\u3000", "\r\n")[seed % 4]

    def broken(cell: Cell) -> Cell:
        if not isinstance(cell, str) or len(cell) < 2:
            return cell
        middle = len(cell) // 2
        return f"{cell[:middle]}{gap}{cell[middle:]}"

    row = tuple(broken(cell) for cell in table.headings[-1])
    return replace(table, headings=(*table.headings[:-1], row))


def two_rows(table: Table, seed: int) -> Table:
    """Put a parent above two columns, and let the other headings reach over both rows."""
    only = table.headings[-1]
    if len(table.headings) > 1 or table.width < 4:
        return table
    left = next(
        (
            at
            for at in range(table.width - 2, 0, -1)
            if not {"number", "title", "category", "id"}
            & {table.fields[at], table.fields[at + 1]}
        ),
        None,
    )
    if left is None:
        return table
    upper: Cells = put(put(only, left, PARENTS[seed % 3]), left + 1, Mark.LEFT)
    inner = {left, left + 1}
    lower = tuple(c if at in inner else Mark.UP for at, c in enumerate(only))
    return replace(table, headings=(upper, lower))


def titles_above(table: Table, seed: int) -> Table:
    """Put title lines and empty rows above (表头不在第一行)."""
    lines = (
        "附件2",
        "红光街道事项清单（2026年版）",
        "",
        "填报单位：红光街道办事处（盖章）",
        "（共若干项）",
        "",
    )
    return replace(table, above=(*lines[: 1 + seed % len(lines)], *table.above))


def chinese_dates(table: Table, seed: int) -> Table:
    """Say the effective date above in one of the Chinese forms."""
    forms = (
        "施行日期：2031年3月1日",
        "自2031年3月1日起施行",
        "（施行日期：二〇三一年三月一日）",
        "施行日期：2031.3.1",
        "施行日期：２０３１年３月１日",
        "生效日期：2031/3/1",
    )
    return replace(table, above=(*table.above, forms[seed % len(forms)]))


HEADINGS = (renamed, broken_headings, two_rows, titles_above, chinese_dates)
