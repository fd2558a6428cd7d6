"""`qingdan new`: files for editors to fill in."""

from datetime import date
from pathlib import Path

import click

from generator.authoring.drafts import new_amendment, new_list, new_office
from generator.cli.shared import read_day, sound, with_root
from generator.loading.load import load
from generator.publishing import write_new


@click.group("new", help="新建街道、清单或补充版的文件，里面写好说明。")
def new_group() -> None:
    """Hold the commands that make new files."""


@new_group.command("office", help="新建一个街道的文件。")
@click.argument("office", metavar="街道编号")
@click.option("--name", required=True, metavar="名称", help="街道名称，例如 红光街道。")
@with_root
def new_office_command(office: str, name: str, root: Path) -> None:
    """Make an office file."""
    _write_draft(root, new_office(load(root).catalog, office, name))


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
