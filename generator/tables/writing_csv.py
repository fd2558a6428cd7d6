"""Tables as .csv files that Excel and WPS open right."""

import codecs
import csv
import io

from generator.tables.guarding import guard
from generator.tables.sheets import SheetOut


def write_csv(sheet: SheetOut) -> bytes:
    """Write a table as UTF-8 with its mark (BOM), lines ending as Windows has them.

    What is merged is repeated; what might be taken for a formula is guarded.
    """
    rows = [list(row) for row in sheet.rows]
    for merge in sheet.merges:
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                rows[row][column] = rows[merge.top][merge.left]
    lines = [[line] for line in sheet.titles if line]
    notes = [[line] for line in sheet.notes]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for cells in (*lines, *sheet.header, *rows, *notes):
        writer.writerow([guard(cell) for cell in cells])
    return codecs.BOM_UTF8 + text.getvalue().encode()
