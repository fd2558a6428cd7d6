"""`qingdan diff` and `qingdan history`: what changed, for officials and overseers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.authoring.comparison import Comparison
from generator.authoring.item_history import as_json as history_json
from generator.authoring.item_history import as_text as history_text
from generator.authoring.item_history import find_histories, gap_sentence
from generator.authoring.note_json import as_json
from generator.authoring.note_markdown import as_markdown
from generator.authoring.note_text import as_text
from generator.authoring.notice import as_notice
from generator.authoring.selecting import select
from generator.cli.comparing import compare_days, compare_revisions, day_given, is_day
from generator.cli.shared import sound, tell, with_day, with_form, with_root
from generator.pipeline import plan_of, recall

_FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "notice": as_notice,
}
_MIXED = "“旧”和“新”要么都写日期，要么都写 git 版本。"
_PASTE = "表格各栏以制表符分隔：贴进电子表格就分成栏，贴进文档再“文本转换成表格”。"


@click.command("diff", help="对照两个日期的清单，或两个 git 版本的内容：改了什么。")
@click.argument("old", metavar="旧")
@click.argument("new", metavar="[新]", required=False)
@with_root
@with_day
@click.option("--list", "only", metavar="街道[/清单]", help="只看一个街道或一份清单。")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="文字、合并请求的说明、程序用的 JSON，或公告稿。",
)
def diff_command(
    old: str, new: str | None, root: Path, day: date, only: str | None, form: str
) -> None:
    """Show what changed between two days or two revisions."""
    comparison = _compare(root, old, new, day)
    if only:
        comparison = select(comparison, only)
    text = _FORMATS[form](comparison)
    click.echo(text, nl=not text.endswith("\n"))
    if form == "notice" and "\t" in text:
        tell(_PASTE)


@click.command("history", help="一个事项的沿革：何时新增、调整、取消，依据和理由。")
@click.argument("address", metavar="[街道/清单/]事项")
@with_root
@with_day
@with_form
def history_command(address: str, root: Path, day: date, form: str) -> None:
    """Show the timeline of an item, in one list or in all."""
    examined = sound(root, day)
    plan = plan_of(root, examined, day, recall(root))
    found = find_histories(plan.history, address)
    click.echo(
        history_json(plan, found) if form == "json" else history_text(plan, found)
    )
    sentence = gap_sentence(plan.history.gap)
    if sentence and form == "text":
        tell(sentence)


def _compare(root: Path, old: str, new: str | None, today: date) -> Comparison:
    if is_day(old) and (new is None or is_day(new)):
        last = day_given(new) if new else today
        return compare_days(root, day_given(old), last, today)
    if is_day(old) or (new is not None and is_day(new)):
        raise click.BadParameter(_MIXED)
    return compare_revisions(root, old, new, today)
