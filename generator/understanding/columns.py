"""Which field each column of a table fills (列与字段)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.folding import squash
from generator.model.fields import Field, Shape
from generator.understanding.contents import look_like
from generator.understanding.synonyms import EXACT, Fit, Name, fits

_NOWHERE = "没有对应的字段，放进备注"
OTHER = "other"
NOTE = "note"
SUBTITLE = "subtitle"
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A column and its place: `field` (of the kind), the `part` of a record, and why.

    `field` is OTHER where nothing of ours fits and the text goes to the note.
    `otherwise` is the field to take where another column has a better claim,
    `choice` tells how far down its name's list of fields this one stands.
    """

    index: int
    heading: str
    field: str
    part: str
    how: str
    quality: int
    filled: int
    otherwise: str = ""
    choice: int = 0


def place_columns(
    headings: Sequence[str],
    samples: Sequence[Sequence[str]],
    names: tuple[Name, ...],
    fields: Mapping[str, Field],
) -> tuple[Placed, ...]:
    """Give every column its field; of two columns for one field the better one has it."""
    placed = [
        _place(i, heading, cells, names, fields)
        for i, (heading, cells) in enumerate(zip(headings, samples, strict=True))
    ]
    return tuple(_settle(placed))


def _place(
    index: int,
    heading: str,
    cells: Sequence[str],
    names: tuple[Name, ...],
    fields: Mapping[str, Field],
) -> Placed:
    filled = sum(1 for c in cells if c.strip())
    nowhere = Placed(index, heading, OTHER, "", _NOWHERE, 0, filled)
    if not heading:
        return replace(nowhere, how="没有列名，放进备注" if filled else "空列")
    label = next((f for f in fields.values() if _is_called(f, heading)), None)
    found = fits(heading, names)
    sure = [f for f in found if f.name.when and look_like(f.name.when, cells)]
    if any(f.name.is_own for f in found):
        sure, label = [f for f in found if f.name.is_own], None
    for fit in (*sure, *(() if label else (f for f in found if not f.name.when))):
        placed = _by_fit(nowhere, fit, fields)
        if placed is not None:
            return placed
    if label is None:
        return nowhere
    return replace(nowhere, field=label.name, how="与字段同名", quality=EXACT)


def _is_called(field: Field, heading: str) -> bool:
    """Tell whether a heading is the label of a field; 事项编号 may be anybody's code."""
    return field.shape is not Shape.ID and squash(field.label) == squash(heading)


def _by_fit(nowhere: Placed, fit: Fit, fields: Mapping[str, Field]) -> Placed | None:
    """The first field of a name that the kind has; None where it has none of them."""
    places = [one.partition(".") for one in fit.name.fields]
    for rank, (whole, _, part) in enumerate(places):
        if whole == OTHER:
            return replace(nowhere, quality=fit.quality)
        if whole in fields or (whole == SUBTITLE and "title" in fields):
            later = [w for w, _, _ in places[rank + 1 :] if w in fields]
            return replace(
                nowhere,
                field=whole,
                part=part,
                how=_how(nowhere.heading, fit, fields.get(whole)),
                quality=fit.quality,
                choice=rank + fit.name.is_weak,
                otherwise=later[0] if later and fit.name.when else "",
            )
    return None


def _how(heading: str, fit: Fit, field: Field | None) -> str:
    name = fit.name.text
    if field is not None and field.label == heading:
        return "与字段同名"
    if fit.quality >= EXACT:
        return f"同义列名“{name}”"
    return f"列名里有“{name}”"


def _settle(placed: list[Placed]) -> list[Placed]:
    best: dict[str, Placed] = {}
    for column in placed:
        key = f"{column.field}.{column.part}" if column.part else column.field
        rival = best.get(key)
        if rival is None or _rank(column) > _rank(rival):
            best[key] = column
    settled = []
    for column in placed:
        key = f"{column.field}.{column.part}" if column.part else column.field
        winner = best[key]
        if column is winner or column.field in {OTHER, NOTE}:
            settled.append(column)
            continue
        if column.otherwise and column.otherwise not in best:
            settled.append(replace(column, field=column.otherwise, part=""))
            continue
        how = f"“{winner.heading}”已经放进这个字段，这一列放进备注"
        settled.append(replace(column, field=OTHER, part="", how=how))
    return settled


def _rank(column: Placed) -> tuple[bool, int, int, int, int]:
    claim = column.quality, -column.choice
    return bool(column.filled), *claim, column.filled, -column.index


def examples(cells: Sequence[str]) -> tuple[str, ...]:
    """Up to three different values of a column."""
    texts = dict.fromkeys(" ".join(c.split()) for c in cells if c.strip())
    return tuple(texts)[:_EXAMPLES]
