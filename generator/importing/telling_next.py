"""What somebody who imported a list has to know or to do next (下一步)."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.importing.list_changes import ListChanges
from generator.importing.list_file import ListFile
from generator.importing.targets import Target, day_of, file_of
from generator.importing.telling import told_date
from generator.settings import Settings
from generator.understanding.understood import Understood


def told_next(
    file: ListFile,
    changes: ListChanges,
    target: Target,
    understood: Understood,
    settings: Settings,
) -> Iterator[str]:
    """Say what the table could not say, and which command checks the change."""
    wanted: list[str] = []
    kind = understood.kind.id if understood.kind else ""
    needs_approval = kind in settings.policy.approvals
    if changes.gone and not file.is_whole:
        wanted.append(
            f"取消的 {len(changes.gone)} 项，请写上理由（reason）和现在找谁（successor）"
        )
    if changes.gone and file.is_whole:
        wanted.append("不再有的事项，请在备注（note）里写明名称和去向")
    if target.current is None and needs_approval and not understood.heading.document:
        wanted.append("第一版要写公布文件（document）")
    if target.current and changes.added and needs_approval:
        wanted.append(
            "新增的职责、权力要先经批准：请写公布文件（document）和批准（approvals）"
        )
    if wanted:
        yield f"请打开 {file.path} 补上："
        yield from (f"  - {one}。" for one in wanted)
    yield (
        "接着运行 qingdan check --base origin/main 对照检查，"
        "用 qingdan serve 看网页，再提交。"
    )


def told_announced(
    target: Target,
    versions: Mapping[date, str],
    understood: Understood,
    origin: date | None,
) -> Iterator[str]:
    """Say which announced versions the comparison took in, or which come after it.

    Of a table whose own state is known (`origin`) only its edits were taken.
    """
    stated = day_of(understood.heading)
    for day, path in sorted(versions.items()):
        if day == target.day:
            continue
        said = told_date(day.isoformat())
        if day > target.day:
            yield f"注意：{said}起另有一版（{path}），到那天接着在这次的结果上改。"
        elif origin is None and (stated is None or stated < day):
            yield (
                f"注意：对照的内容里有{said}起施行的改动（{path}）；"
                "表格若是在那以前导出的，请先核对，免得把它改回去。"
            )


def told_much(changes: ListChanges) -> str:
    """Say that a table which removes much is more likely not the whole list."""
    total = len(changes.gone) + len(changes.found)
    return (
        f"现行清单 {total} 项，照这张表要取消 {len(changes.gone)} 项，多半是表格不全。"
        "表格若只是清单的一部分，请加 --part，没有列出的就不取消；"
        "确实要取消这么多，请用 --confirm 写明缘由，例如 --confirm 市里统一收回。"
    )


def told_taken(target: Target) -> str:
    """Say that the list has a version of this day already."""
    return (
        f"{file_of(target.key, target.day)} 已经有了。公布过的版本不再改："
        "请用 --effective 写新的施行日期；若只是更正错字，请直接改那个文件。"
    )


def told_no_day(target: Target) -> str:
    """Say that a new day is needed."""
    since = told_date(target.current.day.isoformat()) if target.current else ""
    printed = f"（表格对应的是{since}起的内容）" if since else ""
    return (
        f"还缺施行日期{printed}：请用 --effective 写明从哪一天起施行，"
        "例如 --effective 2026-01-01；也可以写在表格标题下面。"
    )
