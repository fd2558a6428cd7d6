"""Tables of contacts and communities to office files (街道文件): texts, edits, words."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from generator.importing.offices.by_street import Wanted, by_street
from generator.importing.offices.communities import put_communities
from generator.importing.offices.contact_rows import (
    PHONE_FIELDS,
    ContactRow,
    contact_rows,
)
from generator.importing.offices.contacts import put_contacts, say_absent
from generator.importing.offices.district import across_streets
from generator.importing.offices.draft import Draft, Edit
from generator.importing.offices.edit import new_text, rewrite
from generator.importing.offices.lines import ordered
from generator.importing.offices.streets import Street, street_of
from generator.importing.offices.tree import line_of, read_tree
from generator.model.records import OFFICE
from generator.understanding.understood import CellPlace, Remark, Subject, Understood

_HEAD = (
    "# yaml-language-server: $schema=../schema/office.schema.json",
    "# 街道文件。联系方式变了，直接改这个文件，不用发通知。",
    "# 姓名公开方式（names）：full 全名；surname 姓加职务；post 只显示职务。",
)


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """An office file as it will be; `is_new` where there was none.

    `cells` maps 1-based lines of `text` to the cell of the table that each is from.
    """

    path: str
    name: str
    text: str
    edits: tuple[Edit, ...]
    cells: Mapping[int, CellPlace]
    is_new: bool


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    """The files that change, the streets that stay as they are, and what is to be said."""

    changed: tuple[OfficeFile, ...]
    unchanged: tuple[str, ...]
    remarks: tuple[Remark, ...]


def offices_from(
    understood: Understood, files: Mapping[str, str], wanted: Wanted
) -> OfficeFiles:
    """Put a table of contacts or communities into the office files.

    `files` maps paths such as content/offices/hongguang.yml to the texts of all that
    there are. Existing files change only where the table says something else.
    """
    remarks: list[Remark] = []
    streets = _read(files, remarks, understood.sheet)
    rows, personal = contact_rows(understood)
    remarks += personal
    grouped = by_street(rows, streets, wanted, remarks)
    if understood.subject is Subject.COMMUNITIES:
        grouped = across_streets(grouped, streets, remarks)
    changed: list[OfficeFile] = []
    unchanged: list[str] = []
    for street, own in grouped:
        draft = _draft(street)
        _fill(draft, own, understood, street)
        remarks += draft.remarks
        file = _file(street, draft)
        if file:
            changed.append(file)
        else:
            unchanged.append(street.name)
    return OfficeFiles(tuple(changed), tuple(unchanged), tuple(remarks))


def _read(
    files: Mapping[str, str], remarks: list[Remark], sheet: str
) -> dict[str, Street]:
    """The streets by path; a file with mistakes of syntax is said and left alone."""
    streets: dict[str, Street] = {}
    for path, text in sorted(files.items()):
        tree, problem = read_tree(path, text)
        if tree is not None:
            streets[path] = street_of(path, text, tree)
        elif problem is not None:
            remarks.append(
                Remark(
                    CellPlace(sheet, 0, ""),
                    f"{path} 第 {problem.place.line} 行有错误，不能在里面改：{problem.sentence}",
                    f"{problem.cure}改好以后再导入。",
                )
            )
    return streets


def _draft(street: Street) -> Draft:
    return Draft(deepcopy(dict(street.plain)))


def _fill(
    draft: Draft, rows: list[ContactRow], understood: Understood, street: Street
) -> None:
    """Put the rows into the draft; our own export has ids, so it is whole."""
    columns = {column.field for column in understood.columns}
    code = next((code for row in rows if (code := row.text("office_code"))), "")
    if code and not draft.plain.get("code"):
        draft.put(("code",), code, rows[0].place("office_code"), "街道代码")
    if understood.subject is Subject.COMMUNITIES:
        put_communities(draft, rows, is_whole={"code", "also", "grids"} <= columns)
        return
    put_contacts(draft, rows, street.names(), is_whole="id" in columns)
    if columns & {*PHONE_FIELDS, "place"}:
        say_absent(draft, CellPlace(understood.sheet, rows[-1].number, ""))


def _file(street: Street, draft: Draft) -> OfficeFile | None:
    """The file as it will be, None where nothing changes."""
    if not draft.edits:
        return None
    if street.tree is None:
        text = new_text(ordered(draft.plain, OFFICE), _HEAD)
    else:
        text = rewrite(street.text, street.tree, draft.plain, OFFICE)
    tree, _ = read_tree(street.path, text)
    cells = {
        line: place
        for path, place in draft.seen.items()
        if tree is not None and (line := line_of(tree, path))
    }
    return OfficeFile(
        street.path,
        street.name,
        text,
        tuple(draft.edits),
        cells,
        is_new=street.tree is None,
    )
