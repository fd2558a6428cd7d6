"""From an understood table to the files of the content (导入).

Matches rows with the list in force or with an office's file, and hands out texts and
sentences; never writes, asks nobody anything, drops no cell unsaid.
"""
