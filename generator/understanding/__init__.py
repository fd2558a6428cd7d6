"""What a table says (识别): its headings, columns, kind and rows.

Grids in, `Understood` out. Guesses with reasons and drops nothing; never looks at the
lists in force, never writes.
"""
