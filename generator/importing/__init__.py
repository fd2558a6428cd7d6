"""From a table somebody keeps to the files of the content (导入).

Understands tables, matches their rows with the list in force, and hands out texts
and sentences; never writes, asks nobody anything, never drops a cell unsaid.
"""
