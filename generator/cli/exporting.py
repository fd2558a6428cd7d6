"""`qingdan export`: lists and contacts as tables for Excel, Word and other programs."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli.exported import Exported, Wanted, find_wanted
from generator.cli.shared import CLEAN, PROBLEMS, sound, tell, with_day, with_root
from generator.problems import GeneratorError
from generator.publishing import write_bytes

_NEXT = "改好以后，用 qingdan import 把表格导入，就得到改动。"
_SHEETS = "一个文件里有几张工作表的，一次导入一张，加上 --sheet 工作表名。"

FORMS = ("xlsx", "docx", "csv", "json")


@click.command("export", help="把清单导出成 Excel、Word、CSV 表格或 JSON。")
@click.argument("address", metavar="清单|街道|all")
@with_root
@with_day
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="导出成哪一种文件；不写就看 --out 的结尾，再没有就是 xlsx。",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="文件或文件夹",
    help="放在哪里，默认 build/export。",
)
@click.option("--replace", is_flag=True, help="已经有内容不同的文件，也覆盖它。")
def export_command(
    *,
    address: str,
    root: Path,
    day: date,
    form: str | None,
    out: Path | None,
    replace: bool,
) -> None:
    """Export what was named."""
    chosen = _form(form, out)
    wanted = find_wanted(sound(root, day).resolved, address, day)
    for sentence in wanted.told:
        tell(sentence)
    made = list(_placed(wanted, chosen, root, out))
    if not made:
        tell("没有可以导出的清单。")
        sys.exit(PROBLEMS)
    _refuse_other(made, replace=replace)
    for path, exported in made:
        is_same = path.is_file() and path.read_bytes() == exported.content
        if not is_same:
            write_bytes(path, exported.content)
        click.echo(f"{'没有变化' if is_same else '已导出'} {path}：{exported.about}")
    if chosen != "json":
        tell(_NEXT)
    if chosen == "xlsx" and wanted.is_whole:
        tell(_SHEETS)
    sys.exit(CLEAN)


def _form(form: str | None, out: Path | None) -> str:
    """The form that was asked for, or that the name of the file tells."""
    named = out.suffix.lower().removeprefix(".") if out else ""
    if form and named in FORMS and named != form:
        message = f"--out 的结尾是 .{named}，--format 却是 {form}，请改成一样的。"
        raise click.BadParameter(message)
    return form or (named if named in FORMS else FORMS[0])


def _placed(
    wanted: Wanted, form: str, root: Path, out: Path | None
) -> Sequence[tuple[Path, Exported]]:
    """Each file with the place it goes to: one file may be given its name."""
    files = list(wanted.files(form))
    if out and len(files) == 1 and out.suffix.lower() == f".{form}":
        return [(out, files[0])]
    folder = out or root / "build" / "export"
    return [(folder / exported.path, exported) for exported in files]


def _refuse_other(made: Sequence[tuple[Path, Exported]], *, replace: bool) -> None:
    """Refuse to replace a file that differs: somebody may have edited it."""
    for path, exported in made:
        if path.is_dir():
            message = f"“{path}”是一个文件夹，请用 --out 换一个名字。"
            raise GeneratorError(message)
        if path.exists() and path.read_bytes() != exported.content and not replace:
            message = (
                f"“{path}”已经存在，内容不同，里面可能有您的改动，没有覆盖它。"
                "请用 --out 换一个地方，或者确认不要了，加上 --replace。"
            )
            raise GeneratorError(message)
