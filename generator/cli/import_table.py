"""Open a table, find out what it is about and whose it is, and import it there."""

from datetime import date
from pathlib import Path

from generator.cli.import_answers import pick_owner, say
from generator.cli.import_list import import_list, stop
from generator.cli.import_office import OFFICE_SUBJECTS, import_offices, read_sheet
from generator.cli.import_wish import Wish
from generator.cli.shared import sound
from generator.importing.targets import choose_list, titled
from generator.importing.telling import told_understood
from generator.model.lists import STANDARD, ListKey
from generator.pipeline import Examined
from generator.problems import GeneratorError
from generator.settings import Settings
from generator.tables import open_tables
from generator.tables.grid import Grid
from generator.understanding.understand import understand
from generator.understanding.understood import Understood

LARGEST = 50_000_000
"""Bytes of a file that is read at all."""


def import_table(wish: Wish, today: date) -> int:
    """Read the table, find out what it is about, and import it there; the exit code."""
    examined = sound(wish.root, today)
    settings = examined.loaded.settings
    grids = open_tables(wish.file.name, _read(wish.file))
    understood = understand(grids, settings, kind=wish.kind, sheet=wish.sheet)
    if understood.subject in OFFICE_SUBJECTS:
        tables = _of_offices(wish, grids, settings, understood)
        for table in tables:
            say(told_understood(table, wish.file.name, verbose=wish.verbose))
        return import_offices(wish, examined, tables, today)
    if understood.kind is None:
        say(told_understood(understood, wish.file.name, verbose=wish.verbose))
        return stop(
            f"这张表不是清单：{understood.why_kind}"
            "若它是清单，请用 --kind 写明类型；若在别的工作表里，请用 --sheet 写明。"
        )
    owner = pick_owner(
        examined.resolved, wish.office, understood.heading, ask=not wish.yes
    )
    key = _list_of(wish, examined, understood, owner, today)
    kind = _kind_of(wish, examined, understood.kind.id, key)
    if kind != understood.kind.id:
        understood = understand(grids, settings, kind=kind, sheet=wish.sheet)
    say(told_understood(understood, wish.file.name, verbose=wish.verbose))
    if not understood.rows:
        return stop(
            "表里一项也没有：表头下面没有事项。请核对是不是选错了工作表，"
            "用 --sheet 可以写明读哪一个。"
        )
    return import_list(wish, examined, understood, key, today)


def _of_offices(
    wish: Wish, grids: tuple[Grid, ...], settings: Settings, first: Understood
) -> list[Understood]:
    """All tables of a file that are about offices, one for each sheet."""
    if wish.sheet:
        return [first]
    names = dict.fromkeys(grid.name for grid in grids)
    read = (read_sheet(grids, settings, name) for name in names)
    return [one for one in read if one and one.subject in OFFICE_SUBJECTS] or [first]


def _read(path: Path) -> bytes:
    """Read the file; GeneratorError where it is missing, too big or refused."""
    try:
        if path.stat().st_size > LARGEST:
            message = f"“{path.name}”太大（超过 50 MB），多半不是一张清单。"
            raise GeneratorError(message)
        return path.read_bytes()
    except OSError as error:
        why = "没有这个文件" if isinstance(error, FileNotFoundError) else "打不开"
        message = f"{why}：“{path.name}”。请核对文件名和文件夹，并先在 Excel 里关闭它。"
        raise GeneratorError(message) from error


def _list_of(
    wish: Wish, examined: Examined, understood: Understood, owner: str, today: date
) -> ListKey:
    """The list that the table is for: as given, else by its title, else by its kind."""
    title = understood.heading.title
    exact = titled(examined.resolved, owner, title, today)
    if wish.list_id:
        return _given_list(examined, ListKey(owner, wish.list_id), exact)
    exact = exact if not wish.kind else None
    kind = understood.kind.id if understood.kind else ""
    return exact or choose_list(examined.resolved, owner, kind, title, today)


def _given_list(examined: Examined, key: ListKey, exact: ListKey | None) -> ListKey:
    """The list that was given; a new one may not have the name of another."""
    resolved = examined.resolved
    if exact in {None, key} or key in {**resolved.lists, **resolved.standards}:
        return key
    message = (
        f"没有清单“{key}”，而这张表的名称和清单 {exact} 的一样。"
        f"请核对 --list；要另起一份清单，请先给表格换一个名称。"
    )
    raise GeneratorError(message)


def _kind_of(wish: Wish, examined: Examined, guessed: str, key: ListKey) -> str:
    """The kind of the list where it is known, else the one that the table looks like."""
    catalog = examined.resolved.catalog
    known = catalog.kind_of(key) or catalog.kind_of(ListKey(STANDARD, key.id))
    if known and wish.kind and wish.kind != known.id:
        message = (
            f"清单“{key}”是{known.label}（{known.id}），不是 {wish.kind}。"
            "请去掉 --kind，或用 --list 写明另一份清单。"
        )
        raise GeneratorError(message)
    return known.id if known else guessed
