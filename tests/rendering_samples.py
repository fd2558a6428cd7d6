"""A record of every kind of page, well filled, and a reader of what becomes of it."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import yaml

from generator.rendering.environment import Labels
from generator.site_model.basis_parts import BasisDocumentPage, BasisPage, BasisRow
from generator.site_model.booklet_parts import BookletEntry, BookletPage, Chapter
from generator.site_model.correction_parts import CorrectionCard, CorrectionsPage
from generator.site_model.directory_parts import DirectoryPage, OfflinePage
from generator.site_model.former import FormerPage
from generator.site_model.overview_pages import (
    AtoZPage,
    CommunitiesPage,
    FindPage,
    NotFoundPage,
    OfficesPage,
    ProposePage,
)
from generator.site_model.pages import (
    ChangesPage,
    ComparePage,
    HomePage,
    ItemPage,
    ListPage,
    MatterPage,
    OfficePage,
    Page,
)
from generator.site_model.parts import (
    AnswerLine,
    Bullets,
    CommunityRow,
    ContactCard,
    Facts,
    Head,
    Link,
    ListGroup,
    ListRow,
    MatterRow,
    Paragraphs,
    Person,
    PhoneLine,
    QrCode,
    UnitCard,
)
from tests import told_samples as told

THEME = Path(__file__).parent.parent / "theme"
VOID = {"input", "meta", "link", "br", "img", "hr"}

OFFICE = Link("红光街道", "offices/hongguang.html", "hongguang")
LIST = Link("公共服务事项清单", "offices/hongguang/services.html", "131 项")
PHONE = PhoneLine("028-8780 1234", "tel:02887801234", "咨询", "2026-10-08")
SAMPLE = PhoneLine("000-8800 1234", "", "受理", "", sample=True, note="午休转值班")
ANSWER = AnswerLine("街道办理", "ours", "这件事由街道办理。")
PEOPLE = (Person("主任", "张主任"), Person("副主任", "", vacant=True, note="暂缺"))
CONTACT = ContactCard(
    "社会事务办公室", "offices/hongguang.html#social", "地点待定", (PHONE, SAMPLE),
    PEOPLE, "二楼 205", ("周一至周五 09:00-12:00", "周六 09:00-12:00"),
    "12345/540-720/;6/540-720/便民服务中心", "主任离岗，请找副主任（B角）。",
)  # fmt: skip
FACTS = (
    ("施行日期", "2025年7月1日", ""),
    ("文件", "某编〔2025〕40号", "https://e.cn/"),
)


REPORT = "https://www.example.gov.cn/jiucuo?title=%E7%94%B2&page=a.html"


def head(address: str) -> Head:
    """Make a page's head; all but the home and 404 page have a breadcrumb."""
    base = "../" * address.count("/")
    crumbs = (Link("首页", "index.html"), Link("上一层", "offices.html"))
    shown = () if address in {"index.html", "404.html"} else crumbs
    return Head(address, base, "页面题目", "页面说明", shown, report=REPORT)


CODE = QrCode("data:image/png;base64,AA==", "https://e.cn/d.html")

