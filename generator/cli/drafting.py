"""`qingdan new`: files for editors to fill in."""

from datetime import date
from pathlib import Path

import click

from generator.authoring.drafts import new_amendment, new_list, new_office
from generator.authoring.office_like import lists_like, office_like, own_lists
from generator.cli.shared import read_day, sound, with_root
from generator.loading.load import load
from generator.pipeline import examine
from generator.publishing import write_new
from generator.resolution.resolve import Resolved


@click.group("new", help="新建街道、清单或补充版的文件，里面写好说明。")
def new_group() -> None:
    """Hold the commands that make new files."""


@new_group.command("office", help="新建一个街道的文件。")
@click.argument("office", metavar="街道编号")
@click.option("--name", required=True, metavar="名称", help="街道名称，例如 红光街道。")
@click.option(
    "--like",
    metavar="街道编号",
    help="照这个街道建：同样的机构、岗位、办公时间，采用同样的标准清单。",
)
@click.option(
    "--effective",
    "day",
    callback=read_day,
    metavar="日期",
    help="照着建的清单的施行日期，默认今天。",
)
@with_root
def new_office_command(
    office: str, name: str, like: str | None, root: Path, day: date
) -> None:
    """Make an office file, and with a pattern also the lists that adopt the standard."""
    if like is None:
        _write_draft(root, new_office(load(root).catalog, office, name))
        return
    resolved = sound(root, day).resolved
    drafts = [
        office_like(resolved.catalog, office, name, like),
        *lists_like(resolved, office, name, like, day),
    ]
    for path, text in drafts:
        write_new(root / path, text)
        click.echo(f"已新建 {path}。")
    _tell_about_lists(root, office, resolved, like, day)


def _tell_about_lists(
    root: Path, office: str, before: Resolved, like: str, day: date
) -> None:
    """Say which lists apply by themselves, and which have to be written."""
    now = examine(root, day).resolved
    applied = [
        moments[-1].title
        for moments in now.of_office(office)
        if not moments[-1].version
    ]
    if applied:
        click.echo(f"不用建文件就适用的标准清单：{'、'.join(applied)}。")
    written = [current.title for current in own_lists(before, like, day)]
    if written:
        click.echo(f"没有照抄的清单，是那个街道自己写的：{'、'.join(written)}。")
    click.echo(
        "请在街道文件里填写电话、地点和社区，在清单里写本街道不采用的事项，"
        "然后运行 qingdan check。"
    )


@new_group.command("list", help="新建一份整版清单。")
@click.argument("address", metavar="街道/清单")
@click.option("--kind", required=True, metavar="类型", help="清单类型，例如 service。")
@click.option(
    "--effective", "day", callback=read_day, metavar="日期", help="施行日期，默认今天。"
)
@click.option("--title", metavar="名称", help="清单名称。")
@with_root
def new_list_command(
    address: str, kind: str, day: date, title: str | None, root: Path
) -> None:
    """Make a whole list."""
    _write_draft(root, new_list(load(root).catalog, address, kind, day, title or ""))


@new_group.command("amendment", help="新建一个补充版，写新增、调整、取消。")
@click.argument("address", metavar="街道/清单")
@click.option(
    "--effective", "day", callback=read_day, metavar="日期", help="施行日期，默认今天。"
)
@with_root
def new_amendment_command(address: str, day: date, root: Path) -> None:
    """Make an amendment."""
    examined = sound(root, day)
    _write_draft(root, new_amendment(examined.resolved, address, day))


def _write_draft(root: Path, draft: tuple[str, str]) -> None:
    path, text = draft
    write_new(root / path, text)
    click.echo(f"已新建 {path}。请按文件里的说明填写，然后运行 qingdan check。")
