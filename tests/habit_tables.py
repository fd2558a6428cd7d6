"""Made-up tables after the habits of different cities (各地的写法).

Nothing in them is anybody's: places, units and numbers are invented. Each is written
by code as the kind of file in which such tables are passed round.
"""

from tests.ugly import Cells, Mark, Table

UP, LEFT = Mark.UP, Mark.LEFT


def sheet(*rows: Cells, sheets: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Table:
    """Make a table out of rows as they stand; short rows are filled up."""
    width = max(map(len, rows))
    full = tuple((*row, *("",) * (width - len(row))) for row in rows)
    return Table(("",) * width, (), full, sheets=sheets)


def across(text: str, width: int) -> Cells:
    """Make one line over the whole width."""
    return (text, *(LEFT,) * (width - 1))


DUTIES = (
    "1.受理阶段责任：公示应当提交的材料，一次性告知补正材料。\n"
    "2.审查阶段责任：对材料进行审查，提出审查意见。\n"
    "3.决定阶段责任：作出决定；不予确认的，应当告知理由。\n"
    "4.送达阶段责任：按时办结，法定告知。\n"
    "5.事后监管责任：加强日常监督检查。"
)
LIABILITY = (
    "因不履行或不正确履行行政职责，有下列情形的，应承担相应责任：\n"
    "1.对符合条件的申请不予受理的；\n2.在办理过程中玩忽职守的。"
)


def powers_and_duties() -> Table:
    """Powers and duties (权责清单): two heading rows, sub-items below a merged item."""
    top = (
        "序号",
        "项目编码",
        "职权名称",
        LEFT,
        "职权\n类型",
        "实施依据",
        "责任主体",
        "承办机构",
        "责任事项",
        "追责情形",
        "备注",
    )
    low = (UP, UP, "主项", "子项", *(UP,) * 7)
    law = "【法律】《中华人民共和国人口法》（2021年修正）\n第十八条 国家提倡适龄婚育。"
    rule = "【地方性法规】《某省绿化条例》第二十\n二条：树木的管护责任人应当……"
    same = ("行政确认", law, "梅岭街道办事处", "公共服务办公室", DUTIES, LIABILITY, "")
    tree = ("行政检查", rule, "梅岭街道办事处", "平安法治\n办公室", DUTIES, LIABILITY)
    return sheet(
        across("梅岭街道办事处权力清单和责任清单", 11),
        across("（共2大项3小项）", 11),
        top,
        low,
        (1.0, "QR-0501", "计划生育证明的核发", "1.生育登记服务", *same),
        (UP, UP, UP, "2.再生育审批", *(UP,) * 6, "含变更"),
        (2.0, "JC-0812", "对辖区内树木管护的检查", "", *tree, ""),
    )


def street_duties() -> Table:
    """Assisting duties (配合履职事项清单): sections with counts, the departments above."""
    head = (
        "序号",
        "配合履职\n事项名称",
        "对应上级部门",
        "上级部门职责",
        "镇街配合职责",
    )
    return sheet(
        across("柳泉镇配合履职事项清单", 5),
        head,
        across("一、经济发展（2项）", 5),
        (
            "1",
            "经济普查",
            "区统计局",
            "1.制定普查方案；\n2.审核普查数据。",
            "1.选调普查员；\n2.开展入户登记。",
        ),
        (
            "2",
            "招商引资\n项目落地",
            "区投资促进局\n区发展改革委",
            "区投资促进局：统筹全区招商。\n区发展改革委：项目备案。",
            "提供地块信息，做好项目服务。",
        ),
        across("二、民生服务（1项）", 5),
        (
            "3",
            "适龄儿童\n控辍保学",
            "区教育局",
            "核对学籍，确定失学名单。",
            "入户劝返。",
        ),
        across("说明：上级部门职责由各部门负责解释。", 5),
    )


def certificates() -> Table:
    """Certificates that villages no longer write (村居不再出具的证明)."""
    head = ("序号", "证明事项名称、内容及用途", "原要求单位", "依据", "办理指引")
    return sheet(
        across("附件", 5),
        across("不应由基层群众性自治组织出具证明事项清单（第一批）", 5),
        head,
        (
            "1",
            "亲属关系证明。用于办理公证。",
            "公证机构",
            "《某省便民规定》第五条",
            "由当事人提供户口簿；\n不能提供的由公证机构核实。",
        ),
        ("2", "居民养犬证明", "公安部门", "", "凭身份证和房产证明直接办理。"),
    )


def guides() -> Table:
    """Service guides (办事指南): terms in days as numbers, three kinds of phones."""
    head = (
        "事项名称",
        "实施主体",
        "服务对象",
        "受理条件",
        "申请材料",
        "办理流程",
        "法定时限（工作日）",
        "承诺时限（工作日）",
        "收费标准",
        "办理地点",
        "办公时间",
        "咨询电话",
        "监督投诉电话",
    )
    return sheet(
        head,
        (
            "高龄津贴申领",
            "民政和社会事务办",
            "自然人",
            "年满80周岁，本街道户籍。",
            "1.身份证；2.户口簿；3.银行卡复印件",
            "1.申请→2.受理→3.审核→4.发放",
            "20",
            "5",
            "免费",
            "政务服务大厅一楼3号窗口",
            "周一至周五 9:00-12:00，13:30-17:30",
            "000-88001234",
            "12345",
        ),
        (
            "灵活就业登记",
            "劳动保障事务所",
            "自然人、企业法人",
            "劳动年龄内，从事灵活就业。",
            "身份证、灵活就业承诺书",
            "申请-受理-登记",
            "即办",
            "即办",
            "不收费",
            "同上",
            "工作日",
            "000-88001235、000-88001236",
            "12345",
        ),
    )
