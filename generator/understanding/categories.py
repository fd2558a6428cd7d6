"""Categories as headings of a printed list write them: 一、党建引领（16项）."""

from collections.abc import Sequence
from dataclasses import replace

from generator.understanding.columns import Placed
from generator.understanding.filling import section_name
from generator.understanding.fitting import Told
from generator.understanding.regions import Line
from generator.understanding.understood import CellPlace


def name_categories(
    lines: Sequence[Line], placed: Sequence[Placed], header: CellPlace, told: Told
) -> tuple[Line, ...]:
    """Leave out the numbering and the count of a category, as of a section's heading.

    Our own exports are left as they are: there a cell is what the file says.
    """
    by_field = {column.field: column for column in placed}
    column = by_field.get("category")
    if column is None or "id" in by_field:
        return tuple(lines)
    place = replace(header, heading=column.heading)
    for text in dict.fromkeys(line.texts[column.index] for line in lines):
        if text.strip() and section_name(text) != " ".join(text.split()):
            told.repair(place, text, section_name(text), "去掉类别的编号和项数")
    return tuple(_named(line, column.index) for line in lines)


def _named(line: Line, index: int) -> Line:
    name = section_name(line.texts[index]) if line.texts[index].strip() else ""
    return replace(line, texts=(*line.texts[:index], name, *line.texts[index + 1 :]))
