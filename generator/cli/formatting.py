"""`qingdan fmt`: content files in one form, so that only real changes differ."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.authoring.canonical import formatted
from generator.authoring.canonical_orders import order_of
from generator.cli.shared import CLEAN, PROBLEMS, tell, with_root
from generator.loading.config import read_settings, settings_without_config
from generator.loading.encoding import decode_text
from generator.loading.reading import Reading
from generator.loading.sources import SourceFile, Sources, read_sources
from generator.loading.versions import kind_stated
from generator.loading.yaml_source import parse
from generator.problems import GeneratorError
from generator.publishing import write_file
from generator.settings import Settings


@click.command("fmt", help="把内容文件整理成统一的次序和缩进，不改内容和注释。")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[文件]…")
@click.option("--check", is_flag=True, help="只看哪些文件会变，不改动它们。")
@with_root
def fmt_command(files: tuple[Path, ...], root: Path, *, check: bool) -> None:
    """Format the named files, or all."""
    sources = read_sources(root)
    chosen = list(_chosen(root, sources, files))
    kinds = _settings(sources.config).kinds
    stated = _stated_kinds(sources, {_folder(source) for source in chosen})
    changed = left = 0
    for source in chosen:
        order = order_of(source.path, kinds, stated.get(_folder(source), ""))
        made = formatted(source.path, source.data, order)
        if made.left_alone:
            left += 1
            tell(f"{source.path}: {made.left_alone}")
        elif made.text.encode() != source.data:
            changed += 1
            if not check:
                write_file(root / source.path, made.text)
            click.echo(f"{'会整理' if check else '已整理'} {source.path}")
    tell(_summary(changed, left, len(chosen), check=check))
    sys.exit(PROBLEMS if check and changed else CLEAN)


def _summary(changed: int, left: int, files: int, *, check: bool) -> str:
    parts = [f"看了 {files} 个文件"]
    if changed:
        end = "个要整理，请运行 qingdan fmt" if check else "个整理好了，内容没有变"
        parts.append(f"{changed} {end}")
    elif not left:
        parts.append("没有要整理的")
    if left:
        parts.append(f"{left} 个没有整理")
    return "，".join(parts) + "。"


def _chosen(
    root: Path, sources: Sources, files: tuple[Path, ...]
) -> Iterator[SourceFile]:
    """Yield the content files that were named, a folder being all below it; or all."""
    single = (sources.config, sources.words, sources.corrections)
    known = [*(s for s in single if s), *sources.offices, *sources.lists]
    if not files:
        yield from known
        return
    named = [_below(root, file) for file in files]
    for path, file in zip(named, files, strict=True):
        if not any(_is_in(source.path, path) for source in known):
            message = f"“{file}”不是这个网站的清单、街道文件或设置，请核对文件名。"
            raise GeneratorError(message)
    yield from (s for s in known if any(_is_in(s.path, path) for path in named))


def _below(root: Path, file: Path) -> str:
    """Give the path of a file below the root; as it was typed where it is elsewhere."""
    whole, top = file.resolve(), root.resolve()
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else str(file)


def _is_in(path: str, named: str) -> bool:
    return named in {path, "."} or path.startswith(f"{named}/")


def _settings(config: SourceFile) -> Settings:
    text = decode_text(config, [])
    root = parse(config.path, text, []).root if text else None
    read = read_settings(Reading(config.path, [], {}), root) if root else None
    return read or settings_without_config()


def _stated_kinds(sources: Sources, folders: set[str]) -> dict[str, str]:
    """Look up the kind that each list states; its amendments do not repeat it."""
    kinds: dict[str, str] = {}
    for source in sources.lists:
        folder = _folder(source)
        if folder in folders and not kinds.get(folder):
            text = decode_text(source, [])
            kinds[folder] = (
                kind_stated(parse(source.path, text, []).root) if text else ""
            )
    return kinds


def _folder(source: SourceFile) -> str:
    return source.path.rpartition("/")[0]
