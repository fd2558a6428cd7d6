"""The correction log (纠错记录): what was reported, about which page, what came of it.

Never says who reported it.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.fields import Field, Record, Shape

FIXED, PARTLY, KEPT = "已改正", "部分改正", "不改"
ANSWERS = (FIXED, PARTLY, KEPT)

CORRECTION = (
    Field(
        "received",
        "收到日期",
        Shape.DATE,
        required=True,
        example="2026-10-08",
        help="收到反映的那一天。",
    ),
    Field(
        "about",
        "关于",
        Shape.LINE,
        required=True,
        help="写 街道/清单/事项、街道/清单 或 街道 的编号，或本站的网页地址。",
        example="hongguang/services/dibao-application",
    ),
    Field(
        "wrong",
        "哪里写错了",
        Shape.LINE,
        required=True,
        help="只写内容；不写反映人的姓名和电话。",
        example="咨询电话打不通",
    ),
    Field(
        "done", "办结日期", Shape.DATE, help="还没有办结就不写。", example="2026-10-10"
    ),
    Field("answer", "答复", Shape.CHOICE, choices=ANSWERS, help="办结时写：改了没有。"),
    Field(
        "action",
        "怎样处理的",
        Shape.LINE,
        help="改成了什么；不改的写明理由。",
        example="与街道核实，换成现在的号码。",
    ),
)

CORRECTIONS = (
    Field(
        "corrections",
        "纠错",
        Shape.RECORDS,
        required=True,
        parts=CORRECTION,
        help="反映和处理，一件写一项，新的写在前面。",
    ),
)

_PAGE = re.compile(r"(?P<path>[a-z0-9/-]+)\.html(?:#[\w-]*)?", re.ASCII)
_DAY_OR_CHANGES = re.compile(r"\d{4}-\d{2}-\d{2}|changes|compare")
_DEEPEST = 3


class Target(NamedTuple):
    """What an entry is about: an office, its list, its item, or another page.

    With an item alone it is that matter in all streets. All empty: not understood.
    """

    owner: str = ""
    list: str = ""
    item: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One report (纠错); without a `done` it is still open, with neither answer."""

    received: date
    about: str
    wrong: str
    done: date | None
    answer: str
    action: str
    record: Record

    @property
    def target(self) -> Target:
        """What it is about."""
        return target_of(self.about)

    @property
    def days(self) -> int | None:
        """Days from report to answer (自然日); None while it is open."""
        return (self.done - self.received).days if self.done else None


def target_of(about: str) -> Target:
    """Read ids joined by `/`, or the address of a page below the site's root."""
    page = _PAGE.fullmatch(about)
    if not page:
        names = about.split("/")
        known = len(names) <= _DEEPEST and all(names)
        return Target(*names) if known else Target()
    room, *names = page["path"].split("/")
    if room == "matters" and len(names) == 1:
        return Target(item=names[0])
    if room != "offices" or not names:
        return Target(page=f"{page['path']}.html")
    if len(names) > 1 and _DAY_OR_CHANGES.fullmatch(names[1]):
        names = names[:1]
    if len(names) > _DEEPEST - 1 and _DAY_OR_CHANGES.fullmatch(names[2]):
        names = names[:2]
    return Target(*names[:_DEEPEST])
