"""What happens to rows, columns and sheets: merged, moved, repeated, empty, signed."""

from dataclasses import replace

from tests.ugly import Cell, Cells, Mark, Table, merged_down, put


def merged_categories(table: Table, _seed: int) -> Table:
    """Merge the cells of a category (合并的大类)."""
    return merged_down(table, "category")


def merged_units(table: Table, _seed: int) -> Table:
    """Merge identical cells of the unit column."""
    return merged_down(table, "unit")


def blank_rows(table: Table, seed: int) -> Table:
    """Leave empty rows between the matters."""
    rows: list[Cells] = []
    for index, row in enumerate(table.rows):
        if index % (2 + seed % 4) == 1:
            rows.append(table.before(index))
        rows.append(row)
    return replace(table, rows=tuple(rows), hidden=frozenset())


def blank_columns(table: Table, seed: int) -> Table:
    """Leave an empty column, before the table or inside of it."""
    return _column(table, "", seed % (table.width + 1))


def empty_column(table: Table, seed: int) -> Table:
    """Keep a column that nobody fills (空列照留)."""
    heading = ("项目编码", "备注", "子项")[seed % 3]
    if any(heading in line for line in table.headings):
        return table
    return _column(table, heading, table.width)


def _column(table: Table, heading: str, at: int) -> Table:
    def wider(row: Cells, cell: Cell) -> Cells:
        return (*row[:at], cell, *row[at:])

    def filler(row: Cells) -> Cell:
        inside = at < len(row) and row[at] is Mark.LEFT
        return Mark.LEFT if inside else ""

    below = [heading, *[Mark.UP if heading else ""] * (len(table.headings) - 1)]
    heads = (
        wider(row, Mark.LEFT if filler(row) is Mark.LEFT else cell)
        for row, cell in zip(table.headings, below, strict=True)
    )
    return replace(
        table,
        fields=(*table.fields[:at], "", *table.fields[at:]),
        headings=tuple(heads),
        rows=tuple(wider(row, filler(row)) for row in table.rows),
        below=tuple(wider(row, filler(row)) for row in table.below),
    )


def repeated_header(table: Table, _seed: int) -> Table:
    """Repeat the heading in the middle, as a printed table does on each page."""
    middle = len(table.rows) // 2
    if any(cell is Mark.UP for cell in table.rows[middle]):
        return table
    rows = (*table.rows[:middle], *table.headings, *table.rows[middle:])
    return replace(table, rows=rows, hidden=frozenset())


def sum_row(table: Table, seed: int) -> Table:
    """End with a sum (合计) and a remark (注：)."""
    count = sum(1 for row in table.rows if _is_matter(table, row))
    word = ("合计", "总计", "合 计", "小计")[seed % 4]
    total = put(put(table.blank(), 0, word), 1, f"{count}项")
    note = (f"注：本表共{count}项，由红光街道办事处负责解释。", *_across(table))
    return replace(table, below=(*table.below, total, note))


def signatures(table: Table, _seed: int) -> Table:
    """End with the line for signatures and the day the table was filled in."""
    line = ("填表人：\u3000\u3000\u3000审核人：\u3000\u3000\u3000", *_across(table))
    day = put(table.blank(), table.width - 1, "填报日期：2026年1月1日")
    return replace(table, below=(*table.below, table.blank(), line, day))


def reordered(table: Table, seed: int) -> Table:
    """Put the columns in another order; sections stay where they are first read."""
    if len(table.headings) > 1 or any(Mark.LEFT in row for row in table.rows):
        return table
    shift = 1 + seed % (table.width - 1)
    order = [*range(shift, table.width), *range(shift)]
    return replace(
        table,
        fields=tuple(table.fields[at] for at in order),
        headings=tuple(tuple(row[at] for at in order) for row in table.headings),
        rows=tuple(tuple(row[at] for at in order) for row in table.rows),
        below=tuple(_turned(row, order) for row in table.below),
    )


def _turned(row: Cells, order: list[int]) -> Cells:
    if Mark.LEFT in row:  # one line across stays one line across
        return row
    return tuple(row[at] for at in order)


def section_rows(table: Table, seed: int) -> Table:
    """Put the category into a row of its own, across the table (一、社会救助)."""
    column = table.column("category")
    if column is None or len(table.headings) > 1 or not _all_have(table, column):
        return table
    digits = "一二三四五六七八九十"
    rows: list[Cells] = []
    last: Cell = ""
    count = 0
    for row in table.rows:
        if row[column] not in (last, Mark.UP):
            last = row[column]
            number = digits[count] if count < len(digits) else str(count + 1)
            name = f"{number}、{last}" if seed % 2 else str(last)
            rows.append((name, *_across(table)[1:]))
            count += 1
        rows.append(_without(row, column))
    return replace(
        table,
        fields=tuple(f for at, f in enumerate(table.fields) if at != column),
        headings=tuple(_without(row, column) for row in table.headings),
        rows=tuple(rows),
        below=tuple(_without(row, column) for row in table.below),
        hidden=frozenset(),
    )


def _all_have(table: Table, column: int) -> bool:
    return all(row[column] not in ("", Mark.LEFT) for row in table.rows)


def cover_sheets(table: Table, seed: int) -> Table:
    """Put a cover and instructions before the sheet (封面、填表说明)."""
    cover = ("封面", ("红光街道事项清单", "2026年1月", "红光街道办事处"))
    rules = ("填表说明", ("1. 事项名称：填全称。", "2. 咨询电话：填座机。"))
    return replace(table, sheets=((cover,), (cover, rules), (rules,))[seed % 3])


def hidden_rows(table: Table, seed: int) -> Table:
    """Hide a row, as a filter leaves it; what it holds still counts."""
    return replace(table, hidden=frozenset({seed % len(table.rows)}))


def commented(table: Table, _seed: int) -> Table:
    """Leave a colleague's comment on a cell (批注)."""
    return replace(table, comment="请核对这一列")


def _across(table: Table) -> Cells:
    return (Mark.LEFT,) * (table.width - 1)


def _without(row: Cells, column: int) -> Cells:
    return (*row[:column], *row[column + 1 :])


def _is_matter(table: Table, row: Cells) -> bool:
    column = table.column("title")
    return column is not None and row[column] not in ("", Mark.LEFT)


LAYOUT = (
    section_rows,
    merged_categories,
    merged_units,
    reordered,
    blank_columns,
    empty_column,
    repeated_header,
    blank_rows,
    hidden_rows,
    commented,
    cover_sheets,
    sum_row,
    signatures,
)
