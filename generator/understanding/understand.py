"""Understand a table (识别): which table, which columns, which rows, what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.kinds import Kind
from generator.problems import GeneratorError
from generator.settings import Settings
from generator.tables.grid import Grid
from generator.understanding.above import read_above, read_below
from generator.understanding.categories import name_categories
from generator.understanding.columns import (
    OTHER,
    SUBTITLE,
    Placed,
    examples,
    place_columns,
)
from generator.understanding.compounds import divide_columns
from generator.understanding.dittos import undo_dittos
from generator.understanding.filling import Body, fill_groups, sort_rows
from generator.understanding.fitting import Told
from generator.understanding.framing import Frame, frame_of
from generator.understanding.layout import tell_empty, tell_layout
from generator.understanding.people import tell_people, with_people
from generator.understanding.picking import Picked, pick
from generator.understanding.placeholders import drop_placeholders
from generator.understanding.regions import Line, Region
from generator.understanding.rows import read_row
from generator.understanding.tick_columns import join_ticks
from generator.understanding.understood import (
    CellPlace,
    Column,
    Heading,
    Subject,
    Understood,
)

_GROUPED = {
    **dict.fromkeys(("category", "office", "office_code"), 1),
    **dict.fromkeys(("power_type", "lead_department", "original_department"), 2),
    "receiving_department": 2,
}
"""Fields that are written once for a group of rows, and how many rows that takes."""


def understand(
    grids: tuple[Grid, ...], settings: Settings, *, kind: str = "", sheet: str = ""
) -> Understood:
    """Read the table (表格) of a file that says most.

    `kind` and `sheet` name the kind of list and the table where they are known.
    Raises GeneratorError where no table can be read, or a name is unknown.
    """
    if kind and kind not in settings.kinds:
        known = "、".join(settings.kinds)
        message = f"没有“{kind}”这个清单类型；可以写：{known}。"
        raise GeneratorError(message)
    return _read(pick(grids, settings, kind=kind, sheet=sheet), settings, kind)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table laid out: its columns with their places, its rows that are items."""

    placed: tuple[Placed, ...]
    body: Body
    lines: tuple[Line, ...]
    groups: tuple[int, ...]


def _read(picked: Picked, settings: Settings, kind: str) -> Understood:
    region, ticked = join_ticks(picked.region)
    region, divided = divide_columns(region, settings)
    frame = frame_of(region, settings, kind)
    laid = _lay_out(region, frame)
    told = Told()
    lines = undo_dittos(laid.lines, laid.placed, told)
    start = CellPlace(region.sheet, region.start, "")
    if frame.subject is Subject.ITEMS:
        lines = drop_placeholders(lines, laid.placed, start, told)
        lines = name_categories(lines, laid.placed, start, told)
    tell_layout(region, laid.body, laid.placed, laid.groups, told)
    if frame.subject is not Subject.UNKNOWN:
        tell_empty(laid.placed, region, told)
        first = lines[0].number if lines else region.start
        tell_people(laid.placed, region.sheet, first, told)
    for heading in ticked:
        place = replace(start, heading=heading)
        told.repair(place, "几列打勾", "写成一列", "把打勾的列名写在一起")
    for heading, parts in divided:
        place = replace(start, heading=heading)
        after = "、".join(f"“{part}”" for part in parts)
        told.repair(place, "一栏里写着几样", after, "一栏拆成几栏")
    for sentence in (*picked.said, *frame.said):
        told.remark(start, sentence)
    rows = tuple(
        read_row(line, section, laid.placed, frame.fields, told)
        for line, section in zip(lines, laid.body.sections, strict=True)
    )
    return Understood(
        sheet=region.sheet,
        subject=frame.subject,
        kind=frame.kind,
        why_kind=frame.why,
        heading=_heading(region, laid.body, picked.notice),
        columns=tuple(_columns(laid.placed, laid.lines)),
        rows=rows,
        repairs=tuple(told.repairs),
        remarks=tuple(told.remarks),
        missing=_missing(frame.kind, laid.placed),
        left=picked.left,
    )


def _lay_out(region: Region, frame: Frame) -> _Laid:
    cells = [
        [line.texts[i] for line in region.lines] for i in range(len(region.headings))
    ]
    placed = with_people(
        place_columns(region.headings, cells, frame.names, frame.fields), cells
    )
    by_field = {c.field: c.index for c in placed}
    names = ("title", SUBTITLE) if frame.subject is Subject.ITEMS else ("name",)
    titles = [by_field[name] for name in names if name in by_field]
    # In our own export a row is an item, and a blank cell a blank value.
    is_items = frame.subject is Subject.ITEMS
    body = sort_rows(
        region.lines,
        titles if is_items else (),
        by_field.get("number", -1),
        joins="id" not in by_field,
    )
    grouped = {
        c.index: _GROUPED[c.field]
        for c in placed
        if c.field in _GROUPED and c.index not in region.merged and "id" not in by_field
    }
    lines, groups = fill_groups(body, grouped)
    return _Laid(placed, body, lines, groups)


def _heading(region: Region, body: Body, notice: Sequence[str]) -> Heading:
    """What stands above the table, else below it, else in the notice before it."""
    asides = [" ".join(line.texts) for line, _ in body.asides]
    heading = read_below(read_above(region.above), (*asides, *region.below))
    return replace(read_below(heading, notice), total=heading.total)


def _columns(placed: Sequence[Placed], lines: Sequence[Line]) -> list[Column]:
    found = []
    for column in placed:
        if not column.heading and not column.filled:
            continue
        field = {OTHER: "", SUBTITLE: "title"}.get(column.field, column.field)
        how = column.how if column.filled else f"{column.how}；整列是空的"
        texts = [line.texts[column.index] for line in lines]
        found.append(Column(column.index, column.heading, field, how, examples(texts)))
    return found


def _missing(kind: Kind | None, placed: Sequence[Placed]) -> tuple[str, ...]:
    if kind is None:
        return ()
    have = {c.field for c in placed}
    return tuple(name for name in kind.expects if name not in have)
