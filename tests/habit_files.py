"""Files as they come: a page called .xls, a notice with three tables, text in columns."""

import io

from docx import Document
from docx.document import Document as WordDocument


def page_called_xls() -> bytes:
    """A page that an old system calls a workbook: GB2312, headings as `th`, no closing."""
    return (
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head>"
        "<meta http-equiv=Content-Type content='text/html; charset=gb2312'></head><body>"
        "<table border=1><tr><th colspan=5>梅岭街道公共服务事项一览表</th></tr>"
        "<tr><th>序号<th>事项名称<th>办理科室<th>联系电话<th>办结时限</tr>"
        "<tr><td x:num>1<td>城乡医疗救助<td rowspan=2>社会事务办<td>000-88001234"
        "<td style='mso-number-format:\"\\@\"'>15个工作日</tr>"
        "<tr><td x:num>2<td>临时&nbsp;救助<br/>（急难型）<td>000-88001235<td>当日</tr>"
        "</table></body></html>"
    ).encode("gb2312")


def text_in_columns() -> bytes:
    """Columns by tabs in UTF-16, as "Unicode text" is saved by Excel."""
    lines = (
        "梅岭街道公共服务事项表\t\t\t",
        "序号\t服务事项\t责任科室\t咨询电话",
        "1\t城乡医疗救助\t社会事务办\t000-88001234",
        '2\t"临时救助\n（急难型）"\t社会事务办\t000-88001235',
    )
    return "\r\n".join(lines).encode("utf-16")


def nested_page() -> bytes:
    """A saved page whose layout is made of tables too: menu, article, table in it."""
    return (
        "<html><head><meta charset=utf-8><title>云门街道权力清单_政务公开</title>"
        "<script>var t='<table><tr><td>假</td></tr></table>';</script></head><body>"
        "<table width=100%><tr><td>首页</td><td>政务公开</td><td>互动交流</td></tr></table>"
        "<table><tr><td><h1>云门街道权力清单（2026年版）</h1>"
        "<p>发布日期：2026-03-01　来源：云门街道办事处</p>"
        "<p>自2026年4月1日起施行。</p>"
        "<table class=MsoNormalTable><thead><tr><td>序号</td><td>权力<br>名称</td>"
        "<td>权力<br>类型</td><td>设定依据</td><td>行使主体</td></tr></thead><tbody>"
        "<tr><td>1</td><td>对擅自占道经营的处罚</td><td rowspan='2'>行政处罚</td>"
        "<td><p>《城市市容和环境卫生管理条例》</p><p>第十四条</p></td>"
        "<td rowspan='0'>街道办事处</td></tr>"
        "<tr><td>2</td><td>对乱倒垃圾的处罚</td><td>《某市垃圾管理条例》第〈九〉条</td></tr>"
        "</tbody></table></td></tr></table>"
        "<table><tr><td>主办：云门街道</td><td>备案号</td></tr></table></body></html>"
    ).encode()


def three_lists() -> bytes:
    """A notice with the three lists of duties (三张清单) one after another."""
    document = Document()
    for line in (
        "柳泉镇人民政府关于印发履职事项清单的通知",
        "柳政发〔2026〕3号",
        "现将《柳泉镇履职事项清单》印发给你们，自2026年5月1日起施行。",
        "附件1 柳泉镇基本履职事项清单",
    ):
        document.add_paragraph(line)
    _table(
        document,
        ("序号", "事项名称"),
        ("一、党的建设（2项）", "一、党的建设（2项）"),
        ("1", "加强党的全面领导，落实\n党建工作责任。"),
        ("2", "发展党员。"),
        ("二、平安法治（1项）", "二、平安法治（1项）"),
        ("3", "开展矛盾纠纷排查化解。"),
    )
    document.add_paragraph("附件2 柳泉镇配合履职事项清单")
    _table(
        document,
        ("序号", "事项名称", "对应上级部门", "上级部门职责", "配合职责"),
        ("1", "经济普查", "县统计局", "审核数据。", "入户登记。"),
    )
    document.add_paragraph("附件3 柳泉镇上级部门收回事项清单")
    _table(
        document,
        ("序号", "事项名称", "承接部门及工作方式"),
        (
            "1",
            "对房屋进行安全鉴定",
            "承接部门：县住建局\n工作方式：委托有资质的机构鉴定。",
        ),
        ("2", "发放老年人意外险", "承接部门：县民政局\n工作方式：由保险公司直接发放。"),
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: WordDocument, *rows: tuple[str, ...]) -> None:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, row in zip(rows, made.rows, strict=True):
        for text, cell in zip(line, row.cells, strict=True):
            cell.text = text
        if len(set(line)) == 1:
            row.cells[0].merge(row.cells[-1]).text = line[0]
