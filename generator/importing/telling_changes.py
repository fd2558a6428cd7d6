"""What a table changes of the list in force, in words of the table (对照)."""

from collections.abc import Iterator

from generator.importing.list_changes import Added, ListChanges, Revised
from generator.importing.matching import NEW, Unsure
from generator.importing.targets import Target
from generator.importing.telling import differing, told_date, told_remarks
from generator.model.fields import text_of

_MOST = 12
"""New or withdrawn items that are listed one by one."""


def told_changes(
    changes: ListChanges, target: Target, *, verbose: bool = False
) -> Iterator[str]:
    """Say what is new, changed, gone, and what stays."""
    current = target.current
    yield ""
    if current is None:
        yield f"这是 {target.key} 的第一版，{len(changes.added)} 项。"
        yield from _added(changes.added, verbose=verbose)
    else:
        yield (
            f"和现行清单对照：{current.title}（{target.key}），"
            f"{told_date(current.day.isoformat())}起的内容，{len(current.items)} 项"
        )
        if changes.origin:
            printed = told_date(changes.origin.isoformat())
            yield f"  表格是{printed}那一版，只看在表格里改了什么；后来的改动都保留。"
        if not _settled(changes):
            yield "  没有改动。"
        yield from _compared(changes, verbose=verbose)
    if changes.remarks:
        yield from ("", f"还要看一眼（{len(changes.remarks)} 处）")
        yield from told_remarks(changes.remarks, verbose=verbose)


def told_faults(changes: ListChanges) -> Iterator[str]:
    """Say what has to be mended in the table before anything can be written."""
    if changes.faults:
        yield from ("", f"要先改好表格（{len(changes.faults)} 处）")
        yield from told_remarks(changes.faults, verbose=True)


def told_unsure(changes: ListChanges) -> Iterator[str]:
    """Say which rows only a person can place, and how to answer in a script."""
    if not changes.unsure:
        return
    yield from ("", f"有 {len(changes.unsure)} 行拿不准是原来的哪一项：")
    for unsure in changes.unsure:
        yield f"  {question(unsure)}"
        for one in unsure.candidates:
            number = unsure.row.number
            yield f"      是“{one.title}”：加 --match {number}={one.item}"
        yield f"      是新增的事项：加 --match {unsure.row.number}={NEW}"


def question(unsure: Unsure) -> str:
    """Ask which item a row is."""
    title = unsure.row.cells.get("title", "")
    return f"第 {unsure.row.number} 行“{title}”是原来的哪一项？（{unsure.why}）"


def summary(changes: ListChanges) -> str:
    """Count the changes: 新增 1 项、调整 2 项、取消 1 项."""
    counts = {
        "新增": len(changes.added),
        "调整": len(changes.revised),
        "取消": len(changes.gone),
    }
    return "、".join(f"{word} {n} 项" for word, n in counts.items() if n) or "没有改动"


def _settled(changes: ListChanges) -> bool:
    return bool(changes.unsure or changes.faults or not changes.is_empty)


def _compared(changes: ListChanges, *, verbose: bool) -> Iterator[str]:
    if changes.added:
        yield f"  新增 {len(changes.added)} 项"
        yield from _added(changes.added, verbose=verbose)
    if changes.revised:
        yield f"  调整 {len(changes.revised)} 项"
        for one in changes.revised:
            yield from _revised(one)
    if changes.gone:
        yield f"  取消 {len(changes.gone)} 项（表里没有了）"
        shown = changes.gone if verbose else changes.gone[:_MOST]
        for item in shown:
            yield f"    {text_of(item.fields, 'title')}（{item.id}）"
        if len(shown) < len(changes.gone):
            yield f"    …还有 {len(changes.gone) - len(shown)} 项，加 --verbose 全部列出"
    same = len(changes.found) - len(changes.revised)
    if same and not changes.is_empty:
        yield f"  没有变的 {same} 项"
    renamed = [one for one in changes.found if one.how and not one.fields]
    for one in renamed:
        yield f"    第 {one.row.number} 行{one.how}"


def _added(added: tuple[Added, ...], *, verbose: bool) -> Iterator[str]:
    shown = added if verbose else added[:_MOST]
    for one in shown:
        same = f"，和 {one.elsewhere} 的同一件事同号" if one.elsewhere else ""
        yield f"    第 {one.row.number} 行：{one.title}（编号 {one.item}{same}）"
    if len(shown) < len(added):
        yield f"    …还有 {len(added) - len(shown)} 项，加 --verbose 全部列出"


def _revised(one: Revised) -> Iterator[str]:
    title = text_of(one.item.fields, "title")
    how = f"（{one.how}）" if one.how else ""
    yield f"    第 {one.row.number} 行：{title}{how}"
    for change in one.fields:
        old, new = differing(change.old, change.new)
        yield f"      {change.heading}：{old} → {new}"
