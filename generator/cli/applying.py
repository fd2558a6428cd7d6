"""`qingdan apply`: a packet from the form 提出修改 becomes a file, and a commit."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.authoring.comparison import Comparison, Side
from generator.authoring.note_text import as_text
from generator.cli.shared import (
    PROBLEMS,
    print_problems,
    sound,
    tell,
    with_day,
    with_root,
)
from generator.history.between import between_trees
from generator.history.changes import NOT_RECORDED
from generator.history.recorded import edits_between
from generator.importing.packets import Packet, is_used, new_text, read_packet
from generator.loading.laid_trees import laid_tree
from generator.loading.repository import Standing, read_working, standing
from generator.loading.sources import LARGEST
from generator.pipeline import Examined, examine, plan_of
from generator.problems import GeneratorError
from generator.publishing import commit_files, is_changed, write_file, write_new

_HELD = (Standing.NO_COMMITS, Standing.SHALLOW, Standing.WHOLE)


@click.command(
    "apply", help="把“提出修改”下载的文件变成清单文件：先检查、给您看，再写入、提交。"
)
@click.argument(
    "packet", metavar="修改文件", type=click.Path(path_type=Path, dir_okay=False)
)
@with_root
@with_day
@click.option("--yes", is_flag=True, help="不再询问，检查通过就写入。")
@click.option(
    "--commit/--no-commit",
    default=True,
    show_default="提交",
    help="写入以后提不提交到 git。",
)
def apply_command(
    packet: Path, root: Path, day: date, *, yes: bool, commit: bool
) -> None:
    """Check a packet, show what it changes, write it and commit it."""
    given = read_packet(_bytes(packet))
    _refuse_links(root, given.path)
    current = _current(root, given.path)
    if is_used(given, current):
        _used(root, given, commit=commit)
        return
    examined = sound(root, day)
    text = new_text(given, examined.resolved, current)
    click.echo(_shown(root, given, text, day))
    if not yes and not _agreed():
        tell("没有改动任何文件。")
        return
    mixed = commit and current is not None and _waits(root, given.path)
    (write_file if given.origin is None else write_new)(root / given.path, text)
    click.echo(f"已写入 {given.path}。")
    if mixed:
        tell(
            "这个文件原来就有没提交的改动，不知道能不能一起提交，所以没有提交。"
            "请看过以后自己提交。"
        )
    elif commit:
        _commit(root, given)


def _agreed() -> bool:
    """Ask whether to write; where nobody can answer, say what to add."""
    try:
        return click.confirm("写入吗？", default=True)
    except click.Abort:
        tell("\n还没有写入：看过没有问题，请加 --yes 再运行一次。")
        sys.exit(PROBLEMS)


def _used(root: Path, packet: Packet, *, commit: bool) -> None:
    """Say that there is nothing to write; a commit that failed is made up for."""
    tell(f"这份修改已经用过了：{packet.path} 里就是它写的内容。")
    if commit and packet.origin and _waits(root, packet.path):
        _commit(root, packet)
    else:
        tell("没有改动任何文件。")


def _waits(root: Path, path: str) -> bool:
    """Tell whether a file has changes that wait for a commit."""
    return standing(root) in _HELD and is_changed(root, path)


def _bytes(packet: Path) -> bytes:
    try:
        with packet.open("rb") as file:
            return file.read(LARGEST + 1)  # it only has to be seen that it is too large
    except OSError as error:
        message = f"读不到“{packet}”。请检查文件名，或把附件先存到这台电脑上。"
        raise GeneratorError(message) from error


def _refuse_links(root: Path, path: str) -> None:
    """Refuse a way that leads through a link: it may end anywhere."""
    way = root
    for part in Path(path).parts:
        way /= part
        if way.is_symlink():
            message = f"{path} 的路上有快捷方式（链接），不写。没有改动任何文件。"
            raise GeneratorError(message)


def _current(root: Path, path: str) -> str | None:
    try:
        # Line ends stay as they are.
        return (root / path).read_bytes().decode()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        message = f"读不了 {path}。请先运行 qingdan check。没有改动任何文件。"
        raise GeneratorError(message) from error


def _shown(root: Path, packet: Packet, text: str, day: date) -> str:
    """Say what would change; ends the program where the tree would have errors."""
    before = read_working(root)
    after = {**before, packet.path: text.encode()}
    with laid_tree(after) as folder:
        examined = examine(folder, day)
        here = [p for p in examined.problems if p.place.path == packet.path]
        found = [p for p in examined.problems if p.is_error] or here
        print_problems(tuple(found), folder)
    if examined.has_errors:
        tell("照这样改，内容就有上面的错误，所以没有改动任何文件。请对方改好再发一份。")
        sys.exit(PROBLEMS)
    return as_text(_compared(root, examined, before, after, day))


def _compared(
    root: Path,
    examined: Examined,
    before: dict[str, bytes],
    after: dict[str, bytes],
    day: date,
) -> Comparison:
    edits = edits_between(before, after)
    return Comparison(
        plan_of(root, examined, day, NOT_RECORDED),
        Side("现在的文件", {"working": True}),
        Side("收到的修改", {"working": True}),
        tuple(between_trees(edits, examined.resolved, day)),
        tuple(edit.path for edit in edits if not edit.readable),
    )


def _commit(root: Path, packet: Packet) -> None:
    if standing(root) not in _HELD:
        tell("这个文件夹没有用 git 保存，没有提交。")
        return
    name = commit_files(root, (packet.path,), packet.summary or packet.path, packet.by)
    click.echo(f"已提交 {name}：{packet.summary or packet.path}")
