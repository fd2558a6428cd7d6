"""Cells that say that there is nothing (/、—、无): no content, read as empty."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.understanding.cleaning import clean
from generator.understanding.columns import NOTE, OTHER, Placed
from generator.understanding.fitting import Told
from generator.understanding.regions import Line
from generator.understanding.understood import CellPlace

_STROKES = re.compile(r"[/\\|\uff0f\uff3c\uff5c\-\uff0d\u2010-\u2015\u2500_\s]{1,8}")
_NONE = re.compile(r"[（(]?(?:无|暂无|没有)[)）]?[。.]?")
_ANSWERED = frozenset({"fee", "materials", "conditions", "steps", "plain", "keywords"})
"""Fields in which 无 is an answer: nothing to pay, nothing to bring."""
_ASKED = re.compile("是否|有无|费|材料|条件|罚")


def drop_placeholders(
    lines: Sequence[Line], placed: Sequence[Placed], header: CellPlace, told: Told
) -> tuple[Line, ...]:
    """Empty the cells that say nothing, and tell it once at the head of each column.

    Our own exports are left as they are: there a cell is what the file says.
    """
    if any(column.field == "id" for column in placed):
        return tuple(lines)
    rows = [list(line.texts) for line in lines]
    for column in placed:
        texts = (line.texts[column.index].strip() for line in lines)
        said = [text for text in texts if _says_nothing(column, text)]
        if not said:
            continue
        for row in rows:
            if _says_nothing(column, row[column.index].strip()):
                row[column.index] = ""
        marks = "”“".join(dict.fromkeys(said))
        told.remark(
            replace(header, heading=column.heading),
            f"只写着“{marks}”的格子当作空着，这一栏有 {len(said)} 格。",
        )
    return tuple(
        replace(line, texts=tuple(row)) for line, row in zip(lines, rows, strict=True)
    )


def _says_nothing(column: Placed, text: str) -> bool:
    """Tell a placeholder from content; a name is never taken away."""
    if column.field in {"title", "number"}:
        return False
    plain = clean(text).text.strip()
    if plain and _STROKES.fullmatch(plain):
        return True
    is_answer = column.field in _ANSWERED or (
        column.field in {OTHER, NOTE} and _ASKED.search(column.heading)
    )
    return not is_answer and _NONE.fullmatch(plain) is not None
