"""Acts, changes and lines of a timeline as pages hold them, for rendering."""

from dataclasses import replace

from generator.history.runs import Run
from generator.site_model.history_parts import (
    ChangeLine,
    EntryCard,
    FieldLine,
    Happened,
    Step,
)
from generator.site_model.parts import Link

ITEM = "offices/hongguang/services/dibao.html"
LIMIT = FieldLine(
    "办理时限",
    (Run("二十", changed=True), Run("个工作日", changed=False)),
    (Run("十", changed=True), Run("个工作日", changed=False)),
)
FEE = FieldLine("收费", (), (Run("不收费", changed=True),))
NOTE = FieldLine("备注", (Run("午休", changed=True),), ())
REVISED = ChangeLine("revised", "调整", "低保", ITEM, (LIMIT, FEE, NOTE), ("理由一。",))
ADDED = ChangeLine("added", "新增", "助餐", "", (FEE,), ("由某局移来。",))
NAMED = replace(REVISED, fields=(FieldLine("办理时限", (), ()),), notes=())
CARD = EntryCard(
    anchor="d2026-07-01-hongguang-services",
    day="2026-07-01",
    when="二六年七月一日",
    owner=Link("红光街道", "offices/hongguang.html"),
    about=Link("服务清单", "offices/hongguang/services/changes.html"),
    sort="清单版本",
    summary="调整一项、新增一项",
    announced="",
    facts=(("文件", "某编〔2026〕1号", "https://e.cn/"),),
    flags=("登记时间早于前面。",),
    changes=(REVISED, replace(ADDED, fields=())),
    compare=Link("对照", "offices/hongguang/services/compare/2026-07-01.html"),
    touched=(Link("蓝天街道", "offices/lantian.html"),),
)
ANNOUNCED = replace(CARD, anchor="later", announced="以后施行")
BRIEF = replace(
    CARD,
    anchor="large",
    is_brief=True,
    left=7,
    more=Link("", "offices/hongguang/services/changes.html"),
)
HAPPENED = Happened(
    when="二六年八月",
    kind="corrected",
    kind_label="更正",
    about="社会事务科",
    announced="马上",
    address="offices/hongguang/changes.html#d1",
    fields=(LIMIT, FEE, NOTE),
    notes=("抄错一字。",),
)
STEPS: tuple[Step, ...] = (
    (
        "2026-07-01",
        (("dibao", "revised", "低保", ITEM, (("办理时限", "二十", "十"),)),),
    ),
)
