"""What a table is about, and of which kind the list is: from its title and columns."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.model.kinds import Kind
from generator.settings import Settings
from generator.understanding.contents import look_like
from generator.understanding.synonyms import (
    AT_END,
    EXACT,
    OTHERS,
    Fit,
    Name,
    fits,
    names_for,
    shipped,
)
from generator.understanding.understood import Subject

_TITLES: tuple[tuple[str, str], ...] = (
    (
        r"不(?:应|得|再|予)[^，。]*(?:出具|开具|索要)|取消[^，。]*证明|证明[^，。]*(?:取消|替代|负面)|不用开",
        "no-certificate",
    ),
    (
        r"(?:社区|村|居|村级)[^，。]{0,8}(?:依法)?履(?:职|行职责)|由(?:村|社区|居|基层)[^，。]*出具",
        "community-duty",
    ),
    (r"收回|上收|回收", "withdrawn"),
    (r"配合履职|配合(?:职责|事项|清单)", "assist"),
    (r"基本履职|履职事项", "basic"),
    (r"属地管理|属地(?:责任|事项)|责任分工|职责分工|边界清单", "boundary"),
    (r"禁入|不承担|负面清单|滥用", "community-barred"),
    (r"协助(?:政府|人民政府|行政)|协助工作|协助事项", "community-assist"),
    (r"自治|村级(?:组织)?[^，。]{0,6}事务", "community-duty"),
    (
        r"公共服务|政务服务|办事指南|服务指南|服务事项|便民服务|办理指南|服务清单|办事(?!处)",
        "service",
    ),
    (r"对部门|镇街权力|反向赋权|对[^，。]{0,6}部门的赋权", "mandate"),
    (
        r"赋权|下放|委托执法|行政执法|执法事项|权力清单|权责清单|权力事项|行政职权|行政检查|行政处罚|行政许可|权力和责任|权力目录|职权目录",
        "power",
    ),
    (r"公开标准目录|政务公开", "duty"),
    (r"职责|责任清单|任务清单|职能", "duty"),
)
_FIELDS: Mapping[str, Mapping[str, float]] = {
    "power": {"power_type": 2, "enforcing_body": 2, "original_department": 3, "scope": 2, "responsibility": 2, "liability": 2, "in_whose_name": 2, "delegation": 2},
    "service": {"conditions": 2, "materials": 2, "steps": 2, "time_limit": 1.5, "fee": 1.5, "result": 1, "window": 1, "accept_unit": 2, "channels": 1, "where_valid": 1, "hours": 0.5, "audience": 0.5},
    "assist": {"street_duty": 3, "department_duty": 2, "lead_department": 1},
    "boundary": {"street_duty": 2.5, "department_duty": 2, "lead_department": 1, "lead_phone": 1},
    "withdrawn": {"receiving_department": 3, "method": 2, "receiving_phone": 2},
    "mandate": {"toward": 3},
    "no-certificate": {"instead": 2},
    "community-assist": {"guiding_department": 1.5},
    "duty": {"content": 2},
    "basic": {"unit": 0.3, "basis": 0.3},
}  # fmt: skip
_NOTHING = 0.1
_MOST = 0.6
_TOLD = 4
"""Reasons that are told; more convince nobody."""
_TITLE_WEIGHT, _NAME_WEIGHT, _WORDS_WEIGHT = 6.0, 4.0, 1.5
_CERTIFICATE = re.compile(r"证明$")
_SERVICE_TITLE = re.compile(
    r"(?:登记|证|申请|补贴|发放|办理|服务|申报|备案|确认|给付|救助|报销|认定)$|补办"
)
_POWER_TITLE = re.compile(r"行政(?:处罚|检查|强制|许可)|的处罚$|的检查$|监督检查")


def guess_subject(
    headings: Sequence[str], cells: Sequence[Sequence[str]], settings: Settings
) -> Subject:
    """Tell what a table is about from its headings and cells."""
    filled = {h: c for h, c in zip(headings, cells, strict=True) if h}
    matters = _matched(filled, names_for(Subject.ITEMS, settings))
    contacts = _matched(filled, names_for(Subject.CONTACTS, settings))
    places = _matched(filled, names_for(Subject.COMMUNITIES, settings))
    own = (contacts.get("id"), contacts.get("post_id"))
    if any(found and found[1].quality == EXACT for found in own):  # our own export
        return Subject.CONTACTS
    named = places.get("name")
    title = matters.get("title")
    is_matter = title is not None and (
        title[1].quality >= EXACT and title[1].name.text not in _VAGUE
    )
    if named is not None and not is_matter:
        is_place = _PLACES.search(named[0]) or look_like(
            "communities", filled[named[0]]
        )
        if is_place:
            return Subject.COMMUNITIES
    if "name" in contacts and contacts.keys() & _REACHED and not is_matter:
        return Subject.CONTACTS
    return Subject.UNKNOWN if title is None else Subject.ITEMS


_VAGUE = frozenset({"名称", "项目"})
_PLACES = re.compile("社区|村|居")
_REACHED = frozenset(
    {"phone", "place", "hours", "supervision", "duty_phone", "accept_phone", "post_id"}
)


def _matched(
    headings: Collection[str], names: tuple[Name, ...]
) -> dict[str, tuple[str, Fit]]:
    """The best heading for each field; what counts or cites is none."""
    found: dict[str, tuple[str, Fit]] = {}
    for heading in headings:
        fit = next(iter(fits(heading, names)), None)
        if fit is None or fit.quality < AT_END or _is_other(heading):
            continue
        field = fit.name.fields[0]
        if field not in found or fit.quality > found[field][1].quality:
            found[field] = heading, fit
    return found


def _is_other(heading: str) -> bool:
    """Tell whether a heading says that its column counts things or names documents."""
    return any(f.quality == EXACT for f in fits(heading, shipped()[OTHERS]))


def guess_kind(
    texts: Sequence[str],
    fields: Collection[str],
    titles: Sequence[str],
    settings: Settings,
    words: str = "",
) -> tuple[Kind, str]:
    """Choose the kind that title, columns and items speak for, and say why.

    `texts` stand above the table, the most telling first; `fields` are those that
    the headings mean; `titles` are the items; `words` are all headings as one text.
    """
    scores = dict.fromkeys(settings.kinds, 0.0)
    reasons: dict[str, dict[str, None]] = {kind: {} for kind in scores}
    heard = (
        *_from_texts(texts, words, settings),
        *_from_fields(fields, settings),
        *_from_titles(titles),
        ("duty", _NOTHING, "没有别的线索"),
    )
    for kind, weight, reason in heard:
        if kind in scores:
            scores[kind] += weight
            reasons[kind][reason] = None
    best = max(scores, key=lambda kind: scores[kind])
    told = [r for r in reasons[best] if r != "没有别的线索"] or list(reasons[best])
    return settings.kinds[best], "，".join(told[:_TOLD]) + "。"


def _from_texts(
    texts: Sequence[str], words: str, settings: Settings
) -> Iterator[tuple[str, float, str]]:
    for index, text in enumerate(texts):
        weight = _TITLE_WEIGHT if index == 0 else _NAME_WEIGHT
        for kind, said in _titled(text, settings):
            yield kind, weight, f"名称里有“{said}”"
    for kind, said in _titled(words, settings):
        yield kind, _WORDS_WEIGHT, f"列名里有“{said}”"


def _from_fields(
    fields: Collection[str], settings: Settings
) -> Iterator[tuple[str, float, str]]:
    for kind, weights in _FIELDS.items():
        declared = settings.kinds[kind].fields if kind in settings.kinds else {}
        for name, weight in weights.items():
            if name in fields and name in declared:
                yield kind, weight, f"有“{declared[name].label}”一列"


def _from_titles(titles: Sequence[str]) -> Iterator[tuple[str, float, str]]:
    if _most(_CERTIFICATE, titles):
        yield "no-certificate", 3, "事项多是证明"
    if _most(_POWER_TITLE, titles):
        yield "power", 2, "事项多是处罚、检查"
    if _most(_SERVICE_TITLE, titles):
        yield "service", 1, "事项多是申请、办理"


def _titled(text: str, settings: Settings) -> list[tuple[str, str]]:
    own = [(k.id, k.label) for k in settings.kinds.values() if k.label in text]
    if own:
        return own[:1]
    for pattern, kind in _TITLES:
        match = re.search(pattern, text)
        if match:
            return [(kind, match.group())]
    return []


def _most(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    filled = [t for t in texts if t]
    fitting = sum(pattern.search(t) is not None for t in filled)
    return fitting > _MOST * len(filled)
