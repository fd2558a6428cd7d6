"""Rows that have to be mended before a table can be taken over (差错)."""

from collections.abc import Iterator

from generator.importing.matching import NEW, Matching
from generator.understanding.understood import CellPlace, Remark, Understood


def row_faults(made: Matching, understood: Understood) -> Iterator[Remark]:
    """Tell of items that two rows have, and of rows without a title."""
    yield from _doubled(made, understood)
    yield from _untitled(made, understood)


def _doubled(made: Matching, understood: Understood) -> Iterator[Remark]:
    for first, second, item in made.twice:
        title = second.cells.get("title", "") or first.cells.get("title", "")
        which = f"（{item}）" if item else ""
        sentence = f"第 {first.number} 行和第 {second.number} 行都是“{title}”{which}。"
        if first.cells.get("title") != second.cells.get("title"):
            before = first.cells.get("title", "")
            sentence = (
                f"第 {first.number} 行“{before}”和第 {second.number} 行“{title}”"
                f"对上了同一项（{item}）。"
            )
        heading = second.headings.get("title", "")
        yield Remark(
            CellPlace(understood.sheet, second.number, heading),
            sentence,
            f"若是录重了，请删去一行；若第 {second.number} 行是另一件事，请清空它的编号、"
            f"在名称里写出区别，或加上 --match {second.number}={NEW}。",
        )


def _untitled(made: Matching, understood: Understood) -> Iterator[Remark]:
    for place in made.new:
        row = made.rows[place]
        if not row.cells.get("title"):
            heading = row.headings.get("title", "事项名称")
            yield Remark(
                CellPlace(understood.sheet, row.number, heading),
                "没有事项名称，不知道这一行是哪件事。",
                "请填上名称；若这一行不是事项，请删去整行。",
            )
