"""The text of a public notice (公告), one for each list, ready to be pasted.

What nobody has written down is left as …… to be filled in, never guessed. The columns
of the table are parted by tabs: pasted into a spreadsheet they are a table at once.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.authoring.comparison import Comparison, is_succession, named, steps
from generator.authoring.day_words import day_in_words
from generator.authoring.notice_words import (
    NO_DAY,
    SPACE,
    approved,
    basis,
    cell,
    days,
    signature,
)
from generator.authoring.told_changes import Told, plain, told_changes
from generator.history.changes import ChangeKind, Entry, OfficeChange
from generator.history.list_edits import FILE
from generator.loading.file_names import printable
from generator.model.fields import Record, text_of
from generator.site_model.plan import Plan
from generator.site_model.telling import summary

_HEADS = ("序号", "事项名称", "调整类型", "原内容", "现内容", "理由和去向")
_CORRECTED = ("序号", "名称", "更正的内容", "原内容", "现内容", "说明")
_LINE = "\n\n" + "─" * 30 + "\n\n"
_NONE = "没有需要公告的变动。"


def as_notice(comparison: Comparison) -> str:
    """Give the notices; corrections are worth one only where there is nothing else."""
    plan = comparison.plan
    made = [
        "\n".join(_notice(plan, entry))
        for entry in comparison.entries
        if not entry.in_place and (entry.is_first or entry.changes)
    ]
    made += [
        "\n".join(_succession(plan, entry, change))
        for entry in comparison.entries
        for change in entry.changes
        if isinstance(change, OfficeChange) and is_succession(change)
    ]
    made = [text for text in made if text] or [
        "\n".join(_correction(plan, entry)) for entry in comparison.entries
    ]
    return _clean(_LINE.join(text for text in made if text)) or _NONE


def _clean(notice: str) -> str:
    """Show what would steer a terminal; keep the lines and the columns."""
    lines = (line.split("\t") for line in notice.split("\n"))
    return "\n".join("\t".join(map(printable, line)) for line in lines)


def _notice(plan: Plan, entry: Entry) -> Iterator[str]:
    """The notice of one list: adopted anew, or changed by one version or several."""
    if entry.key is None:
        return
    whole = entry.version is not None and entry.version.is_whole
    list_name = named(plan, entry.key, entry.title)
    label = text_of(entry.version.header, "version") if entry.version else ""
    joined = steps(plan, entry)
    anew = entry.is_first or (whole and len(joined) == 1)
    if anew:
        yield f"关于公布{list_name}{f'（{label}）' if label else ''}的公告"
    else:
        yield f"关于调整{list_name}的公告"
    yield ""
    yield f"{SPACE}{_sentence(plan, entry, list_name, anew=anew)}"
    if entry.touched:
        offices = plan.catalog.offices
        names = [offices[name].name for name in entry.touched if name in offices]
        yield f"{SPACE}适用街道：{'、'.join(names)}。"
    if entry.changes:
        yield ""
        yield "\t".join(_HEADS)
        for number, told in enumerate(told_changes(plan, entry), 1):
            yield "\t".join((str(number), *_cells(told)))
    yield from signature(plan, entry)


def _sentence(plan: Plan, entry: Entry, list_name: str, *, anew: bool) -> str:
    joined = steps(plan, entry)
    since = f"自{days(joined)}起施行"
    counted = summary(plan, entry, entry.changes).replace(" ", "")
    grounds = f"{basis(joined)}{approved(joined)}"
    if entry.is_first:
        return f"{grounds}现将{list_name}予以公布，{since}，共{entry.total}项。"
    if anew:
        old = entry.version.header.get("replaces") if entry.version else None
        ended = text_of(old, "title") if isinstance(old, Record) else ""
        named_old = f"《{ended.strip('《》')}》同时废止。" if ended else ""
        return (
            f"{grounds}现将{list_name}予以公布，{since}，共{entry.total}项。"
            f"与上一版相比：{counted}。{named_old}"
        )
    return f"{grounds}对{list_name}作如下调整，现予公告，{since}：{counted}。"


def _cells(told: Told) -> Iterator[str]:
    yield cell(told.title)
    yield told.kind_label
    none = "" if told.whole else "无"
    both = [(f.label, plain(f.old) or none, plain(f.new) or none) for f in told.fields]
    old = "；".join(f"{label}：{text}" for label, text, _ in both if text)
    new = "；".join(f"{label}：{text}" for label, _, text in both if text)
    if told.kind is ChangeKind.WITHDRAWN:
        new = "取消"
    yield cell(old) or "—"
    yield cell(new) or "—"
    yield cell("".join(told.notes)) or "—"


def _succession(plan: Plan, entry: Entry, change: OfficeChange) -> Iterator[str]:
    """The notice that an office takes over from others."""
    told = next(iter(told_changes(plan, entry)))
    since = days([entry]) if entry.effective else NO_DAY
    yield f"关于{change.name}承接职责的公告"
    yield ""
    yield f"{SPACE}自{since}起，{change.name}{''.join(told.notes)}现予公告。"
    yield from signature(plan, entry)


def _correction(plan: Plan, entry: Entry) -> Iterator[str]:
    """The notice of corrections, where there is nothing else to announce."""
    rows = list(_corrected(plan, entry)) if entry.in_place else []
    if not rows:
        return
    about = named(plan, entry.key, entry.title) + ("" if entry.key else "公开信息")
    effective = entry.effective
    edition = f"（{day_in_words(effective)}起施行的版本）" if effective else ""
    yield f"关于更正{about}的公告"
    yield ""
    yield f"{SPACE}现将{about}{edition}中的下列内容予以更正，共{len(rows)}处："
    yield ""
    yield "\t".join(_CORRECTED)
    for number, row in enumerate(rows, 1):
        yield "\t".join((str(number), *map(cell, row)))
    yield from signature(plan, entry)


def _corrected(plan: Plan, entry: Entry) -> Iterator[tuple[str, ...]]:
    """The rows of corrections: what, which field, before, after, why."""
    kept = tuple(c for c in entry.changes if all(f.name != FILE for f in c.fields))
    for told in told_changes(plan, replace(entry, changes=kept)):
        why = "".join(told.notes) or "—"
        for line in told.fields:
            old, new = plain(line.old) or "—", plain(line.new) or "—"
            yield told.title, line.label, old, new, why
