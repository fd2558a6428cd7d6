"""Plain tables to make ugly: matters of several kinds, made up from usual phrases."""

from hypothesis import strategies as st

from generator.export.office_tables import list_sheet
from generator.model.office import Office
from generator.resolution.resolved import ResolvedList
from tests.ugly import Table

S = st.SearchStrategy[str]

DOING = ("申请", "登记", "核发", "巡查", "备案", "审核", "认定", "办理")
THINGS = (
    "最低生活保障",
    "老年人优待证",
    "临时救助",
    "食品小作坊",
    "3层以下房屋",
    "户外广告",
    "灵活就业社会保险补贴",
    "残疾人两项补贴",
    "生育服务",
    "A级景区周边环境",
    "再生育（三孩）",
)
CATEGORIES = ("社会救助", "养老服务", "市容环境", "卫生健康", "安全生产")
UNITS = ("社会事务办公室", "党政综合办公室", "综合行政执法大队", "便民服务中心")
DEPARTMENTS = ("区民政局", "区城市管理局", "区卫生健康委员会", "区应急管理局")
LAWS = ("社会救助暂行办法", "城市市容和环境卫生管理条例", "老年人权益保障法")
SENTENCES = (
    "本街道户籍，共同生活的家庭成员人均收入低于当地标准。",
    "对辖区内的生产经营单位进行日常巡查，发现隐患及时上报，并督促整改到位。",
    "材料齐全的当场受理；材料不齐的，一次告知需要补正的全部内容。",
    "组织宣传培训，配合部门开展联合检查。",
    "不收费",
)


def phrase(*parts: tuple[str, ...]) -> S:
    """Draw one of each and join them."""
    return st.tuples(*map(st.sampled_from, parts)).map("".join)


TITLES = phrase(THINGS, DOING)
PHONES = st.integers(0, 9999).map(lambda number: f"000-8800 {number:04}")
BASIS = st.tuples(st.sampled_from(LAWS), st.integers(1, 99)).map(
    lambda drawn: f"《{drawn[0]}》（2020年修正）第{drawn[1]}条"
)
TEXT = st.lists(st.sampled_from(SENTENCES[:4]), min_size=1, max_size=2).map("".join)
TERM = st.integers(1, 60).map("{}个工作日".format)
UNIT, DEPARTMENT = st.sampled_from(UNITS), st.sampled_from(DEPARTMENTS)

COLUMNS: dict[str, dict[str, tuple[str, S]]] = {
    "service": {
        "unit": ("承办机构", UNIT),
        "hotline": ("咨询电话", PHONES),
        "conditions": ("办理条件", TEXT),
        "time_limit": ("办理时限", TERM),
        "basis": ("依据", BASIS),
        "fee": ("收费", st.sampled_from(("不收费", "每证10元"))),
    },
    "power": {
        "power_type": ("权力类型", st.sampled_from(("行政处罚", "行政检查"))),
        "enforcing_body": ("执法主体", st.just("街道办事处")),
        "original_department": ("原行使部门", DEPARTMENT),
        "basis": ("依据", BASIS),
        "responsibility": ("责任事项", TEXT),
        "unit": ("承办机构", UNIT),
    },
    "assist": {
        "lead_department": ("主责部门", DEPARTMENT),
        "department_duty": ("部门职责", TEXT),
        "street_duty": ("街道配合职责", TEXT),
        "unit": ("承办机构", UNIT),
    },
    "withdrawn": {
        "receiving_department": ("承接部门", DEPARTMENT),
        "method": ("工作方式", TEXT),
    },
    "duty": {
        "content": ("职责内容", TEXT),
        "unit": ("承办机构", UNIT),
        "hotline": ("咨询电话", PHONES),
        "basis": ("依据", BASIS),
    },
}
"""For each kind the columns after number, category and title: heading and cells."""

FIRST = {"number": "序号", "category": "类别", "title": "事项名称"}


@st.composite
def tables(draw: st.DrawFn, kind: str) -> Table:
    """Draw a plain table of a kind: three to eight matters in one to three groups."""
    columns = COLUMNS[kind]
    titles = draw(st.lists(TITLES, min_size=3, max_size=8, unique=True))
    groups = draw(st.permutations(CATEGORIES))
    size = draw(st.integers(2, 4))
    rows = [
        (
            str(number + 1),
            groups[number // size],
            title,
            *(draw(cells) for _, cells in columns.values()),
        )
        for number, title in enumerate(titles)
    ]
    headings = (*FIRST.values(), *(heading for heading, _ in columns.values()))
    return Table((*FIRST, *columns), (headings,), tuple(rows))


def listed(current: ResolvedList, office: Office | None, most: int = 4) -> Table:
    """Make the plain table of the first matters of a list, as it is exported."""
    sheet = list_sheet(current, office)
    names = {field.label: name for name, field in current.kind.fields.items()}
    names |= {"序号": "number", "事项编号": "id"}
    rows = [list(row) for row in sheet.rows]
    for merge in sheet.merges:
        for row in range(merge.top, merge.bottom + 1):
            rows[row][merge.left] = sheet.rows[merge.top][merge.left]
    fields = tuple(names[heading] for heading in sheet.header[0])
    return Table(fields, sheet.header, tuple(map(tuple, rows[:most])))
