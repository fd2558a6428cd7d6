"""Everything that is referred to exists: offices, units, posts, items."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.checked import Checked, about, at
from generator.model.fields import Record, records_of, text_of
from generator.model.lists import STANDARD, ListKey, Version
from generator.problems import Problem, Severity
from generator.resolution.contacts import find_unit


def owners_exist(checked: Checked) -> Iterator[Problem]:
    """A folder of lists belongs to an office that has a file."""
    owners = dict.fromkeys(key.owner for key in checked.catalog.lists)
    for owner in owners:
        # A file that is there but mistaken has its own message; so has a bad name.
        own = {f"content/offices/{owner}.yml", f"content/lists/{owner}"}
        is_known = bool(own & checked.broken)
        if owner not in {STANDARD, *checked.catalog.offices} and not is_known:
            near = get_close_matches(owner, checked.catalog.offices, 1)
            guess = f"是不是“{near[0]}”？" if near else ""
            yield about(
                f"content/lists/{owner}",
                "unknown-office",
                f"没有街道“{owner}”，这个文件夹里的清单不会发布。",
                f"{guess}请核对文件夹名；若是新的街道，请先建 content/offices/{owner}.yml。",
            )


def posts_exist(checked: Checked) -> Iterator[Problem]:
    """A post named by an item is a post of the unit that handles it."""
    for version, record in checked.office_records():
        post = text_of(record, "post")
        office = checked.catalog.offices.get(version.key.owner)
        if not post or office is None:
            continue
        unit_name = text_of(record, "unit") or _unit_in_force(checked, version, record)
        unit = find_unit(office, unit_name) if unit_name else None
        if unit is None and not unit_name:
            yield at(
                record,
                "post",
                "unknown-post",
                f"写了岗位“{post}”，却没有承办机构。",
                "请加一行“unit: …”，写岗位所在机构的编号。",
            )
        elif unit is not None and post not in unit.posts:
            known = "、".join(f"{p.id} {p.title}" for p in unit.posts.values())
            yield at(
                record,
                "post",
                "unknown-post",
                f"“{unit.name}”没有岗位“{post}”。",
                f"可用的岗位：{known or '（还没有岗位）'}。",
            )


def _unit_in_force(checked: Checked, version: Version, record: Record) -> str:
    resolved = checked.resolved.on(version.key, version.effective)
    item = text_of(record, "id")
    if not item:
        item = next((c.item for c in version.changes if c.fields is record), "")
    known = resolved.items.get(item) if resolved else None
    return text_of(known.fields, "unit") if known else ""


def backups_are_other_posts(checked: Checked) -> Iterator[Problem]:
    """A B角 is another post of the same unit, held by another person."""
    for office in checked.catalog.offices.values():
        for unit in records_of(office.record, "units"):
            posts = {text_of(p, "id"): p for p in records_of(unit, "posts")}
            for name, post in posts.items():
                yield from _backup(name, post, posts)


def _backup(name: str, post: Record, posts: dict[str, Record]) -> Iterator[Problem]:
    backup = text_of(post, "backup")
    if not backup:
        return
    person = text_of(post, "person")
    others = "、".join(p for p in posts if p != name)
    if backup == name:
        yield at(
            post,
            "backup",
            "backup-post",
            f"岗位“{name}”的 B 角（backup）是它自己。",
            "请写同一机构里另一个岗位的编号。",
        )
    elif backup not in posts:
        yield at(
            post,
            "backup",
            "backup-post",
            f"B 角（backup）写的岗位“{backup}”，这个机构里没有。",
            f"可用的岗位：{others}。"
            if others
            else "这个机构还没有别的岗位，请先加上。",
        )
    elif person and person == text_of(posts[backup], "person"):
        yield at(
            post,
            "backup",
            "backup-post",
            "A 角和 B 角（backup）是同一个人。",
            "请换一个人接替。",
        )


def successors_exist(checked: Checked) -> Iterator[Problem]:
    """A successor item exists in its list at some time, and is another item."""
    for version in checked.versions():
        for change in version.changes:
            address = text_of(change.successor, "item") if change.successor else ""
            if change.successor is None or not address:
                continue
            *head, item = address.split("/")
            owner = head[0] if len(head) > 1 else version.key.owner
            key = ListKey(owner, head[-1] if head else version.key.id)
            resolved = checked.resolved
            moments = resolved.lists.get(key) or resolved.standards.get(key, ())
            fault = "" if any(item in m.items for m in moments) else "不存在"
            if (key, item) == (version.key, change.item):
                fault = "是它自己"
            if fault:
                yield at(
                    change.successor,
                    "item",
                    "unknown-item",
                    f"接续事项“{address}”{fault}。",
                    "请写成 清单/事项 或 街道/清单/事项，或改写现在找谁（unit）和电话（phone）。",
                )


def settings_name_known_matters(checked: Checked) -> Iterator[Problem]:
    """What the home page names is a matter of some list."""
    named = [*checked.settings.most_asked]
    for event in checked.settings.life_events:
        named += event.matters
    known = {i for m in checked.resolved.lists.values() for one in m for i in one.items}
    for matter in dict.fromkeys(named):
        if matter not in known:
            yield about(
                "site_config.yml",
                "unknown-item",
                f"首页提到的事项“{matter}”不在任何清单里。",
                "请核对编号，或从常问事项（most_asked）、人生事件（life_events）里删去。",
                Severity.REMINDER,
            )


def corrected_items_exist(checked: Checked) -> Iterator[Problem]:
    """A correction names an item that the list has or had; one it took out may be gone."""
    for version in checked.versions():
        resolved = checked.resolved
        moments = resolved.lists.get(version.key) or resolved.standards.get(version.key)
        known = {item for moment in moments or () for item in moment.items}
        for one in records_of(version.header, "corrections"):
            item = text_of(one, "item")
            if not item or item in known or not checked.has_all_items(version.key):
                continue
            near = get_close_matches(item, sorted(known), 1)
            guess = f"是不是“{near[0]}”？" if near else ""
            yield at(
                one,
                "item",
                "unknown-item",
                f"更正写的事项“{item}”不在这份清单里。",
                f"{guess}请核对编号；更正的正是删去这个事项的，不用改。",
                Severity.REMINDER,
            )
