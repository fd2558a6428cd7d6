"""`qingdan import`: a table that somebody keeps, to a file of the content."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.shared import with_day, with_root
from generator.model.records import REASONS


@click.command("import", help="把 Excel、Word、CSV 或网页里的表格变成内容文件。")
@click.argument("file", type=click.Path(path_type=Path), metavar="表格")
@with_root
@with_day
@click.option(
    "--office",
    default="",
    metavar="街道",
    help="哪个街道的表；标准清单写 standard。",
)
@click.option(
    "--list",
    "list_id",
    default="",
    metavar="清单",
    help="清单编号，例如 services；不写就看清单名称和类型。",
)
@click.option(
    "--kind",
    default="",
    metavar="类型",
    help="清单类型，例如 service；不写就看表格的列。",
)
@click.option("--sheet", default="", metavar="工作表", help="读哪个工作表。")
@click.option(
    "--effective", default="", metavar="日期", help="施行日期；不写就看表格的标题下面。"
)
@click.option(
    "--match",
    "matches",
    multiple=True,
    metavar="行=编号",
    help="第几行是原来的哪一项，例如 12=dibao-application；新增的写 12=new。",
)
@click.option(
    "--reason",
    type=click.Choice(REASONS),
    default="其他",
    show_default=True,
    metavar="理由",
    help=f"改动的理由：{'、'.join(REASONS)}。",
)
@click.option(
    "--confirm", default="", metavar="缘由", help="一次取消很多事项时，写明缘由。"
)
@click.option("--whole", is_flag=True, help="写成新的整版，不写补充版。")
@click.option(
    "--part", "in_part", is_flag=True, help="表格只是清单的一部分，没有列出的不取消。"
)
@click.option(
    "--new-offices", is_flag=True, help="社区、联系方式表里还没有的街道，都新建文件。"
)
@click.option("--name", default="", metavar="名称", help="新街道的名称。")
@click.option("--yes", is_flag=True, help="不再询问，没有错误就写入。")
@click.option("--verbose", is_flag=True, help="全部列出，不省略。")
def import_command(  # noqa: PLR0913 - one for everything that can be said
    *,
    file: Path,
    root: Path,
    day: date,
    office: str,
    list_id: str,
    kind: str,
    sheet: str,
    effective: str,
    matches: tuple[str, ...],
    reason: str,
    confirm: str,
    whole: bool,
    in_part: bool,
    new_offices: bool,
    name: str,
    yes: bool,
    verbose: bool,
) -> None:
    """Import a table."""
    # Only this command and `export` need the libraries that read tables.
    from generator.cli.import_answers import (  # noqa: PLC0415 - as said above
        read_day_given,
        read_matches,
    )
    from generator.cli.import_table import import_table  # noqa: PLC0415 - as said above
    from generator.cli.import_wish import Wish  # noqa: PLC0415 - as said above

    wish = Wish(
        file=file,
        root=root,
        office=office,
        list_id=list_id,
        kind=kind,
        sheet=sheet,
        effective=read_day_given(effective),
        reason=reason,
        matches=read_matches(matches),
        yes=yes,
        whole=whole,
        in_part=in_part,
        verbose=verbose,
        confirm=confirm,
        new_offices=new_offices,
        name=name,
    )
    sys.exit(import_table(wish, day))
