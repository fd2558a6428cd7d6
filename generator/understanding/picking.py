"""Which table of a file is read, and what is said of the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.problems import GeneratorError
from generator.settings import Settings
from generator.tables.grid import Grid
from generator.understanding.abreast import side_by_side
from generator.understanding.framing import frame_of
from generator.understanding.headers import Known
from generator.understanding.joining import Meaning, joined, one_table
from generator.understanding.regions import Region, continued, regions_of
from generator.understanding.sideways import turned
from generator.understanding.synonyms import OTHERS, fits, names_for, shipped
from generator.understanding.understood import Subject

_LONGEST = 15
"""Rows that a cover has at most."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The table to read, the names of those left with the reason, and what to say.

    `notice` are the paragraphs of the document before its first table.
    """

    region: Region
    left: tuple[str, ...]
    said: tuple[str, ...]
    notice: tuple[str, ...] = ()


def pick(
    grids: Sequence[Grid], settings: Settings, *, kind: str = "", sheet: str = ""
) -> Picked:
    """Pick the table with the most headings that are recognised.

    Raises GeneratorError where no header is found, or no table has that name.
    """
    wanted = _named(grids, sheet)
    known = _known(settings)
    upright = {grid.name: other for grid in wanted if (other := turned(grid, known))}
    found: list[Region] = []
    following: list[str] = []
    for grid in wanted:
        regions = regions_of(upright.get(grid.name, grid), known)
        more = (
            continued(grid, found[-1]) if found and grid.rows and not regions else None
        )
        following += [grid.name] if more else []
        found += [table for one in regions for table in side_by_side(one)]
        found += [more] if more else []
    if not found:
        raise GeneratorError(_no_header(wanted))
    meaning = _meaning(settings)
    groups = joined(found, meaning)
    cover = _cover(wanted, found)
    tables = [_below(cover, one_table(parts, meaning)) for parts in groups]
    ranks = [_rank(table, settings, kind, several=len(tables) > 1) for table in tables]
    best = ranks.index(max(ranks))
    left = [
        f'{_called(table)}：列名不同，没有读；要读它，请加 --sheet "{table.sheet}"'
        for index, table in enumerate(tables)
        if index != best
    ]
    with_header = {region.sheet for region in found}
    left += [f"{g.name}：没有认出列名" for g in wanted if g.name not in with_header]
    parts = len(groups[best])
    said = [f"有 {parts} 张表列名相同，接成一张。"] if parts > 1 else []
    said += [
        f"{name}没有列名，列数和上一张一样，当作接着上一张。" for name in following
    ]
    if tables[best].sheet in upright:
        said.append("这张表是竖着写的（列名在左边一列），照横着的读。")
    return Picked(tables[best], tuple(left), tuple(said), grids[0].before)


def _cover(grids: Sequence[Grid], found: Sequence[Region]) -> tuple[str, ...]:
    """The lines of a first sheet that has no table and stands before one that has."""
    first = grids[0]
    if first.name in {region.sheet for region in found} or len(first.rows) > _LONGEST:
        return ()
    lines = ("".join(text for text in row if text.strip()) for row in first.rows)
    return tuple(line for line in lines if line)


def _below(cover: tuple[str, ...], table: Region) -> Region:
    """A table with the lines of the cover among those above it."""
    return replace(table, above=(*table.above, *cover))


def _named(grids: Sequence[Grid], sheet: str) -> Sequence[Grid]:
    if not sheet:
        return grids
    named = [g for g in grids if g.name.strip() == sheet.strip()]
    if named:
        return named
    there = "、".join(g.name for g in grids)
    message = f"没有“{sheet}”这张表；文件里有：{there}。"
    raise GeneratorError(message)


def _no_header(grids: Sequence[Grid]) -> str:
    names = "、".join(f"“{g.name}”" for g in grids if g.name)
    return (
        f"在{names or '文件'}里没有认出表头：找不到写着“事项名称”“依据”“电话”这类列名的一行。"
        "请在表格上面加一行列名，再导入；本地特有的列名可以写进 site_config.yml 的 columns。"
    )


def _known(settings: Settings) -> Known:
    every = (
        *shipped()[OTHERS],
        *names_for(Subject.CONTACTS, settings),
        *names_for(Subject.COMMUNITIES, settings),
        *reversed(names_for(Subject.ITEMS, settings)),
    )
    names = tuple({name.folded: name for name in every}.values())

    @cache
    def known(heading: str) -> int:
        return max((fit.quality for fit in fits(heading, names)), default=0)

    return known


def _meaning(settings: Settings) -> Meaning:
    names = names_for(Subject.ITEMS, settings)

    def meaning(heading: str) -> frozenset[str]:
        return frozenset(f for fit in fits(heading, names) for f in fit.name.fields[:1])

    return meaning


def _rank(
    table: Region, settings: Settings, kind: str, *, several: bool
) -> tuple[bool, bool, bool, float, int]:
    """How much a table is what was asked for: its kind, a list, rows, headings."""
    is_kind = is_told = False
    if several:
        frame = frame_of(table, settings, "")
        is_kind = frame.kind is not None and frame.kind.id == kind
        is_told = frame.subject is not Subject.UNKNOWN
    return is_kind, is_told, bool(table.lines), table.score, len(table.lines)


def _called(table: Region) -> str:
    return f"{table.sheet}（第 {table.start} 行起）"
