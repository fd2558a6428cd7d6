"""What the commands share: the clock, the options, printing problems."""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from generator.cli.reporting import as_text, summary
from generator.pipeline import Examined, examine
from generator.problems import Problem

CLEAN, PROBLEMS, USAGE = 0, 1, 2
_CHINA = timedelta(hours=8)


def today_in_china() -> date:
    """Ask the clock for the day in China, whatever zone the machine is in."""
    return (datetime.now(UTC) + _CHINA).date()


def read_day(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> date:
    """Read a day given by option, or today."""
    if value is None:
        return today_in_china()
    try:
        # Python reads 20260101 and 2026-W01-1 as dates too; one form is enough.
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        message = f"“{value}”不是日期，请写成 2026-01-01。"
        raise click.BadParameter(message) from error


folder = click.Path(path_type=Path, file_okay=False)
with_root = click.option(
    "--root",
    type=folder,
    metavar="文件夹",
    default=Path(),
    show_default="当前文件夹",
    help="有 site_config.yml 的文件夹。",
)
with_day = click.option(
    "--on", "day", callback=read_day, metavar="日期", help="按哪一天的清单，默认今天。"
)

with_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="怎样显示。",
)


def sound(root: Path, day: date) -> Examined:
    """Examine a tree and stop where it has errors."""
    examined = examine(root, day)
    if examined.has_errors:
        print_problems(tuple(p for p in examined.problems if p.is_error), root)
        click.echo(summary(examined.problems, "请先改正"), err=True)
        sys.exit(PROBLEMS)
    return examined


def print_problems(problems: tuple[Problem, ...], root: Path) -> None:
    """Print problems to standard error, with their lines and the way out."""
    for block in as_text(problems, root):
        click.echo(block, err=True)


def tell(sentence: str) -> None:
    """Say something that is not the result."""
    click.echo(sentence, err=True)
