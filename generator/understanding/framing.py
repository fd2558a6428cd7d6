"""What a table is taken for: its subject, the kind of list, the fields to be filled."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.fields import Field, Shape
from generator.model.kinds import Kind
from generator.settings import Settings
from generator.understanding.above import read_above
from generator.understanding.columns import OTHER, place_columns
from generator.understanding.guessing import guess_kind, guess_subject
from generator.understanding.regions import Region
from generator.understanding.subjects import FIELDS
from generator.understanding.synonyms import OTHERS, Name, fits, names_for, shipped
from generator.understanding.understood import Subject

_ID = Field("id", "事项编号", Shape.ID)
_WHY = {
    Subject.CONTACTS: "列着单位和电话、地点，是一份联系方式。",
    Subject.COMMUNITIES: "列着社区（村），是一份社区名单。",
    Subject.UNKNOWN: "没有“事项名称”这样的一列",
}
_OPEN_CATALOG = re.compile(r"公开标准目录|公开时限|公开渠道")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table is taken for, why, and the names its columns go by."""

    subject: Subject
    kind: Kind | None
    why: str
    fields: Mapping[str, Field]
    names: tuple[Name, ...]
    said: tuple[str, ...] = ()


def frame_of(region: Region, settings: Settings, kind: str) -> Frame:
    """Decide what a table is; a kind that was asked for is not doubted."""
    headings = region.headings
    cells = [[line.texts[i] for line in region.lines] for i in range(len(headings))]
    subject = Subject.ITEMS if kind else guess_subject(headings, cells, settings)
    names = names_for(subject, settings)
    if subject is not Subject.ITEMS:
        why = _WHY[subject] + (_unknown(headings) if not names else "")
        return Frame(subject, None, why, FIELDS[subject], names)
    if kind:
        found, why = settings.kinds[kind], "按指定的类型读。"
    else:
        found, why = _guess(region, cells, names, settings)
    fields = {"id": _ID, **found.fields}
    return Frame(subject, found, why, fields, names, tuple(_said(region, found, kind)))


def _unknown(headings: Sequence[str]) -> str:
    """Say what a table looks like that is nothing to be imported."""
    meant = {fit.name.fields[0] for h in headings for fit in fits(h, shipped()[OTHERS])}
    if "document" in meant:
        return "，看起来是文件目录，不是清单。"
    if "count" in meant:
        return "，看起来是数量统计，不是清单。"
    return "，看不出每一行是哪件事；若有，请把那一列的列名改成“事项名称”。"


def _said(region: Region, found: Kind, kind: str) -> list[str]:
    """A catalogue of what is made public is no list of duties; say so."""
    words = "　".join((region.sheet, *region.above, *region.headings))
    if kind or not _OPEN_CATALOG.search(words):
        return []
    return [
        f"这像是政务公开标准目录，没有对应的清单类型，先按最接近的“{found.label}”读。"
    ]


def _guess(
    region: Region,
    cells: Sequence[Sequence[str]],
    names: tuple[Name, ...],
    settings: Settings,
) -> tuple[Kind, str]:
    """The kind that title, headings and items speak for."""
    meant: dict[str, Field] = {}
    for name in names:
        for one in name.fields:
            whole = one.partition(".")[0]
            meant.setdefault(whole, Field(whole, whole, Shape.LINE))
    del meant[OTHER]
    placed = place_columns(region.headings, cells, names, meant)
    titles = next((cells[c.index] for c in placed if c.field == "title"), [])
    title = read_above(region.above).title
    texts = [t for t in (title, region.sheet, *region.above) if t]
    fields = frozenset(c.field for c in placed)
    return guess_kind(texts, fields, titles, settings, "　".join(region.headings))
