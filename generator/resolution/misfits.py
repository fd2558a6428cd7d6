"""Problems of changes that do not fit the list of their day."""

from collections.abc import Mapping
from difflib import get_close_matches

from generator.model.fields import Record, Value, text_of
from generator.model.lists import Change, ListKey, Version
from generator.problems import Place, Problem
from generator.resolution.resolved import ResolvedList


def no_whole(version: Version) -> Problem:
    """Tell of an amendment that has no whole version to amend."""
    return Problem(
        Place(version.path, 1, 1),
        "no-whole-version",
        f"{version.effective} 之前没有整版清单，补充版（changes）没有可改的对象。",
        "请先放入整版清单（items），施行日期要早于这一版。",
    )


def add_twice(change: Change, version: Version) -> Problem:
    """Tell of an added item that is in force already."""
    return Problem(
        change.place,
        "item-in-force",
        f"{version.effective} 时清单里已有事项“{change.item}”，不能再新增。",
        "若要改内容，请用调整（revise）；若是另一件事，请另起编号。",
        width=len(change.item),
    )


def not_in_force(
    change: Change,
    version: Version,
    present: set[str],
    known: Mapping[str, Mapping[str, Value]],
    gone: Mapping[str, str],
) -> Problem:
    """Tell of a revised or withdrawn item that is not there; offer the nearest.

    `gone` says of items that were there what became of them.
    """
    name, why = change.item, gone.get(change.item, "可能已取消，或还没有新增")
    titled = [i for i in sorted(present) if text_of(known.get(i, {}), "title") == name]
    near = titled or get_close_matches(name, sorted(present), 1, 0.7)
    cure = "请核对编号；若是新增事项，请改用新增（add）。"
    if near:
        title = text_of(known.get(near[0], {}), "title")
        cure = f"最接近的是“{near[0]} {title}”；若是新增事项，请改用新增（add）。"
    if titled:
        cure = f"这里要写编号，不写名称：“{titled[0]}”。"
    return Problem(
        change.place,
        "unknown-item",
        f"{version.effective} 时清单中没有事项“{name}”（{why}）。",
        cure,
        width=len(change.item),
    )


def not_adopted(
    own: Record, standard: ListKey | None, base: ResolvedList | None
) -> Problem:
    """Tell of an override whose item the standard list does not have."""
    item = text_of(own, "id")
    known = sorted(base.items) if base else []
    near = get_close_matches(item, known, 1, 0.7)
    guess = f"最接近的是“{near[0]}”；" if near else ""
    return Problem(
        own.place("id"),
        "unknown-item",
        f"标准清单 {standard} 这一天没有事项“{item}”，这里又没有写名称。",
        f"{guess}若是本街道自己的事项，请写上名称（title）。",
        width=len(item),
    )


def no_title(own: Record) -> Problem:
    """Tell of an item without a title."""
    return Problem(
        own.place(),
        "missing-key",
        "事项缺少事项名称（title）。",
        "请加一行“title: …”，照录公布的名称。",
    )
