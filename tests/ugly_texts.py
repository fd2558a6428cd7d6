"""What happens inside the cells: breaks, spaces, full width, invisible characters."""

import re
from dataclasses import replace

from tests.ugly import Cell, Table, every, put

PHONES = {"hotline", "lead_phone", "receiving_phone"}
PROSE = re.compile(r"[\u4e00-\u9fff，。；、（）]{12,}")
FULL = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B))}


def hard_breaks(table: Table, seed: int) -> Table:
    """Break lines by width (格内硬换行), as people do who fit a column by hand."""
    width = 8 + seed % 9

    def broken(field: str, text: str) -> str:
        is_prose = PROSE.search(text) and re.search("[，、]", text)
        if field in PHONES or "\n" in text or not is_prose:
            return text
        parts = [text[at : at + width] for at in range(0, len(text), width)]
        return "\n".join(parts)

    return every(table, broken)


def spaced_words(table: Table, seed: int) -> Table:
    """Put a space inside a word (词中空格): 公 益事业."""
    between = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")

    def spaced(field: str, text: str) -> str:
        places = [match.start() for match in between.finditer(text)]
        if field in PHONES or not places:
            return text
        at = places[seed % len(places)]
        return f"{text[:at]} {text[at:]}"

    return every(table, spaced)


def full_width(table: Table, _seed: int) -> Table:
    """Write digits and capitals full width (全角数字)."""
    return every(table, lambda _, text: text.translate(FULL))


def invisible(table: Table, seed: int) -> Table:
    """Leave what was copied from pages: zero-width spaces, no-break spaces, a BOM."""
    mark = ("\u200b", "\ufeff", "\u00a0", "\u200d")[seed % 4]

    def marked(_field: str, text: str) -> str:
        middle = len(text) // 2
        inner = "" if mark == "\u00a0" else mark
        return f"{mark}{text[:middle]}{inner}{text[middle:]}{mark}"

    return every(table, marked)


def padded(table: Table, seed: int) -> Table:
    """Put blanks around the cells (首尾空格), wide ones and empty lines."""
    around = (" ", "\u3000\u3000", "\n", "\t")[seed % 4]
    return every(table, lambda _, text: f"{around}{text}{around}")


def ugly_phones(table: Table, seed: int) -> Table:
    """Write phones as people do: double hyphen, spaces, full width, a long dash."""
    styles = (
        lambda text: text.replace("-", "--", 1),
        lambda text: text.replace("-", " - ", 1),
        lambda text: text.replace("-", "－", 1).translate(FULL),
        lambda text: text.replace("-", "—", 1),
        lambda text: re.sub(r"^(\d{3,4})-", r"（\1）", text),
    )
    style = styles[seed % len(styles)]
    return every(table, lambda field, text: style(text) if field in PHONES else text)


def float_numbers(table: Table, _seed: int) -> Table:
    """Make the running numbers floating-point ones (1.0), as old programs export them.

    Numbers with a leading zero are texts in every program, and stay.
    """
    column = table.column("number")
    if column is None:
        return table

    def floated(cell: Cell) -> Cell:
        is_number = isinstance(cell, str) and cell.isdecimal() and cell[0] != "0"
        return float(cell) if isinstance(cell, str) and is_number else cell

    rows = tuple(put(row, column, floated(row[column])) for row in table.rows)
    return replace(table, rows=rows)


TEXTS = (
    hard_breaks,
    spaced_words,
    full_width,
    invisible,
    padded,
    ugly_phones,
    float_numbers,
)
