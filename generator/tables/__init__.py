"""Files that hold tables (表格): spreadsheets, documents, saved pages, in and out.

The only door to python-calamine, XlsxWriter, python-docx and lxml. Knows rows and
cells; never knows what a list or an item is.
"""
