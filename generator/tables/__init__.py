"""Files that hold tables (表格): spreadsheets, documents, saved pages, in and out.

The only door to python-calamine, XlsxWriter, python-docx and lxml. Knows rows and
cells; never knows what a list or an item is.
"""

from generator.tables.grid import Fault, Grid, Merge
from generator.tables.opening import open_tables
from generator.tables.sheets import SheetOut, width_of
from generator.tables.writing_csv import write_csv
from generator.tables.writing_docx import write_docx
from generator.tables.writing_xlsx import write_xlsx

__all__ = [
    "Fault",
    "Grid",
    "Merge",
    "SheetOut",
    "open_tables",
    "width_of",
    "write_csv",
    "write_docx",
    "write_xlsx",
]
