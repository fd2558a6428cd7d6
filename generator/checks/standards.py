"""Standard lists: adopted ones exist, declined items and applied offices too."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.checked import Checked, at
from generator.model.fields import Record, records_of, text_of, words_of
from generator.model.lists import STANDARD, ListKey, Version
from generator.problems import Problem
from generator.resolution.state import in_force, standard_of

_NO_STANDARDS = "content/lists/standard/ 里还没有清单，请先放入标准清单。"


def adopted_lists_exist(checked: Checked) -> Iterator[Problem]:
    """`based_on` names a standard list of the same kind that is in force by then."""
    for version in checked.versions():
        if text_of(version.header, "based_on"):
            problem = _adopted(checked, version)
            if problem:
                yield problem


def _adopted(checked: Checked, version: Version) -> Problem | None:
    header, stated = version.header, text_of(version.header, "based_on")
    key = standard_of(version)
    if version.key.owner == STANDARD or key == version.key:
        fault = "标准清单不能再采用别的清单"
        if key == version.key:
            fault = "清单不能采用它自己"
        return at(
            header,
            "based_on",
            "based-on",
            f"{fault}。",
            "请删去“based_on”这一行。",
        )
    standards = checked.resolved.standards
    if key not in standards:
        near = get_close_matches(stated, [str(k) for k in standards], 1, 0.5)
        guess = f"是不是“{near[0]}”？" if near else ""
        if key.owner != STANDARD or not key.id:
            guess += "应写成 standard/清单编号，例如 standard/services。"
        elif not near:
            known = "、".join(str(k) for k in standards)
            guess = f"已有的标准清单：{known}。" if known else _NO_STANDARDS
        return at(
            header,
            "based_on",
            "based-on",
            f"没有标准清单“{stated}”（based_on）。",
            guess,
        )
    kind, own = checked.catalog.kind_of(key), checked.catalog.kind_of(version.key)
    if kind and own and kind.id != own.id:
        return at(
            header,
            "based_on",
            "based-on",
            f"本清单是{own.label}（{own.id}），采用的标准清单却是{kind.label}（{kind.id}）。",
            "两者的类型必须相同，请改正本清单的类型，或换一份标准清单。",
        )
    first = standards[key][0].day if standards[key] else None
    if first is None or first > version.effective:
        return at(
            header,
            "based_on",
            "based-on",
            f"标准清单“{stated}”在 {version.effective} 还没有施行"
            + (f"（{first} 起）。" if first else "。"),
            "请核对两份清单的施行日期。",
        )
    return None


def declined_items_exist(checked: Checked) -> Iterator[Problem]:
    """Only items of an adopted standard list can be declined."""
    for version in checked.versions():
        declined = records_of(version.header, "declined")
        if not declined:
            continue
        key = standard_of(version)
        if not key.id:
            yield at(
                version.header,
                "declined",
                "declined",
                "写了未采用的事项（declined），却没有采用标准清单（based_on）。",
                "请加一行“based_on: standard/…”，或删去未采用（declined）这一段。",
            )
            continue
        base = in_force(checked.resolved.standards.get(key, ()), version.effective)
        own = {text_of(item, "id") for item in version.items or ()}
        for record in declined if base else ():
            yield from _declined(record, set(base.items) if base else set(), own, key)


def _declined(
    record: Record, adopted: set[str], own: set[str], key: ListKey
) -> Iterator[Problem]:
    name = text_of(record, "id")
    if name and name not in adopted:
        near = get_close_matches(name, sorted(adopted), 1, 0.7)
        guess = (
            f"是不是“{near[0]}”？请核对编号。" if near else "请核对编号，或删去这一行。"
        )
        yield at(
            record, "id", "declined", f"标准清单 {key} 里没有事项“{name}”。", guess
        )
    elif name in own:
        yield at(
            record,
            "id",
            "declined",
            f"事项“{name}”既写了未采用（declined），又写在事项（items）里。",
            "请只留一处。",
        )


def applied_offices_exist(checked: Checked) -> Iterator[Problem]:
    """`applies_to` names classes and offices that exist, and stands in a standard."""
    config_is_sound = "site_config.yml" not in checked.broken
    for version in checked.versions():
        rule = version.header.get("applies_to")
        if not isinstance(rule, Record):
            continue
        if version.key.owner != STANDARD:
            yield at(
                version.header,
                "applies_to",
                "applies-to",
                "只有标准清单能写适用街道（applies_to）。",
                "请删去“applies_to”这一段；本街道的清单不用写。",
            )
            continue
        for name in words_of(rule, "class") or (text_of(rule, "class"),):
            if name not in {"", *checked.settings.classes} and config_is_sound:
                known = "、".join(checked.settings.classes)
                yield at(
                    rule,
                    "class",
                    "applies-to",
                    f"没有街道类别（class）“{name}”。",
                    f"可以写：{known}；新类别请先加在 site_config.yml。",
                )
        for office in words_of(rule, "offices"):
            if office not in checked.catalog.offices:
                near = get_close_matches(office, checked.catalog.offices, 1)
                guess = f"是不是“{near[0]}”？" if near else "请核对街道编号。"
                yield at(
                    rule,
                    "offices",
                    "applies-to",
                    f"适用街道（offices）写的“{office}”，没有这个街道。",
                    guess,
                )
