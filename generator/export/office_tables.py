"""Lists as tables in the layout of a government document."""

from collections.abc import Iterable, Mapping, Sequence

from generator.export.cells import item_cell
from generator.export.columns import widths_of
from generator.model.fields import Field, Record, Value, text_of
from generator.model.office import Office
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.tables import Merge, SheetOut

_GAP = "　"
_LEADING = ("number", "category", "title")
_NUMBER, _CATEGORY, _TITLE, _ID = "序号", "类别", "事项名称", "事项编号"


def list_sheet(resolved: ResolvedList, office: Office | None) -> SheetOut:
    """The table of a list as in force (清单表): its heading, a row for each item.

    `office` is None for a standard list. Columns that no item fills are left out.
    """
    items = tuple(resolved.items.values())
    fields = _columns(resolved, items, office)
    categories = [text_of(item.fields, "category") for item in items]
    with_category = any(categories)
    head = [_NUMBER, *([_CATEGORY] if with_category else []), _TITLE]
    rows = [
        (
            text_of(item.fields, "number") or str(number),
            *([category] if with_category else []),
            text_of(item.fields, "title"),
            *(item_cell(field, item.fields, office) for field in fields),
            item.id,
        )
        for number, (item, category) in enumerate(
            zip(items, categories, strict=True), start=1
        )
    ]
    merges = _runs(categories) if with_category else ()
    header = (*head, *(field.label for field in fields), _ID)
    return SheetOut(
        name=resolved.title,
        titles=_titles(resolved),
        header=(header,),
        rows=_emptied(rows, merges),
        widths=widths_of(header, rows),
        merges=merges,
    )


def _columns(
    resolved: ResolvedList, items: Sequence[ResolvedItem], office: Office | None
) -> list[Field]:
    """The declared fields that an item fills; names of people only where shown whole."""
    hidden = set(_LEADING)
    if office and office.names != "full":
        hidden.add("person")
    return [
        field
        for name, field in resolved.kind.fields.items()
        if name not in hidden
        and any(item_cell(field, item.fields, office) for item in items)
    ]


def _titles(resolved: ResolvedList) -> tuple[str, ...]:
    """The title, the document that published it, its dates and number of items."""
    header: Mapping[str, Value] = resolved.source.header
    document = header.get("document")
    paper = document if isinstance(document, Record) else Record({})
    published = _labelled(
        ("文号", text_of(paper, "number")), ("发布机关", text_of(paper, "issuer"))
    )
    dated = _labelled(
        ("施行日期", resolved.day.isoformat()),
        ("公布日期", text_of(header, "published")),
        ("项数", str(len(resolved.items))),
    )
    return tuple(filter(None, (resolved.title, published, dated)))


def _labelled(*pairs: tuple[str, str]) -> str:
    return _GAP.join(f"{label}：{text}" for label, text in pairs if text)


def _runs(categories: Sequence[str]) -> tuple[Merge, ...]:
    """Merged cells of the category column: neighbours that say the same."""
    merges, top = [], 0
    for row in range(1, len(categories) + 1):
        if row < len(categories) and categories[row] == categories[top]:
            continue
        if row - top > 1 and categories[top]:
            merges.append(Merge(top, 1, row - 1, 1))
        top = row
    return tuple(merges)


def _emptied(
    rows: Iterable[tuple[str, ...]], merges: Iterable[Merge]
) -> tuple[tuple[str, ...], ...]:
    """Rows with the text of a merged range in its first cell only."""
    covered = {
        row for merge in merges for row in range(merge.top + 1, merge.bottom + 1)
    }
    return tuple(
        (cells[0], "", *cells[2:]) if row in covered else cells
        for row, cells in enumerate(rows)
    )
