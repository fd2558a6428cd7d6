"""Cells that say 同上: the text of the row above."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.understanding.cleaning import clean
from generator.understanding.columns import Placed
from generator.understanding.fitting import Told
from generator.understanding.regions import Line
from generator.understanding.understood import CellPlace

_DITTO = re.compile(r"[(（]?(?:同上一?[行项]?|同前|〃|″|〞)[)）]?[。.]?")


def undo_dittos(
    lines: Sequence[Line], placed: Sequence[Placed], told: Told
) -> tuple[Line, ...]:
    """Write out what 同上 stands for; where nothing stands above it stays, as a mistake."""
    undone: list[Line] = []
    for line in lines:
        texts = list(line.texts)
        for column in placed:
            text = texts[column.index]
            above = undone[-1].texts[column.index] if undone else ""
            if above.strip() and _DITTO.fullmatch(clean(text).text):
                texts[column.index] = above
                place = CellPlace(line.sheet, line.number, column.heading)
                told.repair(place, text, "上一行的内容", "“同上”照上一行写出来")
        undone.append(replace(line, texts=tuple(texts)))
    return tuple(undone)
