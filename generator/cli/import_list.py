"""Import a table of items: compare, tell, check, ask, write."""

from dataclasses import replace
from datetime import date

from generator.cli.import_answers import (
    answer_unsure,
    asked_day,
    confirmed,
    may_ask,
    say,
)
from generator.cli.import_check import new_problems
from generator.cli.import_wish import Wish
from generator.cli.shared import CLEAN, PROBLEMS
from generator.importing.list_changes import ListChanges, compare
from generator.importing.list_file import list_file
from generator.importing.list_header import Why
from generator.importing.rebasing import made_from, rebased
from generator.importing.targets import Target, announced, find_target
from generator.importing.telling_changes import (
    summary,
    told_changes,
    told_faults,
    told_unsure,
)
from generator.importing.telling_next import (
    told_announced,
    told_much,
    told_next,
    told_no_day,
    told_taken,
)
from generator.importing.telling_problems import tell_problems, told_problems
from generator.model.lists import STANDARD, ListKey
from generator.pipeline import Examined
from generator.publishing import write_new
from generator.understanding.understood import Understood

_NOTHING_WRITTEN = "什么也没有写入。"


def import_list(
    wish: Wish,
    examined: Examined,
    understood: Understood,
    key: ListKey,
    today: date,
) -> int:
    """Import a table into a list; gives the exit code."""
    target = _target(wish, examined, understood, key, today)
    if target is None:
        return stop(told_no_day(Target(key, today, None, is_new_day=False)))
    wish, changes = _compared(wish, examined, understood, target)
    say(told_changes(changes, target, verbose=wish.verbose))
    if changes.faults or changes.unsure:
        say((*told_faults(changes), *told_unsure(changes)))
        return stop(f"请改好表格、回答上面的问题，再导入一次。{_NOTHING_WRITTEN}")
    if changes.is_empty:
        unread = any(r.cure for r in (*understood.remarks, *changes.remarks))
        rest = "除了上面要看一眼的，" if unread else ""
        say(("", f"没有改动：{rest}表格和现行清单说的一样，{_NOTHING_WRITTEN}"))
        return CLEAN
    if not target.is_new_day:
        day = None if wish.yes else asked_day()
        if day is None:
            return stop(told_no_day(target))
        return import_list(
            replace(wish, effective=day), examined, understood, key, today
        )
    return _write(wish, examined, understood, target, changes, today)


def stop(sentence: str) -> int:
    """Say why nothing was written."""
    say(("", sentence))
    return PROBLEMS


def _target(
    wish: Wish, examined: Examined, understood: Understood, key: ListKey, today: date
) -> Target | None:
    """The list and the day; asks for a day that nobody has given."""
    resolved = examined.resolved
    target = find_target(resolved, key, understood.heading, wish.effective, today)
    if target is None and not wish.yes and (day := asked_day()):
        return find_target(resolved, key, understood.heading, day, today)
    return target


def _compared(
    wish: Wish, examined: Examined, understood: Understood, target: Target
) -> tuple[Wish, ListChanges]:
    """Compare; where rows are unsure, ask and compare again; the answers are kept."""
    while True:
        changes = _changes(wish, examined, understood, target)
        if not changes.unsure or wish.yes or not may_ask():
            return wish, changes
        answers = dict(answer_unsure(changes.unsure))
        wish = replace(wish, matches=wish.matches | answers)


def _changes(
    wish: Wish, examined: Examined, understood: Understood, target: Target
) -> ListChanges:
    """Compare with what the table was printed from, else with what is in force."""
    resolved, current = examined.resolved, target.current
    origin = made_from(resolved, target, understood.heading)
    if origin is None or current is None or wish.whole:
        return compare(understood, resolved, target, wish.matches, in_part=wish.in_part)
    then = replace(target, current=origin)
    changes = compare(understood, resolved, then, wish.matches, in_part=wish.in_part)
    return rebased(changes, origin, current, understood.sheet)


def _write(
    wish: Wish,
    examined: Examined,
    understood: Understood,
    target: Target,
    changes: ListChanges,
    today: date,
) -> int:
    """Check the new file as part of the tree, and write it once somebody agrees."""
    settings = examined.loaded.settings
    if changes.removes_much(settings.policy.largest_removal) and not wish.confirm:
        return stop(f"{told_much(changes)}{_NOTHING_WRITTEN}")
    if any(
        version.effective == target.day
        for version in examined.resolved.catalog.lists.get(target.key, ())
    ):
        return stop(told_taken(target))
    title = _title(examined, understood, target)
    if wish.yes and (doubts := [r for r in changes.remarks if r.is_doubt]):
        places = "、".join(dict.fromkeys(r.place.words() for r in doubts))
        return stop(f"{places}像是写错了（见上面），请先在表里改好。{_NOTHING_WRITTEN}")
    file = list_file(
        understood,
        target,
        changes,
        Why(wish.reason, wish.confirm),
        title=title,
        whole=wish.whole,
    )
    found = new_problems(examined, wish.root, {file.path: file.version.text}, today)
    said = (*understood.remarks, *changes.remarks)
    told = tell_problems(found, file, understood, said)
    say(told_problems(told, verbose=wish.verbose))
    if any(one.is_error for one in told):
        return stop(f"有错误，{_NOTHING_WRITTEN}请在表格里改好，再导入一次。")
    versions = announced(examined.resolved, target, today)
    say(told_announced(target, versions, understood, changes.origin))
    form = "整版" if file.is_whole else "补充版"
    past = "（这一天已经过去，请核对）" if target.day < today else ""
    say(("", f"将写成{form}：{summary(changes)}，{target.day} 起施行{past}。"))
    if not confirmed(file.path, yes=wish.yes):
        return PROBLEMS
    write_new(wish.root / file.path, file.version.text)
    say((f"已写入 {file.path}。",))
    say(told_next(file, changes, target, understood, settings))
    return CLEAN


def _title(examined: Examined, understood: Understood, target: Target) -> str:
    """What a new list is called whose table has no title."""
    office = examined.resolved.catalog.offices.get(target.key.owner)
    label = understood.kind.label if understood.kind else ""
    name = "" if target.key.owner == STANDARD or office is None else office.name
    return f"{name}{label}"