ITEM = ItemPage(
    head=head("offices/hongguang/services/dibao.html"),
    office=OFFICE,
    list_link=LIST,
    matter=Link("低保", "matters/dibao.html", "8 个街道"),
    title="最低生活保障审核确认",
    plain="申请低保",
    status="announced",
    banner=("2027年1月1日起施行。",),
    answer=ANSWER,
    contact=CONTACT,
    elsewhere=("区民政局", (PHONE,)),
    sections=(
        Paragraphs("说明", ("一段", "二段"), "本街道改写"),
        Bullets("材料", ("身份证", "户口簿"), spoken=True),
        Bullets("步骤", ("申请", "公示"), ordered=True, origin="标准"),
        Facts("办理时限", FACTS, "标准"),
    ),
    url="https://example.gov.cn/",
    source=(("所在清单", "服务清单", "offices/hongguang/services.html"), *FACTS),
    versions=(Link("2021 年版", "offices/hongguang/services/2021-12-24.html"),),
    history=(told.HAPPENED,),
    changes="offices/hongguang/services/changes.html",
    how=Paragraphs("替代办法", ("出示身份证即可",), "本街道改写"),
    supervision=PHONE,
    hotline="12345",
    code=CODE,
)
LIST_PAGE = ListPage(
    head=head("offices/hongguang/services/2021-12-24.html"),
    office=OFFICE,
    title="公共服务事项清单",
    answer=ANSWER,
    permanent="2021年12月24日",
    notices=("这是固定版本。",),
    facts=FACTS,
    columns=("承办机构", "办理时限"),
    with_phone=True,
    groups=(
        ListGroup("社会救助", "c1", (
            ListRow("低保审核", LIST.address, "申请低保", ("社会事务办公室", "20日"),
                    (PHONE, SAMPLE), "本街道改写"),
        )),
        ListGroup("养老服务", "c2", (
            ListRow("高龄津贴", LIST.address, "", ("", ""), (), ""),
        )),
    ),
    declined=(("森林防火", "本街道无林地"),),
    ended=(Link("老年证", "offices/hongguang/services/card.html", "2026-01-01"),),
    versions=(Link("旧版", "offices/hongguang/services/2019-01-01.html"),),
    current="offices/hongguang/services.html",
    upcoming=(Link("明年的版本", "offices/hongguang/services/2027-01-01.html", "增一"),),
    changes=Link("", "offices/hongguang/services/changes.html"),
    difference="与前一版相比。",
    compare=Link("", "offices/hongguang/services/compare/2021-12-24.html"),
    changed=(told.NAMED,),
    booklet="offices/hongguang/services/booklet.html",
)  # fmt: skip
COMMUNITY = CommunityRow("红光社区", ("红光",), OFFICE, "一街12号", PHONE, "园区除外")
OFFICE_PAGE = OfficePage(
    head=head("offices/hongguang.html"),
    id="hongguang",
    name="红光街道",
    full_name="某区红光街道办事处",
    formerly=("红光镇",),
    office_class="城区",
    address="红光大道1号",
    hours=("周一至周五",),
    supervision=PHONE,
    facts=FACTS,
    lists=(LIST,),
    gaps=("12 项没有公布承办机构",),
    units=(
        UnitCard("social", "社会事务办公室", "内设机构", ("退役军人服务站",),
                 ("民政科",), "二楼", "区属", (PHONE, SAMPLE), PEOPLE, "夜间转接", REPORT),
        UnitCard("law", "执法队", "", (), (), "", "", (), (), ""),
    ),
    communities=(COMMUNITY,),
    notices=("本街道承接了某镇的职责。",),
    successors=(OFFICE,),
    latest=(Link("清单调整了", "offices/hongguang/services/changes.html", "上个月"),),
    changes=Link("", "offices/hongguang/changes.html"),
    open="12345/540-720/",
)  # fmt: skip
MATTER = MatterPage(
    head=head("matters/dibao.html"),
    id="dibao",
    title="最低生活保障",
    plain="低保",
    other_titles=("低保申请",),
    answers=(ANSWER, AnswerLine("不由街道办", "elsewhere", "已收回。")),
    category="社会救助",
    description=("第一段",),
    rows=tuple(
        MatterRow(
            OFFICE,
            LIST,
            ANSWER,
            status,
            "民政科",
            "二楼",
            (PHONE, SAMPLE),
            "当场",
            limit_differs=True,
            differs=(("需要带的材料", "多要：照片"),),
            open="12345/540-720/",
        )
        for status in ("in-force", "announced", "ended")
    ),
    with_time_limit=True,
    declined=(("石板镇", "无此职责"),),
    usual=(("收费", "不收费"),),
)
CHANGES = ChangesPage(
    head=replace(head("offices/hongguang/services/changes.html"), feed="feed.xml"),
    title="公共服务事项清单：变动记录",
    lead="最新的在最上面。",
    gap="没有登记时间。",
    up=LIST,
    is_mixed=True,
    announced=(told.ANNOUNCED,),
    cards=(told.CARD, told.BRIEF),
    months=(Link("2026年7月", "changes/2026-07.html", "9 次"),),
    dates=(("2026-07-01", "二六年七月"), ("2021-12-24", "二一年十二月")),
    steps=told.STEPS,
)
COMPARE = ComparePage(
    head=head("offices/hongguang/services/compare/2026-07-01.html"),
    title="公共服务事项清单：改了什么",
    owner=OFFICE,
    card=replace(told.CARD, changes=(), compare=None),
    older=Link("旧的一版", "offices/hongguang/services/2021-12-24.html"),
    newer=Link("新的一版", ""),
    changes=Link("查看变动", "offices/hongguang/services/changes.html"),
    groups=(("调整 1 项", (told.REVISED,)), ("新增 1 项", (told.ADDED,))),
)
LAW = Link("《社会救助暂行办法》", "basis/shehuijiuzhuzanxingbanfa.html", "3 个事项")
RELIEF = Link("最低生活保障", "matters/dibao.html")
STREET = Link("红光街道", "offices/hongguang/services/dibao.html")
SOON = Link("新桥街道", "offices/xinqiao/services/dibao.html", "即将施行")
BASIS_DOCUMENT = BasisDocumentPage(
    head=head(LAW.address),
    name=LAW.text,
    also=("《社会救助办法》", "《救助办法》"),
    lead="现在有 3 个事项以它为依据。",
    rows=(
        BasisRow(RELIEF, "第十条", (STREET, SOON)),
        BasisRow(RELIEF, "", (STREET,)),
        BasisRow(RELIEF, "第十一条", (STREET,) * 13),
    ),
    past=(BasisRow(RELIEF, "第九条", (STREET,)),),
)
LOG = CorrectionsPage(
    head=head("corrections.html"),
    title="纠错记录",
    numbers=(("收到", "2 件", ""), ("还没有办结", "1 件", "")),
    cards=(
        CorrectionCard("on20261008", STREET, "已改正", "fixed", "十月八日",
                       "电话打不通", "换了号码", "十月十日", "两天"),
        CorrectionCard("on20261008_2", LIST, "正在处理", "open", "十月九日",
                       "地点不对", "", "", ""),
    ),
)  # fmt: skip
EXCEPTION = Link("红光街道", "offices/hongguang.html", "园区由管委会管")
BOOKLET = BookletPage(
    head=head("offices/hongguang/services/booklet.html"),
    office=OFFICE,
    list_link=LIST,
    title="服务清单",
    notice="关于印发清单的通知",
    number="红街发〔2026〕1号",
    facts=FACTS,
    reach=(("地址", "红光大道1号", ""),),
    permanent=Link("旧版", "offices/hongguang/services/2021-12-24.html"),
    chapters=tuple(
        Chapter(label, f"c{number}", (
            BookletEntry(number, f"i-{number}", ITEM.title, ITEM.plain, ANSWER, CONTACT,
                         ITEM.elsewhere, ITEM.sections, "https://example.gov.cn/"),
        ))
        for number, label in (("1", "社会救助"), ("2", ""))
    ),
    code=CODE,
)  # fmt: skip
PAGES: tuple[Page, ...] = (
    ITEM,
    BOOKLET,
    LIST_PAGE,
    OFFICE_PAGE,
    MATTER,
    HomePage(head("index.html"), (OFFICE,), (("养老", (LIST,)),), (LIST,),
             (("2,104", "项事项"),), (LIST,), "12345", "changes.html", (EXCEPTION,)),
    FindPage(head("find.html"), "12345"),
    OfficesPage(head("offices.html"), (("城区", (OFFICE,)), ("", (OFFICE,))),
                (EXCEPTION,)),
    CommunitiesPage(head("communities.html"), (("H", (COMMUNITY,)),)),
    AtoZPage(head("a-z.html"), (("D", (LIST,)), ("#", (LIST,)))),
    NotFoundPage(head("404.html"), "12345"),
    CHANGES,
    COMPARE,
    LOG,
    FormerPage(head("offices/old/services/dibao.html"), "低保", (OFFICE, LIST)),
    BasisPage(head("basis.html"), (("S", (LAW,)), ("#", (LAW,)))),
    BASIS_DOCUMENT,
    DirectoryPage(head("sitemap.html"), (LAW,), ((STREET, (LIST,)), (STREET, ())),
                  (Link("个人信息", "about/privacy.html"),)),
    OfflinePage(head("offline.html"), "12345"),
    ProposePage(head("propose.html"), Link("怎样改", "about/propose.html"), "a@e.cn"),
)  # fmt: skip
BARE = replace(
    ITEM, plain="", banner=(), elsewhere=None, sections=(), url="", source=(),
    versions=(), contact=ContactCard("", "", "承办机构尚未公布", (), (), "", ()),
    history=(), begun="去年随清单首次公布。",
)  # fmt: skip


class Reader(HTMLParser):
    """Read a body as a browser would: its tags, links, ids and text."""

    def __init__(self, html: str) -> None:
        """Read the whole body at once."""
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and that it is open."""
        self.opened.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather the text."""
        self.text += data

    def every(self, attribute: str) -> list[str]:
        """Gather the values of an attribute."""
        return [a[attribute] or "" for _, a in self.opened if attribute in a]


def labels() -> Labels:
    """Read the labels that ship."""
    loaded: Labels = yaml.safe_load((THEME / "labels.yml").read_text("utf-8"))
    return loaded
