"""The commands of `qingdan`, in Chinese for the officials who type them."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

import generator
from generator.authoring.schema import schema_files
from generator.authoring.showing import as_json as shown_json
from generator.authoring.showing import as_text as shown_text
from generator.authoring.showing import find_shown
from generator.cli.applying import apply_command
from generator.cli.drafting import new_group
from generator.cli.evaluating import search_eval_command
from generator.cli.exporting import export_command
from generator.cli.forge_reports import REPORTS
from generator.cli.formatting import fmt_command
from generator.cli.history import diff_command, history_command
from generator.cli.importing import import_command
from generator.cli.printing import poster_command
from generator.cli.reporting import as_text, summary
from generator.cli.scaffolding import ci_command, init_command
from generator.cli.serving import headers_command
from generator.cli.shared import (
    CLEAN,
    PROBLEMS,
    USAGE,
    folder,
    print_problems,
    sound,
    tell,
    with_day,
    with_form,
    with_root,
)
from generator.cli.usage import explain, use_chinese_help
from generator.gate import gate, join, open_proposal
from generator.loading.load import load
from generator.pipeline import build, examine
from generator.problems import GeneratorError, any_errors
from generator.publishing import write_file


def main() -> None:
    """Run the command line; every failure of the machine ends in one sentence."""
    try:
        sys.exit(cli.main(standalone_mode=False) or CLEAN)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
    except click.UsageError as error:
        click.echo(explain(error), err=True)
    except GeneratorError as error:
        click.echo(f"错误: {error}", err=True)
    except click.Abort:
        click.echo("已停止。", err=True)
    sys.exit(USAGE)


@click.group(help="清单：把街道职责清单做成网站。")
@click.version_option(
    generator.__version__, prog_name="qingdan", message="%(prog)s %(version)s"
)
def cli() -> None:
    """Hold the commands together."""


@cli.command("build", help="检查内容并生成网站；有错误就不动原来的网站。")
@with_root
@with_day
@click.option(
    "--out", type=folder, metavar="文件夹", help="网站放在哪里，默认 build/site。"
)
@click.option(
    "--allow-shallow",
    is_flag=True,
    help="浅克隆也生成，页面写明没有登记时间。",
)
def build_command(
    root: Path, day: date, out: Path | None, *, allow_shallow: bool
) -> None:
    """Build the site."""
    started = time.monotonic()
    target = out or root / "build" / "site"
    report = _progress(started)
    built = build(root, target, day, report, tell, allow_shallow=allow_shallow)
    print_problems(built.problems, root)
    if built.refused:
        click.echo(f"错误: {built.refused}", err=True)
        sys.exit(PROBLEMS)
    if built.published is None:
        click.echo(summary(built.problems, "未生成网站，原来的网站没有改动"), err=True)
        sys.exit(PROBLEMS)
    done = built.published
    click.echo(summary(built.problems, "网站已生成"), err=True)
    click.echo(
        f"{target}：{done.files} 个文件，写入 {done.written} 个，"
        f"未变 {done.unchanged} 个，删去 {done.removed} 个，"
        f"{done.bytes / 1e6:.1f} MB，用时 {time.monotonic() - started:.1f} 秒。"
    )


@cli.command("check", help="只检查内容，不生成网站。")
@with_root
@with_day
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="问题怎样显示：文字、代码平台的标注、留言，或程序用的 JSON。",
)
@click.option("--strict", is_flag=True, help="有提醒也算不通过。")
@click.option(
    "--base",
    metavar="版本",
    help="再和 git 的这个版本对照，检查改动合不合规矩，例如 origin/main。",
)
def check_command(
    root: Path, day: date, form: str, base: str | None, *, strict: bool
) -> None:
    """Check the content, and what a change does to it."""
    examined = examine(root, day)
    problems = examined.problems
    if base is not None:
        settings = examined.loaded.settings
        proposal = open_proposal(root, base, examined.resolved, settings, day)
        problems = join(problems, gate(proposal))
    if form in REPORTS:
        click.echo(REPORTS[form](problems), nl=False)
    else:
        print_problems(problems, root)
        click.echo(summary(problems, "检查完毕"), err=True)
    failed = any_errors(problems) or (strict and bool(problems))
    sys.exit(PROBLEMS if failed else CLEAN)


@cli.command("serve", help="边改边看：保存后自动重新生成，网页自动刷新。")
@with_root
@with_day
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="端口",
    default=8000,
    show_default=True,
    help="本机端口，0 表示任选。",
)
def serve_command(root: Path, day: date, port: int) -> None:
    """Serve a live preview."""
    # Only this command watches files; the others start sooner without it.
    from generator.preview import Rebuilt, serve  # noqa: PLC0415 - as said above

    target = root / "build" / "preview"

    def rebuild() -> Rebuilt:
        built = build(root, target, day, lambda _: None, tell, allow_shallow=True)
        blocks = tuple(as_text(built.problems, root))
        return Rebuilt(problems=blocks, ok=built.published is not None)

    watched = [root / name for name in ("content", "theme", "site_config.yml")]
    serve(target, port, rebuild, [path for path in watched if path.exists()], _started)


@cli.command(
    "show", help="显示某街道某清单（或其中一项）在某一天的内容，注明每个字段的来源。"
)
@click.argument("address", metavar="街道/清单[/事项]")
@with_root
@with_day
@with_form
def show_command(address: str, root: Path, day: date, form: str) -> None:
    """Show a resolved list or item."""
    examined = sound(root, day)
    shown = find_shown(examined.resolved, address, day)
    click.echo(shown_json(shown) if form == "json" else shown_text(shown))


@cli.command("schema", help="按字段声明重写 content/schema/ 里的 JSON Schema。")
@with_root
def schema_command(root: Path) -> None:
    """Write the JSON Schemas for editors."""
    settings = load(root).settings
    for file in schema_files(settings):
        write_file(root / file.path, file.content.decode())
        click.echo(f"已写 {file.path}")


def _started(address: str) -> None:
    click.echo(f"预览地址 {address}（按 Ctrl-C 结束）", err=True)


def _progress(started: float) -> Callable[[int], None]:
    """Say how far it is, once a second, and only when it takes more than one."""
    said = [started]

    def report(files: int) -> None:
        now = time.monotonic()
        if now - said[0] >= 1:
            said[0] = now
            click.echo(f"已完成 {files} 个文件…", err=True)

    return report


cli.add_command(new_group)
cli.add_command(diff_command)
cli.add_command(history_command)
cli.add_command(search_eval_command)
cli.add_command(poster_command)
cli.add_command(headers_command)
cli.add_command(import_command)
cli.add_command(export_command)
cli.add_command(apply_command)
cli.add_command(ci_command)
cli.add_command(init_command)
cli.add_command(fmt_command)
use_chinese_help(cli)
