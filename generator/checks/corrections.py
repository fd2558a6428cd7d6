"""The correction log: each entry is about something there is, in order, and of nobody.

Nothing here asks whether the answer is right.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.checks.checked import Checked, at
from generator.model.corrections import KEPT, Correction, Target
from generator.model.fields import words_of
from generator.model.lists import STANDARD, ListKey
from generator.problems import Problem, Severity

_PAGES = frozenset(
    {
        *("index.html", "find.html", "offices.html", "communities.html"),
        *("a-z.html", "basis.html", "changes.html", "sitemap.html"),
    }
)
_ROOMS = ("basis/", "changes/", "standards/")
"""Folders whose pages follow from texts and dates; they are not looked up."""

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡"
    "余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯"
)
_PERSON = re.compile(
    f"[{_SURNAMES}](?:先生|女士|小姐|大爷|大妈|阿姨|师傅|老师|某某|某(?![\u4e00-\u9fff]))"
)
_HOW = (
    "请写 街道/清单/事项、街道/清单 或 街道 的编号；"
    "别的网页写它在本站的地址，例如 about/index.html。"
)
_UNREADABLE = "看不出说的是哪里"


def corrections_are_sound(checked: Checked) -> Iterator[Problem]:
    """Every entry of the log, each kind of mistake once."""
    for one in checked.catalog.corrections:
        yield from _target(checked, one)
        yield from _dates(checked, one)
        yield from _answer(one)
        yield from _person(one)


def _target(checked: Checked, one: Correction) -> Iterator[Problem]:
    fault, cure = _missing(checked, one.target) if one.about else ("", "")
    if fault:
        said = f"纠错说的“{one.about}”不对：{fault}。"
        yield at(one.record, "about", "correction-target", said, cure or _HOW)


def _missing(checked: Checked, target: Target) -> tuple[str, str]:
    """Say what is not there, and the way out; empty where all is there."""
    if target.page:
        known = {*_PAGES, *checked.prose}
        is_there = target.page in known or target.page.startswith(_ROOMS)
        return ("" if is_there else "本站没有这个网页"), ""
    if target.owner:
        return _missing_at(checked, target)
    return _missing_item(checked, target, None) if target.item else (_UNREADABLE, "")


def _missing_at(checked: Checked, target: Target) -> tuple[str, str]:
    """The same at one street office, or among the standard lists."""
    offices = checked.catalog.offices
    gone = {old for office in offices.values() for old in office.succeeds}
    if target.owner in gone - set(offices):
        return "", ""
    if target.owner != STANDARD and target.owner not in offices:
        return f"没有“{target.owner}”这个街道", _nearest(target.owner, offices)
    if not target.list:
        return (_UNREADABLE if target.owner == STANDARD else ""), ""
    key = ListKey(target.owner, target.list)
    resolved = checked.resolved
    if not (resolved.lists.get(key) or resolved.standards.get(key)):
        return _missing_list(checked, key)
    return _missing_item(checked, target, key) if target.item else ("", "")


def _missing_list(checked: Checked, key: ListKey) -> tuple[str, str]:
    """A list that is not there may have had this name, or be in a broken file."""
    lists = checked.catalog.lists
    formerly = {
        old
        for known, versions in lists.items()
        for version in versions
        if known.owner == key.owner
        for old in words_of(version.header, "formerly")
    }
    if key.id in formerly or not checked.is_sound(key):
        return "", ""
    names = [known.id for known in checked.resolved.lists if known.owner == key.owner]
    return f"没有“{key.id}”这份清单", _nearest(key.id, names)


def _missing_item(
    checked: Checked, target: Target, key: ListKey | None
) -> tuple[str, str]:
    """An item may have ended long ago; without a list any street's will do."""
    lists = checked.resolved.lists
    everything = {**checked.resolved.standards, **lists}
    chosen = lists.values() if key is None else [everything[key]]
    known = {item for moments in chosen for m in moments for item in m.items}
    if target.item in known or (key is None and checked.broken):
        return "", ""
    if key and not checked.has_all_items(key):
        return "", ""
    return f"没有“{target.item}”这个事项", _nearest(target.item, known)


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), 1)
    return f"是不是“{near[0]}”？请核对编号。" if near else ""


def _dates(checked: Checked, one: Correction) -> Iterator[Problem]:
    if one.done and one.done < one.received:
        said = f"办结日期（done）{one.done} 早于收到日期（received）{one.received}。"
        yield at(one.record, "done", "correction-dates", said, "请核对两个日期。")
    for key, label, day in (
        ("received", "收到日期", one.received),
        ("done", "办结日期", one.done),
    ):
        if day and day > checked.today:
            said = f"{label}（{key}）{day} 在今天以后。"
            cure = "请核对日期；还没有办结的，不写办结日期。"
            yield at(one.record, key, "correction-dates", said, cure, Severity.REMINDER)


def _answer(one: Correction) -> Iterator[Problem]:
    """Done, answer and what was done come together; a no has its reason."""
    record = one.record
    stated = [key for key in ("done", "answer", "action") if key in record]
    if not stated or len(stated) == 3:  # noqa: PLR2004, all of them
        return
    if "done" not in record:
        said = "写了答复或处理，却没有写办结日期（done）。"
        cure = "办结了请写日期；还没有办结的，先不写答复（answer）和处理（action）。"
    elif "answer" not in record:
        said = "办结了，却没有写答复（answer）。"
        cure = "请写：已改正、部分改正 或 不改。"
    else:
        is_kept = one.answer == KEPT
        said = f"答复是“{one.answer}”，却没有写{'理由' if is_kept else '怎样处理的'}（action）。"
        cure = "请写明为什么不改。" if is_kept else "请写改成了什么。"
    yield at(record, stated[0], "correction-answer", said, cure)


def _person(one: Correction) -> Iterator[Problem]:
    for key, text in (("wrong", one.wrong), ("action", one.action)):
        found = _PERSON.search(text)
        if found:
            said = f"“{found.group()}”像是一个人，纠错记录不写是谁反映的。"
            cure = "请删去称呼，只写内容。"
            yield at(
                one.record, key, "correction-person", said, cure, Severity.REMINDER
            )
