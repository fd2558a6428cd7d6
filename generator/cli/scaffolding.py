"""`qingdan ci` and `qingdan init`: what a content repository needs around its content."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.authoring.code_owners import check_owners
from generator.authoring.district_files import District, district_files
from generator.authoring.forge_files import forge_files, is_generated
from generator.authoring.schema import schema_files
from generator.cli.asking import Question, answers
from generator.cli.shared import PROBLEMS, print_problems, read_day, tell, with_root
from generator.loading.config import settings_without_config
from generator.loading.load import load
from generator.model.lists import Catalog
from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.publishing import write_file, write_new
from generator.settings import REPOSITORY_FORGES
from generator.site_model.pinyin import pinyin

_COMMIT = (
    "请提交到仓库。以后改了 site_config.yml 里的审核人（owners）或分支，再运行一次。"
)
_NEXT = """\
接着在这个文件夹里一条一条运行：
  git init --initial-branch main
  git add .
  git commit -m 建立清单
  qingdan check
  qingdan build
文件里写着“示例”的地方，请换成真实的内容；怎样填写见 content/README.md。"""
_SHOWN = 3

_forges = click.Choice(REPOSITORY_FORGES)


@click.command("ci", help="写好代码平台的自动任务：检查、说明、预览、审核人、发布。")
@click.option(
    "--forge",
    type=_forges,
    help="代码平台；不写就按 site_config.yml 里的 repository。",
)
@click.option("--replace", is_flag=True, help="手工改过的文件也换成新写的。")
@with_root
def ci_command(forge: str | None, root: Path, *, replace: bool) -> None:
    """Write what a forge runs and shows; what was changed by hand stays."""
    loaded = load(root)
    settings, repository = loaded.settings, loaded.settings.repository
    wrong = tuple(p for p in loaded.problems if p.is_error and _is_config(p.place.path))
    if wrong:
        print_problems(wrong, root)
        sys.exit(PROBLEMS)
    if not forge and not repository:
        message = "请用 --forge 写明代码平台，例如 --forge gitlab。"
        raise click.BadParameter(message)
    check_owners(settings.owners, loaded.catalog, lambda p: (root / p).exists())
    chosen = forge or (repository.forge if repository else "")
    for file in forge_files(chosen, settings, loaded.catalog):
        _write(root / file.path, file, replace=replace)
    tell(_COMMIT)


def _is_config(path: str) -> bool:
    return path == "site_config.yml"


def _write(path: Path, file: OutputFile, *, replace: bool) -> None:
    """Write one file, unless somebody has changed it."""
    old = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else None
    if old == file.content:
        click.echo(f"没有变化 {file.path}")
    elif old is None or replace or is_generated(old):
        write_file(path, file.content.decode())
        click.echo(f"已写 {file.path}")
    else:
        click.echo(f"没有动 {file.path}：它和新写的不同；要换成新写的，加 --replace。")


@click.command("init", help="为一个区县新建放清单的文件夹，里面的文件可以直接提交。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--district", metavar="区县", help="例如 某市某区。")
@click.option("--name", metavar="名称", help="网站名称，默认“区县街道职责清单”。")
@click.option("--office-name", metavar="名称", help="第一个街道，例如 红光街道。")
@click.option("--office", metavar="街道编号", help="默认用街道名称的拼音。")
@click.option("--kind", metavar="类型", help="第一份清单的类型，默认 service。")
@click.option("--forge", type=_forges, help="代码平台；不写就不写自动任务。")
@click.option("--yes", is_flag=True, help="不提问，没有写的用默认值。")
@click.option(
    "--effective",
    "day",
    callback=read_day,
    metavar="日期",
    help="第一份清单的施行日期，默认今天。",
)
def init_command(folder: Path, day: date, *, yes: bool, **given: str | None) -> None:
    """Make a district's repository; nothing that is there is replaced."""
    settings = settings_without_config()
    kinds = settings.kinds
    answered = answers(_questions(tuple(kinds)), given, may_ask=not yes)
    if answered["kind"] not in kinds:
        message = f"没有清单类型“{answered['kind']}”，可以用：{'、'.join(kinds)}。"
        raise GeneratorError(message)
    asked = District(
        name=answered["name"],
        district=answered["district"],
        office=answered["office"],
        office_name=answered["office_name"],
        kind=kinds[answered["kind"]],
        forge=answered["forge"],
        today=day,
    )
    files = [*district_files(asked), *schema_files(settings)]
    if asked.forge:
        files += forge_files(asked.forge, settings, Catalog(kinds, {}, {}))
    _refuse_what_is_there(folder, files)
    for file in files:
        write_new(folder / file.path, file.content.decode())
    click.echo(f"已建好“{folder}”，{len(files)} 个文件。")
    tell(_NEXT)


def _questions(kinds: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        Question("district", "区县名称（例如 某市某区）"),
        Question("name", "网站名称", lambda a: f"{a['district']}街道职责清单"),
        Question("office_name", "第一个街道的名称（例如 红光街道）"),
        Question(
            "office",
            "街道编号（小写拼音，就是网址，以后不能改）",
            lambda a: _id_of(a["office_name"]),
        ),
        Question("kind", "第一份清单的类型", lambda _: "service", kinds),
        Question(
            "forge",
            "代码平台，没有就直接回车",
            lambda _: "",
            ("", *REPOSITORY_FORGES),
        ),
    )


def _id_of(name: str) -> str:
    """Suggest an id for an office: the pinyin of its name without the word for street."""
    bare = name
    for ending in ("办事处", "街道", "镇", "乡"):
        bare = bare.removesuffix(ending) or bare
    return "".join(c for c in pinyin(bare) if c.isascii() and c.isalnum()) or "jiedao"


def _refuse_what_is_there(folder: Path, files: Iterable[OutputFile]) -> None:
    """Stop before anything is written where a file has a name that will be needed."""
    if folder.exists() and not folder.is_dir():
        message = f"“{folder}”是一个文件，不是文件夹。请换一个名字。"
        raise GeneratorError(message)
    there = [file.path for file in files if (folder / file.path).exists()]
    if there:
        more = f"等 {len(there)} 个文件" if len(there) > _SHOWN else ""
        message = (
            f"“{folder}”里已经有 {'、'.join(there[:_SHOWN])}{more}，没有动它们。"
            "请换一个空文件夹。"
        )
        raise GeneratorError(message)
