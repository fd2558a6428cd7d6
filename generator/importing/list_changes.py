"""What a table changes of a list, row by row, and what stands in the way (改动)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.gate.removal import FEWEST
from generator.importing.following_phone import following_phone
from generator.importing.formula_faults import without_failed
from generator.importing.ids import is_id, new_ids
from generator.importing.known import NOTHING_KNOWN, Known, known_ids
from generator.importing.matching import NEW, Unsure, match_rows
from generator.importing.persons import without_names
from generator.importing.revising import Changed, Setting, changes_of, fresh
from generator.importing.row_faults import row_faults
from generator.importing.targets import Target
from generator.importing.unit_ids import with_ids
from generator.model.fields import text_of
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedItem
from generator.understanding.understood import CellPlace, Plain, Remark, Row, Understood


@dataclass(frozen=True, slots=True)
class Added:
    """A new item: its values in order; `elsewhere` is the list that has it already."""

    row: Row
    item: str
    title: str
    values: Mapping[str, Plain]
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """An item of the list and what its row changes, nothing perhaps; `how` it was found."""

    row: Row
    item: ResolvedItem
    fields: tuple[Changed, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class ListChanges:
    """All that a table says about a list; `faults` stop it, as `unsure` rows do.

    `found` holds every row of an item in force, `rows` all rows, in their order.
    `origin` is the day of the earlier state that the table was printed from.
    """

    added: tuple[Added, ...]
    found: tuple[Revised, ...]
    gone: tuple[ResolvedItem, ...]
    unsure: tuple[Unsure, ...]
    faults: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    rows: tuple[Row, ...] = ()
    origin: date | None = None

    @property
    def revised(self) -> tuple[Revised, ...]:
        """Rows that change their item."""
        return tuple(row for row in self.found if row.fields)

    @property
    def is_empty(self) -> bool:
        """Tell that the table says what the list says."""
        return not (self.added or self.revised or self.gone)

    def removes_much(self, largest: int) -> bool:
        """Tell whether more than a percentage of the list goes, as the gate counts."""
        total = len(self.found) + len(self.gone)
        return len(self.gone) >= FEWEST and len(self.gone) * 100 > total * largest


def compare(
    understood: Understood,
    resolved: Resolved,
    target: Target,
    given: Mapping[int, str],
    *,
    in_part: bool = False,
) -> ListChanges:
    """Compare a table with the list in force on the target's day.

    `given` maps a row's number to an item's id or NEW; with `in_part` the table is
    only a part of the list, so that items without a row stay.
    """
    rows, remarks = without_failed(understood)
    office = resolved.catalog.offices.get(target.key.owner)
    named = [without_names(row, office, understood.sheet) for row in rows]
    rows = tuple(row for row, _ in named)
    remarks += [remark for _, said in named for remark in said]
    understood = replace(understood, rows=rows)
    items = target.current.items if target.current else {}
    _check_given(given, understood, items)
    fields = understood.kind.fields if understood.kind else {}
    setting = Setting(fields, office)
    made = match_rows(understood.rows, {i: r.fields for i, r in items.items()}, given)
    said = {(one.place.row, one.place.heading) for one in understood.remarks}
    found = []
    for n, item in sorted(made.found.items()):
        silent, how = _unreadable(rows[n], said), made.how.get(n, "")
        found.append(
            _found(understood, rows[n], items[item], setting, remarks, silent, how)
        )
    fresh_rows = [rows[n] for n in made.new if rows[n].cells.get("title")]
    # Every item of the district is looked at: not where nothing is new.
    known = known_ids(resolved, target.key) if fresh_rows else NOTHING_KNOWN
    added = tuple(_added(understood, fresh_rows, setting, known, items, remarks))
    gone = () if in_part else tuple(items[item] for item in made.gone)
    faults = tuple(row_faults(made, understood))
    return ListChanges(
        added, tuple(found), gone, tuple(made.unsure), faults, tuple(remarks), rows
    )


def _check_given(
    given: Mapping[int, str], understood: Understood, items: Mapping[str, object]
) -> None:
    """Refuse answers about rows or items that are not there."""
    numbers = {row.number for row in understood.rows}
    for number, item in given.items():
        if number not in numbers:
            message = f"--match 写了第 {number} 行，但这一行不是表里的事项。"
            raise GeneratorError(message)
        if item != NEW and item not in items:
            message = (
                f"--match {number}={item}：现行清单里没有编号“{item}”；"
                f"新增的事项写 {number}={NEW}。"
            )
            raise GeneratorError(message)


def _found(
    understood: Understood,
    row: Row,
    item: ResolvedItem,
    setting: Setting,
    remarks: list[Remark],
    silent: frozenset[str],
    how: str,
) -> Revised:
    unit = text_of(item.fields, "unit")
    placed = with_ids(row, setting.fields, setting.office, understood.sheet, unit)
    changed = tuple(changes_of(row, placed.values, item.fields, setting, silent))
    # Of what stood there before, nothing is to be said.
    about = {row.headings.get(name) for name in _told_of(changed)}
    remarks += [one for one in placed.remarks if one.place.heading in about]
    remarks += _nameless(row, item, understood.sheet)
    remarks += following_phone(row, item.fields, changed, setting, understood.sheet)
    return Revised(row, item, changed, how)


def _nameless(row: Row, item: ResolvedItem, sheet: str) -> Iterator[Remark]:
    """Say that an empty name changes nothing."""
    if row.cells.get("title") == "":
        yield Remark(
            CellPlace(sheet, row.number, row.headings.get("title", "")),
            f"名称是空的，按编号认作“{text_of(item.fields, 'title')}”，名称没有改。",
            "请把名称填上；若要取消这一项，请删去整行。",
        )


def _told_of(changed: tuple[Changed, ...]) -> set[str]:
    """The fields that changed; a post that is not known has gone to the note."""
    names = {change.field.name for change in changed}
    return names | {"post"} if "note" in names else names


def _unreadable(row: Row, said: Collection[tuple[int, str]]) -> frozenset[str]:
    """The fields of a row of whose empty cells something was said already."""
    return frozenset(
        name
        for name, heading in row.headings.items()
        if (row.number, heading) in said and not row.cells.get(name)
    )


def _added(
    understood: Understood,
    rows: list[Row],
    setting: Setting,
    known: Known,
    items: Mapping[str, ResolvedItem],
    remarks: list[Remark],
) -> Iterator[Added]:
    """Give the new rows their ids: their own, another list's, or one by sound."""
    own = [_own_id(row, known, items) for row in rows]
    open_rows = [row for row, item in zip(rows, own, strict=True) if not item]
    titles = [row.cells["title"] for row in open_rows]
    made = iter(new_ids(titles, {*items, *own}, known))
    for row, stated_id in zip(rows, own, strict=True):
        item = stated_id or next(made)
        placed = with_ids(row, setting.fields, setting.office, understood.sheet)
        remarks += placed.remarks
        stated = row.cells.get("id", "").strip()
        if stated and stated != item:
            heading = row.headings.get("id", "")
            place = CellPlace(understood.sheet, row.number, heading)
            said = (
                f"编号“{stated}”不能用（写法不对，或已是另一件事的），另起了“{item}”。"
            )
            remarks.append(Remark(place, said))
        where = known.where.get(item)
        values = fresh(placed.values, setting)
        yield Added(row, item, row.cells["title"], values, str(where or ""))


def _own_id(row: Row, known: Known, items: Mapping[str, ResolvedItem]) -> str:
    """The id that a row states, where it is free or has meant the same matter."""
    stated = row.cells.get("id", "").strip()
    if not is_id(stated) or stated in items:
        return ""
    titles = known.titles.get(stated)
    return stated if titles is None or row.cells["title"] in titles else ""
