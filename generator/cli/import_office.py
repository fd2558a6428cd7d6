"""Import tables of contacts and communities into office files (街道文件)."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from generator.cli.import_answers import confirmed, say
from generator.cli.import_check import new_problems
from generator.cli.import_wish import Wish
from generator.cli.shared import CLEAN, PROBLEMS
from generator.importing.offices.by_street import Wanted
from generator.importing.offices.files import OfficeFile, OfficeFiles, offices_from
from generator.importing.offices.telling import told_by_row, told_offices
from generator.importing.telling import told_remarks
from generator.loading.repository import read_working
from generator.pipeline import Examined
from generator.problems import GeneratorError, any_errors
from generator.publishing import write_file, write_new
from generator.settings import Settings
from generator.tables import Grid
from generator.understanding.understand import understand
from generator.understanding.understood import Subject, Understood

OFFICE_SUBJECTS = (Subject.CONTACTS, Subject.COMMUNITIES)
_NAMED = 3
_NOTHING_WRITTEN = "什么也没有写入。"


def read_sheet(
    grids: tuple[Grid, ...], settings: Settings, name: str
) -> Understood | None:
    """Understand one sheet; None where it holds no table."""
    with suppress(GeneratorError):
        return understand(grids, settings, sheet=name)
    return None


def import_offices(
    wish: Wish, examined: Examined, tables: Iterable[Understood], today: date
) -> int:
    """Put tables into office files, one after the other; gives the exit code."""
    offices = _all(wish, examined, tables)
    say(told_offices(offices, verbose=wish.verbose))
    if not offices.changed:
        lost = not offices.unchanged
        said = "一行也没有录入，" if lost else "没有改动：表格和街道文件说的一样，"
        say(("", f"{said}{_NOTHING_WRITTEN}"))
        return PROBLEMS if lost else CLEAN
    new = {file.path: file.text for file in offices.changed}
    problems = new_problems(examined, wish.root, new, today)
    if problems:
        say(("", f"检查发现 {len(problems)} 处"))
        told = told_by_row(problems, offices.changed)
        say(told_remarks(told, verbose=wish.verbose))
    if any_errors(problems):
        say(("", f"有错误，{_NOTHING_WRITTEN}请在表格里改好，再导入一次。"))
        return PROBLEMS
    if not confirmed(_named(list(new)), yes=wish.yes):
        return PROBLEMS
    _write(wish, offices.changed)
    return CLEAN


def _named(paths: list[str]) -> str:
    more = f" 等 {len(paths)} 个文件" if len(paths) > _NAMED else ""
    return "、".join(paths[:_NAMED]) + more


def _all(wish: Wish, examined: Examined, tables: Iterable[Understood]) -> OfficeFiles:
    """Put the tables in one after the other, each on what the last one left."""
    wanted = Wanted(_office_id(examined, wish.office), wish.name, wish.new_offices)
    files = _office_texts(wish)
    changed: dict[str, OfficeFile] = {}
    parts = []
    for table in tables:
        part = offices_from(table, files, wanted)
        parts.append(part)
        for file in part.changed:
            files[file.path] = file.text
            changed[file.path] = _joined(changed.get(file.path), file)
    names = {file.name for file in changed.values()}
    same = dict.fromkeys(n for p in parts for n in p.unchanged if n not in names)
    remarks = tuple(remark for part in parts for remark in part.remarks)
    return OfficeFiles(tuple(changed.values()), tuple(same), remarks)


def _office_id(examined: Examined, given: str) -> str:
    """The id of the street that --office names, by its id or its name."""
    offices = examined.loaded.catalog.offices.values()
    return next((o.id for o in offices if given in {o.name, o.full_name}), given)


def _joined(before: OfficeFile | None, after: OfficeFile) -> OfficeFile:
    """One file that two sheets changed; its lines are those of the last text."""
    if before is None:
        return after
    edits = (*before.edits, *after.edits)
    return replace(after, edits=edits, is_new=before.is_new)


def _office_texts(wish: Wish) -> dict[str, str]:
    """The office files of the folder as they are now, by path."""
    return {
        path: data.decode("utf-8-sig", errors="replace")
        for path, data in read_working(wish.root).items()
        if path.startswith("content/offices/") and path.endswith(".yml")
    }


def _write(wish: Wish, files: Iterable[OfficeFile]) -> None:
    for file in files:
        write = write_new if file.is_new else write_file
        write(wish.root / file.path, file.text)
        say((f"已写入 {file.path}。",))
    say(("联系方式是就地修改的，不用补充版；核对无误后提交，就会发布。",))
